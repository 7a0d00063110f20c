#pragma once

#include <string_view>

#include "ui/context.hpp"

namespace parley::ui {

float key_row_height(Context& context, std::string_view words, float width);

/// A key, drawn as one, and what it does.
void key_row(Context& context, const Rect& rect, std::string_view key, std::string_view words);

}  // namespace parley::ui
