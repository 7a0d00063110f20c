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
    /// The server refused for good.
    struct Ended {
        std::uint16_t close_code = 0;
        std::optional<ErrorCode> error;  ///< what the server said before it closed
    };
    /// Whether somebody can't be seen or heard until the server is back.
    enum class Urgency { Calm, PairDown };
    /// Whether the server keeps what is for everyone for later joiners too.
    enum class Keep { No, ForLaterJoiners };

    /// A join on a socket that was given up before it was answered. It may still arrive, after the join on the next
    /// socket, and then replaces that one. Shared by all calls of a page in one room.
    struct StrayJoin {
        TimeMs until = 0;  ///< when none can be on its way any more
    };

    Signalling(Outbox& outbox, Numbers& numbers, StrayJoin& stray_join, std::uint64_t seed)
        : outbox_(outbox), numbers_(numbers), stray_join_(stray_join), random_(seed) {}

    /// Connects and joins, and joins again after each loss until `stop`. Called once.
    void start(TimeMs now, protocol::Join join);
    /// Says `leave` and closes; nothing is sent or retried afterwards.
    void stop();
    /// The socket is closed and nothing is to follow: as `stop`, with nobody left to say anything to.
    void forget(SocketId socket);

    /// Names one `send`: they rise in their order.
    using Ticket = std::uint64_t;
    /// Numbered and kept until acknowledged; sent again when the socket is lost before, in the same session or in the
    /// next one. Nothing, and not sent, when `unsent_messages_max` wait already.
    std::optional<Ticket> send(TimeMs now, const std::optional<PeerId>& to, std::string sealed, Keep keep = Keep::No);
    /// The server has everything up to this one.
    [[nodiscard]] Ticket acknowledged() const { return acknowledged_ticket_; }
    /// What the next join carries, and what is said in this session.
    void set_presence(TimeMs now, std::string sealed);

    void on_opened(TimeMs now, SocketId socket);
    /// What the server said, unless it concerns nobody but the link itself.
    std::optional<protocol::ServerMessage> on_received(TimeMs now, SocketId socket, std::string_view text);
    std::optional<Ended> on_closed(TimeMs now, SocketId socket, std::uint16_t code);
    /// Retries at once, unless the server said when to come back, or checks the socket.
    void on_network_changed(TimeMs now);
    /// Asks whether a socket that may have died unnoticed still carries something.
    void check(TimeMs now);
    /// Gives the socket and its session up for a new one, which tells everything anew.
    void start_over(TimeMs now);
    void set_urgency(TimeMs now, Urgency urgency);
    /// Nothing could be done here for so long before `now`: what was on its way then may arrive only now.
    void note_gap(TimeMs now, TimeMs gap_ms);

    void tick(TimeMs now);
    [[nodiscard]] std::optional<TimeMs> deadline() const { return timers_.deadline(); }
    [[nodiscard]] ServerLink link() const;
    [[nodiscard]] bool joined() const { return state_ == State::Joined; }
    /// Whether the socket was asked for a sign of life that it has not given yet.
    [[nodiscard]] bool in_doubt() const { return timers_.is_set(Timer::PongOverdue); }
    /// Whether more is to come of what a new session begins with.
    [[nodiscard]] bool list_due() const { return peers_due_ || kept_due_; }

private:
    enum class State { Stopped, Connecting, Joining, Joined, Waiting };
    enum class Timer {
        Attempt,      ///< when to give up a connection attempt or an unanswered join
        Retry,        ///< when to connect again
        Ping,         ///< when to ask whether the other end is alive
        PongOverdue,  ///< when to take a silent socket for dead
        Acknowledge,  ///< when to acknowledge what was received
        Drain,        ///< when to leave a server that is going
        Count
    };
    struct Waiting {
        Ticket ticket = 0;
        std::optional<PeerId> to;
        std::string body;
        Keep keep = Keep::No;
    };
    struct InFlight {
        protocol::Sequence n = 0;
        std::optional<Waiting> message;  ///< nothing: it was the presence of its time
    };

    void connect(TimeMs now);
    void retry_later(TimeMs now);
    double next_pause_ms(TimeMs now);
    void lose_socket(TimeMs now);
    void note_stray_join();
    void joined_session(TimeMs now, const protocol::Joined& joined);
    void resume_session(TimeMs now, const protocol::Joined& joined);
    void begin_session();
    void transmit_waiting(TimeMs now);
    void transmit_in_flight(TimeMs now, const InFlight& sent);
    [[nodiscard]] bool may_number() const;
    void transmit(TimeMs now, const protocol::ClientMessage& message);
    void heard(TimeMs now);
    void note_list(const protocol::ServerMessage& message);
    void schedule_ping();
    void ping(TimeMs now);
    void acknowledge(TimeMs now);
    void on_acknowledged(TimeMs now, protocol::Sequence got);
    void drop_acknowledged(protocol::Sequence got);
    void on_error(TimeMs now, const protocol::Error& error);
    void on_drain(TimeMs now, const protocol::Drain& drain);
    /// False: it came before, or something before it is missing.
    bool note_received(TimeMs now, protocol::Sequence s);

    Outbox& outbox_;
    Numbers& numbers_;
    StrayJoin& stray_join_;
    Random random_;
    SocketId socket_;
    State state_ = State::Stopped;
    bool was_joined_ = false;
    TimerTable<Timer> timers_;
    protocol::Join join_;
    std::optional<SessionId> session_;  ///< that could be resumed
    bool peers_due_ = false;            ///< of the list that a new session begins with
    bool kept_due_ = false;             ///< as well
    std::deque<Waiting> waiting_;
    std::deque<InFlight> in_flight_;  ///< numbered and not acknowledged
    Ticket last_ticket_ = 0;
    Ticket acknowledged_ticket_ = 0;
    bool presence_unsaid_ = false;  ///< the session knows another one than the next join would carry
    TimeMs heartbeat_ms_ = 0;
    TimeMs last_sent_ = 0;
    TimeMs last_heard_ = 0;
    protocol::Sequence last_n_ = 0;
    protocol::Sequence acknowledged_n_ = 0;
    protocol::Sequence last_s_ = 0;
    protocol::Sequence acknowledged_s_ = 0;
    int attempts_ = 0;
    Urgency urgency_ = Urgency::Calm;
    std::optional<TimeMs> joined_at_;  ///< of the session that lives
    std::optional<TimeMs> lost_at_;    ///< of the session that was lost last
    std::optional<ErrorCode> last_error_;
    TimeMs not_before_ = 0;  ///< the server wants no attempt earlier
};

}  // namespace parley::core
