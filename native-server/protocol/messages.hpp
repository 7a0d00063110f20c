#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "protocol/codes.hpp"
#include "protocol/ids.hpp"

/// What travels over `/signal` (see README.md beside this file). Sealed strings are opaque to the server.
namespace parley::protocol {

/// The number of a numbered message in one direction of a session: 1, 2, 3 ... 0 means none yet.
using Sequence = std::uint64_t;

enum class Role { Host, Participant };

/// Why a peer is gone. `Left`: it said so. `Lost`: its socket stayed away too long. `Removed`: by a host.
enum class LeaveReason { Left, Lost, Removed };

// Client to server.

/// Goes on with a session whose socket was lost.
struct Resume {
    SessionId session;
    Sequence got = 0;  ///< last `s` that the client has
};
struct Join {
    RoomId room;
    std::optional<std::string> access;  ///< base64url of 32 bytes; absent for a named room without a key
    std::string secret;                 ///< base64url of 32 bytes
    std::string sign;                   ///< ECDSA P-256 public key, raw (65 bytes), base64url
    std::string presence;               ///< sealed
    std::optional<std::string> grant;   ///< what an earlier `joined` of this room gave, on whatever server
    std::optional<Resume> resume;
};
struct Send {
    Sequence n = 0;
    std::optional<PeerId> to;  ///< absent: everyone else in the room
    std::string body;          ///< sealed
    bool keep = false;         ///< also for those who join later; only without `to`
};
struct SetPresence {
    Sequence n = 0;
    std::string presence;  ///< sealed
};
struct Ack {
    Sequence got = 0;
};
struct Ping {};
struct Leave {};

using ClientMessage = std::variant<Join, Send, SetPresence, Ack, Ping, Leave>;

// Server to client.

/// RTCIceServer of W3C WebRTC section 4.2.4.
struct IceServer {
    std::vector<std::string> urls;
    std::optional<std::string> username;
    std::optional<std::string> credential;
};
struct Joined {
    PeerId peer;
    SessionId session;
    bool resumed = false;
    Sequence got = 0;  ///< last `n` that the server has
    Role role = Role::Participant;
    std::string grant;              ///< opaque; handed back with the next join, it gives the role back
    std::uint32_t peers_total = 0;  ///< how many the following `peers` frames list in all; 0 when resumed
    std::uint32_t kept_total = 0;   ///< the same of `kept` frames
    std::vector<IceServer> ice_servers;
    std::int64_t ice_ttl_ms = 0;  ///< 0: the servers carry no credentials that end
    std::int64_t heartbeat_ms = 0;
};
struct PeerEntry {
    PeerId peer;
    std::string presence;  ///< sealed
    Role role = Role::Participant;
    bool away = false;
};
struct Peers {
    std::vector<PeerEntry> peers;
    bool more = false;  ///< another `peers` frame follows
};
struct KeptEntry {
    PeerId from;
    std::string body;        ///< sealed
    std::int64_t at_ms = 0;  ///< since the Unix epoch, by the server's clock
};
/// What was said with `keep` before; follows `Peers`.
struct Kept {
    std::vector<KeptEntry> kept;
    bool more = false;  ///< another `kept` frame follows
};
struct Message {
    Sequence s = 0;
    PeerId from;
    std::string body;  ///< sealed
    bool all = false;  ///< was sent to everyone
};
struct PeerJoined {
    Sequence s = 0;
    PeerId peer;
    std::string presence;  ///< sealed
    Role role = Role::Participant;
};
struct PeerLeft {
    Sequence s = 0;
    PeerId peer;
    LeaveReason reason = LeaveReason::Left;
};
struct PeerAway {
    Sequence s = 0;
    PeerId peer;
};
struct PeerBack {
    Sequence s = 0;
    PeerId peer;
};
struct PresenceChanged {
    Sequence s = 0;
    PeerId peer;
    std::string presence;  ///< sealed
};
struct RoleChanged {
    Sequence s = 0;
    PeerId peer;
    Role role = Role::Participant;
};
/// Takes the place of what `joined` said of relays, before credentials end.
struct IceChanged {
    Sequence s = 0;
    std::vector<IceServer> ice_servers;
    std::int64_t ice_ttl_ms = 0;  ///< as in Joined
};
struct Undelivered {
    Sequence s = 0;
    Sequence n = 0;
    PeerId to;
};
struct Pong {};
/// This server is going: come back after `after_ms`, spread over `spread_ms`.
struct Drain {
    std::int64_t after_ms = 0;
    std::int64_t spread_ms = 0;
};
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;  ///< a sentence for people, English
    std::optional<Sequence> n;
    std::optional<std::int64_t> retry_after_ms;
};

using ServerMessage = std::variant<Joined, Peers, Kept, Message, PeerJoined, PeerLeft, PeerAway, PeerBack,
                                   PresenceChanged, RoleChanged, IceChanged, Undelivered, Ack, Pong, Drain, Error>;

}  // namespace parley::protocol
