#pragma once

#include "ui/context.hpp"

namespace parley::ui {

/// The raised sheet that cards, menus and dialogs lie on.
inline void draw_panel(Context& context, const Rect& rect) {
    fill(*context.draw, rect, context.palette->raised, radius::card);
    border(*context.draw, rect, context.palette->hairline, radius::card, 1);
}

}  // namespace parley::ui
