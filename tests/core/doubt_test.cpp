#include <gtest/gtest.h>

#include "core/bounds.hpp"
#include "tests/core/side.hpp"

// Whether the path of a connection that says that it is connected still carries anything.

namespace parley::core {
namespace {

using Manners = Negotiation::Manners;

TEST(Doubt, RestartsWhenNothingArrivesAfterASignOfTrouble) {
    Side side(Manners::Impolite);
    side.connect();
    side.negotiation.suspect(side.now);
    side.find_silence();
    EXPECT_EQ(side.asked<output::RestartIce>().size(), 1U);
}

TEST(Doubt, WaitsForNobodyWhenTheOwnNetworkChanged) {
    Side side(Manners::Polite);
    side.connect();
    side.negotiation.on_network_changed(side.now);
    side.find_silence();
    EXPECT_EQ(side.asked<output::RestartIce>().size(), 1U);
}

TEST(Doubt, LetsTheOtherRestartFirstWhenBothMayHaveLostThePath) {
    Side side(Manners::Polite);
    side.connect();
    side.negotiation.suspect(side.now);
    side.count_through_doubt(7'000, 7'000);
    side.pass(bounds::polite_restart_ms - 1);
    EXPECT_TRUE(side.asked<output::RestartIce>().empty());
    side.pass(1);
    EXPECT_EQ(side.asked<output::RestartIce>().size(), 1U);
}

TEST(Doubt, LeavesAPathAloneThatStillCarriesSomething) {
    Side side(Manners::Impolite);
    side.connect();
    side.negotiation.suspect(side.now);
    side.count_through_doubt(7'000, 7'001);
    side.pass(10'000);
    EXPECT_TRUE(side.asked<output::RestartIce>().empty());
}

TEST(Doubt, IsNotFooledByWhatWasStillUnderWay) {
    Side side(Manners::Impolite);
    side.connect();
    side.negotiation.on_network_changed(side.now);
    side.pass(bounds::stragglers_ms - 1);
    EXPECT_TRUE(side.asked<output::Measure>().empty()) << "packets of the old path may still come";
    side.find_silence();
    EXPECT_EQ(side.asked<output::RestartIce>().size(), 1U);
}

TEST(Doubt, TakesALookForOtherReasonsForNoDoubt) {
    Side side(Manners::Impolite);
    side.connect();
    side.count_bytes(7'000);
    side.pass(10'000);
    side.count_bytes(7'000);
    side.pass(10'000);
    EXPECT_TRUE(side.asked<output::RestartIce>().empty());
}

TEST(Doubt, AsksOncePerSuspicion) {
    Side side(Manners::Impolite);
    side.connect();
    side.negotiation.suspect(side.now);
    side.pass(bounds::stragglers_ms);
    side.negotiation.suspect(side.now);
    EXPECT_EQ(side.asked<output::Measure>().size(), 1U);
    side.count_bytes(7'000);
    side.negotiation.suspect(side.now);
    side.pass(bounds::stall_ms);
    EXPECT_EQ(side.asked<output::Measure>().size(), 1U) << "and once more when it counts";
}

TEST(Doubt, EndsWithTheConnectionThatItIsAbout) {
    Side side(Manners::Impolite);
    side.connect();
    side.negotiation.suspect(side.now);
    side.pass(bounds::stragglers_ms);
    side.be_connected("theirs.9");
    side.count_bytes(7'000);
    side.pass(bounds::stall_ms);
    EXPECT_TRUE(side.asked<output::Measure>().empty()) << "nobody doubts the new one";
}

}  // namespace
}  // namespace parley::core
