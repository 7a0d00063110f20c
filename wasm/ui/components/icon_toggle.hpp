#pragma once

#include <optional>
#include <string_view>

#include "ui/context.hpp"
#include "ui/icons.hpp"

namespace parley::ui {

/// A round button with an icon, Plain without a background. Its accessible name is what pressing it does, or it has a
/// pressed state.
struct IconToggle {
    enum class Tone : std::uint8_t { Neutral, Off, Accent, Danger, Plain } tone = Tone::Neutral;
    Icon icon = Icon::Microphone;
    std::string_view label = {};        ///< accessible name and tooltip
    std::string_view description = {};  ///< said after the name
    std::string_view shortcut = {};     ///< the key that does the same
    bool warning = false;               ///< a mark that something needs attention
    std::uint32_t count = 0;            ///< of what waits behind it, on a badge; 0 for none
    std::optional<bool> pressed = {};   ///< for a name that does not change: whether what it shows is shown
    std::optional<bool> expanded = {};  ///< it opens a menu, which is there or not
    /// None: what takes the focus by itself, and whose tooltip would cover what is to be read.
    enum class Tooltip : std::uint8_t { Label, None } tooltip = Tooltip::Label;
    enum class State : std::uint8_t { Enabled, Disabled } state = State::Enabled;
};

/// True when it was pressed in this frame. `rect` may be wider than high: then it is a pill.
bool icon_toggle(Context& context, std::string_view key, const Rect& rect, const IconToggle& look);

}  // namespace parley::ui
