#pragma once

#include "core/view/people.hpp"
#include "ui/context.hpp"

namespace parley::ui {

inline constexpr float people_row_height = 56;

/// One person in the list, with the menu of what can be done.
void people_row(Context& context, const core::ParticipantView& person, const Rect& rect);

}  // namespace parley::ui
