#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/audio_output.hpp"
#include "core/call.hpp"
#include "core/checkup.hpp"
#include "core/effects.hpp"
#include "core/input.hpp"
#include "core/link.hpp"
#include "core/local_media.hpp"
#include "core/muted_talk.hpp"
#include "core/outbox.hpp"
#include "core/output.hpp"
#include "core/qr_code_sheet.hpp"
#include "core/recording/layout.hpp"
#include "core/recording/recording.hpp"
#include "core/rehearsal.hpp"
#include "core/room_memory.hpp"
#include "core/screen_share.hpp"
#include "core/speaking.hpp"
#include "core/stage.hpp"
#include "core/time.hpp"
#include "core/view.hpp"
#include "core/volumes.hpp"

namespace parley::core {

/// The whole page's logic: what is shown, the person's devices, and the call while there is one.
///
/// After every `handle` and `tick` the owner drains `poll` to empty and carries out each output in order; answers
/// come back through `handle`, never from inside `poll`. `deadline` says when to call `tick` if nothing happens
/// before. Times are milliseconds of one clock that never goes back.
class Client {
public:
    Client()
        : media_(outbox_, numbers_),
          screen_share_(outbox_, numbers_),
          effects_(outbox_, numbers_),
          rehearsal_(outbox_, numbers_),
          checkup_(outbox_, numbers_),
          qr_code_(outbox_, numbers_),
          audio_output_(outbox_, numbers_),
          volumes_(outbox_),
          recording_(outbox_) {}

    void handle(TimeMs now, const Input& input);
    void tick(TimeMs now);
    std::optional<Output> poll() { return outbox_.poll(); }
    [[nodiscard]] std::optional<TimeMs> deadline() const;
    [[nodiscard]] const View& view() const { return view_; }
    /// Whether people are being connected right now: then that goes before drawing.
    [[nodiscard]] bool connecting(TimeMs now) const { return call_ && call_->connecting(now); }
    /// For the debug overlay: a line for the server, then one for each pair. No names, keys or addresses.
    [[nodiscard]] std::vector<std::string> summary() const;

private:
    struct Meeting {
        std::string key;
        RoomId room;
        std::string access;
    };

    void on(TimeMs now, const input::Boot& boot);
    void on(TimeMs now, const input::IdentityReady& identity);
    void on(TimeMs now, const input::IdentityFailed& failed);
    void on(TimeMs now, const input::RoomDerived& derived);
    void on(TimeMs now, const input::RoomDerivationFailed& failed);
    void on(TimeMs now, const input::DevicesOpened& opened);
    void on(TimeMs now, const input::DevicesFailed& failed);
    void on(TimeMs now, const input::TrackEnded& ended);
    void on(TimeMs now, const input::TrackSilent& silent);
    void on(TimeMs now, const input::TrackSounding& sounding);
    void on(TimeMs now, const input::DevicesListed& listed);
    void on(TimeMs now, const input::CameraTuned& tuned);
    void on(TimeMs now, const input::Levels& levels);
    void on(TimeMs now, const input::SoundBlocked& blocked);
    void on(TimeMs now, const input::CopyFinished& copy);
    void on(TimeMs now, const input::ShareFinished& share);
    void on(TimeMs now, const input::QrCodeMade& made);
    void on(TimeMs now, const input::TestSoundPlayed& played);
    void on(TimeMs now, const input::ServicesAnswered& answered);
    void on(TimeMs now, const input::CandidatesGathered& gathered);
    void on(TimeMs now, const input::PicturesShown& shown);
    void on(TimeMs now, const input::FullScreenChanged& changed);
    void on(TimeMs now, const input::PictureFloats& floats);
    void on(TimeMs now, const input::FilesChosen& chosen);
    void on(TimeMs now, const UserAction& action);
    void on(TimeMs now, const input::LocalDescriptionSet& set);
    void on(TimeMs now, const input::OperationFailed& failed);
    void on(TimeMs now, const input::Sealed& sealed);
    void on(TimeMs now, const input::SocketOpened& opened);
    void on(TimeMs now, const input::SocketReceived& received);
    void on(TimeMs now, const input::SocketClosed& closed);
    void on(TimeMs now, const input::ScreenOpened& opened);
    void on(TimeMs now, const input::ScreenFailed& failed);
    void on(TimeMs now, const input::FilterStarted& started);
    void on(TimeMs now, const input::FilterFailed& failed);
    void on(TimeMs now, const input::EffectMeasured& measured);
    void on(TimeMs now, const input::PictureChosen& chosen);
    /// Everything else concerns the call, if there is one.
    template <class CallInput>
    void on(TimeMs now, const CallInput& happened) {
        tell_call(now, happened);
    }
    template <class CallInput>
    void tell_call(TimeMs now, const CallInput& happened);

