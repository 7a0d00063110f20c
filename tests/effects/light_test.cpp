#include "effects/light.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

namespace parley::effects {
namespace {

std::vector<std::uint8_t> picture(std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
    std::vector<std::uint8_t> bytes;
    for (int pixel = 0; pixel < 16; ++pixel) bytes.insert(bytes.end(), {red, green, blue, 255});
    return bytes;
}

TEST(Light, LeavesABrightPictureAsItIs) {
    Light light;
    light.look(picture(150, 150, 150));
    EXPECT_EQ(light.correction(), Correction{});
}

TEST(Light, BrightensADarkPictureToTheUsual) {
    Light light;
    light.look(picture(60, 60, 60));
    const float after = std::pow(60.0F / 255, light.correction().gamma);
    EXPECT_NEAR(after, 0.49F, 0.05F);
}

TEST(Light, DoesNotMakeNoiseOutOfACoveredCamera) {
    Light light;
    light.look(picture(1, 1, 1));
    EXPECT_EQ(light.correction(), Correction{});
}

TEST(Light, TakesAwayPartOfACast) {
    Light light;
    light.look(picture(180, 140, 100));
    const auto& gain = light.correction().gain;
    EXPECT_LT(gain[0], 0.95F);
    EXPECT_GT(gain[2], 1.05F);
    EXPECT_LE(gain[2], 1.15F) << "a blue wall stays blue";
}

TEST(Light, FollowsWithoutAJump) {
    Light light;
    light.look(picture(150, 150, 150));
    light.look(picture(40, 40, 40));
    const float first = light.correction().gamma;
    EXPECT_LT(first, 1);
    EXPECT_GT(first, 0.9F);
    for (int look = 0; look < 60; ++look) light.look(picture(40, 40, 40));
    EXPECT_LT(light.correction().gamma, 0.6F);
}

TEST(Light, IsNotMovedByAPictureWithoutPixels) {
    Light light;
    light.look({});
    EXPECT_EQ(light.correction(), Correction{});
}

}  // namespace
}  // namespace parley::effects
