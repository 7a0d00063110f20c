#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <cstdio>

/// Values for CSSOM properties, which the Content-Security-Policy allows where style attributes are refused.
namespace parley::web {

inline emscripten::val css_pixels(float length) {
    char text[32];
    std::snprintf(text, sizeof text, "%gpx", static_cast<double>(length));
    return emscripten::val::u8string(text);
}

/// `rgba` is 0xRRGGBBAA.
inline emscripten::val css_color(std::uint32_t rgba) {
    char text[10];
    std::snprintf(text, sizeof text, "#%08x", static_cast<unsigned>(rgba));
    return emscripten::val::u8string(text);
}

}  // namespace parley::web
