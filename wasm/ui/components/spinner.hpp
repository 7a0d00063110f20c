#pragma once

#include <string_view>

#include "ui/context.hpp"

namespace parley::ui {

/// Spokes of which one after the other lights up, in steps; still when less motion is wanted.
void draw_spinner(Context& context, const Rect& rect, Color color);

/// A spinner that is said as progress without an end.
void spinner(Context& context, std::string_view key, const Rect& rect, std::string_view name);

}  // namespace parley::ui
