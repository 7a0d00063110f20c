#pragma once

#include "core/view/people.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// Cuts off the top of `area` what asks this person to mute, with both answers.
void mute_request_card(Context& context, const core::MuteRequestView& request, Rect& area);

}  // namespace parley::ui
