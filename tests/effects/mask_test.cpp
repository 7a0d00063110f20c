#include "effects/mask.hpp"

#include <gtest/gtest.h>

#include <array>

namespace parley::effects {
namespace {

std::uint8_t taken(Mask& mask, float said) {
    std::array<std::uint8_t, 1> bytes{};
    mask.take(std::array{said}, bytes);
    return bytes[0];
}

TEST(Mask, SaysAtOnceWhatTheNetworkIsSureOf) {
    Mask mask;
    EXPECT_EQ(taken(mask, 0.0F), 0);
    EXPECT_EQ(taken(mask, 1.0F), 255);
    EXPECT_EQ(taken(mask, 0.0F), 0);
}

TEST(Mask, FollowsSlowlyWhereTheNetworkIsInDoubt) {
    Mask mask;
    taken(mask, 0.0F);
    const int first = taken(mask, 0.5F);
    const int second = taken(mask, 0.5F);
    EXPECT_LT(first, 60);
    EXPECT_GT(second, first);
    for (int picture = 0; picture < 20; ++picture) taken(mask, 0.5F);
    EXPECT_NEAR(taken(mask, 0.5F), 128, 2) << "what stays so is believed in the end";
}

TEST(Mask, BearsNumbersThatNoNetworkShouldGive) {
    Mask mask;
    EXPECT_EQ(taken(mask, 7.0F), 255);
    EXPECT_EQ(taken(mask, -7.0F), 0);
}

}  // namespace
}  // namespace parley::effects
