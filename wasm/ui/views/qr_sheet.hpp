#pragma once

#include "core/view.hpp"
#include "ui/context.hpp"
#include "ui/stack.hpp"

namespace parley::ui {

/// The link for another device to read, over the call.
void qr_sheet(Context& context, const core::View& view);

/// What the sheet holds. `view` must live until it is placed.
Stack qr_content(Context& context, const core::View& view, float width);

}  // namespace parley::ui
