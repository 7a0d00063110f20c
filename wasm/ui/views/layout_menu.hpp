#pragma once

#include <vector>

#include "core/view.hpp"
#include "ui/context.hpp"
#include "ui/views/call_controls.hpp"

namespace parley::ui {

/// How the call is seen: its layout, the whole screen, and a picture that floats over other windows.
void add_stage_controls(std::vector<CallControl>& controls, const core::View& view, const CallBar& look);

/// The button `Layout` of the bar, whether it is there or not; asked for beside the bar.
SemanticId layout_opener(const Context& context);

/// What `Layout` opens, beside `bar`. In every frame of the call.
void layout_menu(Context& context, const core::View& view, const Rect& bar);

}  // namespace parley::ui
