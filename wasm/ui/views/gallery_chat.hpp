#pragma once

#include "ui/context.hpp"
#include "ui/stack.hpp"

namespace parley::ui {

/// Private messages, and files in each of their states.
void gallery_chat(Context& context, Stack& stack);

}  // namespace parley::ui
