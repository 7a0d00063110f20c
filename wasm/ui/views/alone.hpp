#pragma once

#include "core/view.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// The own picture with a card beside or below it that helps to bring somebody in.
void alone_view(Context& context, const core::View& view, Rect area);

}  // namespace parley::ui
