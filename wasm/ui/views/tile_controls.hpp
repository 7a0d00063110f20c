#pragma once

#include <cstdint>
#include <string>

#include "core/layout.hpp"
#include "ui/components/picture_button.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// What can be done with a tile, by buttons in its upper right corner.
struct TileControls {
    core::Tile tile;
    std::string label;  ///< of the tile
    enum class Pin : std::uint8_t { NotOffered, Off, On } pin = Pin::NotOffered;
    enum class Own : std::uint8_t { No, InPlace, Floating } own = Own::No;
    core::Corner corner = core::Corner::BottomRight;  ///< where the own picture floats
    PictureButton::Sight sight = PictureButton::Sight::Resting;
    Rect room;  ///< of the tile, without its margins and what floats over it
};

void tile_controls(Context& context, const TileControls& controls);

/// Whether a mouse is on `rect`, and nothing over it. A finger never hovers.
bool is_pointed_at(const Rect& rect);

/// Pins the tile or takes its pin off.
void toggle_pin(Context& context, const TileControls& controls);

}  // namespace parley::ui
