#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/actions.hpp"
#include "core/camera_effect.hpp"
#include "core/handles.hpp"
#include "core/output.hpp"
#include "core/qr_code.hpp"
#include "core/quality/measurement.hpp"
#include "core/recording/types.hpp"
#include "protocol/ids.hpp"
#include "protocol/peer_messages.hpp"

/// Everything that can happen to a call. An answer carries the number of the output that asked for it.
namespace parley::core::input {

/// What of screens a page can be given (getDisplayMedia, W3C Screen Capture).
enum class ScreenCapture {
    Missing,
    Offered,
    WithoutOwnSound,  ///< and its sound without what the page itself plays (restrictOwnAudio)
};

/// The page has loaded. Given once, first.
struct Boot {
    std::string origin;                    ///< scheme, host and port, as in `https://meet.example`
    std::string path;                      ///< of the address, as in `/r/7q3d-...`
    std::string fragment;                  ///< without its `#`
    std::string stored_name;               ///< what `StoreName` kept last time
    std::string grant;                     ///< what `StoreGrant` kept in this tab
    output::StorePreferences preferences;  ///< what was kept last time
    output::StoreDraft draft{};            ///< what was kept in this tab
    quality::Equipment equipment{};
    std::int64_t wall_ms = 0;             ///< since the Unix epoch, at this moment
    std::int32_t utc_offset_minutes = 0;  ///< of the person's clock: local time less UTC
    RunId run;
    std::uint64_t seed = 0;                                   ///< spreads reconnects
    enum class Entry { Ask, JoinAtOnce } entry = Entry::Ask;  ///< at once: a development reload of a call
    ScreenCapture screens = ScreenCapture::Missing;
    OwnBackdrop own_backdrop = OwnBackdrop::None;
    /// Of the browser.
    struct Abilities {
        bool full_screen = false;
        bool picture_in_picture = false;
        bool share_sheet = false;  ///< and of a device on which people are used to it
    } abilities{};
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
    DeviceName microphone{};         ///< which it is
    DeviceName camera{};
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

/// A captured track gives nothing, though nobody asked for that: another program holds the device, or the system
/// (MediaStreamTrack.muted, W3C Media Capture and Streams section 4.3.1).
struct TrackSilent {
    TrackId track;
};
/// The same track gives something again.
struct TrackSounding {
    TrackId track;
};
/// Answers ListDevices; given too when devices come and go.
struct DevicesListed {
    DeviceList devices;
};
/// Answers TuneCamera.
struct CameraTuned {
    TrackId track;
    std::uint16_t camera_lines = 0;  ///< as in DevicesOpened
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

/// Answers ShareLink.
struct ShareFinished {
    enum class Outcome { Shared, Dismissed, Failed } outcome = Outcome::Shared;  ///< dismissed by the person
};

/// Answers MakeQrCode.
struct QrCodeMade {
    RequestId request;
    enum class Outcome { Made, Failed } outcome = Outcome::Failed;
    QrCode code{};
};

/// Answers FindRecordings.
struct RecordingsFound {
    std::vector<recording::Format> formats;  ///< that this browser can write; none: it records nothing
    std::vector<recording::Found> files;     ///< that no page writes to now
};
/// Answers StartRecorder: from now on there is something in the file.
struct RecorderStarted {
    RecordingId recording;
    std::uint64_t free_bytes = 0;  ///< left of what the browser gives this site
};
/// About once a second: what was recorded up to now is safe.
struct RecorderProgressed {
    RecordingId recording;
    std::uint64_t bytes = 0;  ///< of the file
    std::uint64_t free_bytes = 0;
};
/// Answers StopRecorder: the file is whole.
struct RecorderStopped {
    RecordingId recording;
    std::uint64_t bytes = 0;
};
/// It ended by itself. What was written before is in the file, which is closed.
struct RecorderFailed {
    RecordingId recording;
    recording::Fault fault = recording::Fault::Recorder;
};
/// Answers OfferRecording.
struct RecordingOffered {
    RecordingId recording;
    enum class Outcome { Offered, Missing } outcome = Outcome::Offered;
};

/// The network or the page came back: `online`, `visibilitychange`, a changed route.
struct NetworkChanged {};

/// Answers OpenScreen.
struct ScreenOpened {
    RequestId request;
    std::uint16_t lines = 0;  ///< px, the height of its pictures; 0: not known
    enum class Sound { None, Shared } sound = Sound::None;
};
enum class ScreenError {
    Dismissed,       ///< the person chose nothing
    DeniedBySystem,  ///< the operating system does not let the browser see screens
    Missing,         ///< there is nothing to show
    Busy,            ///< it was chosen and can't be read
    Failed,          ///< anything else
};
struct ScreenFailed {
    RequestId request;
    ScreenError error = ScreenError::Failed;
};

/// Whether the page has the whole screen, whoever gave or took it.
struct FullScreenChanged {
    Switched state = Switched::Off;
};
/// Whose picture floats over other windows from now on; empty for nobody's.
struct PictureFloats {
    std::string element;
};

/// What the person chose, dropped on the page or pasted to send it.
struct FilesChosen {
    struct File {
        SourceId source;  ///< as the platform numbers it, never twice
        std::string name;
        std::string media_type;
        std::uint64_t size = 0;  ///< bytes
    };
    std::vector<File> files;
};
/// How far SendFile is: what has left the page; at most ten times a second.
struct FileSending {
    ConnectionId connection;
    SourceId source;
    std::uint64_t moved = 0;  ///< bytes from its beginning
};
/// All of it was given to the connection.
struct FileRead {
    ConnectionId connection;
    SourceId source;
    std::string digest;  ///< as in protocol::FileEnd
};
/// It can't be read any more: it was changed, moved or deleted.
struct SourceFailed {
    SourceId source;
};
/// How far ReceiveFile is; at most ten times a second.
struct FileArriving {
    IncomingId incoming;
    std::uint64_t moved = 0;  ///< bytes from its beginning, without a gap
};
/// All of its bytes are kept.
struct FileArrived {
    IncomingId incoming;
    std::string digest;  ///< as in protocol::FileEnd
};
struct FileNotKept {
    IncomingId incoming;
    enum class Reason {
        NoRoom,
        Failed,
        NotReady,  ///< what keeps files could not be loaded: it may be, another time
    } reason = Reason::Failed;
};

/// Answers StartEffect and StartNoiseFilter: `track` is the outgoing one, and carries something.
struct FilterStarted {
    TrackId track;
};
/// Also later, when it stops by itself.
struct FilterFailed {
    TrackId track;
    FilterTrouble trouble = FilterTrouble::Broken;
};
/// How long each picture took since the last report, on average.
struct EffectMeasured {
    TrackId track;
    float frame_ms = 0;
};
/// Answers AskPicture.
struct PictureChosen {
    RequestId request;
    enum class Outcome { Kept, Unreadable } outcome = Outcome::Unreadable;
};

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
                 input::CandidatesGathered, input::CopyFinished, input::NetworkChanged, UserAction, input::ScreenOpened,
                 input::ScreenFailed, input::FullScreenChanged, input::PictureFloats, input::TrackSilent,
                 input::TrackSounding, input::DevicesListed, input::CameraTuned, input::RecordingsFound,
                 input::RecorderStarted, input::RecorderProgressed, input::RecorderStopped, input::RecorderFailed,
                 input::RecordingOffered, input::FilesChosen, input::FileSending, input::FileRead, input::SourceFailed,
                 input::FileArriving, input::FileArrived, input::FileNotKept, input::FilterStarted, input::FilterFailed,
                 input::EffectMeasured, input::PictureChosen, input::ShareFinished, input::QrCodeMade>;

/// The input's kind in words, for logs and the debug overlay.
std::string_view name_of(const Input& input);

}  // namespace parley::core
