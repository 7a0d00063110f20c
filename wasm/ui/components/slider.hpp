#pragma once

#include <optional>
#include <string_view>

#include "ui/context.hpp"

namespace parley::ui {

/// A number between two bounds, moved by pointer or arrow keys.
struct Slider {
    std::string_view label = {};  ///< accessible name
    std::string_view words = {};  ///< the value as it is said, as in `80 %`
    float value = 0, min = 0, max = 1, step = 0.01F;
    enum class State : std::uint8_t { Enabled, Disabled } state = State::Enabled;
};

/// The value that the person wants in this frame, if it is another one.
std::optional<float> slider(Context& context, std::string_view key, const Rect& rect, const Slider& look);

}  // namespace parley::ui
