#pragma once

#include "core/view/people.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// What stands for oneself while the own picture is hidden: a Group as any other, without a picture.
void own_chip(Context& context, const core::ParticipantView& you, const Rect& floor, core::Corner corner);

}  // namespace parley::ui
