#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "core/devices.hpp"
#include "core/handles.hpp"
#include "core/layout.hpp"
#include "core/output.hpp"
#include "core/recording/types.hpp"
#include "protocol/ids.hpp"
#include "protocol/peer_messages.hpp"

/// What a person does, as the views report it. Values only; the core decides what they mean.
namespace parley::core::action {

struct NewMeeting {};
/// `text` is what was typed or pasted: a whole link, its path with the key, or a bare room code.
struct OpenMeeting {
    std::string text;
};
struct ChangeName {
    std::string name;
};
struct Join {};
struct ToggleMicrophone {};
struct ToggleCamera {};
/// Asks for a device again after it was denied, missing or busy.
struct RetryMicrophone {};
struct RetryCamera {};
struct ToggleChat {};
/// Who is there, at the side; the chat gives way, as the list does to the chat.
struct TogglePeople {};
/// At most `limits::chat_text_max` bytes of UTF-8; more is refused with a notice.
struct SendChat {
    std::string text;
};
struct CopyLink {};
/// Opens the system's sheet with the link, where there is one.
struct ShareLink {};
/// The link for another device to read, on a sheet. Only in a call.
struct ShowQrCode {};
struct CloseQrCode {};
struct OpenSettings {};
struct CloseSettings {};
/// Whether calls may go straight from one person to the other, who then learn each other's addresses, or through a
/// relay only.
struct AllowPaths {
    output::CreateConnection::Paths paths = output::CreateConnection::Paths::All;
};
/// Looks what works between here and a call, and shows it; again when it is shown already.
struct CheckConnection {};
struct CloseCheck {};
/// `text`: the findings in words.
struct CopyReport {
    std::string text;
};
/// What happened in this page so far, without names, keys and addresses, as a file.
struct SaveCallLog {};
struct Leave {};
struct Rejoin {};
struct GoHome {};
/// The "tap to hear" of a browser that refused to play sound without a gesture.
struct EnableSound {};
struct SetSaver {
    quality::Saver saver = quality::Saver::Off;
};
struct SetSound {
    output::Sound sound = output::Sound::Speech;
};
/// Of the connection to that person.
struct ShowStatistics {
    PeerId peer;
};
struct CloseStatistics {};
/// Whom the next messages and files are for; without a peer: everyone.
struct AddressChat {
    PeerId to;
};
/// What is being written, whenever it changes.
struct ChangeDraft {
    std::string text;
};
struct AttachFiles {};
/// The line of the chat that shows the file.
struct AcceptFile {
    std::uint64_t line = 0;
};
/// Declines it, stops it, or takes it back.
struct CancelFile {
    std::uint64_t line = 0;
};
struct SaveReceived {
    std::uint64_t line = 0;
};
/// What keys do, on a sheet.
struct OpenKeys {};
struct CloseKeys {};
struct SetSingleKeys {
    output::SingleKeys single_keys = output::SingleKeys::On;
};
/// Begins to present a screen, window or tab, or stops.
struct ToggleScreen {};
/// What was said of a screen that could not be had has been read.
struct DismissScreenTrouble {};
struct SetLayout {
    Layout layout = Layout::Automatic;
};
struct ShowOwnPicture {
    OwnPicture picture = OwnPicture::Shown;
};
struct MoveOwnPicture {
    Corner corner = Corner::BottomRight;
};
/// Keeps the tile large, whoever speaks.
struct PinTile {
    Tile tile;
};
struct UnpinTile {
    Tile tile;
};
struct ToggleFullScreen {};
/// Over other windows, in place of what floated there.
struct FloatPicture {
    Tile tile;
};
/// Back into the page.
struct LandPicture {};
struct ToggleHand {};
struct SendReaction {
    protocol::ReactionKind kind = protocol::ReactionKind::ThumbsUp;
};
/// That person is asked; nobody is muted by anybody else.
struct AskToMute {
    PeerId peer;
};
/// A host's.
struct AskEveryoneToMute {};
struct AnswerMuteRequest {
    enum class Answer { Mute, NotNow } answer = Answer::NotNow;
};

// Devices.

/// Of those in DevicesView. An empty id: the one that the system prefers.
struct ChooseDevice {
    DeviceKind kind = DeviceKind::Microphone;
    std::string id;
};
struct SetPicture {
    PictureWish wish{};
};
struct SetCleaning {
    SpeechCleaning cleaning{};
};
struct SetTalkMode {
    TalkMode mode = TalkMode::Open;
};
/// The key of push-to-talk is held from now on; nothing happens in another mode.
struct Talk {};
struct TalkEnded {};
/// A short sound on the speaker that the call uses. Within a person's gesture.
struct TestSpeaker {};
/// How loud that person is heard here: 0 to 100, for this call.
struct SetVolume {
    PeerId peer;
    std::uint8_t percent = 100;
};

/// Everyone in the call sees that it goes on.
struct StartRecording {
    recording::Subject subject;
};
struct StopRecording {};
struct PauseRecording {};
struct ResumeRecording {};
/// Offers the file of a recording that has ended as a download; it stays in the browser until it is discarded.
struct SaveRecording {
    RecordingId recording;
};
/// For good.
struct DiscardRecording {
    RecordingId recording;
};
/// Takes note of why a recording did not begin.
struct CloseRecordingFault {};

struct SetEffect {
    CameraEffect effect;
};
struct SetNoiseFilter {
    NoiseFilter filter = NoiseFilter::Browser;
};
/// A background of the person's own.
struct ChoosePicture {};

}  // namespace parley::core::action

namespace parley::core {

using UserAction = std::variant<
    action::NewMeeting, action::OpenMeeting, action::ChangeName, action::Join, action::ToggleMicrophone,
    action::ToggleCamera, action::RetryMicrophone, action::RetryCamera, action::ToggleChat, action::SendChat,
    action::CopyLink, action::OpenSettings, action::CloseSettings, action::AllowPaths, action::CheckConnection,
    action::CloseCheck, action::CopyReport, action::SaveCallLog, action::Leave, action::Rejoin, action::GoHome,
    action::EnableSound, action::SetSaver, action::SetSound, action::ShowStatistics, action::CloseStatistics,
    action::TogglePeople, action::OpenKeys, action::CloseKeys, action::SetSingleKeys, action::ToggleScreen,
    action::DismissScreenTrouble, action::SetLayout, action::ShowOwnPicture, action::MoveOwnPicture, action::PinTile,
    action::UnpinTile, action::ToggleFullScreen, action::FloatPicture, action::LandPicture, action::ToggleHand,
    action::SendReaction, action::AskToMute, action::AskEveryoneToMute, action::AnswerMuteRequest, action::ChooseDevice,
    action::SetPicture, action::SetCleaning, action::SetTalkMode, action::Talk, action::TalkEnded, action::TestSpeaker,
    action::SetVolume, action::StartRecording, action::StopRecording, action::PauseRecording, action::ResumeRecording,
    action::SaveRecording, action::DiscardRecording, action::CloseRecordingFault, action::AddressChat,
    action::ChangeDraft, action::AttachFiles, action::AcceptFile, action::CancelFile, action::SaveReceived,
    action::SetEffect, action::SetNoiseFilter, action::ChoosePicture, action::ShareLink, action::ShowQrCode,
    action::CloseQrCode>;

/// The action's kind in words, for logs.
std::string_view name_of(const UserAction& action);

}  // namespace parley::core
