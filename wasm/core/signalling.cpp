#include "core/signalling.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/bounds.hpp"
#include "core/overload.hpp"
#include "protocol/codec.hpp"
#include "protocol/limits.hpp"

namespace parley::core {
namespace {

// Pauses between attempts; each is multiplied by 0.5 to 1.5 at random.
constexpr std::array<double, 6> first_pauses_ms = {0, 300, 1'200, 2'700, 4'800, 7'000};
constexpr double later_pause_low_ms = 7'000;
constexpr double later_pause_high_ms = 30'000;
constexpr double urgent_pause_low_ms = 1'000;
constexpr double urgent_pause_high_ms = 2'000;

/// The server's number of a message; 0 for those that carry none.
protocol::Sequence number_of(const protocol::ServerMessage& message) {
    return std::visit(
        [](const auto& kind) -> protocol::Sequence {
            if constexpr (requires { kind.s; }) {
                return kind.s;
            } else {
                return 0;
            }
        },
        message);
}

}  // namespace

void Signalling::start(TimeMs now, protocol::Join join) {
    join_ = std::move(join);
    connect(now);
}

void Signalling::stop() {
    // Who left while joining would otherwise stay in the room as somebody who lost the connection.
    if (state_ == State::Joined || state_ == State::Joining) {
        outbox_.push(output::SendText{socket_, encode(protocol::ClientMessage(protocol::Leave{}))});
    }
    note_stray_join();
    if (socket_) outbox_.push(output::CloseSocket{socket_, close_code::normal});
    socket_ = {};
    state_ = State::Stopped;
    timers_.clear_all();
    waiting_.clear();
    in_flight_.clear();
}

void Signalling::forget(SocketId socket) {
    if (socket != socket_) return;
    socket_ = {};
    state_ = State::Stopped;
    stop();
}

void Signalling::start_over(TimeMs now) {
    session_.reset();
    lose_socket(now);
}

std::optional<Signalling::Ticket> Signalling::send(TimeMs now, const std::optional<PeerId>& to, std::string sealed,
                                                   Keep keep) {
    const bool full = waiting_.size() + in_flight_.size() >= bounds::unsent_messages_max;
    if (state_ == State::Stopped || full) return std::nullopt;
    waiting_.push_back({++last_ticket_, to, std::move(sealed), keep});
    transmit_waiting(now);
    return last_ticket_;
}

void Signalling::set_presence(TimeMs now, std::string sealed) {
    join_.presence = std::move(sealed);
    presence_unsaid_ = true;
    transmit_waiting(now);
}

void Signalling::connect(TimeMs now) {
    socket_ = numbers_.sockets.next();
    state_ = State::Connecting;
    last_error_.reset();
    timers_.clear_all();
    timers_.set(Timer::Attempt, now + bounds::connect_attempt_ms);
    outbox_.push(output::OpenSocket{socket_});
}

void Signalling::on_opened(TimeMs now, SocketId socket) {
    if (socket != socket_ || state_ != State::Connecting) return;
    state_ = State::Joining;
    presence_unsaid_ = false;
    join_.resume.reset();
    // The list that a session begins with comes once: without all of it there is nothing to go on from.
    if (session_ && !list_due()) join_.resume = protocol::Resume{*session_, last_s_};
    transmit(now, join_);
}

std::optional<protocol::ServerMessage> Signalling::on_received(TimeMs now, SocketId socket, std::string_view text) {
    if (socket != socket_) return std::nullopt;
    heard(now);
    auto decoded = protocol::decode_server(text);
    if (!decoded) return std::nullopt;  // a later server may say more than this page knows
    protocol::ServerMessage message = std::move(decoded).value();
    if (!note_received(now, number_of(message))) return std::nullopt;
    note_list(message);
    const bool passed_on = std::visit(Overload{[&](const protocol::Joined& joined) {
                                                   joined_session(now, joined);
                                                   return true;
                                               },
                                               [&](const protocol::Ack& ack) {
                                                   on_acknowledged(now, ack.got);
                                                   return false;
                                               },
                                               [](const protocol::Pong&) { return false; },
                                               [&](const protocol::Drain& drain) {
                                                   on_drain(now, drain);
                                                   return false;
                                               },
                                               [&](const protocol::Error& error) {
                                                   on_error(now, error);
                                                   return false;
                                               },
                                               [](const auto&) { return true; }},
                                      message);
    if (!passed_on) return std::nullopt;
    return message;
}

void Signalling::on_error(TimeMs now, const protocol::Error& error) {
    last_error_ = error.code;
    if (error.retry_after_ms) not_before_ = now + std::min(*error.retry_after_ms, bounds::retry_after_max_ms);
}

void Signalling::on_drain(TimeMs now, const protocol::Drain& drain) {
    const TimeMs after_ms = std::min(drain.after_ms, bounds::retry_after_max_ms);
    const TimeMs spread_ms = std::min(drain.spread_ms, bounds::retry_after_max_ms);
    // Whenever this server closes the socket: nobody comes back before the time that was said.
    not_before_ = now + after_ms + static_cast<TimeMs>(random_.between(0, static_cast<double>(spread_ms)));
    timers_.set(Timer::Drain, not_before_);
}

std::optional<Signalling::Ended> Signalling::on_closed(TimeMs now, SocketId socket, std::uint16_t code) {
    if (socket != socket_) return std::nullopt;
    socket_ = {};
    const bool by_ourselves = code == close_code::replaced && now < std::exchange(stray_join_.until, 0);
    if (is_final_close(code) && !by_ourselves) {
        state_ = State::Stopped;
        timers_.clear_all();
        return Ended{code, last_error_};
    }
    retry_later(now);
    return std::nullopt;
}

void Signalling::on_network_changed(TimeMs now) {
    check(now);
    // From another address nothing comes through the old socket, and a healthy one answers at once.
    if (const auto overdue = timers_.at(Timer::PongOverdue)) {
        timers_.set(Timer::PongOverdue, std::min(*overdue, now + bounds::network_changed_pong_ms));
    }
    if (state_ == State::Waiting && now >= not_before_) connect(now);
}

void Signalling::check(TimeMs now) {
    if (state_ == State::Joined && !in_doubt()) ping(now);
}

void Signalling::note_gap(TimeMs now, TimeMs gap_ms) {
    if (state_ == State::Joining) last_sent_ += gap_ms;
    if (stray_join_.until >= now - gap_ms) stray_join_.until += gap_ms;
}

void Signalling::set_urgency(TimeMs now, Urgency urgency) {
    if (urgency_ == urgency) return;
    urgency_ = urgency;
    if (state_ != State::Waiting) return;
    const TimeMs sooner = std::max(not_before_, now + static_cast<TimeMs>(next_pause_ms(now)));
    timers_.set(Timer::Retry, std::min(sooner, timers_.at(Timer::Retry).value_or(sooner)));
}

void Signalling::tick(TimeMs now) {
    while (const auto timer = timers_.expired(now)) {
        switch (*timer) {
            case Timer::Attempt:
            case Timer::PongOverdue:
            case Timer::Drain:
                lose_socket(now);
                break;
            case Timer::Retry:
                connect(now);
                break;
            case Timer::Ping:
                ping(now);
                break;
            case Timer::Acknowledge:
                acknowledge(now);
                break;
            case Timer::Count:
                break;
        }
    }
}

ServerLink Signalling::link() const {
    switch (state_) {
        case State::Stopped:
            return ServerLink::Idle;
        case State::Joined:
            return ServerLink::Online;
        default:
            return was_joined_ ? ServerLink::Reconnecting : ServerLink::Connecting;
    }
}

void Signalling::note_stray_join() {
    if (state_ == State::Joining) stray_join_.until = last_sent_ + bounds::stray_join_ms;
}

void Signalling::lose_socket(TimeMs now) {
    if (!socket_) return;
    note_stray_join();
    outbox_.push(output::CloseSocket{socket_, close_code::normal});
    socket_ = {};
    retry_later(now);
}

void Signalling::retry_later(TimeMs now) {
    state_ = State::Waiting;
    timers_.clear_all();
    // A server that takes everyone in and drops them again must not be asked without a pause.
    if (joined_at_ && now - *joined_at_ >= bounds::settled_session_ms) attempts_ = 0;
    if (joined_at_) lost_at_ = now;
    joined_at_.reset();
    const auto pause_ms = static_cast<TimeMs>(next_pause_ms(now));
    ++attempts_;
    timers_.set(Timer::Retry, std::max(not_before_, now + pause_ms));
}

double Signalling::next_pause_ms(TimeMs now) {
    const auto step = static_cast<std::size_t>(attempts_);
    const double base_ms = step < first_pauses_ms.size() ? first_pauses_ms[step]
                                                         : random_.between(later_pause_low_ms, later_pause_high_ms);
    const double pause_ms = base_ms * random_.between(0.5, 1.5);
    const bool urgent = urgency_ == Urgency::PairDown && lost_at_ && now - *lost_at_ < bounds::urgent_reconnect_ms;
    return urgent ? std::min(pause_ms, random_.between(urgent_pause_low_ms, urgent_pause_high_ms)) : pause_ms;
}

void Signalling::joined_session(TimeMs now, const protocol::Joined& joined) {
    state_ = State::Joined;
    was_joined_ = true;
    joined_at_ = now;
    // Less often than the server gives a silent page up, and not all the time.
    heartbeat_ms_ = std::clamp(joined.heartbeat_ms, limits::pong_timeout_ms, limits::silence_timeout_ms / 2);
    timers_.clear(Timer::Attempt);
    if (!joined.grant.empty()) join_.grant = joined.grant;
    heard(now);
    if (joined.resumed && session_) {
        resume_session(now, joined);
    } else {
        begin_session();
        session_ = joined.session;
    }
    transmit_waiting(now);
}

void Signalling::resume_session(TimeMs now, const protocol::Joined& joined) {
    drop_acknowledged(joined.got);
    for (const InFlight& sent : in_flight_) transmit_in_flight(now, sent);
}

// A new session knows nothing of what the lost one was told: all that was not acknowledged is said again.
void Signalling::begin_session() {
    last_n_ = acknowledged_n_ = last_s_ = acknowledged_s_ = 0;
    while (!in_flight_.empty()) {
        if (in_flight_.back().message) waiting_.push_front(*std::move(in_flight_.back().message));
        in_flight_.pop_back();
    }
}

bool Signalling::may_number() const {
    return state_ == State::Joined && last_n_ - acknowledged_n_ < limits::unacknowledged_max;
}

void Signalling::transmit_waiting(TimeMs now) {
    while (may_number() && (presence_unsaid_ || !waiting_.empty())) {
        InFlight& sent = in_flight_.emplace_back();
        sent.n = ++last_n_;
        if (!std::exchange(presence_unsaid_, false)) {
            sent.message = std::move(waiting_.front());
            waiting_.pop_front();
        }
        transmit_in_flight(now, sent);
    }
}

void Signalling::transmit_in_flight(TimeMs now, const InFlight& sent) {
    // A presence that is said again is the one of now: what it was would take back what the join said.
    if (!sent.message) return transmit(now, protocol::SetPresence{sent.n, join_.presence});
    transmit(now, protocol::Send{.n = sent.n,
                                 .to = sent.message->to,
                                 .body = sent.message->body,
                                 .keep = sent.message->keep == Keep::ForLaterJoiners});
}

void Signalling::transmit(TimeMs now, const protocol::ClientMessage& message) {
    outbox_.push(output::SendText{socket_, encode(message)});
    last_sent_ = now;
    schedule_ping();
}

void Signalling::heard(TimeMs now) {
    timers_.clear(Timer::PongOverdue);
    last_heard_ = now;
    schedule_ping();
}

void Signalling::note_list(const protocol::ServerMessage& message) {
    if (const auto* joined = std::get_if<protocol::Joined>(&message); joined != nullptr && !joined->resumed) {
        peers_due_ = true;
        kept_due_ = joined->kept_total > 0;
    }
    if (const auto* peers = std::get_if<protocol::Peers>(&message)) peers_due_ = peers->more;
    if (const auto* kept = std::get_if<protocol::Kept>(&message)) kept_due_ = kept->more;
}

// Silence in either direction is enough: a half-dead socket may still deliver the other one.
void Signalling::schedule_ping() {
    // While an answer is awaited there is nothing more to ask, and what is said meanwhile proves nothing.
    if (state_ != State::Joined || in_doubt()) return;
    timers_.set(Timer::Ping, std::min(last_sent_, last_heard_) + heartbeat_ms_);
}

void Signalling::ping(TimeMs now) {
    timers_.clear(Timer::Ping);
    timers_.set(Timer::PongOverdue, now + limits::pong_timeout_ms);
    transmit(now, protocol::Ping{});
}

bool Signalling::note_received(TimeMs now, protocol::Sequence s) {
    if (s == 0) return true;
    if (s <= last_s_) return false;
    if (s > last_s_ + 1) {
        // A server that skips a number has lost something: a new session tells it anew.
        start_over(now);
        return false;
    }
    last_s_ = s;
    if (last_s_ - acknowledged_s_ >= limits::acknowledge_every) {
        acknowledge(now);
    } else if (!timers_.is_set(Timer::Acknowledge)) {
        timers_.set(Timer::Acknowledge, now + limits::acknowledge_after_ms);
    }
    return true;
}

void Signalling::acknowledge(TimeMs now) {
    timers_.clear(Timer::Acknowledge);
    acknowledged_s_ = last_s_;
    transmit(now, protocol::Ack{last_s_});
}

void Signalling::on_acknowledged(TimeMs now, protocol::Sequence got) {
    drop_acknowledged(got);
    transmit_waiting(now);
}

void Signalling::drop_acknowledged(protocol::Sequence got) {
    // More than was said, or less than before, is a fault of the server's that is not made ours.
    acknowledged_n_ = std::clamp(got, acknowledged_n_, last_n_);
    while (!in_flight_.empty() && in_flight_.front().n <= got) {
        if (in_flight_.front().message) acknowledged_ticket_ = in_flight_.front().message->ticket;
        in_flight_.pop_front();
    }
}

}  // namespace parley::core
