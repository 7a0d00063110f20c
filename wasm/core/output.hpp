#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/camera_effect.hpp"
#include "core/devices.hpp"
#include "core/handles.hpp"
#include "core/layout.hpp"
#include "core/output/capture.hpp"
#include "core/output/connection.hpp"
#include "core/output/files.hpp"
#include "core/output/playback.hpp"
#include "core/output/recording.hpp"
#include "core/quality/policy.hpp"
#include "protocol/messages.hpp"
#include "protocol/sealed.hpp"

/// Everything that a call can ask of its platform. Each is one action; the platform decides nothing.
namespace parley::core::output {

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
    DevicePreferences devices{};
    SingleKeys single_keys = SingleKeys::On;
    KeysHint keys_hint = KeysHint::Due;
    Layout layout = Layout::Automatic;
    OwnPicture own_picture = OwnPicture::Shown;
    Corner own_corner = Corner::BottomRight;  ///< where it floats
    CameraEffect effect = {};
    NoiseFilter noise = NoiseFilter::Browser;
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

/// Opens the system's sheet for sending something to somebody (W3C Web Share, section 2.1). Answered by ShareFinished.
/// Emitted while the person's gesture is being handled.
struct ShareLink {
    std::string title;
    std::string link;
};

/// As a QR code, in the page itself. Answered by QrCodeMade.
struct MakeQrCode {
    RequestId request;
    std::string text;
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

/// Shows the page on the whole screen, or no longer (Fullscreen API). Emitted while the person's gesture is being
/// handled; FullScreenChanged says whether it came about.
struct SetFullScreen {
    Switched state = Switched::On;
};
/// Lets the element's picture float over other windows (Picture-in-Picture, section 4), within a person's gesture;
/// nothing: none floats any more. PictureFloats says what came of it.
struct FloatPicture {
    std::string element;
};

/// What is being written in a room, kept for this tab through reloads; comes back as Boot::draft.
struct StoreDraft {
    RoomId room;
    std::string text;
};
/// Whether who leaves the page is asked first, because something would be lost with it.
struct GuardPage {
    enum class Mode { Off, Ask } mode = Mode::Off;
};
/// Whether the device's screen stays lit by itself (W3C Screen Wake Lock, section 6). Where that can't be had nothing
/// happens.
struct KeepAwake {
    Switched state = Switched::Off;
};
/// What the system's own controls of a call are told (W3C Media Session, sections 5 and 6): the key of a headset, the
/// notification of a phone, the window of a picture that floats. What is pressed there comes as an action.
struct UpdateMediaSession {
    enum class Capture { Untold, Inactive, Active };
    Switched call = Switched::Off;  ///< whether there is one to be controlled
    Capture microphone = Capture::Untold;
    Capture camera = Capture::Untold;
    friend bool operator==(const UpdateMediaSession&, const UpdateMediaSession&) = default;
};

}  // namespace parley::core::output

namespace parley::core {

using Output = std::variant<
    output::PrepareIdentity, output::DeriveRoom, output::ReplaceAddress, output::StoreName, output::StoreGrant,
    output::StorePreferences, output::SaveFile, output::CopyText, output::OpenDevices, output::EnableTrack,
    output::StopTrack, output::WatchLevels, output::OpenSocket, output::SendText, output::CloseSocket, output::Seal,
    output::Open, output::VerifyIdentity, output::CreateConnection, output::AdoptTransceivers,
    output::SetLocalDescription, output::SetRemoteDescription, output::SetIceServers, output::RestartIce,
    output::AddCandidate, output::SetOutgoingTrack, output::RefreshPictures, output::SetEncoding,
    output::SetSoundEncoding, output::Measure, output::SendOnChannel, output::CloseConnection, output::AttachRemote,
    output::AttachLocal, output::Detach, output::AskServices, output::GatherCandidates, output::StopGathering,
    output::PlayTestSound, output::ResumeSound, output::OpenScreen, output::SetFullScreen, output::FloatPicture,
    output::ListDevices, output::TuneCamera, output::UseSpeaker, output::SetVolume, output::FindRecordings,
    output::StartRecorder, output::ComposeRecording, output::PauseRecorder, output::ResumeRecorder,
    output::StopRecorder, output::OfferRecording, output::DiscardRecording, output::GuardPage, output::StoreDraft,
    output::PickFiles, output::SendFile, output::StopSending, output::ReceiveFile, output::DropReceived,
    output::SaveReceived, output::StartEffect, output::ChangeEffect, output::StartNoiseFilter, output::AskPicture,
    output::KeepAwake, output::UpdateMediaSession, output::ShareLink, output::MakeQrCode>;

/// The output's kind in words, for logs and the debug overlay.
std::string_view name_of(const Output& output);

}  // namespace parley::core
