#pragma once

#include "core/view.hpp"
#include "ui/context.hpp"
#include "ui/stack.hpp"

namespace parley::ui {

/// The settings over whatever page there is.
void settings_sheet(Context& context, const core::View& view);

/// What the sheet holds. `settings` must live until it is placed.
Stack settings_content(Context& context, const core::SettingsView& settings, core::Coverage coverage, float width);

}  // namespace parley::ui
