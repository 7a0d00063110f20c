#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <variant>

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
/// had; everyone later must have the same.
struct Join {
    RoomId room;
    std::string room_key;
    PeerId peer;
    SessionId session;
    std::string presence;
};

/// Any decoded message.
struct Received {
    protocol::ClientMessage message;
};

/// Something that cannot be gone on from: an undecodable frame, a refused join, no join in time.
struct Fault {
    protocol::Error error;
};

/// The socket is closed, by whomever. Comes last for a connection; `close_code` is of RFC 6455 section 7.4.
struct Lost {
    std::uint16_t close_code = close_code::abnormal;
};

}  // namespace input

using Input = std::variant<input::Join, input::Received, input::Fault, input::Lost>;

namespace output {

struct Deliver {
    ConnectionId to;
    protocol::ServerMessage message;
};

/// Close the socket once what was delivered before is sent.
struct Close {
    ConnectionId connection;
    std::uint16_t code = close_code::normal;
};

}  // namespace output

using Output = std::variant<output::Deliver, output::Close>;

}  // namespace parley::hub
