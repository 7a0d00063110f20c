#pragma once

#include "ui/context.hpp"

namespace parley::ui {

/// Where a page's content begins: `height` centred in `area` when it fits, else scrolled by wheel, finger or
/// keyboard focus. Call once in a frame, before the content is placed at the returned y.
float begin_page(Context& context, const Rect& area, float height);

/// Says that the content is complete; brings what the keyboard has moved to into sight.
void end_page(Context& context, const Rect& area, float height);

}  // namespace parley::ui
