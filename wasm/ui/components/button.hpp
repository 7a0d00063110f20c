#pragma once

#include <optional>
#include <string_view>

#include "ui/context.hpp"
#include "ui/icons.hpp"

namespace parley::ui {

struct ButtonLook {
    enum class Kind : std::uint8_t { Filled, Tonal, Text, Danger } kind = Kind::Filled;
    enum class State : std::uint8_t {
        Enabled,
        Disabled,
        Busy
    } state = State::Enabled;  ///< Busy: disabled, with a spinner
    std::optional<Icon> icon = {};
    std::string_view description = {};  ///< said after the name
};

/// A push button as wide as `rect`; true when it was pressed in this frame.
bool button(Context& context, std::string_view key, const Rect& rect, std::string_view label,
            const ButtonLook& look = {});

/// The width at which `label` and `look`'s icon stand well.
float button_width(Context& context, std::string_view label, const ButtonLook& look = {});

}  // namespace parley::ui
