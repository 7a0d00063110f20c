#include "hub/hub.hpp"

#include <memory>
#include <string>
#include <utility>

#include "protocol/codec.hpp"
#include "protocol/frames.hpp"

namespace parley::hub {

Hub::Hub(const Settings& settings) : settings_(settings) {}

void Hub::handle(std::int64_t now_ms, ConnectionId connection, Input input) {
    std::visit([&](auto&& alternative) { on(now_ms, connection, std::forward<decltype(alternative)>(alternative)); },
               std::move(input));
    drop_overflowing(now_ms);
}

void Hub::tick(std::int64_t now_ms) {
    while (!due_.empty() && due_.begin()->at_ms <= now_ms) {
        Peer& peer = *due_.begin()->peer;
        due_.erase(due_.begin());
        peer.wakes_at_ms.reset();
        wake_up(now_ms, peer);
    }
    drop_overflowing(now_ms);
}

std::optional<std::int64_t> Hub::deadline() const {
    if (due_.empty()) return std::nullopt;
    return due_.begin()->at_ms;
}

void Hub::drain(const protocol::Drain& notice) {
    draining_ = notice;
    const Text text = share(protocol::encode(protocol::ServerMessage(notice)));
    for (const auto& [connection, peer] : seats_) {
        outputs_.emplace_back(output::Deliver{.to = connection, .frame = {.text = text, .s = 0}});
    }
}

std::optional<Output> Hub::poll() {
    if (outputs_taken_ < outputs_.size()) return std::move(outputs_[outputs_taken_++]);
    outputs_.clear();
    outputs_taken_ = 0;
    return std::nullopt;
}

Peer* Hub::find(ConnectionId connection) const {
    const auto seat = seats_.find(connection);
    return seat == seats_.end() ? nullptr : seat->second;
}

void Hub::deliver(ConnectionId connection, const protocol::ServerMessage& message) {
    deliver(connection, protocol::encode(message));
}

void Hub::deliver(ConnectionId connection, std::string whole) {
    outputs_.emplace_back(output::Deliver{.to = connection, .frame = {.text = share(std::move(whole)), .s = 0}});
}

void Hub::push(Peer& receiver, const Text& text, PresenceOf presence_of) {
    // Whose session ended while away starts a new one, and learns from `peers` what it missed.
    if (!receiver.session || receiver.session->has_hole) return;
    Session& session = *receiver.session;
    const bool is_away = !receiver.connection;
    if (is_away && presence_of != 0 && session.unacknowledged.replace(session.given_out, presence_of, text)) return;
    if (session.unacknowledged.is_full()) {
        session.has_hole = true;
        if (is_away) return receiver.session.reset();
        return overflowing_.push_back(*receiver.connection);
    }
    const protocol::Sequence s = session.unacknowledged.add(text, presence_of);
    if (is_away) return;
    outputs_.emplace_back(output::Deliver{.to = *receiver.connection, .frame = {.text = text, .s = s}});
    if (session.unacknowledged.is_full()) overflowing_.push_back(*receiver.connection);
}

void Hub::push(Peer& receiver, const protocol::ServerMessage& numbered) {
    push(receiver, share(protocol::encode_up_to_number(numbered)));
}

void Hub::push_to_others(const Peer& except, const Text& text, PresenceOf presence_of) {
    for (const auto& peer : except.room.peers) {
        if (peer.get() != &except) push(*peer, text, presence_of);
    }
}

void Hub::push_to_others(const Peer& except, const protocol::ServerMessage& numbered) {
    if (except.room.peers.size() > 1) push_to_others(except, share(protocol::encode_up_to_number(numbered)));
}

}  // namespace parley::hub
