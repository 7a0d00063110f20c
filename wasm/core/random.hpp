#pragma once

#include <cstdint>

namespace parley::core {

/// SplitMix64 (Steele, Lea, Flood 2014): spreads reconnects; never makes keys.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    /// Uniform in [low, high).
    double between(double low, double high) {
        return low + (high - low) * (static_cast<double>(next() >> 11U) / static_cast<double>(1ULL << 53U));
    }

private:
    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
        return mixed ^ (mixed >> 31U);
    }

    std::uint64_t state_;
};

}  // namespace parley::core
