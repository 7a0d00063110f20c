#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/handles.hpp"
#include "core/quality/encoding.hpp"
#include "core/quality/policy.hpp"
#include "core/slot.hpp"
#include "protocol/messages.hpp"
#include "protocol/peer_messages.hpp"
#include "protocol/sealed.hpp"

/// Everything that a call can ask of its platform. Each is one action; the platform decides nothing.
namespace parley::core::output {

/// Makes an RTCPeerConnection with its data channel. `Add` makes the transceivers of all slots, for who offers
/// first; who answers adopts those of the offer later (AdoptTransceivers).
struct CreateConnection {
    enum class Transceivers { Add, Adopt };
    /// RTCIceTransportPolicy (W3C WebRTC section 4.2.5).
    enum class Paths { All, RelayOnly };
    ConnectionId connection;
    Transceivers transceivers = Transceivers::Add;
    Paths paths = Paths::All;
    std::vector<protocol::IceServer> ice_servers;
    quality::CodecOrder codecs;
};
/// Answered by IdentityReady or IdentityFailed.
struct PrepareIdentity {
    RunId run;  ///< goes into what is signed
};
/// Without a key a new one is made. Answered by RoomDerived or RoomDerivationFailed.
struct DeriveRoom {
    RequestId request;
    std::optional<std::string> key;
};

/// Replaces what the address bar shows (History.replaceState).
struct ReplaceAddress {
    std::string path_and_fragment;
};
struct StoreName {
    std::string name;
};
/// Kept for this tab through reloads; comes back as Boot::grant.
struct StoreGrant {
    std::string grant;
};
using quality::Sound;
/// Whether single keys act (WCAG 2.2, 2.1.4), and whether the person was told so once.
enum class SingleKeys { On, Off };
enum class KeysHint { Due, Given };
/// Kept for this browser; comes back as Boot::preferences.
struct StorePreferences {
    CreateConnection::Paths paths = CreateConnection::Paths::All;
    quality::Saver saver = quality::Saver::Off;
    Sound sound = Sound::Speech;
    SingleKeys single_keys = SingleKeys::On;
    KeysHint keys_hint = KeysHint::Due;
    friend bool operator==(const StorePreferences&, const StorePreferences&) = default;
};
/// Offers the text to the person as a file (a download). Emitted while the person's gesture is being handled.
struct SaveFile {
    std::string name;
    std::string text;
};
/// Answered by CopyFinished. Emitted while the person's gesture is being handled.
struct CopyText {
    std::string text;
};

/// One question to the person for what is named. Answered by DevicesOpened or DevicesFailed.
struct OpenDevices {
    RequestId request;
    std::optional<TrackId> microphone;
    std::optional<TrackId> camera;
    Sound sound = Sound::Speech;
};
/// A track that is not enabled carries silence (MediaStreamTrack.enabled).
struct EnableTrack {
    TrackId track;
    bool enabled = true;
};
/// The device is let go; its light goes out.
struct StopTrack {
    TrackId track;
};
/// Which levels are wanted from now on. `microphone`: measured directly, for the meter before a call.
struct WatchLevels {
    enum class Mode { Off, Microphone, Call } mode = Mode::Off;
    std::optional<TrackId> microphone;
};

/// Opens a WebSocket to the page's own server. Answered by SocketOpened or SocketClosed.
struct OpenSocket {
    SocketId socket;
};
struct SendText {
    SocketId socket;
    std::string text;
};
/// Nothing more is heard of the socket afterwards.
struct CloseSocket {
    SocketId socket;
    std::uint16_t code = 1000;
};

/// Whether a plaintext is deflated (RFC 1951) before it is sealed; opening undoes it by itself.
enum class Packing { Plain, Deflated };
/// Under the key of a room that was derived. Answered by Sealed. The same context and counter always come with the
/// same plaintext.
struct Seal {
    SealId seal;
    RoomId room;
    protocol::SealContext context;
    std::uint64_t counter = 0;
    Packing packing = Packing::Plain;
    std::string plaintext;
};
/// Answered by Opened.
struct Open {
    SealId seal;
    RoomId room;
    protocol::SealContext context;
    std::uint64_t counter = 0;
    std::vector<std::uint8_t> ciphertext;
};
/// Whether `identity` belongs to `peer` (its id commits to both keys) and is signed for `run`. Answered by
/// IdentityVerified.
struct VerifyIdentity {
    SealId seal;
    PeerId peer;
    RunId run;
    protocol::Identity identity;
};

/// After the first remote offer: every transceiver sends and receives from now on.
struct AdoptTransceivers {
    ConnectionId connection;
    quality::CodecOrder codecs;
};
/// Answered by LocalDescriptionSet or OperationFailed. The browser makes the offer or answer that its state asks
/// for (W3C WebRTC section 4.4.2, setLocalDescription without a description).
struct SetLocalDescription {
    ConnectionId connection;
    OperationId operation;
};
/// Answered by RemoteDescriptionSet or OperationFailed. An offer rolls back an own one that is pending.
struct SetRemoteDescription {
    ConnectionId connection;
    OperationId operation;
    protocol::DescriptionType type = protocol::DescriptionType::Offer;
    std::string sdp;
};
/// For the next gathering of candidates, that of an ICE restart: newer credentials, other paths
/// (RTCPeerConnection.setConfiguration).
struct SetIceServers {
    ConnectionId connection;
    CreateConnection::Paths paths = CreateConnection::Paths::All;
    std::vector<protocol::IceServer> ice_servers;
};
/// The next offer restarts ICE.
struct RestartIce {
    ConnectionId connection;
};
/// Errors are of no interest: a bad candidate is one path less.
struct AddCandidate {
    ConnectionId connection;
    protocol::Candidate candidate;
};
/// Needs no negotiation (RTCRtpSender.replaceTrack). Nothing: the slot is silent or dark.
struct SetOutgoingTrack {
    ConnectionId connection;
    Slot slot = Slot::Microphone;
    std::optional<TrackId> track;
};
/// Every picture that is sent begins anew with its next frame, where the browser can be asked to: who lost what the
/// others build upon would wait for seconds (WebRTC Extensions, RTCEncodingOptions.keyFrame).
struct RefreshPictures {
    ConnectionId connection;
};
/// How the slot's picture is sent from now on; needs no negotiation (RTCRtpSender.setParameters).
struct SetEncoding {
    ConnectionId connection;
    Slot slot = Slot::Camera;
    quality::Encoding encoding;
};
/// How the microphone is sent from now on; the same.
struct SetSoundEncoding {
    ConnectionId connection;
    quality::SoundEncoding encoding;
};
/// How the connection is doing. Answered by Measured.
struct Measure {
    ConnectionId connection;
};
struct SendOnChannel {
    ConnectionId connection;
    std::string text;
};
/// Nothing more is heard of the connection afterwards.
struct CloseConnection {
    ConnectionId connection;
};

/// Shows and plays what arrives on the connection in the <video> of that name. What it showed before stays until the
/// first new picture is there.
struct AttachRemote {
    ConnectionId connection;
    std::string element;
};
struct AttachLocal {
    TrackId track;
    std::string element;
};
struct Detach {
    std::string element;
};
/// What the server offers to find paths with (`GET /api/services`). Answered by ServicesAnswered, in any case.
struct AskServices {
    RequestId request;
};
/// Gathers candidates with these servers on a connection that leads nowhere. Answered by CandidatesGathered until it
/// has ended, or StopGathering.
struct GatherCandidates {
    RequestId request;
    CreateConnection::Paths paths = CreateConnection::Paths::All;
    std::vector<protocol::IceServer> ice_servers;
};
/// Nothing more is heard of the request afterwards.
struct StopGathering {
    RequestId request;
};
/// A short sound on the device that the call would use. Answered by TestSoundPlayed.
struct PlayTestSound {
    RequestId request;
};

/// Within a person's gesture: plays what the browser refused to play. SoundBlocked comes again if it still refuses.
struct ResumeSound {};

}  // namespace parley::core::output

namespace parley::core {

using Output =
    std::variant<output::PrepareIdentity, output::DeriveRoom, output::ReplaceAddress, output::StoreName,
                 output::StoreGrant, output::StorePreferences, output::SaveFile, output::CopyText, output::OpenDevices,
                 output::EnableTrack, output::StopTrack, output::WatchLevels, output::OpenSocket, output::SendText,
                 output::CloseSocket, output::Seal, output::Open, output::VerifyIdentity, output::CreateConnection,
                 output::AdoptTransceivers, output::SetLocalDescription, output::SetRemoteDescription,
                 output::SetIceServers, output::RestartIce, output::AddCandidate, output::SetOutgoingTrack,
                 output::RefreshPictures, output::SetEncoding, output::SetSoundEncoding, output::Measure,
                 output::SendOnChannel, output::CloseConnection, output::AttachRemote, output::AttachLocal,
                 output::Detach, output::AskServices, output::GatherCandidates, output::StopGathering,
                 output::PlayTestSound, output::ResumeSound>;

/// The output's kind in words, for logs and the debug overlay.
std::string_view name_of(const Output& output);

}  // namespace parley::core
