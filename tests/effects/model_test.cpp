#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "effects/network.hpp"

// The models that the page is given, on a person who is drawn, and what is no model at all.

namespace parley::effects {
namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes model_bytes(const std::string& name) {
    const auto path = std::filesystem::path(PARLEY_PAGE_PARTS) / "@mediapipe/selfie_segmentation" / name;
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

const std::string models[] = {"selfie_segmentation_landscape.tflite", "selfie_segmentation.tflite"};

bool inside(float x, float y, float centre_x, float centre_y, float radius_x, float radius_y) {
    const float across = (x - centre_x) / radius_x;
    const float down = (y - centre_y) / radius_y;
    return across * across + down * down < 1;
}

/// A head with hair and eyes over shoulders, before a wall with stripes; `x` runs over the width, 0 to 1.
std::vector<float> colour_at(float x, float y) {
    const float across = (x - 0.5F) * 16 / 9;
    if (inside(across, y, 0, 0.42F, 0.02F, 0.02F)) return {0.8F, 0.6F, 0.5F};
    for (const float eye : {-0.06F, 0.06F}) {
        if (inside(across, y, eye, 0.42F, 0.02F, 0.018F)) return {0.1F, 0.1F, 0.15F};
    }
    if (inside(across, y, 0, 0.54F, 0.05F, 0.015F)) return {0.63F, 0.24F, 0.24F};
    if (y < 0.34F && inside(across, y, 0, 0.3F, 0.17F, 0.16F)) return {0.24F, 0.16F, 0.12F};
    if (inside(across, y, 0, 0.42F, 0.16F, 0.22F)) return {0.88F, 0.67F, 0.55F};
    if (across > -0.08F && across < 0.08F && y > 0.5F && y < 0.75F) return {0.8F, 0.59F, 0.47F};
    if (inside(across, y, 0, 1.15F, 0.55F, 0.55F)) return {0.16F, 0.2F, 0.43F};
    if (static_cast<int>(x * 12) % 3 == 0) return {0.43F, 0.47F, 0.49F};
    return {0.6F, 0.67F, 0.68F};
}

class Models : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        bytes_ = model_bytes(GetParam());
        ASSERT_FALSE(bytes_.empty()) << "the page's parts were not fetched; scripts/setup does it";
    }
    Bytes bytes_;
};

TEST_P(Models, FindADrawnPerson) {
    auto model = read_model(bytes_);
    ASSERT_TRUE(model);
    Network network(*std::move(model));
    const Shape shape = network.input_shape();
    for (int run = 0; run < 2; ++run) {
        auto in = network.input().begin();
        for (int y = 0; y < shape.height; ++y) {
            for (int x = 0; x < shape.width; ++x) {
                const auto colour = colour_at((static_cast<float>(x) + 0.5F) / static_cast<float>(shape.width),
                                              (static_cast<float>(y) + 0.5F) / static_cast<float>(shape.height));
                in = std::ranges::copy(colour, in).out;
            }
        }
        network.run();
        const auto at = [&](float x, float y) {
            const auto row = static_cast<std::size_t>(y * static_cast<float>(shape.height));
            const auto column = static_cast<std::size_t>(x * static_cast<float>(shape.width));
            return network.output()[row * static_cast<std::size_t>(shape.width) + column];
        };
        for (const auto& [x, y] : {std::pair(0.5F, 0.35F), {0.5F, 0.5F}, {0.5F, 0.9F}, {0.4F, 0.95F}, {0.6F, 0.95F}}) {
            EXPECT_GT(at(x, y), 0.9F) << x << ", " << y << " is the person";
        }
        for (const auto& [x, y] : {std::pair(0.05F, 0.1F), {0.95F, 0.1F}, {0.2F, 0.4F}, {0.8F, 0.4F}, {0.5F, 0.05F}}) {
            EXPECT_LT(at(x, y), 0.1F) << x << ", " << y << " is the wall";
        }
    }
}

TEST_P(Models, AreRefusedWhenTheyAreCutOff) {
    for (std::size_t size = 0; size < bytes_.size(); size += 1 + size / 7) {
        const auto model = read_model(std::span(bytes_).first(size));
        EXPECT_FALSE(model) << size << " bytes";
    }
}

TEST_P(Models, WithABrokenByteAreRefusedOrComputeSomething) {
    // The tables stand at the end of the file, after the weights, and at its beginning.
    std::uint32_t state = 7;
    for (int trial = 0; trial < 300; ++trial) {
        Bytes broken = bytes_;
        state = state * 1664525U + 1013904223U;
        const std::size_t reach = std::min<std::size_t>(broken.size(), 60'000);
        broken[broken.size() - 1 - (state >> 8) % reach] ^= static_cast<std::uint8_t>(1U << (state >> 29));
        auto model = read_model(broken);
        if (!model || trial % 30 != 0) continue;
        Network network(*std::move(model));
        network.run();
    }
}

INSTANTIATE_TEST_SUITE_P(All, Models, testing::ValuesIn(models), [](const auto& named) {
    return named.param.find("landscape") != std::string::npos ? "landscape" : "square";
});

TEST(ModelFile, ThatIsNoneIsRefused) {
    EXPECT_FALSE(read_model({}));
    EXPECT_FALSE(read_model(Bytes(100, 0)));
    EXPECT_FALSE(read_model(Bytes(100, 255)));
}

}  // namespace
}  // namespace parley::effects
