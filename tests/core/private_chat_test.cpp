#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/bounds.hpp"
#include "tests/core/seen.hpp"
#include "tests/core/world.hpp"

// What one person writes to one other, whatever becomes of the server and of the connection meanwhile.

namespace parley::core {
namespace {

using Delivery = ChatLine::Delivery;
using Audience = ChatLine::Audience;

void write_to(Page& page, const std::string& to, const std::string& text) {
    page.put(action::AddressChat{PeerId(to)});
    page.put(action::SendChat{text});
}

TEST(PrivateChat, ReachesOnlyThePersonWhomItIsFor) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    const Page& cem = world.joined("cem");
    write_to(ann, "bob", "between us");
    EXPECT_EQ(lines(ann).at(0).delivery, Delivery::Waiting);
    world.pass(1'000);
    EXPECT_EQ(read_by(bob), Texts{"between us"});
    EXPECT_EQ(lines(bob).at(0).audience, Audience::OnlyYouTwo);
    EXPECT_EQ(lines(bob).at(0).name, "ann");
    EXPECT_FALSE(lines(bob).at(0).you);
    EXPECT_EQ(read_by(cem), Texts{});
    EXPECT_EQ(read_by(ann), Texts{"between us"});
    EXPECT_EQ(lines(ann).at(0).to, "bob");
    EXPECT_EQ(lines(ann).at(0).delivery, Delivery::Sent);
    // Back to everyone.
    ann.put(action::AddressChat{});
    ann.put(action::SendChat{"to all"});
    world.pass(1'000);
    EXPECT_EQ(read_by(cem), Texts{"to all"});
    EXPECT_EQ(lines(cem).at(0).audience, Audience::Everyone);
    const Page& dan = world.joined("dan");
    world.pass(2'000);
    EXPECT_EQ(read_by(dan), Texts{"to all"}) << "who comes later reads only what was for everyone";
}

TEST(PrivateChat, GoesOnWhileTheServerIsAway) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    world.lose_server();
    write_to(ann, "bob", "one");
    write_to(bob, "ann", "two");
    world.pass(1'000);
    EXPECT_EQ(read_by(bob), (Texts{"two", "one"}));
    EXPECT_EQ(read_by(ann), (Texts{"one", "two"}));
    EXPECT_EQ(lines(ann).at(0).delivery, Delivery::Sent);
    world.server.answer = Server::Answer::Accepts;
    world.pass(30'000);
    EXPECT_EQ(read_by(bob).size(), 2U);
}

TEST(PrivateChat, WaitsWhileTheOtherCannotBeReachedAndArrivesOnceAndInOrder) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    world.network.cut("ann", "bob");
    world.lose_server();
    for (const char* text : {"one", "two", "three"}) write_to(ann, "bob", text);
    world.pass(8'000);
    EXPECT_EQ(read_by(bob), Texts{});
    for (const ChatLine& line : lines(ann)) EXPECT_EQ(line.delivery, Delivery::Waiting);
    world.server.answer = Server::Answer::Accepts;
    world.network.mend("ann", "bob");
    world.pass(60'000);
    EXPECT_EQ(read_by(bob), (Texts{"one", "two", "three"}));
    for (const ChatLine& line : lines(ann)) EXPECT_EQ(line.delivery, Delivery::Sent);
}

TEST(PrivateChat, SaysWhenNobodyIsLeftToReceiveIt) {
    World world;
    world.server.silence_timeout_ms = limits::silence_timeout_ms;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    world.network.cut("ann", "bob");
    bob.die();
    world.pass(500);
    write_to(ann, "bob", "too late");
    EXPECT_EQ(lines(ann).at(0).delivery, Delivery::Waiting);
    world.pass(300'000);
    ASSERT_EQ(ann.sees("bob"), nullptr);
    EXPECT_EQ(lines(ann).at(0).delivery, Delivery::Undelivered);
}

TEST(PrivateChat, NeverGoesToAllWhenWhomItWasForHasLeft) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    const Page& cem = world.joined("cem");
    ann.put(action::AddressChat{PeerId("bob")});
    bob.put(action::Leave{});
    world.pass(2'000);
    const auto& to = ann.client.view().chat.to;
    ASSERT_TRUE(to.has_value());
    EXPECT_EQ(to->presence, ChatView::Addressee::Presence::Gone);
    EXPECT_EQ(to->name, "bob");
    ann.put(action::SendChat{"do not tell cem"});
    world.pass(1'000);
    EXPECT_EQ(read_by(cem), Texts{});
    EXPECT_EQ(read_by(ann), Texts{});
    EXPECT_EQ(ann.client.view().notices.back().kind, NoticeKind::ChatRefused);
}

TEST(PrivateChat, ReachesThePageThatWasLoadedAnew) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    bob.vanish();
    write_to(ann, "bob", "while you reload");
    const Page& again = world.joined("bob", "second run");
    world.pass(10'000);
    EXPECT_EQ(read_by(again), Texts{"while you reload"});
    EXPECT_EQ(lines(ann).at(0).delivery, Delivery::Sent);
}

TEST(Draft, ComesBackToTheRoomThatItWasWrittenIn) {
    World world;
    Page& ann = world.joined("ann");
    ann.put(action::ChangeDraft{"Half a sen"});
    EXPECT_EQ(ann.draft.text, "Half a sen");
    ann.vanish();
    Page& again = world.page("ann", "second run");
    again.draft = ann.draft;
    world.join(again);
    world.pass(20'000);
    EXPECT_EQ(again.client.view().chat.draft, "Half a sen");
    again.vanish();
    Page& elsewhere = world.page("ann", "third run");
    elsewhere.draft = {RoomId("another-room-here"), "not here"};
    world.join(elsewhere);
    world.pass(20'000);
    EXPECT_EQ(elsewhere.client.view().chat.draft, "");
}

TEST(ChatDay, IsThatOfThePersonsClock) {
    const Chat chat(PeerId("ann"), RunId("run"), 60);
    EXPECT_EQ(chat.day_of(0), 0);
    EXPECT_EQ(chat.day_of(23 * 3'600'000 - 1), 0);
    EXPECT_EQ(chat.day_of(23 * 3'600'000), 1) << "an hour ahead of UTC";
    const Chat behind(PeerId("ann"), RunId("run"), -60);
    EXPECT_EQ(behind.day_of(3'600'000 - 1), -1);
    EXPECT_EQ(behind.day_of(3'600'000), 0);
}

}  // namespace
}  // namespace parley::core
