#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/actions.hpp"
#include "core/handles.hpp"
#include "core/output.hpp"
#include "core/quality/measurement.hpp"
#include "protocol/ids.hpp"
#include "protocol/peer_messages.hpp"

/// Everything that can happen to a call. An answer carries the number of the output that asked for it.
namespace parley::core::input {

/// The page has loaded. Given once, first.
struct Boot {
    std::string origin;                    ///< scheme, host and port, as in `https://meet.example`
    std::string path;                      ///< of the address, as in `/r/7q3d-...`
    std::string fragment;                  ///< without its `#`
    std::string stored_name;               ///< what `StoreName` kept last time
    std::string grant;                     ///< what `StoreGrant` kept in this tab
    output::StorePreferences preferences;  ///< what was kept last time
    quality::Equipment equipment{};
    std::int64_t wall_ms = 0;             ///< since the Unix epoch, at this moment
    std::int32_t utc_offset_minutes = 0;  ///< of the person's clock: local time less UTC
    RunId run;
    std::uint64_t seed = 0;                                   ///< spreads reconnects
    enum class Entry { Ask, JoinAtOnce } entry = Entry::Ask;  ///< at once: a development reload of a call
};

/// Answers PrepareIdentity.
struct IdentityReady {
    PeerId peer;
    std::string secret;  ///< as in protocol::Join
    protocol::Identity identity;
};
struct IdentityFailed {};

/// Answers DeriveRoom.
struct RoomDerived {
    RequestId request;
    std::string key;  ///< base64url of 16 bytes
    RoomId room;
    std::string access;  ///< as in protocol::Join
};
struct RoomDerivationFailed {
    RequestId request;
};

/// Answers OpenDevices (getUserMedia, W3C Media Capture and Streams section 10.2).
struct DevicesOpened {
    RequestId request;
    std::uint16_t camera_lines = 0;  ///< px, the shorter side of the camera's pictures; 0: there is none, or not known
};
enum class DeviceError { Denied, Missing, Busy, Failed };
struct DevicesFailed {
    RequestId request;
    DeviceError error = DeviceError::Failed;
};
/// A captured track ended by itself: unplugged, or its permission was taken back.
struct TrackEnded {
    TrackId track;
};

struct ConnectionLevel {
    ConnectionId connection;
    float level = 0;  ///< linear, 0 to 1
};
/// How loud it is; given while WatchLevels asks for it.
struct Levels {
    float microphone = 0;  ///< linear, 0 to 1
    std::vector<ConnectionLevel> connections;
};

struct SocketOpened {
    SocketId socket;
};
struct SocketReceived {
    SocketId socket;
    std::string text;
};
struct SocketClosed {
    SocketId socket;
    std::uint16_t code = 0;
};

/// Answers Seal and Open; nothing in it means that it could not be done.
struct Sealed {
    SealId seal;
    std::optional<std::string> sealed;
};
struct Opened {
    SealId seal;
    std::optional<std::string> plaintext;
};

/// Answers VerifyIdentity.
struct IdentityVerified {
    SealId seal;
    enum class Verdict { Genuine, Forged } verdict = Verdict::Forged;
};

struct LocalDescriptionSet {
    ConnectionId connection;
    OperationId operation;
    std::string sdp;
};
struct RemoteDescriptionSet {
    ConnectionId connection;
    OperationId operation;
};
struct OperationFailed {
    ConnectionId connection;
    OperationId operation;
    std::string reason;  ///< for the debug overlay
};
struct LocalCandidate {
    ConnectionId connection;
    protocol::Candidate candidate;
};
struct LocalCandidatesEnded {
    ConnectionId connection;
};
/// RTCPeerConnectionState (W3C WebRTC section 4.3.3).
enum class TransportState { New, Connecting, Connected, Disconnected, Failed, Closed };
struct TransportChanged {
    ConnectionId connection;
    TransportState state = TransportState::New;
};
/// Answers Measure.
struct Measured {
    ConnectionId connection;
    quality::Measurement measurement;
};
/// The data channel can be sent on from now on.
struct ChannelOpened {
    ConnectionId connection;
};
struct ChannelReceived {
    ConnectionId connection;
    std::string text;
};

/// Which pictures of others are on the screen now, all of them: nothing while the page is hidden. Given when it
/// changes.
struct PicturesShown {
    struct Picture {
        std::string element;
        std::uint16_t height = 0;  ///< device pixels, of the whole picture if it is larger than what is seen of it
        friend bool operator==(const Picture&, const Picture&) = default;
    };
    std::vector<Picture> pictures;
};
/// The <video> element shows its first decoded picture since it was attached.
struct VideoPlaying {
    std::string element;
};
struct SoundBlocked {};
/// Answers PlayTestSound.
struct TestSoundPlayed {
    RequestId request;
    enum class Outcome { Played, Blocked, NoDevice, Failed } outcome = Outcome::Failed;
};

/// Answers AskServices. Nothing: the server could not be reached, or did not answer as one of ours does.
struct ServicesAnswered {
    RequestId request;
    struct Services {
        bool stun = false;
        bool turn = false;
    };
    std::optional<Services> services;
};

/// What GatherCandidates found so far; comes with each new candidate or error, and once more at the end.
struct CandidatesGathered {
    RequestId request;
    int host = 0;
    int reflexive = 0;             ///< srflx: an address as others see it (RFC 8445 section 5.1.1)
    int relayed = 0;               ///< of an allocation on a relay (RFC 8656)
    std::vector<int> error_codes;  ///< RTCPeerConnectionIceErrorEvent.errorCode: STUN's, or 701 for no answer
    enum class Stage { Going, Ended } stage = Stage::Going;
};

struct CopyFinished {
    enum class Outcome { Copied, Failed } outcome = Outcome::Copied;
};

/// The network or the page came back: `online`, `visibilitychange`, a changed route.
struct NetworkChanged {};

}  // namespace parley::core::input

namespace parley::core {

using Input =
    std::variant<input::Boot, input::IdentityReady, input::IdentityFailed, input::RoomDerived,
                 input::RoomDerivationFailed, input::DevicesOpened, input::DevicesFailed, input::TrackEnded,
                 input::Levels, input::SocketOpened, input::SocketReceived, input::SocketClosed, input::Sealed,
                 input::Opened, input::IdentityVerified, input::LocalDescriptionSet, input::RemoteDescriptionSet,
                 input::OperationFailed, input::LocalCandidate, input::LocalCandidatesEnded, input::TransportChanged,
                 input::Measured, input::ChannelOpened, input::ChannelReceived, input::PicturesShown,
                 input::VideoPlaying, input::SoundBlocked, input::TestSoundPlayed, input::ServicesAnswered,
                 input::CandidatesGathered, input::CopyFinished, input::NetworkChanged, UserAction>;

/// The input's kind in words, for logs and the debug overlay.
std::string_view name_of(const Input& input);

}  // namespace parley::core
