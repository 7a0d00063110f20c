#pragma once

#include <cstddef>
#include <cstdint>

#include "core/random.hpp"
#include "core/time.hpp"

namespace parley::world {

using core::TimeMs;

/// How long something takes: anything from `low_ms` to `high_ms`.
struct Delay {
    TimeMs low_ms = 0;
    TimeMs high_ms = 0;
};

/// All the chance there is in a world: one seed, one fate.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : random_(seed) {}

    /// Uniform in [0, end).
    std::size_t below(std::size_t end) {
        return static_cast<std::size_t>(random_.between(0, static_cast<double>(end)));
    }
    TimeMs draw(Delay delay) {
        if (delay.high_ms <= delay.low_ms) return delay.low_ms;
        return delay.low_ms + static_cast<TimeMs>(below(static_cast<std::size_t>(delay.high_ms - delay.low_ms + 1)));
    }
    bool happens(double probability) { return probability > 0 && random_.between(0, 1) < probability; }

private:
    core::Random random_;
};

}  // namespace parley::world
