#pragma once

#include <chrono>

#include "protocol/limits.hpp"

namespace parley::net {

/// How long a client may take for what.
struct Timeouts {
    std::chrono::milliseconds request{15'000};   ///< for a whole request head, and between two requests
    std::chrono::milliseconds response{60'000};  ///< to take a whole response
    std::chrono::milliseconds handshake{10'000};
    std::chrono::milliseconds join{limits::join_timeout_ms};
    std::chrono::milliseconds silence{limits::silence_timeout_ms};
    std::chrono::milliseconds close{5'000};  ///< to take what waits for it and to answer the close
    std::chrono::milliseconds change_poll{25'000};
    std::chrono::milliseconds shutdown{500};
};

}  // namespace parley::net
