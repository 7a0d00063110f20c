#pragma once

#include "ui/context.hpp"
#include "ui/stack.hpp"

namespace parley::ui {

/// Adds what settings, the check and a call in trouble are made of, in each of its states, to the gallery's `stack`.
void add_panels(Context& context, Stack& stack);

}  // namespace parley::ui
