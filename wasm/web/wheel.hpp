#pragma once

#include <emscripten/val.h>

#include "ui/zoom.hpp"

/// How a wheel's turn and a pinch of a touchpad are told (UI Events, WheelEvent).
namespace parley::web {

/// Lines of a wheel's turn: pixels, lines and pages are what WheelEvent.deltaMode counts in.
inline float wheel_lines(float delta, int mode) {
    constexpr float lines_per_unit[] = {1.0F / 100, 1.0F / 3, 10.0F};
    return mode >= 0 && mode < 3 ? -delta * lines_per_unit[mode] : 0;
}

/// A pinch is told in hundredths of the logarithm of its zoom; a wheel's line means less.
inline constexpr float pinch_lines = 1 / ui::zoom_per_wheel_line;

/// So that a wheel's turn can be taken from the page.
inline emscripten::val not_passive() {
    emscripten::val options = emscripten::val::object();
    options.set("passive", false);
    return options;
}

}  // namespace parley::web
