#pragma once

#include <chrono>

#include "protocol/limits.hpp"

namespace parley::net {

/// How long what may take.
struct Timeouts {
    std::chrono::milliseconds request{15'000};   ///< for a whole request head, and between two requests
    std::chrono::milliseconds response{60'000};  ///< to take a whole response
    std::chrono::milliseconds linger{1'000};     ///< to go on sending what was refused already
    std::chrono::milliseconds join{limits::join_timeout_ms};
    /// For a client that was sent a Ping to answer it. Browsers answer by themselves, even for a page whose timers they
    /// hold up.
    std::chrono::milliseconds ping_answer{15'000};
    /// Until a client that says nothing is sent a Ping.
    std::chrono::milliseconds silence{std::chrono::milliseconds(limits::silence_timeout_ms) - ping_answer};
    std::chrono::milliseconds close{5'000};  ///< to take what waits for it and to answer the close
    std::chrono::milliseconds change_poll{25'000};
    /// How often all of these are looked at: a client that is late is found late by up to twice as much.
    std::chrono::milliseconds look{250};
};

/// How a server ends that people are connected to.
struct Draining {
    /// Clients are asked to come back after this, each at another time within the spread.
    std::chrono::milliseconds come_back_after{500};
    std::chrono::milliseconds come_back_spread{2'500};
    /// Counted from the start: when the sockets of those who stayed are closed, and when nobody is waited for any more.
    std::chrono::milliseconds close_after{4'500};
    std::chrono::milliseconds end_after{4'900};
};

}  // namespace parley::net