    // Recordings.
    template <ConcernsRecording RecordingInput>
    void on(TimeMs now, const RecordingInput& happened) {
        recording_.on_input(now, happened);
    }
    template <ConcernsRecording RecordingAction>
    void act(TimeMs now, const RecordingAction& action) {
        recording_.on_input(now, action);
    }
    void act(TimeMs now, const action::StartRecording& action);
    /// What can be recorded of whom is asked for, in the order in which they are shown.
    [[nodiscard]] std::vector<recording::Source> recorded_sources() const;
    void settle_recording(TimeMs now);
    void settle_pictures(TimeMs now);
    void notice_ended_recordings();

    void act(TimeMs now, const action::NewMeeting& action);
    void act(TimeMs now, const action::OpenMeeting& action);
    void act(TimeMs now, const action::ChangeName& action);
    void act(TimeMs now, const action::Join& action);
    void act(TimeMs now, const action::ToggleMicrophone& action);
    void act(TimeMs now, const action::ToggleCamera& action);
    void act(TimeMs now, const action::RetryMicrophone& action);
    void act(TimeMs now, const action::RetryCamera& action);
    void act(TimeMs now, const action::ToggleChat& action);
    void act(TimeMs now, const action::TogglePeople& action);
    void act(TimeMs now, const action::SendChat& action);
    void act(TimeMs now, const action::OpenSettings& action);
    void act(TimeMs now, const action::CloseSettings& action);
    void act(TimeMs now, const action::AllowPaths& action);
    void act(TimeMs now, const action::CheckConnection& action);
    void act(TimeMs now, const action::CloseCheck& action);
    void act(TimeMs now, const action::CopyReport& action);
    void act(TimeMs now, const action::SaveCallLog& action);
    void act(TimeMs now, const action::CopyLink& action);
    void act(TimeMs now, const action::ShareLink& action);
    void act(TimeMs now, const action::ShowQrCode& action);
    void act(TimeMs now, const action::CloseQrCode& action);
    void act(TimeMs now, const action::Leave& action);
    void act(TimeMs now, const action::Rejoin& action);
    void act(TimeMs now, const action::GoHome& action);
    void act(TimeMs now, const action::EnableSound& action);
    void act(TimeMs now, const action::SetSaver& action);
    void act(TimeMs now, const action::SetSound& action);
    void act(TimeMs now, const action::ShowStatistics& action);
    void act(TimeMs now, const action::CloseStatistics& action);
    void act(TimeMs now, const action::SetLayout& action);
    void act(TimeMs now, const action::ShowOwnPicture& action);
    void act(TimeMs now, const action::MoveOwnPicture& action);
    void act(TimeMs now, const action::PinTile& action);
    void act(TimeMs now, const action::UnpinTile& action);
    void act(TimeMs now, const action::ToggleFullScreen& action);
    void act(TimeMs now, const action::FloatPicture& action);
    void act(TimeMs now, const action::LandPicture& action);
    void act(TimeMs now, const action::ToggleHand& action);
    void act(TimeMs now, const action::SendReaction& action);
    void act(TimeMs now, const action::AskToMute& action);
    void act(TimeMs now, const action::AskEveryoneToMute& action);
    void act(TimeMs now, const action::AnswerMuteRequest& action);
    void act(TimeMs now, const action::ChooseDevice& action);
    void act(TimeMs now, const action::SetPicture& action);
    void act(TimeMs now, const action::SetCleaning& action);
    void act(TimeMs now, const action::SetTalkMode& action);
    void act(TimeMs now, const action::Talk& action);
    void act(TimeMs now, const action::TalkEnded& action);
    void act(TimeMs now, const action::TestSpeaker& action);
    void act(TimeMs now, const action::SetVolume& action);
    void act(TimeMs now, const action::AddressChat& action);
    void act(TimeMs now, const action::ChangeDraft& action);
    void act(TimeMs now, const action::AttachFiles& action);
    void act(TimeMs now, const action::AcceptFile& action);
    void act(TimeMs now, const action::CancelFile& action);
    void act(TimeMs now, const action::SaveReceived& action);
    void act(TimeMs now, const action::OpenKeys& action);
    void act(TimeMs now, const action::CloseKeys& action);
    void act(TimeMs now, const action::SetSingleKeys& action);
    void act(TimeMs now, const action::ToggleScreen& action);
    void act(TimeMs now, const action::DismissScreenTrouble& action);
    void act(TimeMs now, const action::SetEffect& set);
    void act(TimeMs now, const action::SetNoiseFilter& set);
    void act(TimeMs now, const action::ChoosePicture& choose);

