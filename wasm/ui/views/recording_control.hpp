#pragma once

#include <vector>

#include "core/view.hpp"
#include "ui/views/call_controls.hpp"

namespace parley::ui {

/// What of recordings is in the bar or in its menu; nothing where the browser records nothing.
void add_recording_controls(std::vector<CallControl>& controls, const core::View& view);

/// The menu of people that one of those lines opens. In every frame of the call; it comes up above the bar.
void record_one_menu(Context& context, const core::View& view, const Rect& bar);

}  // namespace parley::ui
