#pragma once

#include "core/view.hpp"
#include "ui/context.hpp"

namespace parley::ui {

float call_bar_height(const Rect& area);

/// The call's controls in the middle of `rect`, and the room's name beside them where there is room.
void call_bar(Context& context, const core::View& view, const Rect& rect);

}  // namespace parley::ui
