#pragma once

#include "ui/semantics.hpp"

/// How closely what somebody presents is looked at, and which part of it.
namespace parley::ui {

inline constexpr float zoom_max = 8;
inline constexpr float zoom_step = 1.5F;            ///< of a button or a key
inline constexpr float zoom_toggled = 2;            ///< of a double click
inline constexpr float zoom_per_wheel_line = 0.4F;  ///< of the zoom's logarithm

struct Zoom {
    float scale = 1;        ///< 1: all of it is seen
    float middle_x = 0.5F;  ///< of what is seen, as a share of the whole
    float middle_y = 0.5F;
    friend bool operator==(const Zoom&, const Zoom&) = default;
};

/// Where the whole lies when `tile` shows a part of it; `tile` itself at scale 1.
Rect whole_of(const Zoom& zoom, const Rect& tile);

/// `factor` times as close; what is under the point stays there, as far as the edges allow. The point is in pixels, as
/// `tile` is.
Zoom zoomed(const Zoom& zoom, const Rect& tile, float factor, float x, float y);
/// The same around the middle of the tile.
Zoom zoomed(const Zoom& zoom, const Rect& tile, float factor);

/// Moved by so many pixels, as a finger moves it; never past its edges.
Zoom panned(const Zoom& zoom, const Rect& tile, float x, float y);

}  // namespace parley::ui
