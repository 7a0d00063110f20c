#include "tests/lab/line.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace parley::lab {
namespace {

constexpr std::uint64_t any_seed = 7;

Line line_with(const LineProperties& properties) {
    Line line(any_seed);
    line.change(0, properties);
    return line;
}

TEST(LineTest, AnUntouchedLineHandsOnAtOnceWhatItGets) {
    Line line(any_seed);
    EXPECT_EQ(line.carry(5, 1500), 5);
    EXPECT_EQ(line.carry(5, 1500), 5);
}

TEST(LineTest, DelayIsAddedToEveryFrameAndKeepsTheirDistance) {
    Line line = line_with({.delay_us = 100});
    EXPECT_EQ(line.carry(0, 1500), 100);
    EXPECT_EQ(line.carry(30, 1500), 130);
}

TEST(LineTest, JitterStaysWithinItsBoundAndLetsNothingOvertake) {
    Line line = line_with({.delay_us = 100, .jitter_us = 50});
    TimeUs last = 0;
    for (TimeUs now = 0; now < 10'000; now += 10) {
        const auto out = line.carry(now, 100);
        ASSERT_TRUE(out);
        EXPECT_GE(*out, now + 100);
        EXPECT_LE(*out, now + 150);
        EXPECT_GE(*out, last);
        last = *out;
    }
}

TEST(LineTest, LossTakesItsShareAndTheSameOfTheSameSeed) {
    const auto fates = [] {
        Line line = line_with({.loss_share = 0.05});
        std::vector<bool> arrived;
        for (int index = 0; index < 10'000; ++index) arrived.push_back(line.carry(0, 100).has_value());
        return arrived;
    };
    const std::vector<bool> once = fates();
    const auto lost = std::count(once.begin(), once.end(), false);
    EXPECT_GT(lost, 400);
    EXPECT_LT(lost, 600);
    EXPECT_EQ(fates(), once);
}

TEST(LineTest, LossOfAllLeavesNothing) {
    Line line = line_with({.loss_share = 1});
    for (int index = 0; index < 100; ++index) EXPECT_FALSE(line.carry(0, 100));
}

TEST(LineTest, ARateLetsFramesOutOneAfterTheOther) {
    // 1,000 bytes at 8 Mbit/s take a millisecond.
    Line line = line_with({.delay_us = 10, .rate_bit_per_s = 8'000'000});
    EXPECT_EQ(line.carry(0, 1000), 1010);
    EXPECT_EQ(line.carry(0, 500), 1510);
    EXPECT_EQ(line.carry(5000, 1000), 6010);
}

TEST(LineTest, AFullQueueDropsWhatComesNextUntilSomethingHasLeft) {
    Line line = line_with({.rate_bit_per_s = 8'000'000, .queue_bytes = 2000});
    EXPECT_TRUE(line.carry(0, 1000));
    EXPECT_TRUE(line.carry(0, 1000));
    EXPECT_EQ(line.backlog_bytes(0), 2000);
    EXPECT_FALSE(line.carry(0, 100));
    EXPECT_FALSE(line.carry(50, 100));
    EXPECT_EQ(line.backlog_bytes(100), 1900);
    EXPECT_TRUE(line.carry(100, 100));
}

TEST(LineTest, WhatIsLostOnTheWayHasTakenItsTurnAtTheRate) {
    Line line = line_with({.loss_share = 1, .rate_bit_per_s = 8'000'000});
    EXPECT_FALSE(line.carry(0, 1000));
    EXPECT_EQ(line.backlog_bytes(0), 1000);
}

TEST(LineTest, WhatWaitsLeavesAtTheNewRate) {
    Line line = line_with({.rate_bit_per_s = 8'000'000});
    line.carry(0, 4000);
    line.change(2000, {.rate_bit_per_s = 800'000});
    EXPECT_EQ(line.backlog_bytes(2000), 2000);
    EXPECT_EQ(line.carry(2000, 100), 2000 + 21'000);
    line.change(2000, {});
    EXPECT_EQ(line.backlog_bytes(2000), 0);
}

TEST(LineTest, ACutLineTakesNothingAndForgetsWhatWaited) {
    Line line = line_with({.rate_bit_per_s = 8'000'000});
    line.carry(0, 4000);
    line.change(0, {.rate_bit_per_s = 8'000'000, .cut = true});
    EXPECT_FALSE(line.carry(0, 100));
    EXPECT_EQ(line.backlog_bytes(0), 0);
    line.change(0, {.rate_bit_per_s = 8'000'000});
    EXPECT_TRUE(line.carry(0, 100));
}

}  // namespace
}  // namespace parley::lab
