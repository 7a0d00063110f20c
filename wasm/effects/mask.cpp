#include "effects/mask.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace parley::effects {
namespace {

constexpr float inertia = 0.7F;  ///< of what the network knows nothing about, in one picture

}  // namespace

void Mask::take(std::span<const float> said, std::span<std::uint8_t> bytes) {
    const bool first = steady_.size() != said.size();
    if (first) steady_.assign(said.begin(), said.end());
    for (std::size_t at = 0; at < said.size(); ++at) {
        const float value = std::clamp(said[at], 0.0F, 1.0F);
        const float lean = 2 * value - 1;
        const float doubt = 1 - lean * lean;
        steady_[at] = value + (steady_[at] - value) * doubt * inertia;
        bytes[at] = static_cast<std::uint8_t>(std::lround(steady_[at] * 255));
    }
}

}  // namespace parley::effects
