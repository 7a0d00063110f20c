#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/handles.hpp"
#include "core/outbox.hpp"
#include "core/random.hpp"
#include "core/time.hpp"
#include "core/view.hpp"
#include "protocol/messages.hpp"

namespace parley::core {

/// The link to the server: one socket at a time, the join, numbering, heartbeat and reconnects with backoff.
/// It knows nothing of peers; the call goes on without it.
class Signalling {
public:
    /// What came of an input, for the owner to act on.
    struct Ended {
        std::uint16_t close_code = 0;
        std::optional<ErrorCode> error;  ///< what the server said before it closed
    };
    using Event = std::variant<protocol::ServerMessage, Ended>;

    Signalling(Outbox& outbox, Numbers& numbers, std::uint64_t seed)
        : outbox_(outbox), numbers_(numbers), random_(seed) {}

    /// Connects and joins, and joins again after each loss until `stop`. `join.presence` may be replaced later.
    void start(TimeMs now, protocol::Join join);
    /// Says `leave` and closes; nothing is sent or retried afterwards.
    void stop();

    /// Numbered and kept until acknowledged; sent again in the next session when the socket is lost before.
    /// Refused (false) when `unsent_messages_max` wait already.
    bool send(TimeMs now, const std::optional<PeerId>& to, std::string sealed);
    /// What the next join carries, and what is said now if joined.
    void set_presence(TimeMs now, std::string sealed);

    void on_opened(TimeMs now, SocketId socket);
    std::optional<Event> on_received(TimeMs now, SocketId socket, std::string_view text);
    /// Gives an event only when the server refused for good.
    std::optional<Event> on_closed(TimeMs now, SocketId socket, std::uint16_t code);
    /// Retries at once, or checks a socket that may have died unnoticed.
    void on_network_changed(TimeMs now);

    void tick(TimeMs now);
    [[nodiscard]] std::optional<TimeMs> deadline() const { return timers_.deadline(); }
    [[nodiscard]] ServerLink link() const;
    [[nodiscard]] bool joined() const { return state_ == State::Joined; }

private:
    enum class State { Stopped, Connecting, Joining, Joined, Waiting };
    enum class Timer {
        Attempt,      ///< when to give up a connection attempt or an unanswered join
        Retry,        ///< when to connect again
        Ping,         ///< when to ask whether the other end is alive
        PongOverdue,  ///< when to take a silent socket for dead
        Acknowledge,  ///< when to acknowledge what was received
        Count
    };
    struct Unsent {
        protocol::Sequence n = 0;  ///< 0: not sent in this session
        std::optional<PeerId> to;
        std::string body;
    };

    void connect(TimeMs now);
    void retry_later(TimeMs now);
    void lose_socket(TimeMs now);
    void joined_session(TimeMs now);
    void transmit_unsent(TimeMs now);
    void transmit(TimeMs now, const protocol::ClientMessage& message);
    void heard(TimeMs now);
    void schedule_ping();
    void ping(TimeMs now);
    void acknowledge(TimeMs now);
    void on_acknowledged(TimeMs now, protocol::Sequence got);
    void note_received(TimeMs now, protocol::Sequence s);

    Outbox& outbox_;
    Numbers& numbers_;
    Random random_;
    SocketId socket_;
    State state_ = State::Stopped;
    bool was_joined_ = false;
    TimerTable<Timer> timers_;
    protocol::Join join_;
    std::deque<Unsent> unsent_;
    TimeMs last_sent_ = 0;
    TimeMs last_heard_ = 0;
    protocol::Sequence last_n_ = 0;
    protocol::Sequence last_s_ = 0;
    protocol::Sequence acknowledged_s_ = 0;
    int attempts_ = 0;
    std::optional<ErrorCode> last_error_;
    std::optional<TimeMs> retry_after_;
};

}  // namespace parley::core
