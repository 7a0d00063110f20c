#include "hub/hub.hpp"

#include <algorithm>
#include <utility>

#include "protocol/limits.hpp"

namespace parley::hub {
namespace {

using namespace protocol;

// Escaped at its worst, a presence takes six times its size: this many still fit one frame.
constexpr std::size_t peers_per_frame = 4;
static_assert(peers_per_frame * (6 * limits::presence_max + 256) < limits::frame_max);

Error error(ErrorCode code, std::string message) {
    return {.code = code, .message = std::move(message), .n = std::nullopt, .retry_after_ms = std::nullopt};
}

Error rate_limited(std::string message, std::int64_t retry_after_ms) {
    return {.code = ErrorCode::RateLimited,
            .message = std::move(message),
            .n = std::nullopt,
            .retry_after_ms = retry_after_ms};
}

std::int64_t cost_of(const ClientMessage& message) {
    const auto* const send = std::get_if<Send>(&message);
    return send == nullptr ? 0 : static_cast<std::int64_t>(send->body.size());
}

template <class Peers>
auto* find_peer(Peers& peers, const PeerId& id) {
    const auto found = std::ranges::find(peers, id, &Peer::id);
    return found == peers.end() ? nullptr : &*found;
}

}  // namespace

Hub::Hub(Settings settings) : settings_(std::move(settings)) {}

void Hub::handle(std::int64_t now_ms, ConnectionId connection, Input input) {
    std::visit([&](auto&& alternative) { on(now_ms, connection, std::forward<decltype(alternative)>(alternative)); },
               std::move(input));
    drop_overflowing(now_ms);
}

void Hub::tick(std::int64_t now_ms) {
    while (!due_.empty() && due_.begin()->at_ms <= now_ms) {
        const Due due = *due_.begin();
        const auto place = find(due.room, due.peer);
        if (place->peer.session) {
            acknowledge(*place);
        } else {
            remove(*place, LeaveReason::Lost);
        }
    }
    drop_overflowing(now_ms);
}

std::optional<std::int64_t> Hub::deadline() const {
    if (due_.empty()) return std::nullopt;
    return due_.begin()->at_ms;
}

std::optional<Output> Hub::poll() {
    if (outputs_.empty()) return std::nullopt;
    Output next = std::move(outputs_.front());
    outputs_.pop();
    return next;
}

void Hub::on(std::int64_t now_ms, ConnectionId connection, input::Join join) {
    if (find(connection)) {
        return drop(now_ms, connection, error(ErrorCode::BadMessage, "this socket has joined already"));
    }
    if (auto refusal = refusal_for(join)) return drop(now_ms, connection, *std::move(refusal));
    Room& room = rooms_.try_emplace(join.room, Room{.key = join.room_key, .peers = {}}).first->second;
    seats_.emplace(connection, Seat{.room = join.room, .peer = join.peer});
    if (Peer* const peer = find_peer(room.peers, join.peer)) {
        come_back(now_ms, connection, room, *peer, join);
    } else {
        arrive(now_ms, connection, room, join);
    }
}

void Hub::on(std::int64_t now_ms, ConnectionId connection, input::Received received) {
    const auto place = find(connection);
    if (!place) {
        return drop(now_ms, connection, error(ErrorCode::BadMessage, "the first message must be `join`"));
    }
    Session& session = *place->peer.session;
    const std::int64_t cost = cost_of(received.message);
    if (!session.frames.take(now_ms)) {
        return drop(now_ms, connection, rate_limited("too many messages in a short time", session.frames.wait_ms()));
    }
    if (!session.bytes.take(now_ms, cost)) {
        return drop(now_ms, connection, rate_limited("too much was sent in a short time", session.bytes.wait_ms(cost)));
    }
    std::visit([&](auto&& message) { receive(now_ms, *place, std::forward<decltype(message)>(message)); },
               std::move(received.message));
}

void Hub::on(std::int64_t now_ms, ConnectionId connection, input::Fault fault) {
    drop(now_ms, connection, std::move(fault.error));
}

void Hub::on(std::int64_t now_ms, ConnectionId connection, input::Lost lost) {
    const auto place = find(connection);
    if (!place) return;
    const bool page_was_closed = lost.close_code == close_code::going_away;
    go_away(now_ms, *place, page_was_closed ? limits::away_closed_page_ms : limits::away_lost_ms);
}

void Hub::receive(std::int64_t now_ms, Place place, Join /*message*/) {
    drop(now_ms, place.peer.session->connection, error(ErrorCode::BadMessage, "this socket has joined already"));
}

void Hub::receive(std::int64_t now_ms, Place place, Send message) {
    if (!accept_number(now_ms, place, message.n)) return;
    Message relayed{.s = 0, .from = place.peer.id, .body = std::move(message.body), .all = !message.to};
    if (!message.to) return push_to_others(place.room, place.peer.id, relayed);
    Peer* const receiver = find_peer(place.room.peers, *message.to);
    if (receiver != nullptr && receiver->session) return push(*receiver, std::move(relayed));
    push(place.peer, Undelivered{.s = 0, .n = message.n, .to = *std::move(message.to)});
}

void Hub::receive(std::int64_t now_ms, Place place, SetPresence message) {
    Session& session = *place.peer.session;
    if (!session.presences.take(now_ms)) {
        return drop(now_ms, session.connection,
                    rate_limited("the presence changes too often", session.presences.wait_ms()));
    }
    if (!accept_number(now_ms, place, message.n)) return;
    place.peer.presence = std::move(message.presence);
    push_to_others(place.room, place.peer.id,
                   PresenceChanged{.s = 0, .peer = place.peer.id, .presence = place.peer.presence});
}

void Hub::receive(std::int64_t now_ms, Place place, Ack message) {
    Session& session = *place.peer.session;
    if (message.got > session.sent) {
        return drop(now_ms, session.connection, error(ErrorCode::BadMessage, "`got` was never sent"));
    }
    session.acknowledged = std::max(session.acknowledged, message.got);
}

void Hub::receive(std::int64_t /*now_ms*/, Place place, Ping /*message*/) {
    deliver(place.peer.session->connection, Pong{});
}

void Hub::receive(std::int64_t /*now_ms*/, Place place, Leave /*message*/) {
    const ConnectionId connection = place.peer.session->connection;
    seats_.erase(connection);
    outputs_.emplace(output::Close{.connection = connection, .code = close_code::normal});
    remove(place, LeaveReason::Left);
}

std::optional<Error> Hub::refusal_for(const input::Join& join) const {
    const auto found = rooms_.find(join.room);
    if (found != rooms_.end()) {
        const Room& room = found->second;
        if (room.key != join.room_key) {
            return error(ErrorCode::WrongKey, "the key in the link does not open this room");
        }
        if (find_peer(room.peers, join.peer) != nullptr) return std::nullopt;
        if (room.peers.size() >= settings_.people_per_room) {
            return error(ErrorCode::RoomFull,
                         "this room is full: it holds " + std::to_string(settings_.people_per_room) + " people");
        }
    }
    if (people_ < settings_.people_total) return std::nullopt;
    return rate_limited("this server is full", settings_.come_back_after_ms);
}

void Hub::arrive(std::int64_t now_ms, ConnectionId connection, Room& room, input::Join& join) {
    const Role role = room.peers.empty() ? Role::Host : Role::Participant;
    const Peer& peer = room.peers.emplace_back(Peer{.id = std::move(join.peer),
                                                    .presence = std::move(join.presence),
                                                    .role = role,
                                                    .session = new_session(now_ms, connection),
                                                    .due_ms = std::nullopt});
    ++people_;
    welcome(room, peer, join.session);
    push_to_others(room, peer.id, PeerJoined{.s = 0, .peer = peer.id, .presence = peer.presence, .role = peer.role});
}

void Hub::come_back(std::int64_t now_ms, ConnectionId connection, Room& room, Peer& peer, input::Join& join) {
    set_due({.room_id = join.room, .room = room, .peer = peer}, std::nullopt);
    if (peer.session) {
        const ConnectionId older = peer.session->connection;
        seats_.erase(older);
        deliver(older, error(ErrorCode::Replaced, "you joined from elsewhere"));
        outputs_.emplace(output::Close{.connection = older, .code = close_code::replaced});
    }
    peer.session = new_session(now_ms, connection);
    peer.presence = std::move(join.presence);
    welcome(room, peer, join.session);
    push_to_others(room, peer.id, PeerBack{.s = 0, .peer = peer.id});
    push_to_others(room, peer.id, PresenceChanged{.s = 0, .peer = peer.id, .presence = peer.presence});
}

void Hub::welcome(const Room& room, const Peer& peer, const SessionId& session) {
    const ConnectionId connection = peer.session->connection;
    deliver(connection, Joined{.peer = peer.id,
                               .session = session,
                               .resumed = false,
                               .got = 0,
                               .role = peer.role,
                               .peers_total = static_cast<std::uint32_t>(room.peers.size() - 1),
                               .ice_servers = settings_.ice_servers,
                               .ice_ttl_ms = 0,
                               .heartbeat_ms = limits::heartbeat_ms});
    Peers frame;
    for (const Peer& other : room.peers) {
        if (other.id == peer.id) continue;
        if (frame.peers.size() == peers_per_frame) {
            frame.more = true;
            deliver(connection, std::exchange(frame, {}));
        }
        frame.peers.push_back(
            {.peer = other.id, .presence = other.presence, .role = other.role, .away = !other.session});
    }
    deliver(connection, std::move(frame));
}

Session Hub::new_session(std::int64_t now_ms, ConnectionId connection) const {
    return {.connection = connection,
            .frames = TokenBucket(settings_.frames, now_ms),
            .bytes = TokenBucket(settings_.bytes, now_ms),
            .presences = TokenBucket(settings_.presences, now_ms)};
}

bool Hub::accept_number(std::int64_t now_ms, Place place, Sequence n) {
    Session& session = *place.peer.session;
    if (n != session.got + 1) {
        drop(now_ms, session.connection, error(ErrorCode::BadMessage, "`n` does not follow the last one"));
        return false;
    }
    session.got = n;
    if (session.got - session.got_told >= limits::acknowledge_every) {
        acknowledge(place);
    } else if (!place.peer.due_ms) {
        set_due(place, now_ms + limits::acknowledge_after_ms);
    }
    return true;
}

void Hub::acknowledge(Place place) {
    Session& session = *place.peer.session;
    session.got_told = session.got;
    set_due(place, std::nullopt);
    deliver(session.connection, Ack{.got = session.got});
}

void Hub::drop(std::int64_t now_ms, ConnectionId connection, Error reason) {
    const std::uint16_t code = close_code_for(reason.code);
    deliver(connection, std::move(reason));
    outputs_.emplace(output::Close{.connection = connection, .code = code});
    if (const auto place = find(connection)) go_away(now_ms, *place, limits::away_lost_ms);
}

void Hub::drop_overflowing(std::int64_t now_ms) {
    // Dropping one tells the others, which may overflow them in turn.
    while (!overflowing_.empty()) {
        const ConnectionId connection = overflowing_.back();
        overflowing_.pop_back();
        if (!find(connection)) continue;
        drop(now_ms, connection, error(ErrorCode::SlowConsumer, "too many messages wait for an acknowledgement"));
    }
}

void Hub::go_away(std::int64_t now_ms, Place place, std::int64_t held_ms) {
    seats_.erase(place.peer.session->connection);
    place.peer.session.reset();
    set_due(place, now_ms + held_ms);
    push_to_others(place.room, place.peer.id, PeerAway{.s = 0, .peer = place.peer.id});
}

void Hub::remove(Place place, LeaveReason reason) {
    const PeerId gone = place.peer.id;
    set_due(place, std::nullopt);
    std::erase_if(place.room.peers, [&](const Peer& peer) { return peer.id == gone; });
    --people_;
    if (place.room.peers.empty()) {
        rooms_.erase(rooms_.find(place.room_id));
    } else {
        push_to_others(place.room, gone, PeerLeft{.s = 0, .peer = gone, .reason = reason});
    }
}

void Hub::set_due(Place place, std::optional<std::int64_t> at_ms) {
    auto& due_ms = place.peer.due_ms;
    if (due_ms) due_.erase({.at_ms = *due_ms, .room = place.room_id, .peer = place.peer.id});
    due_ms = at_ms;
    if (due_ms) due_.insert({.at_ms = *due_ms, .room = place.room_id, .peer = place.peer.id});
}

std::optional<Hub::Place> Hub::find(ConnectionId connection) {
    const auto seat = seats_.find(connection);
    if (seat == seats_.end()) return std::nullopt;
    return find(seat->second.room, seat->second.peer);
}

std::optional<Hub::Place> Hub::find(const RoomId& room, const PeerId& peer) {
    const auto found = rooms_.find(room);
    if (found == rooms_.end()) return std::nullopt;
    Peer* const occupant = find_peer(found->second.peers, peer);
    if (occupant == nullptr) return std::nullopt;
    return Place{.room_id = found->first, .room = found->second, .peer = *occupant};
}

void Hub::deliver(ConnectionId connection, ServerMessage message) {
    outputs_.emplace(output::Deliver{.to = connection, .message = std::move(message)});
}

template <class Numbered>
void Hub::push(Peer& peer, Numbered message) {
    Session& session = *peer.session;
    message.s = ++session.sent;
    deliver(session.connection, std::move(message));
    if (session.sent - session.acknowledged > limits::outbox_messages_max) {
        overflowing_.push_back(session.connection);
    }
}

template <class Numbered>
void Hub::push_to_others(Room& room, const PeerId& except, const Numbered& message) {
    for (Peer& peer : room.peers) {
        if (peer.id != except && peer.session) push(peer, message);
    }
}

}  // namespace parley::hub
