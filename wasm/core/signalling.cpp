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
    attempts_ = 0;
    was_joined_ = false;
    unsent_.clear();
    connect(now);
}

void Signalling::stop() {
    if (state_ == State::Joined)
        outbox_.push(output::SendText{socket_, encode(protocol::ClientMessage(protocol::Leave{}))});
    if (socket_) outbox_.push(output::CloseSocket{socket_, close_code::normal});
    socket_ = {};
    state_ = State::Stopped;
    timers_.clear_all();
    unsent_.clear();
}

bool Signalling::send(TimeMs now, const std::optional<PeerId>& to, std::string sealed) {
    if (state_ == State::Stopped || unsent_.size() >= bounds::unsent_messages_max) return false;
    unsent_.push_back({0, to, std::move(sealed)});
    transmit_unsent(now);
    return true;
}

void Signalling::set_presence(TimeMs now, std::string sealed) {
    join_.presence = std::move(sealed);
    if (state_ == State::Joined) transmit(now, protocol::SetPresence{++last_n_, join_.presence});
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
    transmit(now, join_);
}

std::optional<Signalling::Event> Signalling::on_received(TimeMs now, SocketId socket, std::string_view text) {
    if (socket != socket_) return std::nullopt;
    auto decoded = protocol::decode_server(text);
    if (!decoded) return std::nullopt;  // a later server may say more than this page knows
    protocol::ServerMessage message = std::move(decoded).value();
    heard(now);
    note_received(now, number_of(message));
    const bool passed_on = std::visit(Overload{[&](const protocol::Joined&) {
                                                   joined_session(now);
                                                   return true;
                                               },
                                               [&](const protocol::Ack& ack) {
                                                   on_acknowledged(now, ack.got);
                                                   return false;
                                               },
                                               [](const protocol::Pong&) { return false; },
                                               [&](const protocol::Error& error) {
                                                   last_error_ = error.code;
                                                   if (error.retry_after_ms) retry_after_ = *error.retry_after_ms;
                                                   return false;
                                               },
                                               [](const auto&) { return true; }},
                                      message);
    if (!passed_on) return std::nullopt;
    return message;
}

std::optional<Signalling::Event> Signalling::on_closed(TimeMs now, SocketId socket, std::uint16_t code) {
    if (socket != socket_) return std::nullopt;
    socket_ = {};
    if (is_final_close(code)) {
        state_ = State::Stopped;
        timers_.clear_all();
        return Ended{code, last_error_};
    }
    retry_later(now);
    return std::nullopt;
}

void Signalling::on_network_changed(TimeMs now) {
    if (state_ == State::Waiting) connect(now);
    if (state_ == State::Joined) ping(now);
}

void Signalling::tick(TimeMs now) {
    while (const auto timer = timers_.expired(now)) {
        switch (*timer) {
            case Timer::Attempt:
            case Timer::PongOverdue:
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

void Signalling::lose_socket(TimeMs now) {
    outbox_.push(output::CloseSocket{socket_, close_code::normal});
    socket_ = {};
    retry_later(now);
}

void Signalling::retry_later(TimeMs now) {
    state_ = State::Waiting;
    timers_.clear_all();
    const auto step = static_cast<std::size_t>(attempts_);
    double pause_ms = random_.between(0.5, 1.5);
    if (step < first_pauses_ms.size()) {
        pause_ms *= first_pauses_ms[step];
        ++attempts_;
    } else {
        pause_ms *= random_.between(later_pause_low_ms, later_pause_high_ms);
    }
    if (retry_after_) pause_ms = std::max(pause_ms, static_cast<double>(*retry_after_));
    retry_after_.reset();
    timers_.set(Timer::Retry, now + static_cast<TimeMs>(pause_ms));
}

void Signalling::joined_session(TimeMs now) {
    state_ = State::Joined;
    was_joined_ = true;
    attempts_ = 0;
    last_n_ = last_s_ = acknowledged_s_ = 0;
    timers_.clear(Timer::Attempt);
    // A new session knows nothing of what the lost one was told: all that was not acknowledged is said again.
    for (auto& message : unsent_) message.n = 0;
    heard(now);
    transmit_unsent(now);
}

void Signalling::transmit_unsent(TimeMs now) {
    if (state_ != State::Joined) return;
    std::size_t in_flight = 0;
    for (auto& message : unsent_) {
        if (++in_flight > limits::unacknowledged_max) return;
        if (message.n != 0) continue;
        message.n = ++last_n_;
        transmit(now, protocol::Send{message.n, message.to, message.body});
    }
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

// Silence in either direction is enough: a half-dead socket may still deliver the other one.
void Signalling::schedule_ping() {
    if (state_ == State::Joined) timers_.set(Timer::Ping, std::min(last_sent_, last_heard_) + limits::heartbeat_ms);
}

void Signalling::ping(TimeMs now) {
    transmit(now, protocol::Ping{});
    timers_.clear(Timer::Ping);
    timers_.set(Timer::PongOverdue, now + limits::pong_timeout_ms);
}

void Signalling::note_received(TimeMs now, protocol::Sequence s) {
    if (s == 0) return;
    last_s_ = s;
    if (last_s_ - acknowledged_s_ >= limits::acknowledge_every) {
        acknowledge(now);
    } else if (!timers_.is_set(Timer::Acknowledge)) {
        timers_.set(Timer::Acknowledge, now + limits::acknowledge_after_ms);
    }
}

void Signalling::acknowledge(TimeMs now) {
    timers_.clear(Timer::Acknowledge);
    acknowledged_s_ = last_s_;
    transmit(now, protocol::Ack{last_s_});
}

void Signalling::on_acknowledged(TimeMs now, protocol::Sequence got) {
    while (!unsent_.empty() && unsent_.front().n != 0 && unsent_.front().n <= got) unsent_.pop_front();
    transmit_unsent(now);
}

}  // namespace parley::core
