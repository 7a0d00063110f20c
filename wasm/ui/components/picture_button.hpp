#pragma once

#include <optional>
#include <string_view>

#include "ui/context.hpp"
#include "ui/icons.hpp"

namespace parley::ui {

/// A small round button on a picture, dark behind its icon so that it is seen on any.
struct PictureButton {
    Icon icon = Icon::More;
    std::string_view label = {};       ///< accessible name and tooltip: what pressing it does
    std::optional<bool> pressed = {};  ///< for a name that does not change
    /// Resting: not drawn, and nothing for a pointer; the keyboard and assistive technology reach it all the same.
    enum class Sight : std::uint8_t { Shown, Resting } sight = Sight::Shown;
    enum class State : std::uint8_t { Enabled, Disabled } state = State::Enabled;
};

inline constexpr float picture_button_size = 32;

/// True when it was pressed in this frame.
bool picture_button(Context& context, std::string_view key, const Rect& rect, const PictureButton& look);

}  // namespace parley::ui
