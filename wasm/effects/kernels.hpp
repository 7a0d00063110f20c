#pragma once

#include <span>
#include <vector>

#include "effects/model_file.hpp"

/// What the layers compute. Pictures lie row after row, the channels of a pixel side by side. Sizes were checked when
/// the model was read.
namespace parley::effects {

/// Weights in the order in which `convolve` reads them: taps, channels in, channels out.
std::vector<float> arranged_for_convolve(const Layer& layer, int channels_in, int channels_out);

void convolve(const Layer& layer, const Shape& in_shape, std::span<const float> in, const Shape& out_shape,
              std::span<float> out);
void convolve_each_channel(const Layer& layer, const Shape& in_shape, std::span<const float> in, const Shape& out_shape,
                           std::span<float> out);
void convolve_transposed(const Layer& layer, const Shape& in_shape, std::span<const float> in, std::span<float> out);
void mean(const Shape& in_shape, std::span<const float> in, std::span<float> out);
void enlarge(const Shape& in_shape, std::span<const float> in, std::span<float> out);
void add(std::span<const float> one, std::span<const float> other, std::span<float> out);
/// `other` has the size of `one`, or is one pixel that counts for all.
void multiply(std::span<const float> one, std::span<const float> other, std::span<float> out);
void rectify(std::span<const float> in, std::span<float> out);
void hard_swish(std::span<const float> in, std::span<float> out);
void sigmoid(std::span<const float> in, std::span<float> out);

}  // namespace parley::effects
