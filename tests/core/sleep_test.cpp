#include <gtest/gtest.h>

#include "core/bounds.hpp"
#include "tests/core/side.hpp"
#include "tests/core/world.hpp"

// Clocks that leap and timers that are late: a machine that slept, a tab that is hidden.

namespace parley::core {
namespace {

constexpr TimeMs hours_ms = 3 * 3'600'000;

TEST(Sleep, LeavesARestartItsTime) {
    Side side(Negotiation::Manners::Impolite);
    side.connect();
    side.transport(input::TransportState::Failed);
    side.pass(0);
    side.local_set("restart");
    side.forget();
    side.sleep(hours_ms);
    EXPECT_TRUE(side.asked<output::CreateConnection>().size() <= 1U) << "one thing at a time";
    side.forget();
    side.pass(bounds::unresolved_ms - 1);
    EXPECT_TRUE(side.asked<output::CreateConnection>().empty());
}

TEST(Sleep, LetsWhatWasDueFirstHappenFirst) {
    Side side(Negotiation::Manners::Impolite);
    side.connect();
    side.transport(input::TransportState::Disconnected);
    side.sleep(hours_ms);
    EXPECT_EQ(side.asked<output::RestartIce>().size(), 1U);
    EXPECT_TRUE(side.asked<output::CreateConnection>().empty());
}

TEST(Sleep, DoesNotPutOffWhatFollowsIt) {
    Side side(Negotiation::Manners::Impolite);
    side.connect();
    side.transport(input::TransportState::Disconnected);
    side.now += hours_ms;
    side.negotiation.catch_up(side.now);
    side.transport(input::TransportState::Failed);
    side.pass(0);
    EXPECT_EQ(side.asked<output::RestartIce>().size(), 1U);
}

TEST(Sleep, EndsWithALookAtTheSocketAndAtEveryPath) {
    World world;
    Page& ann = world.joined("ann");
    world.joined("bob");
    ann.forget();
    ann.wire().said.clear();
    ann.sleep();
    ann.leap(hours_ms);
    ann.wake();
    world.pass(bounds::stragglers_ms);
    EXPECT_EQ(ann.asked<output::Measure>().size(), 2U) << "that of each second, and the look";
    ASSERT_FALSE(ann.wire().said.empty());
    EXPECT_TRUE(std::holds_alternative<protocol::Ping>(ann.wire().said.front()));
    world.pass(10'000);
    EXPECT_EQ(ann.sees("bob")->pair, PairState::Connected);
    EXPECT_EQ(ann.connections().size(), 1U);
}

TEST(Sleep, ThroughWhichTheSocketDiedTakesNobodyAway) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    // bob is absent for ann, and their path quiet, when ann's machine falls asleep.
    world.network.isolate("bob");
    world.server.lose(bob.wire(), {.client_ms = std::nullopt, .server_ms = std::nullopt});
    world.server.restart();
    world.pass(20'000);
    ASSERT_NE(ann.sees("bob"), nullptr);
    ann.sleep();
    world.server.lose(ann.wire(), {.client_ms = std::nullopt, .server_ms = std::nullopt});
    ann.leap(hours_ms);
    ann.wake();
    world.pass(1'000);
    EXPECT_NE(ann.sees("bob"), nullptr);
}

TEST(Sleep, DoesNotCutAFarewellShort) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    ann.seal_ms = [](SealId) { return 100; };
    ann.put(action::SendChat{"one more thing"});
    ann.put(action::Leave{});
    ann.sleep();
    world.pass(20'000);
    ann.wake();
    world.pass(settle_ms);
    ASSERT_EQ(bob.client.view().chat.lines->size(), 1U);
    EXPECT_EQ(bob.sees("ann"), nullptr);
}

TEST(HiddenTab, GetsOverABrokenPathAlthoughItsTimersAreAMinuteLate) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    ann.timers_late_ms = bob.timers_late_ms = 59'000;
    world.network.checks_give_up_after_ms = 20'000;
    world.network.cut("ann", "bob");
    world.pass(120'000);
    world.network.mend("ann", "bob");
    world.pass(240'000);
    EXPECT_EQ(ann.sees("bob")->pair, PairState::Connected);
    EXPECT_EQ(bob.sees("ann")->pair, PairState::Connected);
}

TEST(HiddenTab, LetsGoOfWhoIsLost) {
    World world;
    world.server.silence_timeout_ms = limits::silence_timeout_ms;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    ann.timers_late_ms = 30'000;
    bob.die();
    world.pass(400'000);
    EXPECT_EQ(ann.sees("bob"), nullptr);
}

}  // namespace
}  // namespace parley::core
