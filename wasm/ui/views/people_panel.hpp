#pragma once

#include "core/view.hpp"
#include "ui/components/text_field.hpp"
#include "ui/context.hpp"
#include "ui/views/panel_place.hpp"

namespace parley::ui {

struct PeopleMemory {
    FieldMemory search;
};

/// Everyone in the call: raised hands first, in their order. A name can be searched for.
void people_panel(Context& context, const core::View& view, PeopleMemory& memory, const Rect& rect, PanelPlace place);

}  // namespace parley::ui
