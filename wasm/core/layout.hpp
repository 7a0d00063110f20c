#pragma once

#include <cstdint>

#include "protocol/ids.hpp"

/// How a person wants to see the call: what they choose, and what the user interface arranges by it.
namespace parley::core {

enum class Layout : std::uint8_t {
    Automatic,  ///< what suits the call and the window
    Grid,       ///< everybody is equally large
    Speaker,    ///< who speaks is large, the others in a strip
    Sidebar,    ///< the same with the others at the side
};

/// Whether one sees one's own picture in a call. Others see it in any case.
enum class OwnPicture : std::uint8_t { Shown, Hidden };

/// Of the people's place: where the own picture floats.
enum class Corner : std::uint8_t { TopLeft, TopRight, BottomRight, BottomLeft };

enum class Switched : std::uint8_t { Off, On };

/// One picture of the call: somebody, or what they present.
struct Tile {
    enum class Kind : std::uint8_t { Person, Screen };
    PeerId peer;
    Kind kind = Kind::Person;
    friend bool operator==(const Tile&, const Tile&) = default;
};

}  // namespace parley::core
