#pragma once

#include "ui/context.hpp"

namespace parley::ui {

/// A drawing of two people in a call with a lock between them; decoration only. Keeps 5 to 4 in `rect`.
void draw_illustration(Context& context, const Rect& rect);

/// The product's mark: two speech tiles that overlap.
void draw_logo(Context& context, const Rect& rect);

}  // namespace parley::ui
