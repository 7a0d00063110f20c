#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hub/events.hpp"
#include "hub/token_bucket.hpp"
#include "protocol/messages.hpp"

/// What the hub knows of a room. Plain data; the rules are the hub's.
namespace parley::hub {

/// One socket's stay: its numbering in both directions and what it may still send.
struct Session {
    ConnectionId connection;
    protocol::Sequence got = 0;           ///< last `n` that was handled
    protocol::Sequence got_told = 0;      ///< last `n` that was acknowledged to the client
    protocol::Sequence sent = 0;          ///< last `s` that was given out
    protocol::Sequence acknowledged = 0;  ///< last `s` that the client said it has
    TokenBucket frames;
    TokenBucket bytes;
    TokenBucket presences;
};

struct Peer {
    PeerId id;
    std::string presence;
    protocol::Role role = protocol::Role::Participant;
    std::optional<Session> session;      ///< none while the peer is away
    std::optional<std::int64_t> due_ms;  ///< when to acknowledge or, while away, when to give the peer up
};

struct Room {
    std::string key;
    std::vector<Peer> peers;  ///< in order of arrival
};

}  // namespace parley::hub
