#pragma once

#include <cstddef>
#include <vector>

#include "ui/semantics.hpp"

namespace parley::ui {

/// Bounds of a tile's width divided by its height.
struct AspectRange {
    float min = 0;
    float max = 0;
};

/// What suits pictures of people in an area of this shape: wide ones on wide screens, tall ones on phones.
AspectRange aspect_range_for(const Rect& bounds);

/// Equal tiles for `count` people, as large as `bounds` allows, `gap` CSS pixels apart, in reading order. A last row
/// that is not full stands in the middle.
std::vector<Rect> tile_grid(const Rect& bounds, std::size_t count, float gap);

}  // namespace parley::ui
