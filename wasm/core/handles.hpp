#pragma once

#include <compare>
#include <cstdint>

/// Numbers that name things across the core's edge. Each kind is a type of its own, so that an answer to an
/// old question can't be taken for the answer to a new one: a number is never used twice in a page's life.
namespace parley::core {

template <class Tag>
struct Number {
    std::uint32_t value = 0;  ///< 0 names nothing

    explicit operator bool() const { return value != 0; }
    friend auto operator<=>(const Number&, const Number&) = default;
};

/// One WebSocket.
using SocketId = Number<struct SocketTag>;
/// One question to the platform that is answered once (devices, the room's derivation).
using RequestId = Number<struct RequestTag>;
/// One sealing or opening.
using SealId = Number<struct SealTag>;
/// One captured track (W3C Media Capture and Streams section 4.3).
using TrackId = Number<struct TrackTag>;
/// One RTCPeerConnection.
using ConnectionId = Number<struct ConnectionTag>;
/// One setLocalDescription or setRemoteDescription of a connection.
using OperationId = Number<struct OperationTag>;

/// One recording, in a page's life.
using RecordingId = Number<struct RecordingTag>;
/// One file that this person chose to send; the platform numbers them, and others know it by the same number.
using SourceId = Number<struct SourceTag>;
/// One file of somebody else that is received here.
using IncomingId = Number<struct IncomingTag>;

/// Hands out numbers of one kind, from 1.
template <class Handle>
class Numbering {
public:
    Handle next() { return Handle{++last_}; }

private:
    std::uint32_t last_ = 0;
};

/// The numberings that outlive a call: an answer to a question of an earlier call must not fit a later one.
struct Numbers {
    Numbering<SocketId> sockets;
    Numbering<RequestId> requests;
    Numbering<SealId> seals;
    Numbering<TrackId> tracks;
    Numbering<ConnectionId> connections;
    Numbering<OperationId> operations;
    Numbering<IncomingId> incoming;
};

}  // namespace parley::core
