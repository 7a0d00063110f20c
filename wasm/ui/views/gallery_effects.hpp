#pragma once

#include "ui/context.hpp"
#include "ui/stack.hpp"

namespace parley::ui {

/// What is offered for camera and microphone, as part of the gallery.
void add_effects(Context& context, Stack& stack);

}  // namespace parley::ui
