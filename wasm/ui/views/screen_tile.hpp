#pragma once

#include "core/view.hpp"
#include "ui/context.hpp"
#include "ui/views/call_tile.hpp"
#include "ui/zoom.hpp"

namespace parley::ui {

/// What somebody presents, whole or a part of it, and how to look closer; a Group in the semantic layer. Null for a
/// tile that is too small to be looked into.
void screen_tile(Context& context, const core::View& view, const core::ParticipantView& presenter, const Rect& rect,
                 const TileLook& look, Zoom* zoom);

/// A wheel's turn, or a pinch, over the tile at `place`.
void zoom_by_wheel(Context& context, const Rect& place, Zoom& zoom);

/// That one presents oneself, with a small picture of it: all of it would show itself in itself.
void presenting_card(Context& context, const core::ParticipantView& you, const Rect& rect);
inline constexpr float presenting_card_height = 64;

}  // namespace parley::ui
