#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/bounds.hpp"
#include "protocol/limits.hpp"
#include "tests/core/seen.hpp"
#include "tests/core/world.hpp"

// Hands that are raised, and their order.

namespace parley::core {
namespace {

/// The names of those whose hands are raised, in order.
std::string hands_at(const Page& page) {
    std::vector<std::string> names;
    for (const ParticipantView& person : page.client.view().participants) {
        if (person.hand_place == 0) continue;
        names.resize(std::max<std::size_t>(names.size(), person.hand_place), "?");
        names[person.hand_place - 1] = person.name;
    }
    std::string text;
    for (const std::string& name : names) text += name + ' ';
    return text;
}

TEST(Hands, StandEverywhereInTheOrderInWhichTheyWereRaised) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    Page& cem = world.joined("cem");
    for (Page* page : {&cem, &ann, &bob}) {
        page->put(action::ToggleHand{});
        world.pass(1'000);
    }
    for (const Page* page : {&ann, &bob, &cem}) EXPECT_EQ(hands_at(*page), "cem ann bob ");
}

TEST(Hands, RaisedAtTheSameTimeStandInTheSameOrderEverywhere) {
    World world;
    Page& cem = world.joined("cem");
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    for (Page* page : {&cem, &bob, &ann}) page->put(action::ToggleHand{});
    world.pass(1'000);
    for (const Page* page : {&ann, &bob, &cem}) EXPECT_EQ(hands_at(*page), "ann bob cem ");
}

TEST(Hands, ThatGoDownLetTheOthersMoveUp) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    for (Page* page : {&bob, &ann}) {
        page->put(action::ToggleHand{});
        world.pass(1'000);
    }
    bob.put(action::ToggleHand{});
    world.pass(1'000);
    EXPECT_EQ(hands_at(ann), "ann ");
    bob.put(action::ToggleHand{});
    world.pass(1'000);
    EXPECT_EQ(hands_at(ann), "ann bob ") << "who raises it again stands at the end";
}

TEST(Hands, AreSeenByWhoComesLaterWithoutBeingNews) {
    World world;
    Page& ann = world.joined("ann");
    ann.put(action::ToggleHand{});
    const Page& bob = world.joined("bob");
    EXPECT_EQ(hands_at(bob), "ann ");
    EXPECT_EQ(told(bob, NoticeKind::HandRaised), 0U);
}

TEST(Hands, AreNewsWhenTheyGoUpAndNotWhenTheyGoDown) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    ann.put(action::ToggleHand{});
    EXPECT_EQ(told(ann, NoticeKind::HandRaised), 0U) << "one knows one's own";
    world.pass(1'000);
    ASSERT_EQ(told(bob, NoticeKind::HandRaised), 1U);
    EXPECT_EQ(bob.client.view().notices.back().name, "ann");
    ann.put(action::ToggleMicrophone{});
    world.pass(1'000);
    ann.put(action::ToggleHand{});
    world.pass(1'000);
    EXPECT_EQ(told(bob, NoticeKind::HandRaised), 1U);
}

TEST(Hands, OfSomebodyWhoPlaysWithThemAreToldOnceInAWhile) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    for (int time = 0; time < 8; ++time) {
        ann.put(action::ToggleHand{});
        world.pass(600);
    }
    EXPECT_EQ(told(bob, NoticeKind::HandRaised), 1U);
    world.pass(bounds::hand_told_gap_ms);
    ann.put(action::ToggleHand{});
    world.pass(600);
    EXPECT_EQ(told(bob, NoticeKind::HandRaised), 2U);
}

TEST(Hands, GoDownWhenTheirPersonLeavesOrLoadsThePageAnew) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    ann.put(action::ToggleHand{});
    world.pass(1'000);
    ann.put(action::Leave{});
    world.pass(1'000);
    ann.put(action::Rejoin{});
    world.pass(2'000);
    EXPECT_EQ(hands_at(bob), "");
    EXPECT_EQ(hands_at(ann), "");
}

TEST(Hands, StayUpWhileTheServerIsAway) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    world.lose_server();
    ann.put(action::ToggleHand{});
    world.pass(1'000);
    bob.put(action::ToggleHand{});
    world.pass(1'000);
    for (const Page* page : {&ann, &bob}) EXPECT_EQ(hands_at(*page), "ann bob ");
    world.server.answer = Server::Answer::Accepts;
    world.pass(30'000);
    for (const Page* page : {&ann, &bob}) EXPECT_EQ(hands_at(*page), "ann bob ");
    EXPECT_EQ(told(bob, NoticeKind::HandRaised), 1U) << "what is said again is no news";
}

TEST(Host, IsKnownToEverybodyAndChangesWhenTheServerSaysSo) {
    World world;
    const Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    EXPECT_TRUE(ann.client.view().participants[0].host);
    EXPECT_FALSE(ann.sees("bob")->host);
    EXPECT_TRUE(bob.sees("ann")->host);
    EXPECT_FALSE(bob.client.view().participants[0].host);
}

}  // namespace
}  // namespace parley::core
