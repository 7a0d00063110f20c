#include <gtest/gtest.h>

#include "core/bounds.hpp"
#include "protocol/limits.hpp"
#include "tests/core/world.hpp"

// Signs that people give for a moment.

namespace parley::core {
namespace {

using protocol::ReactionKind;

const std::vector<ReactionView>& seen_by(const Page& page) { return page.client.view().reactions; }

TEST(Reactions, AreSeenByEverybodyForAMoment) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    const Page& cem = world.joined("cem");
    ann.put(action::SendReaction{ReactionKind::Heart});
    ASSERT_EQ(seen_by(ann).size(), 1U) << "one's own at once";
    EXPECT_TRUE(seen_by(ann)[0].you);
    world.pass(500);
    for (const Page* page : std::initializer_list<const Page*>{&bob, &cem}) {
        ASSERT_EQ(seen_by(*page).size(), 1U);
        EXPECT_EQ(seen_by(*page)[0].kind, ReactionKind::Heart);
        EXPECT_EQ(seen_by(*page)[0].count, 1U);
        EXPECT_EQ(seen_by(*page)[0].name, "ann");
        EXPECT_EQ(seen_by(*page)[0].peer, PeerId("ann"));
        EXPECT_FALSE(seen_by(*page)[0].you);
    }
    world.pass(bounds::reaction_shown_ms);
    for (const Page* page : {static_cast<const Page*>(&ann), &bob, &cem}) EXPECT_TRUE(seen_by(*page).empty());
}

TEST(Reactions, ThatComeTooFastAreSaidAsOne) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    for (int time = 0; time < 6; ++time) ann.put(action::SendReaction{ReactionKind::Clapping});
    EXPECT_EQ(seen_by(ann).size(), 1U);
    world.pass(bounds::reaction_gap_ms - 1);
    EXPECT_EQ(seen_by(ann).size(), 1U);
    world.pass(1);
    ASSERT_EQ(seen_by(ann).size(), 2U);
    EXPECT_EQ(seen_by(ann)[1].count, 5U);
    world.pass(500);
    ASSERT_EQ(seen_by(bob).size(), 2U);
    EXPECT_EQ(seen_by(bob)[0].count, 1U);
    EXPECT_EQ(seen_by(bob)[1].count, 5U);
    EXPECT_EQ(seen_by(ann).size(), 2U) << "nothing is left to be said";
}

TEST(Reactions, OfSeveralKindsComeOneAfterTheOther) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    for (const auto kind : {ReactionKind::Party, ReactionKind::Sad, ReactionKind::Party, ReactionKind::Sad}) {
        ann.put(action::SendReaction{kind});
    }
    world.pass(3 * bounds::reaction_gap_ms);
    ASSERT_EQ(seen_by(bob).size(), 3U);
    EXPECT_EQ(seen_by(bob)[0].kind, ReactionKind::Party);
    EXPECT_EQ(seen_by(bob)[1].kind, ReactionKind::Sad);
    EXPECT_EQ(seen_by(bob)[1].count, 2U);
    EXPECT_EQ(seen_by(bob)[2].kind, ReactionKind::Party);
}

TEST(Reactions, NeverCountMoreThanAMessageMaySay) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    for (int time = 0; time < 100; ++time) ann.put(action::SendReaction{ReactionKind::Laughing});
    world.pass(1'000);
    ASSERT_EQ(seen_by(bob).size(), 2U);
    EXPECT_EQ(seen_by(bob)[1].count, limits::reaction_count_max);
}

TEST(Reactions, GoOnWhileTheServerIsAway) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    world.lose_server();
    ann.put(action::SendReaction{});
    world.pass(500);
    EXPECT_EQ(seen_by(bob).size(), 1U);
}

std::size_t sent_through_server(const Page& page) {
    return static_cast<std::size_t>(std::ranges::count_if(page.wire().said, [](const protocol::ClientMessage& said) {
        return std::holds_alternative<protocol::Send>(said);
    }));
}

TEST(Reactions, GoPastTheServer) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    const std::size_t before = sent_through_server(ann);
    ann.put(action::SendReaction{});
    world.pass(500);
    EXPECT_EQ(sent_through_server(ann), before);
    EXPECT_EQ(seen_by(bob).size(), 1U);
}

TEST(Reactions, AreNotToldLaterToWhoCouldNotBeReached) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    world.network.cut("ann", "bob");
    world.pass(20'000);
    ann.put(action::SendReaction{});
    world.network.mend("ann", "bob");
    for (int moment = 0; moment < 100; ++moment) {
        world.pass(300);
        EXPECT_TRUE(seen_by(bob).empty());
    }
}

// Whoever does not keep to the pauses is a page that somebody changed.
TEST(Reactions, OfAFloodAreShownUpToABound) {
    Signals signals(PeerId("own"));
    for (int time = 0; time < 1'000; ++time) signals.hear(time % 100, PeerId("mallory"), "Mallory", {});
    EXPECT_EQ(signals.reactions().size(), bounds::reactions_of_one_max);
    for (int person = 0; person < 50; ++person) signals.hear(200, PeerId(std::to_string(person)), "Somebody", {});
    EXPECT_EQ(signals.reactions().size(), bounds::reactions_shown_max);
    EXPECT_EQ(signals.reactions().back().peer, PeerId("49"));
    signals.tick(200 + bounds::reaction_shown_ms);
    EXPECT_TRUE(signals.reactions().empty());
    EXPECT_FALSE(signals.deadline());
}

TEST(Reactions, OfOneWhoKeepsToThePausesAreAllShown) {
    Signals signals(PeerId("own"));
    const TimeMs count = bounds::reaction_shown_ms / bounds::reaction_gap_ms;
    for (TimeMs time = 0; time < count; ++time) signals.hear(0, PeerId("ann"), "Ann", {});
    EXPECT_EQ(signals.reactions().size(), static_cast<std::size_t>(count));
}

TEST(Reactions, AreForACall) {
    World world;
    Page& ann = world.page("ann");
    ann.boot("/r/kkkk-kkkk-kkkk", key_of('k'));
    world.pass(settle_ms);
    ann.put(action::SendReaction{});
    ann.put(action::ToggleHand{});
    ann.put(action::TogglePeople{});
    EXPECT_TRUE(seen_by(ann).empty());
    EXPECT_FALSE(ann.client.view().people.open);
    ann.put(action::Join{});
    world.pass(settle_ms);
    EXPECT_EQ(ann.client.view().participants[0].hand_place, 0U);
}

}  // namespace
}  // namespace parley::core
