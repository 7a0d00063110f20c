#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "protocol/limits.hpp"
#include "tests/core/seen.hpp"
#include "tests/core/world.hpp"

// What people write to each other, whatever becomes of the server meanwhile.

namespace parley::core {
namespace {

std::vector<ChatLine::Delivery> deliveries(const Page& page) {
    std::vector<ChatLine::Delivery> found;
    for (const ChatLine& line : lines(page)) found.push_back(line.delivery);
    return found;
}

TEST(Conversation, ReachesEveryoneUnderItsWritersName) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    const Page& cem = world.joined("cem");
    ann.put(action::SendChat{"hello"});
    EXPECT_EQ(deliveries(ann), std::vector{ChatLine::Delivery::Waiting});
    world.pass(2'000);
    for (const Page* page : {&bob, &cem}) {
        ASSERT_EQ(read_by(*page), Texts{"hello"});
        EXPECT_EQ(page->client.view().chat.lines->at(0).name, "ann");
        EXPECT_FALSE(page->client.view().chat.lines->at(0).you);
    }
    EXPECT_EQ(read_by(ann), Texts{"hello"});
    EXPECT_EQ(deliveries(ann), std::vector{ChatLine::Delivery::Sent});
}

TEST(Conversation, GoesOnWhileTheServerIsAway) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    world.lose_server();
    ann.put(action::SendChat{"one"});
    bob.put(action::SendChat{"two"});
    world.pass(1'000);
    EXPECT_EQ(read_by(bob), (Texts{"two", "one"}));
    EXPECT_EQ(read_by(ann), (Texts{"one", "two"}));
    EXPECT_EQ(deliveries(ann), (std::vector{ChatLine::Delivery::Sent, ChatLine::Delivery::Sent}));
    world.server.answer = Server::Answer::Accepts;
    world.pass(30'000);
    EXPECT_EQ(read_by(bob).size(), 2U) << "the server brought them once more";
    EXPECT_EQ(read_by(ann).size(), 2U);
}

TEST(Conversation, WaitsWhenNobodyCanBeReached) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    world.network.cut("ann", "bob");
    world.lose_server();
    ann.put(action::SendChat{"later"});
    world.pass(5'000);
    EXPECT_EQ(read_by(bob), Texts{});
    EXPECT_EQ(deliveries(ann), std::vector{ChatLine::Delivery::Waiting});
    world.server.answer = Server::Answer::Accepts;
    world.pass(30'000);
    EXPECT_EQ(read_by(bob), Texts{"later"});
    EXPECT_EQ(deliveries(ann), std::vector{ChatLine::Delivery::Sent});
}

TEST(Conversation, LosesNothingThatDiedWithTheServer) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    ann.put(action::SendChat{"on its way"});
    world.server.answer = Server::Answer::Refuses;
    world.pass(world.server.latency.high_ms);  // the server has it, and goes before it passes it on
    world.server.restart();
    world.pass(1'000);
    EXPECT_EQ(read_by(bob), Texts{"on its way"});
}

TEST(Conversation, IsKnownToHaveArrivedAlthoughTheServerDiedBeforeItSaidSo) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    ann.put(action::SendChat{"hello"});
    world.pass(100);
    ASSERT_EQ(read_by(bob), Texts{"hello"});
    ASSERT_EQ(deliveries(ann), std::vector{ChatLine::Delivery::Waiting}) << "the server acknowledges once a second";
    world.server.answer = Server::Answer::Refuses;
    world.server.restart();
    world.pass(500);
    EXPECT_EQ(deliveries(ann), std::vector{ChatLine::Delivery::Sent});
}

TEST(Conversation, GoesRoundAPathThatTookItAndBroke) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    world.lose_server();
    ann.put(action::SendChat{"into the dark"});
    world.network.cut("ann", "bob");
    world.server.answer = Server::Answer::Accepts;
    world.pass(30'000);
    EXPECT_EQ(read_by(bob), Texts{"into the dark"});
}

TEST(Conversation, IsSaidAgainOnTheWayOnWhichItWasAskedFor) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    // Who sends neither sound nor pictures has no reason to look at its paths.
    ann.put(action::ToggleMicrophone{});
    ann.put(action::ToggleCamera{});
    world.pass(1'000);
    // bob alone notices that nothing gets through to anybody.
    world.network.noticed = {60'000, 60'000};
    world.network.cut("ann", "bob");
    const auto connection = bob.asked<output::CreateConnection>().back().connection;
    bob.put(input::TransportChanged{connection, input::TransportState::Disconnected});
    world.server.answer = Server::Answer::Refuses;
    world.server.lose(bob.wire(), {.client_ms = 0, .server_ms = std::nullopt});
    // The server has what ann writes, and dies before bob is back.
    ann.put(action::SendChat{"into the dark"});
    world.pass(2'000);
    world.server.answer = Server::Answer::Accepts;
    world.server.restart();
    world.pass(4'000);
    EXPECT_EQ(read_by(bob), Texts{"into the dark"});
}

TEST(Conversation, IsThereForWhoComesLater) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    ann.put(action::SendChat{"one"});
    world.pass(10);
    bob.put(action::SendChat{"two"});
    world.pass(settle_ms);
    bob.put(action::Leave{});
    world.pass(settle_ms);
    const Page& cem = world.joined("cem");
    EXPECT_EQ(read_by(cem), (Texts{"one", "two"}));
    EXPECT_EQ(cem.client.view().chat.lines->at(1).name, "bob") << "although he has gone";
    EXPECT_EQ(cem.client.view().chat.unread, 2U);
}

TEST(Conversation, IsTakenUpAgainAfterAReload) {
    World world;
    const Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    bob.put(action::SendChat{"before"});
    world.pass(settle_ms);
    bob.vanish();
    Page& again = world.joined("bob", "bob-2");
    ASSERT_EQ(read_by(again), Texts{"before"});
    EXPECT_TRUE(again.client.view().chat.lines->at(0).you);
    again.put(action::SendChat{"after"});
    world.pass(settle_ms);
    EXPECT_EQ(read_by(ann), (Texts{"before", "after"}));
}

TEST(Conversation, IsToldToALateComerByItsWritersWhenTheServerForgot) {
    World world;
    Page& ann = world.joined("ann");
    world.joined("bob");
    ann.put(action::SendChat{"old"});
    world.pass(settle_ms);
    world.server.restart();
    world.pass(20'000);
    const Page& cem = world.joined("cem");
    EXPECT_EQ(read_by(cem), Texts{"old"});
}

TEST(Conversation, RefusesWhatIsTooLong) {
    World world;
    Page& ann = world.joined("ann");
    ann.put(action::SendChat{std::string(limits::chat_text_max, 'x')});
    EXPECT_EQ(read_by(ann).size(), 1U);
    ann.put(action::SendChat{std::string(limits::chat_text_max + 1, 'x')});
    EXPECT_EQ(read_by(ann).size(), 1U);
    EXPECT_EQ(ann.client.view().notices.back().kind, NoticeKind::ChatRefused);
    ann.put(action::SendChat{""});
    EXPECT_EQ(read_by(ann).size(), 1U);
}

TEST(Conversation, StaysInOrderWhateverTimeSealingTakesAndHoweverOftenItFails) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    ann.seal_ms = [](SealId seal) { return seal.value % 3 == 0 ? 300 : 0; };
    ann.seal_fails = [](SealId seal) { return seal.value % 2 == 0; };
    Texts written;
    for (int index = 0; index < 20; ++index) {
        written.push_back(std::to_string(index));
        ann.put(action::SendChat{written.back()});
        world.pass(7);
    }
    world.pass(10'000);
    EXPECT_EQ(read_by(bob), written);
}

TEST(Conversation, IsFinishedBeforeItsWriterLeaves) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    ann.seal_ms = [](SealId) { return 50; };
    ann.put(action::SendChat{"last words"});
    ann.put(action::Leave{});
    EXPECT_EQ(ann.screen(), Screen::Left);
    world.pass(settle_ms);
    EXPECT_EQ(read_by(bob), Texts{"last words"});
    EXPECT_EQ(bob.sees("ann"), nullptr);
}

TEST(Conversation, IsFinishedWhenItsWriterIsBackIfTheyLeftTooSoon) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    ann.seal_ms = [](SealId) { return 300; };
    ann.put(action::SendChat{"last words"});
    ann.put(action::Leave{});
    // Whoever leaves twice in such a hurry has no time for the first goodbye.
    ann.put(action::Rejoin{});
    ann.put(action::Leave{});
    world.pass(settle_ms);
    EXPECT_TRUE(read_by(bob).empty());
    ann.put(action::Rejoin{});
    world.pass(2'000);
    EXPECT_EQ(read_by(bob), Texts{"last words"});
    EXPECT_EQ(deliveries(ann), std::vector{ChatLine::Delivery::Sent});
}

}  // namespace
}  // namespace parley::core
