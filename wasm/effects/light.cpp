#include "effects/light.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace parley::effects {
namespace {

constexpr float brightness_wanted = 0.45F;  ///< mean, of encoded values
constexpr float brightness_min = 0.02F;     ///< what is darker than this is a covered camera
constexpr float gamma_min = 0.45F;          ///< beyond it there is more noise than picture
constexpr float gain_range = 0.15F;
constexpr float cast_share = 0.5F;  ///< of a cast that is taken away: all of it would turn a red wall grey
constexpr float pace = 0.12F;       ///< of the way that is left, with each look

void approach(float& value, float goal, float share) { value += (goal - value) * share; }

Correction goal_for(const std::array<float, 3>& mean) {
    Correction goal;
    const float brightness = 0.299F * mean[0] + 0.587F * mean[1] + 0.114F * mean[2];
    if (brightness < brightness_min) return goal;
    const float gamma = std::log(brightness_wanted) / std::log(std::min(brightness, 0.99F));
    goal.gamma = std::clamp(gamma, gamma_min, 1.0F);
    const float grey = (mean[0] + mean[1] + mean[2]) / 3;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const float cast = grey / std::max(mean[channel], brightness_min) - 1;
        goal.gain[channel] = 1 + std::clamp(cast * cast_share, -gain_range, gain_range);
    }
    return goal;
}

}  // namespace

void Light::look(std::span<const std::uint8_t> picture) {
    constexpr std::size_t pixel_bytes = 4;
    if (picture.size() < pixel_bytes) return;
    std::array<std::uint64_t, 3> sums{};
    for (std::size_t at = 0; at + pixel_bytes <= picture.size(); at += pixel_bytes) {
        for (std::size_t channel = 0; channel < 3; ++channel) sums[channel] += picture[at + channel];
    }
    std::array<float, 3> mean{};
    const std::size_t count = picture.size() / pixel_bytes;
    const auto pixels = static_cast<float>(count);
    for (std::size_t channel = 0; channel < 3; ++channel)
        mean[channel] = static_cast<float>(sums[channel]) / pixels / 255;
    const Correction goal = goal_for(mean);
    // The first look counts whole: nobody should watch the light being found.
    const float share = seen_ == Seen::Nothing ? 1 : pace;
    seen_ = Seen::Something;
    approach(correction_.gamma, goal.gamma, share);
    for (std::size_t channel = 0; channel < 3; ++channel)
        approach(correction_.gain[channel], goal.gain[channel], share);
}

}  // namespace parley::effects
