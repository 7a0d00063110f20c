#pragma once

#include "core/view.hpp"
#include "ui/context.hpp"
#include "ui/stack.hpp"

namespace parley::ui {

/// What is seen behind the person and in which light: tiles, and a switch. `view` must live until the stack is placed.
void effects_section(Context& context, Stack& stack, const core::View& view);

/// The switch for stronger noise suppression; the same.
void noise_row(Context& context, Stack& stack, const core::View& view);

}  // namespace parley::ui
