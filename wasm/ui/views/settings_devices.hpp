#pragma once

#include "core/view.hpp"
#include "ui/context.hpp"
#include "ui/stack.hpp"

namespace parley::ui {

/// What of the settings concerns sound: microphone, what is done to it, speaker.
void add_sound_settings(Context& context, Stack& stack, const core::View& view);
/// And what concerns the own picture.
void add_picture_settings(Context& context, Stack& stack, const core::View& view);

}  // namespace parley::ui
