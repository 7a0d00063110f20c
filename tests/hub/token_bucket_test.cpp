#include "hub/token_bucket.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace parley::hub {
namespace {

constexpr Rate two_a_second{.per_second = 2, .burst = 3};

TEST(TokenBucket, AllowsABurstAndNoMore) {
    TokenBucket bucket(two_a_second, 0);
    for (int taken = 0; taken < 3; ++taken) EXPECT_TRUE(bucket.take(0));
    EXPECT_FALSE(bucket.take(0));
}

TEST(TokenBucket, RefillsWithTime) {
    TokenBucket bucket(two_a_second, 0);
    EXPECT_TRUE(bucket.take(0, 3));
    EXPECT_FALSE(bucket.take(499));
    EXPECT_TRUE(bucket.take(500));
    EXPECT_FALSE(bucket.take(500));
}

TEST(TokenBucket, SaysHowLongToWait) {
    TokenBucket bucket(two_a_second, 0);
    EXPECT_EQ(bucket.wait_ms(), 0);
    EXPECT_TRUE(bucket.take(0, 3));
    EXPECT_EQ(bucket.wait_ms(), 500);
    EXPECT_EQ(bucket.wait_ms(2), 1000);
}

TEST(TokenBucket, NeverHoldsMoreThanTheBurst) {
    TokenBucket bucket(two_a_second, 0);
    EXPECT_TRUE(bucket.take(std::numeric_limits<std::int64_t>::max() / 2, 3));
    EXPECT_FALSE(bucket.take(std::numeric_limits<std::int64_t>::max() / 2));
}

TEST(TokenBucket, TakesNothingWhenItRefuses) {
    TokenBucket bucket(two_a_second, 0);
    EXPECT_FALSE(bucket.take(0, 4));
    EXPECT_TRUE(bucket.take(0, 3));
}

TEST(TokenBucket, IgnoresTimeThatRunsBackwards) {
    TokenBucket bucket(two_a_second, 1000);
    EXPECT_TRUE(bucket.take(1000, 3));
    EXPECT_FALSE(bucket.take(0));
    EXPECT_TRUE(bucket.take(1500));
}

}  // namespace
}  // namespace parley::hub
