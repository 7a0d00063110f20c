#include <algorithm>
#include <utility>

#include "hub/errors.hpp"
#include "hub/hub.hpp"
#include "protocol/limits.hpp"

namespace parley::hub {

using namespace protocol;

void Hub::on(std::int64_t now_ms, ConnectionId connection, input::Fault fault) {
    drop(now_ms, connection, fault.error);
}

void Hub::on(std::int64_t now_ms, ConnectionId connection, input::Lost lost) {
    Peer* const peer = find(connection);
    if (peer == nullptr) return;
    const bool page_was_closed = lost.close_code == close_code::going_away;
    go_away(now_ms, *peer, page_was_closed ? limits::away_closed_page_ms : limits::away_lost_ms);
}

void Hub::drop(std::int64_t now_ms, ConnectionId connection, const Error& error) {
    deliver(connection, error);
    outputs_.emplace_back(output::Close{.connection = connection, .code = close_code_for(error.code)});
    if (Peer* const peer = find(connection)) go_away(now_ms, *peer, limits::away_lost_ms);
}

void Hub::drop_overflowing(std::int64_t now_ms) {
    // Dropping one tells the others, which may overflow them in turn.
    while (!overflowing_.empty()) {
        const ConnectionId connection = overflowing_.back();
        overflowing_.pop_back();
        if (find(connection) == nullptr) continue;
        drop(now_ms, connection, refusal(ErrorCode::SlowConsumer, "too many messages wait for an acknowledgement"));
    }
}

void Hub::go_away(std::int64_t now_ms, Peer& peer, std::int64_t held_ms) {
    seats_.erase(*peer.connection);
    peer.connection.reset();
    if (peer.session->has_hole) {
        peer.session.reset();
    } else {
        peer.session->given_out = peer.session->unacknowledged.sent();
    }
    peer.give_up_at_ms = now_ms + held_ms;
    wake_at(peer, peer.give_up_at_ms);
    push_to_others(peer, PeerAway{.s = 0, .peer = peer.id});
}

void Hub::remove(Peer& peer, LeaveReason reason) {
    Room& room = peer.room;
    if (peer.wakes_at_ms) due_.erase({.at_ms = *peer.wakes_at_ms, .number = peer.number, .peer = &peer});
    push_to_others(peer, PeerLeft{.s = 0, .peer = peer.id, .reason = reason});
    std::erase_if(room.peers, [&](const auto& other) { return other.get() == &peer; });
    --people_;
    if (room.peers.empty()) rooms_.erase(rooms_.find(room.id));
}

void Hub::wake_up(std::int64_t now_ms, Peer& peer) {
    if (!peer.connection) {
        if (now_ms >= peer.give_up_at_ms) return remove(peer, LeaveReason::Lost);
        return wake_at(peer, peer.give_up_at_ms);
    }
    acknowledge_in_time(now_ms, peer);
    renew_ice_in_time(now_ms, peer);
}

void Hub::wake_at(Peer& peer, std::int64_t at_ms) {
    // Waking too early costs one look; moving the time for every message would cost more.
    if (peer.wakes_at_ms && *peer.wakes_at_ms <= at_ms) return;
    if (peer.wakes_at_ms) due_.erase({.at_ms = *peer.wakes_at_ms, .number = peer.number, .peer = &peer});
    peer.wakes_at_ms = at_ms;
    due_.insert({.at_ms = at_ms, .number = peer.number, .peer = &peer});
}

}  // namespace parley::hub
