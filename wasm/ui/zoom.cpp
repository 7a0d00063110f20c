#include "ui/zoom.hpp"

#include <algorithm>

namespace parley::ui {

namespace {

/// With the middle so that the whole covers the tile.
Zoom inside(Zoom zoom) {
    zoom.scale = std::clamp(zoom.scale, 1.0F, zoom_max);
    const float half = 0.5F / zoom.scale;
    zoom.middle_x = std::clamp(zoom.middle_x, half, 1 - half);
    zoom.middle_y = std::clamp(zoom.middle_y, half, 1 - half);
    return zoom;
}

}  // namespace

Rect whole_of(const Zoom& zoom, const Rect& tile) {
    const float width = tile.width * zoom.scale;
    const float height = tile.height * zoom.scale;
    return {tile.x + tile.width / 2 - zoom.middle_x * width, tile.y + tile.height / 2 - zoom.middle_y * height, width,
            height};
}

Zoom zoomed(const Zoom& zoom, const Rect& tile, float factor, float x, float y) {
    if (tile.width <= 0 || tile.height <= 0) return zoom;
    const float from_middle_x = (x - tile.x) / tile.width - 0.5F;
    const float from_middle_y = (y - tile.y) / tile.height - 0.5F;
    const float scale = std::clamp(zoom.scale * factor, 1.0F, zoom_max);
    const float moved = 1 / zoom.scale - 1 / scale;
    return inside({scale, zoom.middle_x + from_middle_x * moved, zoom.middle_y + from_middle_y * moved});
}

Zoom zoomed(const Zoom& zoom, const Rect& tile, float factor) {
    return zoomed(zoom, tile, factor, tile.x + tile.width / 2, tile.y + tile.height / 2);
}

Zoom panned(const Zoom& zoom, const Rect& tile, float x, float y) {
    const Rect whole = whole_of(zoom, tile);
    if (whole.width <= 0 || whole.height <= 0) return zoom;
    return inside({zoom.scale, zoom.middle_x - x / whole.width, zoom.middle_y - y / whole.height});
}

}  // namespace parley::ui
