#pragma once

#include <algorithm>
#include <cmath>

#include "ui/semantics.hpp"

/// Arithmetic on rectangles, in CSS pixels.
namespace parley::ui {

constexpr float right(const Rect& rect) { return rect.x + rect.width; }
constexpr float bottom(const Rect& rect) { return rect.y + rect.height; }

constexpr Rect inset(const Rect& rect, float horizontal, float vertical) {
    return {rect.x + horizontal, rect.y + vertical, std::max(0.0F, rect.width - 2 * horizontal),
            std::max(0.0F, rect.height - 2 * vertical)};
}

constexpr Rect outset(const Rect& rect, float by) {
    return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

/// A rectangle of the given size in the middle of `rect`, on whole pixels so that its edges stay crisp.
inline Rect centered(const Rect& rect, float width, float height) {
    return {std::floor(rect.x + (rect.width - width) / 2), std::floor(rect.y + (rect.height - height) / 2), width,
            height};
}

/// Cuts `height` off the top of `rect` and returns what was cut.
constexpr Rect take_top(Rect& rect, float height) {
    height = std::min(height, rect.height);
    const Rect taken{rect.x, rect.y, rect.width, height};
    rect.y += height;
    rect.height -= height;
    return taken;
}

constexpr Rect take_bottom(Rect& rect, float height) {
    height = std::min(height, rect.height);
    rect.height -= height;
    return {rect.x, bottom(rect), rect.width, height};
}

constexpr Rect take_left(Rect& rect, float width) {
    width = std::min(width, rect.width);
    const Rect taken{rect.x, rect.y, width, rect.height};
    rect.x += width;
    rect.width -= width;
    return taken;
}

constexpr Rect take_right(Rect& rect, float width) {
    width = std::min(width, rect.width);
    rect.width -= width;
    return {right(rect), rect.y, width, rect.height};
}

}  // namespace parley::ui
