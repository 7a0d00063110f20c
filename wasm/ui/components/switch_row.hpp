#pragma once

#include <string_view>

#include "ui/context.hpp"

namespace parley::ui {

/// Something that is on or off at once, with a sentence on what that means.
struct SwitchRow {
    std::string_view label = {};
    std::string_view explanation = {};
    enum class Position : std::uint8_t { Off, On } position = Position::Off;
    enum class State : std::uint8_t { Enabled, Disabled } state = State::Enabled;
};

float switch_row_height(Context& context, const SwitchRow& look, float width);

/// True when it was pressed in this frame: the position is the caller's to change.
bool switch_row(Context& context, std::string_view key, const Rect& rect, const SwitchRow& look);

}  // namespace parley::ui
