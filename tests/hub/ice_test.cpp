#include <gtest/gtest.h>

#include "tests/hub/world.hpp"

namespace parley::hub {
namespace {

using namespace protocol;

constexpr std::int64_t lifetime_ms = 3'600'000;
constexpr std::int64_t half_ms = lifetime_ms / 2;

Settings with_relays() {
    Settings settings;
    settings.ice_lifetime_ms = lifetime_ms;
    return settings;
}

TEST(HubIce, IsGivenWithTheTimeThatItHolds) {
    World world(with_relays());
    const auto joined = world.joined(world.join("ann"));
    EXPECT_EQ(joined.ice_ttl_ms, lifetime_ms);
    EXPECT_EQ(joined.ice_servers.at(0).username, "session-1, 1st");
}

TEST(HubIce, NeverEndsWithoutRelays) {
    World world;
    const auto ann = world.join("ann");
    EXPECT_EQ(world.joined(ann).ice_ttl_ms, 0);
    EXPECT_EQ(world.hub.deadline(), std::nullopt);
}

TEST(HubIce, IsRenewedAtHalfOfItsLifeAndAgainAndAgain) {
    World world(with_relays());
    const auto ann = world.join("ann");
    world.told(ann);
    world.pass(half_ms - 1);
    EXPECT_TRUE(world.told(ann).empty());
    world.pass(1);
    const auto first = world.only<IceChanged>(ann);
    EXPECT_EQ(first.s, 1U);
    EXPECT_EQ(first.ice_ttl_ms, lifetime_ms);
    EXPECT_EQ(first.ice_servers.at(0).username, "session-1, 2nd");
    world.pass(half_ms);
    EXPECT_EQ(world.only<IceChanged>(ann).s, 2U);
}

TEST(HubIce, IsRenewedInTimeWhateverElseIsDue) {
    World world(with_relays());
    const auto ann = world.join("ann");
    world.join("bob");
    world.pass(half_ms / 2);
    world.say(ann, Send{1, std::nullopt, "body"});
    world.pass(half_ms / 2 - 1);
    world.told(ann);
    world.pass(1);
    EXPECT_EQ(world.only<IceChanged>(ann).s, 2U);
}

TEST(HubIce, IsNotRenewedForWhoIsAway) {
    World world(with_relays());
    const auto ann = world.join("ann");
    world.told(ann);
    world.pass(half_ms - 10);
    world.lose(ann);
    world.pass(limits::away_lost_ms);
    EXPECT_TRUE(world.told(ann).empty());
    EXPECT_EQ(world.hub.people(), 0U);
}

TEST(HubIce, IsFreshForWhoResumesAndRenewedCountingFromThere) {
    World world(with_relays());
    const auto ann = world.join("ann");
    world.pass(half_ms - 10);
    world.lose(ann);
    world.pass(1'000);
    const auto again = world.resume("ann", ann, 0);
    const auto joined = world.joined(again);
    EXPECT_TRUE(joined.resumed);
    EXPECT_EQ(joined.ice_ttl_ms, lifetime_ms);
    EXPECT_EQ(joined.ice_servers.at(0).username, "session-1, 2nd");
    world.pass(half_ms - 1);
    EXPECT_TRUE(world.told(again).empty());
    world.pass(1);
    world.only<IceChanged>(again);
}

TEST(HubIce, IsSaidAgainToWhoLostItsSocketBeforeHavingIt) {
    World world(with_relays());
    const auto ann = world.join("ann");
    world.pass(half_ms);
    world.lose(ann);
    const auto again = world.resume("ann", ann, 0);
    const auto told = world.told(again);
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(std::get<Joined>(told[0]).ice_servers.at(0).username, "session-1, 3rd");
    EXPECT_EQ(std::get<IceChanged>(told[1]).s, 1U);
}

TEST(HubIce, IsNotTakenForAConnectionThatIsGone) {
    World world(with_relays());
    const auto ann = world.join("ann");
    world.lose(ann);
    world.told(ann);
    world.hub.handle(world.now_ms, ann, input::IceRenewed{});
    EXPECT_FALSE(world.hub.poll());
}

}  // namespace
}  // namespace parley::hub
