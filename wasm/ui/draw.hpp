#pragma once

#include <imgui.h>

#include "ui/geometry.hpp"
#include "ui/theme.hpp"

/// Shapes in the interface's own rectangles and colours.
namespace parley::ui {

constexpr ImU32 packed(Color color) {
    return IM_COL32((color >> 24) & 0xFFU, (color >> 16) & 0xFFU, (color >> 8) & 0xFFU, color & 0xFFU);
}

inline ImVec2 top_left(const Rect& rect) { return {rect.x, rect.y}; }
inline ImVec2 bottom_right(const Rect& rect) { return {right(rect), bottom(rect)}; }

inline void fill(ImDrawList& list, const Rect& rect, Color color, float corner_radius) {
    list.AddRectFilled(top_left(rect), bottom_right(rect), packed(color), corner_radius);
}

/// A border that lies wholly inside `rect`.
inline void border(ImDrawList& list, const Rect& rect, Color color, float corner_radius, float width) {
    const Rect middle = inset(rect, width / 2, width / 2);
    list.AddRect(top_left(middle), bottom_right(middle), packed(color), corner_radius - width / 2, 0, width);
}

}  // namespace parley::ui
