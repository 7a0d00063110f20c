#pragma once

#include "core/view/check.hpp"
#include "ui/context.hpp"
#include "ui/stack.hpp"

namespace parley::ui {

/// What was looked at to answer why a call does not work, over whatever page there is.
void check_sheet(Context& context, const core::CheckView& check);

/// What the sheet holds: the gravest finding, the steps, the other findings. `check` must live until it is placed.
Stack check_content(Context& context, const core::CheckView& check, float width);

}  // namespace parley::ui