    void open_reference(const MeetingReference& reference);
    void reject_reference(TimeMs now, FailureReason reason);
    void enter_when_ready(TimeMs now);
    enum class Ending { Goodbye, AtOnce };
    void end_call(TimeMs now, Ending ending);
    /// Nothing when too many rooms were visited to remember them all.
    RoomMemory* memory_of(const RoomId& room);
    void take_call_events(TimeMs now);
    void on_call(const Call::Joined& joined);
    void on_call(const Call::PersonCame& came);
    void on_call(const Call::PersonWent& went);
    void on_call(const Call::HandRaised& raised);
    void on_call(TimeMs now, const Call::Refused& refused);
    void on_call(const Call::PersonPresents& presents);
    void fail(TimeMs now, Failure failure);
    void notify(NoticeKind kind, std::string name);
    void hint_at_keys();
    void say_trouble(std::optional<NoticeKind> trouble);
    /// Of the meeting, which there must be.
    [[nodiscard]] std::string link() const { return origin_ + meeting_path(meeting_->room, meeting_->key); }
    void copy(std::string text, NoticeKind when_copied);
    void copy_link();
    void leave_stage();
    /// Unless it is known already, or being asked.
    void ask_services();
    void prefer(const DevicePreferences& preferences);

    /// Brings what the platform shows and sends in line with what is the case now.
    void settle(TimeMs now);
    void settle_devices();
    void settle_tracks(TimeMs now);
    void settle_preview();
    void settle_own_screen();
    void settle_levels();
    void refresh_view(TimeMs now);
    [[nodiscard]] ChatView chat_view(TimeMs now) const;
    void settle_addressee();
    void settle_guard();
    void settle_awake();
    void settle_media_session();
    bool has_unsaved_files();
    [[nodiscard]] Chat& chat() { return memories_.at(meeting_->room).chat; }
    [[nodiscard]] const Chat& chat() const { return memories_.at(meeting_->room).chat; }
    [[nodiscard]] bool in_call() const { return call_ && screen_ == Screen::Call; }
    [[nodiscard]] protocol::Presence presence() const;
    [[nodiscard]] Coverage coverage() const;
    [[nodiscard]] DevicesView devices_view() const;
    [[nodiscard]] bool microphone_live() const;
    /// As others see it: one whose background is not hidden yet is still starting.
    [[nodiscard]] DeviceState camera_state() const;
    [[nodiscard]] ParticipantView own_view() const;
    void show_people(View& next) const;

    Outbox outbox_;
    Numbers numbers_;
    View view_;
    LocalMedia media_;
    ScreenShare screen_share_;
    Effects effects_;
    Rehearsal rehearsal_;
    Checkup checkup_;
    QrCodeSheet qr_code_;
    Stage stage_;
    AudioOutput audio_output_;
    Volumes volumes_;
    Recording recording_;
    std::optional<input::PicturesShown> pictures_told_;  ///< to the call: what is shown, and what is recorded
    std::map<PeerId, std::string> seen_recording_;       ///< who records, and their names
    std::map<RoomId, RoomMemory> memories_;
    std::unique_ptr<Call> call_;
    std::unique_ptr<Call> leaving_;  ///< the one before, until its goodbyes are said

    Screen screen_ = Screen::Loading;
    std::optional<Failure> failure_;
    std::string origin_;
    std::string name_;
    std::string grant_;                ///< `<room> <grant>`
    std::int64_t wall_origin_ms_ = 0;  ///< Unix time when the page's clock showed 0
    std::int32_t utc_offset_minutes_ = 0;
    RunId run_;
    std::uint64_t seed_ = 0;
    std::optional<input::IdentityReady> identity_;
    std::optional<Meeting> meeting_;
    std::optional<MeetingReference> wanted_;  ///< the reference whose room is being derived
    RequestId derivation_;
    bool joining_ = false;
    bool link_rejected_ = false;
    bool sound_blocked_ = false;
    bool settings_open_ = false;
    bool people_open_ = false;
    bool keys_shown_ = false;
    output::StorePreferences preferences_;
    std::optional<input::PicturesShown> pictures_shown_;  ///< as it was said last
    std::optional<CallSummary> summary_;                  ///< of the last call in which anybody was met
    std::optional<PeerId> looked_at_;                     ///< whose statistics are shown
    quality::Equipment equipment_;
    std::optional<input::ServicesAnswered::Services> services_;
    RequestId services_question_;
    std::optional<ChatView::Addressee> chat_to_;
    output::StoreDraft draft_;
    output::GuardPage::Mode guard_ = output::GuardPage::Mode::Off;
    Switched awake_ = Switched::Off;
    output::UpdateMediaSession media_session_;
    std::shared_ptr<const std::vector<ChatLine>> guarded_lines_;  ///< those that were looked through last
    bool files_unsaved_ = false;
    RequestId picture_question_;
    NoticeKind when_copied_ = NoticeKind::LinkCopied;
    std::deque<Notice> notices_;
    std::uint64_t last_notice_ = 0;
    Speaking own_speaking_;
    std::uint8_t microphone_level_ = 0;
    MutedTalk muted_talk_;
    std::uint32_t hand_ = 0;  ///< as in the presence

    struct Shown {
        TrackId track;
        std::string element;
        friend bool operator==(const Shown&, const Shown&) = default;
    };
    std::optional<Shown> shown_;
    std::optional<Shown> shown_screen_;
    output::WatchLevels watched_;
};

/// The <video> element of the own camera before a call; in a call it is the own peer id.
inline constexpr const char* preview_element = "preview";

}  // namespace parley::core
