#pragma once

#include <cstdint>

namespace parley::sim {

struct Campaign {
    std::uint64_t first_seed = 1;
    std::uint64_t schedules = 1;
    unsigned threads = 1;
};

/// Plays one schedule for each seed, says what it found and how fast it was, and stops at the first that ends badly.
/// The exit status of a program: 0 when all went well.
int run(const Campaign& campaign);

/// Plays one schedule and writes down everything that happens in it.
int trace(std::uint64_t seed);

}  // namespace parley::sim
