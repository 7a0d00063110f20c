#include "effects/kernels.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>

namespace parley::effects {
namespace {

// Four numbers that the processor computes with at once; compilers for every machine know this form.
using Four [[gnu::vector_size(16)]] = float;
constexpr int lanes = 4;

Four load(const float* from) {
    Four value;
    std::memcpy(&value, from, sizeof value);
    return value;
}
void store(float* to, Four value) { std::memcpy(to, &value, sizeof value); }

/// Pixels that lie side by side in `in`, each with `channels_in`; adds to `sums` what `weights` make of them, for
/// `Fours` times four channels out.
template <int Pixels, int Fours>
void accumulate(Four (&sums)[Pixels][Fours], const float* in, int channels_in, int pixel_step, const float* weights,
                int channels_out) {
    for (int channel = 0; channel < channels_in; ++channel) {
        Four row[Fours];
        for (int four = 0; four < Fours; ++four) row[four] = load(weights + four * lanes);
        for (int pixel = 0; pixel < Pixels; ++pixel) {
            const float value = in[pixel * pixel_step + channel];
            const Four all{value, value, value, value};
            for (int four = 0; four < Fours; ++four) sums[pixel][four] += row[four] * all;
        }
        weights += channels_out;
    }
}

template <int Pixels, int Fours>
void convolve_pixels(const Layer& layer, const float* in, int channels_in, float* out, int channels_out, int channel) {
    Four sums[Pixels][Fours];
    for (auto& pixel : sums) {
        for (int four = 0; four < Fours; ++four) pixel[four] = load(&layer.bias[0] + channel + four * lanes);
    }
    accumulate<Pixels, Fours>(sums, in, channels_in, channels_in, layer.weights.data() + channel, channels_out);
    for (int pixel = 0; pixel < Pixels; ++pixel) {
        for (int four = 0; four < Fours; ++four) {
            store(out + pixel * channels_out + channel + four * lanes, sums[pixel][four]);
        }
    }
}

template <int Pixels>
void convolve_run(const Layer& layer, const float* in, int channels_in, float* out, int channels_out) {
    int channel = 0;
    for (; channel + 2 * lanes <= channels_out; channel += 2 * lanes) {
        convolve_pixels<Pixels, 2>(layer, in, channels_in, out, channels_out, channel);
    }
    for (; channel < channels_out; channel += lanes) {
        convolve_pixels<Pixels, 1>(layer, in, channels_in, out, channels_out, channel);
    }
}

/// One tap: every pixel for itself, four at a time.
void convolve_points(const Layer& layer, const Shape& in_shape, const float* in, int channels_out, float* out) {
    const int pixels = in_shape.height * in_shape.width;
    constexpr int together = 4;
    int pixel = 0;
    for (; pixel + together <= pixels; pixel += together) {
        convolve_run<together>(layer, in + pixel * in_shape.channels, in_shape.channels, out + pixel * channels_out,
                               channels_out);
    }
    for (; pixel < pixels; ++pixel) {
        convolve_run<1>(layer, in + pixel * in_shape.channels, in_shape.channels, out + pixel * channels_out,
                        channels_out);
    }
}

/// Where the taps of the first pixel begin: what lacks is shared between both ends, the odd one at the far end.
int first_tap(int in_size, int out_size, int taps, int stride) {
    return -std::max((out_size - 1) * stride + taps - in_size, 0) / 2;
}

/// Calls `tap(index, in_pixel)` for each tap of the pixel that lies inside the picture.
template <class Tap>
void for_each_tap(const Layer& layer, const Shape& in, int top, int left, const Tap& tap) {
    for (int down = std::max(0, -top); down < std::min(layer.taps, in.height - top); ++down) {
        for (int right = std::max(0, -left); right < std::min(layer.taps, in.width - left); ++right) {
            tap(down * layer.taps + right, (top + down) * in.width + left + right);
        }
    }
}

}  // namespace

// Channels out are filled up to fours by nothing: sizes that are no multiple of four don't occur but could.
std::vector<float> arranged_for_convolve(const Layer& layer, int channels_in, int channels_out) {
    const int taps = layer.taps * layer.taps;
    std::vector<float> arranged(layer.weights.size());
    for (int out = 0; out < channels_out; ++out) {
        for (int tap = 0; tap < taps; ++tap) {
            for (int in = 0; in < channels_in; ++in) {
                const int from = (out * taps + tap) * channels_in + in;
                const int to = (tap * channels_in + in) * channels_out + out;
                arranged[static_cast<std::size_t>(to)] = layer.weights[static_cast<std::size_t>(from)];
            }
        }
    }
    return arranged;
}

void convolve(const Layer& layer, const Shape& in_shape, std::span<const float> in, const Shape& out_shape,
              std::span<float> out) {
    if (layer.taps == 1 && layer.stride == 1) {
        return convolve_points(layer, in_shape, in.data(), out_shape.channels, out.data());
    }
    const int top = first_tap(in_shape.height, out_shape.height, layer.taps, layer.stride);
    const int left = first_tap(in_shape.width, out_shape.width, layer.taps, layer.stride);
    float* to = out.data();
    for (int y = 0; y < out_shape.height; ++y) {
        for (int x = 0; x < out_shape.width; ++x, to += out_shape.channels) {
            for (int channel = 0; channel < out_shape.channels; channel += lanes) {
                Four sums[1][1] = {{load(layer.bias.data() + channel)}};
                for_each_tap(layer, in_shape, y * layer.stride + top, x * layer.stride + left, [&](int tap, int pixel) {
                    const float* weights =
                        layer.weights.data() + tap * in_shape.channels * out_shape.channels + channel;
                    accumulate<1, 1>(sums, in.data() + pixel * in_shape.channels, in_shape.channels, 0, weights,
                                     out_shape.channels);
                });
                store(to + channel, sums[0][0]);
            }
        }
    }
}

void convolve_each_channel(const Layer& layer, const Shape& in_shape, std::span<const float> in, const Shape& out_shape,
                           std::span<float> out) {
    const int channels = in_shape.channels;
    const int top = first_tap(in_shape.height, out_shape.height, layer.taps, layer.stride);
    const int left = first_tap(in_shape.width, out_shape.width, layer.taps, layer.stride);
    float* to = out.data();
    for (int y = 0; y < out_shape.height; ++y) {
        for (int x = 0; x < out_shape.width; ++x, to += channels) {
            std::memcpy(to, layer.bias.data(), static_cast<std::size_t>(channels) * sizeof(float));
            for_each_tap(layer, in_shape, y * layer.stride + top, x * layer.stride + left, [&](int tap, int pixel) {
                const float* weights = layer.weights.data() + tap * channels;
                const float* from = in.data() + pixel * channels;
                for (int channel = 0; channel < channels; channel += lanes) {
                    store(to + channel, load(to + channel) + load(from + channel) * load(weights + channel));
                }
            });
        }
    }
}

void convolve_transposed(const Layer& layer, const Shape& in_shape, std::span<const float> in, std::span<float> out) {
    const int out_width = in_shape.width * 2;
    for (int y = 0; y < in_shape.height * 2; ++y) {
        for (int x = 0; x < out_width; ++x) {
            const float* from = in.data() + ((y / 2) * in_shape.width + x / 2) * in_shape.channels;
            const float* weights = layer.weights.data() + ((y % 2) * 2 + x % 2) * in_shape.channels;
            float sum = layer.bias[0];
            for (int channel = 0; channel < in_shape.channels; ++channel) sum += from[channel] * weights[channel];
            const int place = y * out_width + x;
            out[static_cast<std::size_t>(place)] = sum;
        }
    }
}

void mean(const Shape& in_shape, std::span<const float> in, std::span<float> out) {
    std::ranges::fill(out, 0.0F);
    for (std::size_t at = 0; at < in.size(); at += out.size()) {
        for (std::size_t channel = 0; channel < out.size(); ++channel) out[channel] += in[at + channel];
    }
    const auto pixels = static_cast<float>(in_shape.height * in_shape.width);
    for (float& value : out) value /= pixels;
}

// A new pixel lies a quarter of an old one beside its old pixel's middle: three parts of it, one of the neighbour.
void enlarge(const Shape& in_shape, std::span<const float> in, std::span<float> out) {
    const int channels = in_shape.channels;
    float* to = out.data();
    for (int y = 0; y < in_shape.height * 2; ++y) {
        const int row = y / 2;
        const int other_row = std::clamp(row + (y % 2 == 0 ? -1 : 1), 0, in_shape.height - 1);
        for (int x = 0; x < in_shape.width * 2; ++x, to += channels) {
            const int column = x / 2;
            const int other_column = std::clamp(column + (x % 2 == 0 ? -1 : 1), 0, in_shape.width - 1);
            const auto at = [&](int down, int right) { return in.data() + (down * in_shape.width + right) * channels; };
            const float *near = at(row, column), *beside = at(row, other_column), *above = at(other_row, column),
                        *across = at(other_row, other_column);
            for (int channel = 0; channel < channels; ++channel) {
                to[channel] = (9 * near[channel] + 3 * (beside[channel] + above[channel]) + across[channel]) / 16;
            }
        }
    }
}

void add(std::span<const float> one, std::span<const float> other, std::span<float> out) {
    for (std::size_t at = 0; at < out.size(); ++at) out[at] = one[at] + other[at];
}

void multiply(std::span<const float> one, std::span<const float> other, std::span<float> out) {
    for (std::size_t start = 0; start < out.size(); start += other.size()) {
        for (std::size_t at = 0; at < other.size(); ++at) out[start + at] = one[start + at] * other[at];
    }
}

void rectify(std::span<const float> in, std::span<float> out) {
    for (std::size_t at = 0; at < out.size(); ++at) out[at] = in[at] > 0 ? in[at] : 0;
}

void hard_swish(std::span<const float> in, std::span<float> out) {
    for (std::size_t at = 0; at < out.size(); ++at) {
        const float raised = in[at] + 3;
        const float gate = raised < 0 ? 0 : (raised > 6 ? 6 : raised);
        out[at] = in[at] * gate * (1.0F / 6.0F);
    }
}

void sigmoid(std::span<const float> in, std::span<float> out) {
    for (std::size_t at = 0; at < out.size(); ++at) out[at] = 1 / (1 + std::exp(-in[at]));
}

}  // namespace parley::effects
