#pragma once

#include "core/view.hpp"
#include "ui/context.hpp"
#include "ui/views/panel_place.hpp"

namespace parley::ui {

struct PeopleMemory {};

/// Everyone in the call.
void people_panel(Context& context, const core::View& view, PeopleMemory& memory, const Rect& rect, PanelPlace place);

}  // namespace parley::ui
