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
#include "core/quality/encoding.hpp"
#include "core/quality/policy.hpp"
#include "core/recording/types.hpp"
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

/// One question to the person for what is named, by the id of a device or, where that is empty, for the one that the
/// system prefers: of a phone's cameras the one that faces the person. Answered by DevicesOpened or DevicesFailed.
struct OpenDevices {
    RequestId request;
    std::optional<TrackId> microphone{};
    std::optional<TrackId> camera{};
    std::string microphone_device{};
    std::string camera_device{};
    SoundShape sound{};
    CameraShape picture{};
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
/// `CallAndMicrophone`: the same in a call, while the person looks at the meter. `Muted`: those of a call, and what a
/// copy of the silenced microphone hears; the copy goes nowhere but to its meter.
struct WatchLevels {
    enum class Mode { Off, Microphone, Call, Muted, CallAndMicrophone } mode = Mode::Off;
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
    enum class What { Person, Screen };  ///< camera and microphone, or a screen and its sound
    ConnectionId connection;
    std::string element;
    What what = What::Person;
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

// Devices.

/// Answered by DevicesListed, in any case.
struct ListDevices {};
/// The open camera gives other pictures from now on, as near to that as it can (MediaStreamTrack.applyConstraints, W3C
/// Media Capture and Streams section 4.3.3). Answered by CameraTuned.
struct TuneCamera {
    TrackId track;
    CameraShape picture{};
};
/// All sound, that of the test too, comes from there from now on (HTMLMediaElement.setSinkId, W3C Audio Output Devices
/// section 3.3), where the browser lets the page choose. Empty: from where the system prefers.
struct UseSpeaker {
    std::string device;
};
/// How loud what arrives is played in the <video> of that name, whatever is attached to it.
struct SetVolume {
    std::string element;
    std::uint8_t percent = 100;
};

/// Within a person's gesture: plays what the browser refused to play. SoundBlocked comes again if it still refuses.
struct ResumeSound {};

/// Asks the person for a screen, a window or a tab (getDisplayMedia, W3C Screen Capture section 5.1), with its sound
/// where the browser gives that. Emitted while the person's gesture is being handled. Answered by ScreenOpened or
/// ScreenFailed.
struct OpenScreen {
    enum class Choice { Exclude, Include };
    enum class OwnSound { Kept, Restricted };
    /// What the picture is good for (MediaStreamTrack.contentHint, W3C mst-content-hint).
    enum class Content { Detail, Motion };
    RequestId request;
    TrackId picture;
    TrackId sound;
    std::uint16_t width_max = 0;  ///< px
    std::uint16_t lines_max = 0;  ///< px
    std::uint16_t frames_per_s_max = 0;
    Content content = Content::Detail;
    Choice own_tab = Choice::Exclude;       ///< selfBrowserSurface: a call that shows itself has no end
    Choice other_tabs = Choice::Include;    ///< surfaceSwitching: to another tab without asking anew
    Choice system_sound = Choice::Exclude;  ///< systemAudio: of a whole screen
    OwnSound own_sound = OwnSound::Kept;    ///< restrictOwnAudio: what this page plays is left out
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

/// What recordings this browser keeps, and what it can write. Answered by RecordingsFound.
struct FindRecordings {};
/// Makes the file and begins, within the person's gesture. Answered by RecorderStarted or RecorderFailed, and then by
/// RecorderProgressed about once a second until it ends.
struct StartRecorder {
    RecordingId recording;
    std::string file;
    recording::Format format = recording::Format::WebmVp8;
    recording::Shape shape;
};
/// What is seen and heard in the recording from now on.
struct ComposeRecording {
    /// Of who is at the other end, or what goes with the screen that they present.
    struct Voice {
        ConnectionId connection;
        Slot slot = Slot::Microphone;
        friend bool operator==(const Voice&, const Voice&) = default;
    };
    RecordingId recording;
    std::vector<recording::Tile> tiles;
    std::vector<Voice> voices;
    std::optional<TrackId> microphone;    ///< the own one
    std::optional<TrackId> screen_sound;  ///< of the own screen
    friend bool operator==(const ComposeRecording&, const ComposeRecording&) = default;
};
/// Nothing is recorded until ResumeRecorder: the time is left out.
struct PauseRecorder {
    RecordingId recording;
};
struct ResumeRecorder {
    RecordingId recording;
};
/// Answered by RecorderStopped or RecorderFailed.
struct StopRecorder {
    RecordingId recording;
};
/// Offers the file as a download, as it lies there: however long it is, no copy is made in memory. Answered by
/// RecordingOffered. Emitted while the person's gesture is being handled.
struct OfferRecording {
    RecordingId recording;
    std::string file;
};
/// Deletes the file. One that is being recorded ends without a word.
struct DiscardRecording {
    RecordingId recording;
    std::string file;
};

/// What is being written in a room, kept for this tab through reloads; comes back as Boot::draft.
struct StoreDraft {
    RoomId room;
    std::string text;
};
/// Lets the person choose files to send. Emitted while the person's gesture is being handled. Answered by FilesChosen,
/// or never.
struct PickFiles {};
/// Sends a file from there on to the other end of the connection; again: from another place. Answered by FileSending,
/// FileRead, SourceFailed, or nothing when the connection ends.
struct SendFile {
    ConnectionId connection;
    SourceId source;
    std::uint64_t from = 0;  ///< bytes
};
struct StopSending {
    ConnectionId connection;
    SourceId source;
};
/// Keeps what comes over the connection of the file that the other side numbers so; again: over another connection.
/// What is there already stays. Answered by FileArriving, FileArrived, FileNotKept.
struct ReceiveFile {
    IncomingId incoming;
    ConnectionId connection;
    std::uint32_t file = 0;
    std::uint64_t size = 0;  ///< bytes
};
/// What was kept of it is deleted, and nothing more is heard of it.
struct DropReceived {
    IncomingId incoming;
};
/// Offers a file that arrived to the person (a download). Emitted while the person's gesture is being handled.
struct SaveReceived {
    IncomingId incoming;
    std::string name;
};
/// Whether who leaves the page is asked first, because something would be lost with it.
struct GuardPage {
    enum class Mode { Off, Ask } mode = Mode::Off;
};

/// From now on `outgoing` is a track with the camera's pictures as the effect makes them, until StopTrack. Answered by
/// FilterStarted with its first picture, or FilterFailed; afterwards EffectMeasured comes about once a second.
struct StartEffect {
    TrackId camera;
    TrackId outgoing;
    CameraEffect effect;
};
/// Another effect on the same track. FilterFailed may come of it.
struct ChangeEffect {
    TrackId outgoing;
    CameraEffect effect;
};
/// From now on `outgoing` is a track with what the microphone hears, without its noise, until StopTrack. Answered by
/// FilterStarted or FilterFailed.
struct StartNoiseFilter {
    TrackId microphone;
    TrackId outgoing;
};
/// Lets the person choose a file with a picture and keeps it in this browser, made small. Emitted while the person's
/// gesture is being handled. Answered by PictureChosen, or by nothing when the person changes their mind.
struct AskPicture {
    RequestId request;
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
    output::SaveReceived, output::StartEffect, output::ChangeEffect, output::StartNoiseFilter, output::AskPicture>;

/// The output's kind in words, for logs and the debug overlay.
std::string_view name_of(const Output& output);

}  // namespace parley::core
