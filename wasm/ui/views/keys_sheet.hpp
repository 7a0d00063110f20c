#pragma once

#include "core/view.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// What keys do, and the switch that silences the single ones.
void keys_sheet(Context& context, const core::View& view);

}  // namespace parley::ui
