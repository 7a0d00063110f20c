#pragma once

#include "core/view.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// One person's place in the call: picture or avatar, name, and what is wrong with it; a Group in the semantic layer.
void call_tile(Context& context, const core::ParticipantView& participant, const Rect& rect);

}  // namespace parley::ui
