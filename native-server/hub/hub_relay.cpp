#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "hub/errors.hpp"
#include "hub/hub.hpp"
#include "protocol/frames.hpp"
#include "protocol/limits.hpp"

namespace parley::hub {

using namespace protocol;

void Hub::on(std::int64_t now_ms, ConnectionId connection, input::Relay relay) {
    Peer* const sender = sender_at(now_ms, connection, relay.body.size());
    if (sender == nullptr || !accept_number(now_ms, *sender, relay.n)) return;
    Room& room = sender->room;
    if (!relay.to) {
        if (relay.keep == input::Relay::Keep::ForLaterJoiners) {
            room.kept.add(encode_kept(sender->id, relay.body, relay.at_ms));
        }
        return push_to_others(*sender, share(relay_up_to_number(sender->id, relay.body, Audience::Everyone)));
    }
    if (Peer* const receiver = room.find(*relay.to)) {
        return push(*receiver, share(relay_up_to_number(sender->id, relay.body, Audience::One)));
    }
    push(*sender, Undelivered{.s = 0, .n = relay.n, .to = *std::move(relay.to)});
}

void Hub::on(std::int64_t now_ms, ConnectionId connection, input::Received received) {
    Peer* const sender = sender_at(now_ms, connection, 0);
    if (sender == nullptr) return;
    std::visit([&](auto&& message) { receive(now_ms, *sender, std::forward<decltype(message)>(message)); },
               std::move(received.message));
}

void Hub::receive(std::int64_t now_ms, Peer& peer, const Join& /*message*/) {
    drop(now_ms, *peer.connection, refusal(ErrorCode::BadMessage, "this socket has joined already"));
}

void Hub::receive(std::int64_t now_ms, Peer& peer, const Send& /*message*/) {
    drop(now_ms, *peer.connection, refusal(ErrorCode::Internal, "a `send` was not taken for one"));
}

void Hub::receive(std::int64_t now_ms, Peer& peer, SetPresence message) {
    TokenBucket& presences = peer.session->presences;
    if (!presences.take(now_ms)) {
        return drop(now_ms, *peer.connection,
                    refusal(ErrorCode::RateLimited, "the presence changes too often", presences.wait_ms()));
    }
    if (accept_number(now_ms, peer, message.n)) show_presence(peer, std::move(message.presence));
}

void Hub::receive(std::int64_t now_ms, Peer& peer, Ack message) {
    Unacknowledged& unacknowledged = peer.session->unacknowledged;
    if (message.got > unacknowledged.sent()) {
        return drop(now_ms, *peer.connection, refusal(ErrorCode::BadMessage, "`got` was never sent"));
    }
    unacknowledged.acknowledge(message.got);
}

void Hub::receive(std::int64_t /*now_ms*/, Peer& peer, Ping /*message*/) { deliver(*peer.connection, Pong{}); }

void Hub::receive(std::int64_t /*now_ms*/, Peer& peer, Leave /*message*/) {
    outputs_.emplace_back(output::Close{.connection = *peer.connection, .code = close_code::normal});
    seats_.erase(*peer.connection);
    remove(peer, LeaveReason::Left);
}

// A client that loses its socket before it has this gets newer ones with its next `joined`, and then this once more.
// That does no harm: it is older by no more than a place is held, and still good when the next renewal is due.
void Hub::on(std::int64_t /*now_ms*/, ConnectionId connection, input::IceRenewed renewed) {
    Peer* const peer = find(connection);
    if (peer == nullptr) return;
    push(*peer,
         IceChanged{.s = 0, .ice_servers = std::move(renewed.ice_servers), .ice_ttl_ms = settings_.ice_lifetime_ms});
}

Peer* Hub::sender_at(std::int64_t now_ms, ConnectionId connection, std::size_t body_size) {
    Peer* const peer = find(connection);
    if (peer == nullptr) {
        drop(now_ms, connection, refusal(ErrorCode::BadMessage, "the first message must be `join`"));
        return nullptr;
    }
    Session& session = *peer->session;
    const auto cost = static_cast<std::int64_t>(body_size);
    if (!session.frames.take(now_ms)) {
        drop(now_ms, connection,
             refusal(ErrorCode::RateLimited, "too many messages in a short time", session.frames.wait_ms()));
        return nullptr;
    }
    if (!session.bytes.take(now_ms, cost)) {
        drop(now_ms, connection,
             refusal(ErrorCode::RateLimited, "too much was sent in a short time", session.bytes.wait_ms(cost)));
        return nullptr;
    }
    return peer;
}

bool Hub::accept_number(std::int64_t now_ms, Peer& peer, Sequence n) {
    Session& session = *peer.session;
    if (n != session.got + 1) {
        drop(now_ms, *peer.connection, refusal(ErrorCode::BadMessage, "`n` does not follow the last one"));
        return false;
    }
    session.got = n;
    const Sequence waiting = session.got - session.got_told;
    if (waiting >= limits::acknowledge_every) {
        acknowledge(peer);
    } else if (waiting == 1) {
        session.acknowledge_at_ms = now_ms + limits::acknowledge_after_ms;
        wake_at(peer, session.acknowledge_at_ms);
    }
    return true;
}

void Hub::acknowledge(Peer& peer) {
    peer.session->got_told = peer.session->got;
    deliver(*peer.connection, Ack{.got = peer.session->got});
}

void Hub::acknowledge_in_time(std::int64_t now_ms, Peer& peer) {
    const Session& session = *peer.session;
    if (session.got == session.got_told) return;
    if (now_ms >= session.acknowledge_at_ms) return acknowledge(peer);
    wake_at(peer, session.acknowledge_at_ms);
}

void Hub::renew_ice_in_time(std::int64_t now_ms, Peer& peer) {
    if (settings_.ice_lifetime_ms == 0) return;
    Session& session = *peer.session;
    if (now_ms >= session.renew_ice_at_ms) {
        session.renew_ice_at_ms = now_ms + settings_.ice_lifetime_ms / 2;
        outputs_.emplace_back(
            output::RenewIce{.to = *peer.connection, .session = session.id, .lifetime_ms = settings_.ice_lifetime_ms});
    }
    wake_at(peer, session.renew_ice_at_ms);
}

void Hub::show_presence(Peer& peer, std::string presence) {
    peer.presence = std::move(presence);
    const PresenceChanged change{.s = 0, .peer = peer.id, .presence = peer.presence};
    push_to_others(peer, share(encode_up_to_number(change)), peer.presence_of);
}

}  // namespace parley::hub
