#pragma once

#include <string_view>

#include "ui/context.hpp"
#include "ui/stack.hpp"

namespace parley::ui {

/// The heading above a part of the gallery. `name` must outlive the stack.
void gallery_section(Context& context, Stack& stack, std::string_view name);

}  // namespace parley::ui
