#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "hub/events.hpp"
#include "hub/kept_ring.hpp"
#include "hub/token_bucket.hpp"
#include "hub/unacknowledged.hpp"
#include "protocol/messages.hpp"

/// What the hub knows of a room. Plain data; the rules are the hub's.
namespace parley::hub {

/// One stay of a peer: its numbering in both directions and what it may still send. It outlives its socket.
struct Session {
    SessionId id;
    protocol::Sequence got = 0;       ///< last `n` that was handled
    protocol::Sequence got_told = 0;  ///< last `n` that was acknowledged to the client
    std::int64_t acknowledge_at_ms = 0;
    std::int64_t renew_ice_at_ms = 0;  ///< while connected, unless nothing needs to be renewed
    Unacknowledged unacknowledged{};
    protocol::Sequence given_out = 0;  ///< while away: last `s` that a socket took; what is above is not sent yet
    /// Something did not fit. The session ends with its socket, because going on would leave a hole.
    bool has_hole = false;
    TokenBucket frames;
    TokenBucket bytes;
    TokenBucket presences;
};

struct Room;

struct Peer {
    Room& room;
    std::uint64_t number = 0;  ///< of its arrival on this server; never used again
    PeerId id;
    std::string presence{};
    /// A new one each time it comes back: what it shows then must come after the word that it is back.
    PresenceOf presence_of = 0;
    protocol::Role role = protocol::Role::Participant;
    /// What its grants say. A host of whom they say less is provisional: host until a granted one arrives.
    protocol::Role granted = protocol::Role::Participant;
    std::optional<ConnectionId> connection{};  ///< none while the peer is away
    std::optional<Session> session{};          ///< none only when it ended while the peer was away
    std::int64_t give_up_at_ms = 0;            ///< while away
    std::optional<std::int64_t> wakes_at_ms{};
};

struct Room {
    RoomId id;
    std::string key;
    std::vector<std::unique_ptr<Peer>> peers{};  ///< in order of arrival
    KeptRing kept{};

    /// Null when it has no place here. Rooms are small enough to look through.
    [[nodiscard]] Peer* find(const PeerId& peer) const;
};

}  // namespace parley::hub
