#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "tests/bench/relay/options.hpp"
#include "tests/bench/relay/websocket_client.hpp"

namespace parley::bench {

using TimePoint = std::chrono::steady_clock::time_point;

/// What a frame from the server meant to the load.
enum class Heard { Entered, Message, Other };

/// One of two in a room: joins, sends to everyone else, and acknowledges as the protocol asks.
class Peer {
public:
    /// Peers 2k and 2k+1 share a room.
    Peer(const Options& options, int epoll, std::uint32_t number);

    void join();
    void send(TimePoint now);
    Heard hear(std::string_view frame);
    /// Acknowledges what waits for it; to be called once a second.
    void acknowledge();

    [[nodiscard]] WebSocketClient& socket() { return socket_; }
    [[nodiscard]] bool has_entered() const { return entered_; }
    [[nodiscard]] bool is_sending() const { return sending_; }
    [[nodiscard]] TimePoint sent_at() const { return sent_at_; }
    /// Its message arrived at the other.
    void arrived() { sending_ = false; }

private:
    void take_number(std::string_view frame);

    const Options& options_;
    std::uint32_t number_;
    WebSocketClient socket_;
    std::string text_;
    std::uint64_t next_n_ = 1;
    std::uint64_t got_ = 0;
    std::uint64_t acknowledged_ = 0;
    TimePoint sent_at_;
    bool entered_ = false;
    bool sending_ = false;
};

}  // namespace parley::bench
