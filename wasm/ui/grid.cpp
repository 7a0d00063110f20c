#include "ui/grid.hpp"

#include <cmath>

#include "ui/geometry.hpp"

namespace parley::ui {

namespace {

constexpr float aspect_max = 16.0F / 9;
constexpr float aspect_min_wide = 4.0F / 3;
constexpr float aspect_min_tall = 9.0F / 16;

struct Cells {
    std::size_t columns = 1;
    std::size_t rows = 1;
    float width = 0;
    float height = 0;
};

float shared(float length, std::size_t parts, float gap) {
    const auto count = static_cast<float>(parts);
    return std::max(0.0F, (length - gap * (count - 1)) / count);
}

Cells cells_for(const Rect& bounds, std::size_t count, std::size_t columns, float gap) {
    Cells cells{columns, (count + columns - 1) / columns};
    const float width = shared(bounds.width, cells.columns, gap);
    const float height = shared(bounds.height, cells.rows, gap);
    const AspectRange range = aspect_range_for(bounds);
    cells.width = std::floor(std::min(width, height * range.max));
    cells.height = std::floor(std::min(height, width / range.min));
    return cells;
}

Cells largest_cells(const Rect& bounds, std::size_t count, float gap) {
    Cells best;
    for (std::size_t columns = 1; columns <= count; ++columns) {
        const Cells cells = cells_for(bounds, count, columns, gap);
        if (cells.width * cells.height > best.width * best.height) best = cells;
    }
    return best;
}

}  // namespace

AspectRange aspect_range_for(const Rect& bounds) {
    return {bounds.width >= bounds.height ? aspect_min_wide : aspect_min_tall, aspect_max};
}

std::vector<Rect> tile_grid(const Rect& bounds, std::size_t count, float gap) {
    std::vector<Rect> tiles;
    if (count == 0) return tiles;
    const Cells cells = largest_cells(bounds, count, gap);
    const auto span = [gap](std::size_t parts, float length) {
        return static_cast<float>(parts) * (length + gap) - gap;
    };
    float y = bounds.y + std::floor((bounds.height - span(cells.rows, cells.height)) / 2);
    for (std::size_t placed = 0; placed < count;) {
        const std::size_t in_row = std::min(cells.columns, count - placed);
        float x = bounds.x + std::floor((bounds.width - span(in_row, cells.width)) / 2);
        for (std::size_t i = 0; i < in_row; ++i, x += cells.width + gap)
            tiles.push_back({x, y, cells.width, cells.height});
        placed += in_row;
        y += cells.height + gap;
    }
    return tiles;
}

}  // namespace parley::ui
