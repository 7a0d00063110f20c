#pragma once

#include <cstddef>

#include "ui/arrangement.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// Turns the pages of tiles; the page that is wanted from the next frame on.
std::size_t stage_pages(Context& context, const Arrangement::Pages& pages);

}  // namespace parley::ui
