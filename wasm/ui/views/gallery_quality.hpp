#pragma once

#include "ui/context.hpp"
#include "ui/stack.hpp"

namespace parley::ui {

/// What says how connections are doing, as part of the gallery.
void add_quality(Context& context, Stack& stack);

}  // namespace parley::ui
