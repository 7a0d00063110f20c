#pragma once

#include "ui/context.hpp"

namespace parley::ui {

/// Fills what other things stand on: a note, a bubble, a badge. Where colours are forced all fills are alike, and an
/// edge shows where it ends.
inline void fill_surface(Context& context, const Rect& rect, Color color, float corner_radius) {
    fill(*context.draw, rect, color, corner_radius);
    if (!context.palette->forced) return;
    const float opacity = static_cast<float>(color & 0xFFU) / 255;
    border(*context.draw, rect, faded(context.palette->hairline, opacity), corner_radius, 1);
}

}  // namespace parley::ui
