#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/sim/storm.hpp"

namespace parley::sim {
namespace {

TEST(Storm, GoesTheSameWayTwiceFromOneSeed) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Storm first(seed);
        Storm second(seed);
        first.play();
        second.play();
        EXPECT_EQ(first.fingerprint(), second.fingerprint()) << seed;
    }
}

TEST(Storm, GoesTheSameWayWhenSomebodyReadsAlong) {
    std::vector<std::string> lines;
    Storm quiet(3);
    Storm traced(3, [&](const std::string& line) { lines.push_back(line); });
    quiet.play();
    traced.play();
    EXPECT_EQ(quiet.fingerprint(), traced.fingerprint());
    EXPECT_GT(lines.size(), 100U);
}

TEST(Storm, GoesAnotherWayFromAnotherSeed) {
    Storm first(1);
    Storm second(2);
    first.play();
    second.play();
    EXPECT_NE(first.fingerprint(), second.fingerprint());
}

TEST(Storm, LeavesEveryoneConnectedInTheEnd) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        Storm storm(seed);
        storm.play();
        EXPECT_EQ(storm.faults(), std::vector<std::string>()) << "seed " << seed;
        if (HasFailure()) break;
    }
}

}  // namespace
}  // namespace parley::sim
