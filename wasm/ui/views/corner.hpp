#pragma once

#include "ui/context.hpp"

namespace parley::ui {

/// The button `Settings` in the upper right corner of a page. `content` is the page without its margins, `y` where what
/// stands on the page begins.
void settings_corner(Context& context, const Rect& content, float y);

}  // namespace parley::ui
