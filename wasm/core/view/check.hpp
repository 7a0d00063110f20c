#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "protocol/codes.hpp"

/// What the check of the connection looks at and finds.
namespace parley::core {

/// What is looked at when a person asks why a call does not work, in the order in which it is shown.
enum class CheckStep : std::uint8_t {
    Page,        ///< whether the server answers at all
    Signalling,  ///< whether a WebSocket to it stays open
    Address,     ///< STUN: whether UDP gets out and back
    RelayUdp,
    RelayTcp,
    RelayTls,
    Microphone,
    Camera,
    Speaker,
    Count
};
enum class CheckState {
    Waiting,
    Running,
    Works,
    Failed,
    Absent,  ///< not offered by this server, or switched off by the person: nothing to look at
};
/// What is wrong, or works in a way worth knowing; in the order of their weight. Words are the user interface's.
enum class Finding {
    ServerUnreachable,   ///< neither pages nor signalling get through
    SignallingBlocked,   ///< pages do, WebSockets do not: a proxy between here and there
    SignallingRefused,   ///< the server turned the join away; `CheckView::code`
    NoWayOut,            ///< UDP is blocked and no relay can be reached
    RelayRefused,        ///< relays answer but refuse the server's credentials: the operator's to mend
    RelayUnreachable,    ///< UDP works and no relay answers: calls work with most people
    UdpBlockedRelayTcp,  ///< calls go through the relay over TCP, and work
    UdpBlockedRelayTls,  ///< calls go through the relay over TLS, and work
    OneNetworkOnly,      ///< the server offers neither STUN nor TURN
    NoRelay,             ///< STUN only: some networks will not connect
    MicrophoneDenied,
    MicrophoneMissing,
    MicrophoneBusy,
    MicrophoneFailed,
    CameraDenied,
    CameraMissing,
    CameraBusy,
    CameraFailed,
    SpeakerBlocked,  ///< the browser wants a tap before it plays sound
    SpeakerMissing,
    AllWorks,  ///< alone, when nothing of weight was found
};
struct CheckView {
    bool open = false;
    bool running = false;
    std::array<CheckState, static_cast<std::size_t>(CheckStep::Count)> steps{};
    std::vector<Finding> findings;  ///< gravest first; empty while running
    std::optional<ErrorCode> code;  ///< of SignallingRefused
    friend bool operator==(const CheckView&, const CheckView&) = default;
};

}  // namespace parley::core
