#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "protocol/ids.hpp"
#include "protocol/messages.hpp"

/// What goes into the hub and what comes out of it. Values only.
namespace parley::hub {

/// One socket, numbered by the network layer and never used again after it closed.
struct ConnectionId {
    std::uint64_t value = 0;
    friend auto operator<=>(const ConnectionId&, const ConnectionId&) = default;
};

namespace input {

/// A first `join` whose claims were verified. `session` is fresh and random. `room_key` is what the room's first joiner
/// had; everyone later must have the same. `granted` is what a valid grant for this room and peer says.
struct Join {
    RoomId room;
    std::string room_key;
    PeerId peer;
    SessionId session;
    std::string presence;
    std::optional<protocol::Role> granted;
    std::optional<protocol::Resume> resume;
};

/// A `send`. Its body is never read: it stays the JSON string that came, with its quotes, and is spliced into what
/// goes out.
struct Relay {
    protocol::Sequence n = 0;
    std::optional<PeerId> to;
    std::string body;
    enum class Keep { No, ForLaterJoiners } keep = Keep::No;
    std::int64_t at_ms = 0;  ///< since the Unix epoch
};

/// Any other decoded message.
struct Received {
    protocol::ClientMessage message;
};

/// Something that cannot be gone on from: an undecodable frame, a refused join, no join in time.
struct Fault {
    protocol::Error error;
};

/// Answers RenewIce. Nothing happens when the connection is nobody's any more.
struct IceRenewed {
    std::vector<protocol::IceServer> ice_servers;
};

/// The socket is closed, by whomever. Comes last for a connection; `close_code` is of RFC 6455 section 7.4.
struct Lost {
    std::uint16_t close_code = close_code::abnormal;
};

}  // namespace input

using Input = std::variant<input::Join, input::Relay, input::Received, input::Fault, input::IceRenewed, input::Lost>;

namespace output {

/// One encoded message. What several receive is encoded once and shared: only their numbers differ, and come last.
struct Frame {
    std::shared_ptr<const std::string> text;  ///< whole, or up to the number
    protocol::Sequence s = 0;                 ///< 0: the text is whole

    /// What goes over the socket.
    void append_to(std::string& out) const;
    [[nodiscard]] std::string str() const;
};
struct Deliver {
    ConnectionId to;
    Frame frame;
};

/// A `joined` that is to be delivered once its `grant` of the role `granted` is filled in, and its `ice_servers` with
/// credentials that last for its `ice_ttl_ms`.
struct Admit {
    ConnectionId to;
    RoomId room;
    protocol::Joined joined;
    protocol::Role granted = protocol::Role::Participant;
};

/// The credentials that this session was given end before long: IceRenewed is to bring others.
struct RenewIce {
    ConnectionId to;
    SessionId session;
    std::int64_t lifetime_ms = 0;
};

/// Close the socket once what was delivered before is sent.
struct Close {
    ConnectionId connection;
    std::uint16_t code = close_code::normal;
};

}  // namespace output

using Output = std::variant<output::Deliver, output::Admit, output::RenewIce, output::Close>;

}  // namespace parley::hub
