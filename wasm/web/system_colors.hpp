#pragma once

#include <emscripten/val.h>

#include "ui/frame.hpp"

namespace parley::web {

/// What the browser makes of CSS's system colours (CSS Color 4 section 6.2) now. `probe` is an element that is not
/// seen: a computed style is the only place where they are told.
ui::SystemColors read_system_colors(const emscripten::val& probe);

}  // namespace parley::web
