#include "effects/kernels.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "effects/network.hpp"

// Each kind of layer against sums that can be done by hand, or against the same thing written plainly.

namespace parley::effects {
namespace {

/// Numbers without a pattern, the same in every run.
std::vector<float> numbers(std::size_t count) {
    std::vector<float> made;
    std::uint32_t state = 12345;
    for (std::size_t at = 0; at < count; ++at) {
        state = state * 1664525U + 1013904223U;
        made.push_back(static_cast<float>(state >> 8) / static_cast<float>(1U << 24) - 0.5F);
    }
    return made;
}

/// A convolution as its definition says it, with what lacks at the edges shared like in TensorFlow ("SAME").
std::vector<float> plainly(const Layer& layer, const Shape& in_shape, const std::vector<float>& in, const Shape& out) {
    std::vector<float> sums;
    const auto lacking = [&](int in_size, int out_size) {
        return std::max((out_size - 1) * layer.stride + layer.taps - in_size, 0) / 2;
    };
    for (int y = 0; y < out.height; ++y) {
        for (int x = 0; x < out.width; ++x) {
            for (int channel = 0; channel < out.channels; ++channel) {
                float sum = layer.bias[static_cast<std::size_t>(channel)];
                for (int tap = 0; tap < layer.taps * layer.taps; ++tap) {
                    const int row = y * layer.stride + tap / layer.taps - lacking(in_shape.height, out.height);
                    const int column = x * layer.stride + tap % layer.taps - lacking(in_shape.width, out.width);
                    if (row < 0 || column < 0 || row >= in_shape.height || column >= in_shape.width) continue;
                    for (int from = 0; from < in_shape.channels; ++from) {
                        const int weight = (channel * layer.taps * layer.taps + tap) * in_shape.channels + from;
                        const int pixel = (row * in_shape.width + column) * in_shape.channels + from;
                        sum += in[static_cast<std::size_t>(pixel)] * layer.weights[static_cast<std::size_t>(weight)];
                    }
                }
                sums.push_back(sum);
            }
        }
    }
    return sums;
}

struct Size {
    int taps;
    int stride;
    Shape in;
    int channels_out;
};

TEST(Kernels, ConvolveLikeTheDefinitionOfIt) {
    for (const auto& [taps, stride, in_shape, channels_out] : {Size{1, 1, {3, 5, 7}, 24},
                                                               {1, 1, {1, 1, 16}, 12},
                                                               {3, 2, {8, 10, 3}, 16},
                                                               {3, 1, {5, 5, 4}, 8},
                                                               {5, 2, {9, 7, 4}, 4}}) {
        const Shape out{(in_shape.height + stride - 1) / stride, (in_shape.width + stride - 1) / stride, channels_out};
        Layer layer{
            .kind = LayerKind::Convolve, .stride = stride, .taps = taps, .operands = {0}, .weights = {}, .bias = {}};
        const auto outs = static_cast<std::size_t>(channels_out);
        layer.weights = numbers(static_cast<std::size_t>(taps * taps * in_shape.channels) * outs);
        layer.bias = numbers(outs);
        const auto in = numbers(in_shape.size());
        const auto expected = plainly(layer, in_shape, in, out);
        layer.weights = arranged_for_convolve(layer, in_shape.channels, channels_out);
        std::vector<float> found(out.size());
        convolve(layer, in_shape, in, out, found);
        for (std::size_t at = 0; at < found.size(); ++at) {
            ASSERT_NEAR(found[at], expected[at], 1e-4F) << taps << " taps, stride " << stride << ", at " << at;
        }
    }
}

TEST(Kernels, ConvolveEachChannelForItself) {
    const Shape in_shape{5, 6, 8};
    const Shape out{3, 3, 8};
    Layer layer{
        .kind = LayerKind::ConvolveEachChannel, .stride = 2, .taps = 3, .operands = {0}, .weights = {}, .bias = {}};
    layer.weights = numbers(9 * 8);
    layer.bias = numbers(8);
    const auto in = numbers(in_shape.size());
    std::vector<float> found(out.size());
    convolve_each_channel(layer, in_shape, in, out, found);
    for (int channel = 0; channel < 8; ++channel) {
        Layer one{.kind = LayerKind::Convolve, .stride = 2, .taps = 3, .operands = {0}, .weights = {}, .bias = {}};
        std::vector<float> plane;
        for (std::size_t at = 0; at < in.size(); at += 8) plane.push_back(in[at + static_cast<std::size_t>(channel)]);
        for (std::size_t tap = 0; tap < 9; ++tap) {
            one.weights.push_back(layer.weights[tap * 8 + static_cast<std::size_t>(channel)]);
        }
        one.bias = {layer.bias[static_cast<std::size_t>(channel)]};
        const auto expected = plainly(one, {5, 6, 1}, plane, {3, 3, 1});
        for (std::size_t pixel = 0; pixel < expected.size(); ++pixel) {
            ASSERT_NEAR(found[pixel * 8 + static_cast<std::size_t>(channel)], expected[pixel], 1e-5F);
        }
    }
}

TEST(Kernels, ConvolveTransposedLaysFourPixelsForEach) {
    Layer layer{
        .kind = LayerKind::ConvolveTransposed, .stride = 2, .taps = 2, .operands = {0}, .weights = {}, .bias = {}};
    layer.weights = {1, 10, 2, 20, 3, 30, 4, 40};  // of two channels: top left, top right, bottom left, bottom right
    layer.bias = {0.5F};
    std::vector<float> out(8);
    convolve_transposed(layer, {1, 2, 2}, std::vector<float>{1, 1, 2, 0}, out);
    EXPECT_EQ(out, (std::vector<float>{11.5F, 22.5F, 2.5F, 4.5F, 33.5F, 44.5F, 6.5F, 8.5F}));
}

TEST(Kernels, EnlargeKeepsWhatIsEvenAndMixesWhatIsNot) {
    std::vector<float> even(2 * 2 * 4);
    enlarge({2, 2, 1}, std::vector<float>{3, 3, 3, 3}, even);
    for (const float value : even) EXPECT_FLOAT_EQ(value, 3);
    std::vector<float> ramp(2 * 4);
    enlarge({1, 2, 1}, std::vector<float>{0, 4}, ramp);
    EXPECT_EQ(ramp, (std::vector<float>{0, 1, 3, 4, 0, 1, 3, 4}));
}

TEST(Kernels, ComputeEachNumberForItself) {
    const std::vector<float> in{-4, -1, 0, 1, 4};
    std::vector<float> out(in.size());
    rectify(in, out);
    EXPECT_EQ(out, (std::vector<float>{0, 0, 0, 1, 4}));
    hard_swish(in, out);
    EXPECT_FLOAT_EQ(out[0], 0);
    EXPECT_FLOAT_EQ(out[1], -1.0F / 3);
    EXPECT_FLOAT_EQ(out[3], 2.0F / 3);
    EXPECT_FLOAT_EQ(out[4], 4);
    sigmoid(in, out);
    EXPECT_FLOAT_EQ(out[2], 0.5F);
    EXPECT_FLOAT_EQ(out[4], 1 / (1 + std::exp(-4.0F)));
    std::vector<float> means(2);
    mean({2, 1, 2}, std::vector<float>{1, 10, 3, 30}, means);
    EXPECT_EQ(means, (std::vector<float>{2, 20}));
    std::vector<float> products(4);
    multiply(std::vector<float>{1, 2, 3, 4}, std::vector<float>{10, 100}, products);
    EXPECT_EQ(products, (std::vector<float>{10, 200, 30, 400}));
}

TEST(Network, SharesMemoryOnlyWhereNothingIsStillNeeded) {
    // 2 = rectify(1), 3 = sigmoid(2), 4 = 2 + 3, 5 = 4 * 1: the first value is needed until the end.
    Model model;
    model.values.assign(6, Shape{1, 1, 4});
    const auto layer = [&](LayerKind kind, std::vector<int> operands, int result) {
        model.layers.push_back(
            {.kind = kind, .operands = std::move(operands), .result = result, .weights = {}, .bias = {}});
    };
    layer(LayerKind::Rectify, {1}, 2);
    layer(LayerKind::Sigmoid, {2}, 3);
    layer(LayerKind::Add, {2, 3}, 4);
    layer(LayerKind::Multiply, {4, 1}, 5);
    model.input = 1;
    model.output = 5;
    Network network(model);
    for (int run = 0; run < 2; ++run) {
        const std::vector<float> in{-1, 0, 1, 2};
        std::ranges::copy(in, network.input().begin());
        network.run();
        for (std::size_t at = 0; at < in.size(); ++at) {
            const float positive = std::max(in[at], 0.0F);
            EXPECT_FLOAT_EQ(network.output()[at], (positive + 1 / (1 + std::exp(-positive))) * in[at]);
        }
    }
}

}  // namespace
}  // namespace parley::effects
