#pragma once

#include "core/view/people.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// In the upper left corner of a tile: that the person's hand is raised, and its place.
void hand_sign(Context& context, const core::ParticipantView& participant, const Rect& tile);

}  // namespace parley::ui
