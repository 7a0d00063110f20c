#pragma once

#include "core/view.hpp"
#include "ui/context.hpp"

namespace parley::ui {

struct RecordingMemory {
    core::RecordingId asked;  ///< whether it is really to be discarded
};

/// Cuts what is to be decided about recordings off the top of `area`: that one did not begin, or waits to be saved.
/// Nothing while there is nothing. On every screen, as a recording outlives its call.
void take_recording_card(Context& context, const core::View& view, RecordingMemory& memory, Rect& area);

}  // namespace parley::ui
