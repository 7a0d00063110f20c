#include "core/recording/layout.hpp"

#include <algorithm>

#include "core/bounds.hpp"

namespace parley::core::recording {
namespace {

constexpr int gap = 8;
constexpr int aspect_width = 16;
constexpr int aspect_height = 9;
constexpr int column_share = 5;  ///< the people beside a presentation take a fifth of the width
constexpr std::size_t column_tiles_max = 5;

// Encoders halve the resolution of colours: an odd edge would bleed.
constexpr int even(int length) { return length & ~1; }

constexpr int as_int(std::size_t count) { return static_cast<int>(count); }

struct Cells {
    int columns = 1, rows = 1, width = 0, height = 0;
};

Cells cells_of(const Box& area, int count, int columns) {
    Cells cells{columns, (count + columns - 1) / columns};
    const int width = (area.width - gap * (cells.columns - 1)) / cells.columns;
    const int height = (area.height - gap * (cells.rows - 1)) / cells.rows;
    cells.width = std::max(0, even(std::min(width, height * aspect_width / aspect_height)));
    cells.height = std::max(0, even(std::min(height, width * aspect_height / aspect_width)));
    return cells;
}

std::vector<Source> of_kind(const std::vector<Source>& sources, Source::Kind kind, std::size_t most) {
    std::vector<Source> found;
    for (const Source& source : sources) {
        if (source.kind == kind && found.size() < most) found.push_back(source);
    }
    return found;
}

void place(std::vector<Tile>& tiles, const std::vector<Source>& sources, const std::vector<Box>& boxes, Tile::Fit fit) {
    for (std::size_t i = 0; i < sources.size(); ++i)
        tiles.push_back({sources[i].element, boxes[i], sources[i].name, sources[i].content, fit});
}

}  // namespace

std::vector<Box> grid(const Box& area, std::size_t count) {
    std::vector<Box> boxes;
    Cells best;
    for (int columns = 1; columns <= as_int(count); ++columns) {
        const Cells cells = cells_of(area, as_int(count), columns);
        if (cells.width * cells.height > best.width * best.height) best = cells;
    }
    int y = area.y + even((area.height - best.rows * (best.height + gap) + gap) / 2);
    for (int placed = 0; placed < as_int(count); y += best.height + gap) {
        const int in_row = std::min(best.columns, as_int(count) - placed);
        int x = area.x + even((area.width - in_row * (best.width + gap) + gap) / 2);
        for (int i = 0; i < in_row; ++i, ++placed, x += best.width + gap)
            boxes.push_back({x, y, best.width, best.height});
    }
    return boxes;
}

std::vector<Tile> arrange(const Shape& shape, const std::vector<Source>& sources) {
    using Kind = Source::Kind;
    std::vector<Tile> tiles;
    Box area{0, 0, shape.width, shape.height};
    const auto presentations = of_kind(sources, Kind::Presentation, bounds::recorded_tiles_max);
    const bool presenting = !presentations.empty();
    const auto people = of_kind(sources, Kind::Person, presenting ? column_tiles_max : bounds::recorded_tiles_max);
    // What is alone fills the picture to its edges.
    if (sources.size() > 1) area = {gap, gap, area.width - 2 * gap, area.height - 2 * gap};
    if (!presenting) {
        place(tiles, people, grid(area, people.size()), people.size() > 1 ? Tile::Fit::Cover : Tile::Fit::Contain);
        return tiles;
    }
    if (!people.empty()) {
        const int width = even(area.width / column_share);
        const Box column{area.x + area.width - width, area.y, width, area.height};
        area.width -= width + gap;
        const int height =
            even(std::min(width * aspect_height / aspect_width, (column.height + gap) / as_int(people.size()) - gap));
        std::vector<Box> boxes;
        int y = column.y + even((column.height - as_int(people.size()) * (height + gap) + gap) / 2);
        for (std::size_t i = 0; i < people.size(); ++i, y += height + gap)
            boxes.push_back({column.x, y, width, height});
        place(tiles, people, boxes, Tile::Fit::Cover);
    }
    place(tiles, presentations, grid(area, presentations.size()), Tile::Fit::Contain);
    return tiles;
}

}  // namespace parley::core::recording
