#pragma once

#include "core/view.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// What the call has to say above everything, one below the other from the top of `area`, over the pictures: none of
/// them moves when a banner comes or goes.
void call_banners(Context& context, const core::View& view, Rect area);

}  // namespace parley::ui
