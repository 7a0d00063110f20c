#include <algorithm>
#include <string>
#include <utility>

#include "hub/errors.hpp"
#include "hub/hub.hpp"
#include "protocol/frames.hpp"
#include "protocol/limits.hpp"

namespace parley::hub {
namespace {

using namespace protocol;

bool is_provisional_host(const Peer& peer) { return peer.role == Role::Host && peer.granted != Role::Host; }

/// Whether the session can go on without a hole: it is this one, and what the client lacks is still held.
bool can_resume(const Peer& peer, const std::optional<Resume>& resume) {
    if (!resume || !peer.session || peer.session->has_hole || peer.session->id != resume->session) return false;
    const Unacknowledged& held = peer.session->unacknowledged;
    return resume->got >= held.acknowledged() && resume->got <= held.sent();
}

}  // namespace

void Hub::on(std::int64_t now_ms, ConnectionId connection, input::Join join) {
    if (find(connection) != nullptr) {
        return drop(now_ms, connection, refusal(ErrorCode::BadMessage, "this socket has joined already"));
    }
    if (const auto refused = refusal_for(join)) return drop(now_ms, connection, *refused);
    Room& room = rooms_.try_emplace(join.room, Room{.id = join.room, .key = join.room_key}).first->second;
    if (Peer* const peer = room.find(join.peer)) {
        come_back(now_ms, connection, *peer, join);
    } else {
        arrive(now_ms, connection, room, join);
    }
}

std::optional<Error> Hub::refusal_for(const input::Join& join) const {
    if (draining_) return refusal(ErrorCode::Draining, "this server is about to stop", draining_->after_ms);
    const auto found = rooms_.find(join.room);
    if (found != rooms_.end()) {
        const Room& room = found->second;
        if (room.key != join.room_key) {
            return refusal(ErrorCode::WrongKey, "the key in the link does not open this room");
        }
        if (room.find(join.peer) != nullptr) return std::nullopt;
        if (room.peers.size() >= settings_.people_per_room) {
            return refusal(ErrorCode::RoomFull,
                           "this room is full: it holds " + std::to_string(settings_.people_per_room) + " people");
        }
    }
    if (people_ < settings_.people_total) return std::nullopt;
    return refusal(ErrorCode::RateLimited, "this server is full", settings_.come_back_after_ms);
}

void Hub::arrive(std::int64_t now_ms, ConnectionId connection, Room& room, input::Join& join) {
    const bool is_first = room.peers.empty();
    Peer& peer = *room.peers.emplace_back(
        std::make_unique<Peer>(Peer{.room = room, .number = ++last_number_, .id = std::move(join.peer)}));
    ++people_;
    peer.presence = std::move(join.presence);
    peer.presence_of = peer.number;
    // The first one without any grant makes the room; one with a lesser grant only keeps the place warm.
    peer.granted = join.granted.value_or(is_first ? Role::Host : Role::Participant);
    peer.role = is_first ? Role::Host : peer.granted;
    if (peer.granted == Role::Host) end_provisional_hosts(peer);
    peer.session = new_session(now_ms, std::move(join.session));
    sit_down(connection, peer);
    welcome(now_ms, peer);
    push_to_others(peer, PeerJoined{.s = 0, .peer = peer.id, .presence = peer.presence, .role = peer.role});
}

void Hub::come_back(std::int64_t now_ms, ConnectionId connection, Peer& peer, input::Join& join) {
    const bool resumes = can_resume(peer, join.resume);
    evict_older_socket(peer);
    if (!resumes) peer.session = new_session(now_ms, std::move(join.session));
    sit_down(connection, peer);
    if (join.granted == Role::Host) make_host(peer);
    if (resumes) {
        welcome_back(now_ms, peer, join.resume->got);
    } else {
        peer.presence = join.presence;
        welcome(now_ms, peer);
    }
    push_to_others(peer, PeerBack{.s = 0, .peer = peer.id});
    peer.presence_of = ++last_number_;
    if (!resumes || peer.presence != join.presence) show_presence(peer, std::move(join.presence));
}

Session Hub::new_session(std::int64_t now_ms, SessionId id) const {
    return {.id = std::move(id),
            .frames = TokenBucket(settings_.frames, now_ms),
            .bytes = TokenBucket(settings_.bytes, now_ms),
            .presences = TokenBucket(settings_.presences, now_ms)};
}

void Hub::sit_down(ConnectionId connection, Peer& peer) {
    seats_.emplace(connection, &peer);
    peer.connection = connection;
}

void Hub::evict_older_socket(Peer& peer) {
    if (!peer.connection) return;
    deliver(*peer.connection, refusal(ErrorCode::Replaced, "you joined from elsewhere"));
    outputs_.emplace_back(output::Close{.connection = *peer.connection, .code = close_code::replaced});
    seats_.erase(*peer.connection);
    peer.connection.reset();
}

void Hub::welcome(std::int64_t now_ms, Peer& peer) {
    const Room& room = peer.room;
    Joined joined;
    joined.peers_total = static_cast<std::uint32_t>(room.peers.size() - 1);
    joined.kept_total = static_cast<std::uint32_t>(room.kept.entries().size());
    admit(now_ms, peer, std::move(joined));
    ListFrames peers("peers");
    for (const auto& other : room.peers) {
        if (other.get() == &peer) continue;
        peers.add(encode(PeerEntry{
            .peer = other->id, .presence = other->presence, .role = other->role, .away = !other->connection}));
    }
    for (auto& frame : std::move(peers).finish()) deliver(*peer.connection, std::move(frame));
    if (room.kept.entries().empty()) return;
    ListFrames kept("kept");
    for (const auto& entry : room.kept.entries()) kept.add(entry);
    for (auto& frame : std::move(kept).finish()) deliver(*peer.connection, std::move(frame));
}

void Hub::welcome_back(std::int64_t now_ms, Peer& peer, Sequence got) {
    Session& session = *peer.session;
    session.unacknowledged.acknowledge(got);
    session.got_told = session.got;
    Joined joined;
    joined.resumed = true;
    joined.got = session.got;
    admit(now_ms, peer, std::move(joined));
    for (const auto& entry : session.unacknowledged.entries()) {
        outputs_.emplace_back(output::Deliver{.to = *peer.connection, .frame = {.text = entry.text, .s = ++got}});
    }
}

void Hub::admit(std::int64_t now_ms, Peer& peer, Joined joined) {
    joined.peer = peer.id;
    joined.session = peer.session->id;
    joined.role = peer.role;
    joined.ice_ttl_ms = settings_.ice_lifetime_ms;
    joined.heartbeat_ms = limits::heartbeat_ms;
    outputs_.emplace_back(output::Admit{
        .to = *peer.connection, .room = peer.room.id, .joined = std::move(joined), .granted = peer.granted});
    if (settings_.ice_lifetime_ms == 0) return;
    peer.session->renew_ice_at_ms = now_ms + settings_.ice_lifetime_ms / 2;
    wake_at(peer, peer.session->renew_ice_at_ms);
}

void Hub::make_host(Peer& peer) {
    peer.granted = Role::Host;
    if (std::exchange(peer.role, Role::Host) != Role::Host) {
        push_to_others(peer, RoleChanged{.s = 0, .peer = peer.id, .role = Role::Host});
    }
    end_provisional_hosts(peer);
}

void Hub::end_provisional_hosts(const Peer& host) {
    for (const auto& peer : host.room.peers) {
        if (!is_provisional_host(*peer)) continue;
        peer->role = Role::Participant;
        const RoleChanged change{.s = 0, .peer = peer->id, .role = Role::Participant};
        push_to_others(host, change);
    }
}

}  // namespace parley::hub
