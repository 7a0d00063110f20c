#pragma once

#include <cstdint>

/// Differences of statistics' counters. One that went backwards began anew, and all of it came since.
namespace parley::core::quality {

inline std::uint64_t risen(std::uint64_t before, std::uint64_t now) { return now >= before ? now - before : now; }

/// What a slot's (SentMedia, ReceivedMedia) counters are to be compared with.
template <class Media>
Media baseline(const Media& before, const Media& now) {
    return now.bytes < before.bytes || now.packets < before.packets ? Media() : before;
}

/// Packets lost can become fewer, when one comes after all: RFC 3550 section 6.4.1 counts what is missing.
template <class Media>
std::uint32_t lost_since(const Media& baseline, const Media& now) {
    return now.packets_lost > baseline.packets_lost ? now.packets_lost - baseline.packets_lost : 0;
}

/// Part of a whole, 0 to 1.
inline float share_of(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return 0;
    return part >= whole ? 1.0F : static_cast<float>(part) / static_cast<float>(whole);
}

}  // namespace parley::core::quality
