#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/view.hpp"
#include "ui/arrangement.hpp"
#include "ui/context.hpp"
#include "ui/tile_motion.hpp"
#include "ui/zoom.hpp"

namespace parley::ui {

/// What the people's part of a call remembers between frames.
struct StageMemory {
    std::vector<core::Tile> order;
    std::vector<core::Tile> large;
    std::size_t page = 0;
    TileMotion motion;
    std::optional<core::Tile> closely;  ///< what is presented and looked at
    Zoom zoom;                          ///< of it
    std::optional<core::Tile> touched;  ///< shows its controls to a finger, which can't hover
    std::optional<Rect> dragged;        ///< where a hand holds the floating picture
    Arrangement arrangement;            ///< of this frame
    std::vector<Rect> places;           ///< of its tiles, on their way
};

/// The people and what they present, in `area`.
void stage_view(Context& context, const core::View& view, StageMemory& memory, const Rect& area);

/// What mice and fingers do on the tiles themselves. After all that may lie over them: who asks first has the pointer.
void stage_presses(Context& context, const core::View& view, StageMemory& memory);

/// Whose picture is the one that matters most, to float over other windows: one that is there, if any is.
std::optional<core::Tile> main_picture(const core::View& view, const StageMemory& memory);

}  // namespace parley::ui
