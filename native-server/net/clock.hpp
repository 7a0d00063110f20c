#pragma once

#include <chrono>
#include <cstdint>

namespace parley::net {

/// Milliseconds on a clock that does not run backwards: for what is over when the process is.
inline std::int64_t now_ms() {
    const auto since_start = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since_start).count();
}

/// Milliseconds since the Unix epoch: for what outlives this process or is shown to people.
inline std::int64_t wall_clock_ms() {
    const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count();
}

}  // namespace parley::net
