#pragma once

#include <string_view>

#include "ui/context.hpp"

namespace parley::ui {

/// A button for those who use the keyboard, over the top left corner of `area`: drawn only while the focus is on it.
/// True when it was pressed in this frame.
bool skip_link(Context& context, std::string_view key, const Rect& area, std::string_view label);

}  // namespace parley::ui
