#pragma once

#include <string_view>

#include "ui/context.hpp"
#include "ui/icons.hpp"

namespace parley::ui {

/// A call bar's round button. Its accessible name is what pressing it does, so that it needs no pressed state.
struct IconToggle {
    enum class Tone : std::uint8_t { Neutral, Off, Danger } tone = Tone::Neutral;
    Icon icon = Icon::Microphone;
    std::string_view label = {};        ///< accessible name and tooltip
    std::string_view description = {};  ///< said after the name
    bool warning = false;               ///< a mark that something needs attention
};

/// True when it was pressed in this frame. `rect` may be wider than high: then it is a pill.
bool icon_toggle(Context& context, std::string_view key, const Rect& rect, const IconToggle& look);

}  // namespace parley::ui
