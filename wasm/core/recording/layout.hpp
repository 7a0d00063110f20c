#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/recording/types.hpp"

namespace parley::core::recording {

/// Somebody's camera, or what somebody presents, as it can be recorded.
struct Source {
    enum class Kind : std::uint8_t { Person, Presentation } kind = Kind::Person;
    std::string element{};
    std::string name{};
    Tile::Content content = Tile::Content::Picture;
};

/// Where everything lies in a picture of that shape. Presentations take most of it, with people in a column beside
/// them; people alone share it in a grid. At most `bounds::recorded_tiles_max` of them are in it, the first ones.
std::vector<Tile> arrange(const Shape& shape, const std::vector<Source>& sources);

/// `count` boxes of a picture's usual shape, as large as `area` allows, in reading order; the last row in the middle.
std::vector<Box> grid(const Box& area, std::size_t count);

}  // namespace parley::core::recording
