#pragma once

#include <cstdint>

#include "tests/world/dice.hpp"
#include "tests/world/journal.hpp"
#include "tests/world/timeline.hpp"

namespace parley::world {

/// What everything in a world shares.
struct Nature {
    explicit Nature(std::uint64_t seed) : dice(seed) {}

    Timeline timeline;
    Journal journal;
    Dice dice;
};

}  // namespace parley::world
