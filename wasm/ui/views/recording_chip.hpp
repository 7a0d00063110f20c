#pragma once

#include "core/view.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// Cuts the marks of recordings off the top of `area`: the own one with its time, its size and its pause, that of the
/// others, and that the disk is getting full. Nothing while nobody records.
void take_recording_chips(Context& context, const core::View& view, Rect& area);

}  // namespace parley::ui
