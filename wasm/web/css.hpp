#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <cstdio>

#include "ui/geometry.hpp"

/// Values for CSSOM properties, which the Content-Security-Policy allows where style attributes are refused.
namespace parley::web {

inline emscripten::val css_pixels(float length) {
    char text[32];
    std::snprintf(text, sizeof text, "%gpx", static_cast<double>(length));
    return emscripten::val::u8string(text);
}

/// The shape that leaves `part` of `whole`, with round corners (CSS Shapes, inset()).
inline emscripten::val css_inset(const ui::Rect& whole, const ui::Rect& part, float corner_radius) {
    const auto number = [](float length) { return static_cast<double>(length); };
    char text[160];
    std::snprintf(text, sizeof text, "inset(%gpx %gpx %gpx %gpx round %gpx)", number(part.y - whole.y),
                  number(ui::right(whole) - ui::right(part)), number(ui::bottom(whole) - ui::bottom(part)),
                  number(part.x - whole.x), number(corner_radius));
    return emscripten::val::u8string(text);
}

/// `rgba` is 0xRRGGBBAA.
inline emscripten::val css_color(std::uint32_t rgba) {
    char text[10];
    std::snprintf(text, sizeof text, "#%08x", static_cast<unsigned>(rgba));
    return emscripten::val::u8string(text);
}

}  // namespace parley::web
