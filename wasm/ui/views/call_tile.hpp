#pragma once

#include "core/view/people.hpp"
#include "ui/context.hpp"
#include "ui/views/tile_controls.hpp"

namespace parley::ui {

/// How a tile stands among the others.
struct TileLook {
    Rect target;     ///< where it comes to rest
    Rect room;       ///< what of it nothing floats over
    Rect hole = {};  ///< of what floats over it; no width for nothing
    VideoPlacement::Level level = VideoPlacement::Level::Page;
    TileControls controls;
};

/// A tile that stands still, alone, with nothing over it.
TileLook still_look(const core::ParticipantView& participant, const Rect& rect);

/// One person's place in the call: picture or avatar, name, and what is wrong with it; a Group in the semantic layer.
void call_tile(Context& context, const core::ParticipantView& participant, const Rect& rect, const TileLook& look);

/// Tells how large a picture of somebody else is shown: of `lines` CSS pixels, were all of it to be seen.
void tell_picture(Context& context, const core::Tile& tile, float lines);

}  // namespace parley::ui
