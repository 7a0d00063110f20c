#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/call.hpp"
#include "core/checkup.hpp"
#include "core/input.hpp"
#include "core/link.hpp"
#include "core/local_media.hpp"
#include "core/outbox.hpp"
#include "core/output.hpp"
#include "core/rehearsal.hpp"
#include "core/room_memory.hpp"
#include "core/speaking.hpp"
#include "core/time.hpp"
#include "core/view.hpp"

namespace parley::core {

/// The whole page's logic: what is shown, the person's devices, and the call while there is one.
///
/// After every `handle` and `tick` the owner drains `poll` to empty and carries out each output in order; answers
/// come back through `handle`, never from inside `poll`. `deadline` says when to call `tick` if nothing happens
/// before. Times are milliseconds of one clock that never goes back.
class Client {
public:
    Client() : media_(outbox_, numbers_), rehearsal_(outbox_, numbers_), checkup_(outbox_, numbers_) {}

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
    void on(TimeMs now, const input::Levels& levels);
    void on(TimeMs now, const input::SoundBlocked& blocked);
    void on(TimeMs now, const input::CopyFinished& copy);
    void on(TimeMs now, const input::TestSoundPlayed& played);
    void on(TimeMs now, const input::ServicesAnswered& answered);
    void on(TimeMs now, const input::CandidatesGathered& gathered);
    void on(TimeMs now, const input::PicturesShown& shown);
    void on(TimeMs now, const UserAction& action);
    void on(TimeMs now, const input::LocalDescriptionSet& set);
    void on(TimeMs now, const input::OperationFailed& failed);
    void on(TimeMs now, const input::Sealed& sealed);
    void on(TimeMs now, const input::SocketOpened& opened);
    void on(TimeMs now, const input::SocketReceived& received);
    void on(TimeMs now, const input::SocketClosed& closed);
    /// Everything else concerns the call, if there is one.
    template <class CallInput>
    void on(TimeMs now, const CallInput& happened) {
        tell_call(now, happened);
    }
    template <class CallInput>
    void tell_call(TimeMs now, const CallInput& happened);

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
    void act(TimeMs now, const action::Leave& action);
    void act(TimeMs now, const action::Rejoin& action);
    void act(TimeMs now, const action::GoHome& action);
    void act(TimeMs now, const action::EnableSound& action);
    void act(TimeMs now, const action::SetSaver& action);
    void act(TimeMs now, const action::SetSound& action);
    void act(TimeMs now, const action::ShowStatistics& action);
    void act(TimeMs now, const action::CloseStatistics& action);
    void act(TimeMs now, const action::OpenKeys& action);
    void act(TimeMs now, const action::CloseKeys& action);
    void act(TimeMs now, const action::SetSingleKeys& action);

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
    void on_call(TimeMs now, const Call::Refused& refused);
    void fail(TimeMs now, Failure failure);
    void notify(NoticeKind kind, std::string name);
    void hint_at_keys();
    void copy(std::string text, NoticeKind when_copied);
    /// Unless it is known already, or being asked.
    void ask_services();

    /// Brings what the platform shows and sends in line with what is the case now.
    void settle(TimeMs now);
    void settle_tracks(TimeMs now);
    void settle_preview();
    void settle_levels();
    void refresh_view();
    [[nodiscard]] protocol::Presence presence() const;
    [[nodiscard]] Coverage coverage() const;
    [[nodiscard]] bool microphone_live() const;
    [[nodiscard]] ParticipantView own_view() const;

    Outbox outbox_;
    Numbers numbers_;
    View view_;
    LocalMedia media_;
    Rehearsal rehearsal_;
    Checkup checkup_;
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
    NoticeKind when_copied_ = NoticeKind::LinkCopied;
    std::deque<Notice> notices_;
    std::uint64_t last_notice_ = 0;
    Speaking own_speaking_;
    std::uint8_t microphone_level_ = 0;

    struct Shown {
        TrackId track;
        std::string element;
        friend bool operator==(const Shown&, const Shown&) = default;
    };
    std::optional<Shown> shown_;
    output::WatchLevels watched_;
};

/// The <video> element of the own camera before a call; in a call it is the own peer id.
inline constexpr const char* preview_element = "preview";

}  // namespace parley::core
