#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/layout.hpp"
#include "core/output.hpp"
#include "core/quality/history.hpp"
#include "core/time.hpp"
#include "core/view/chat.hpp"
#include "core/view/check.hpp"
#include "core/view/devices.hpp"
#include "core/view/people.hpp"
#include "core/view/qr_code.hpp"
#include "core/view/recording.hpp"
#include "core/view/screens.hpp"
#include "protocol/codes.hpp"
#include "protocol/ids.hpp"

/// The immutable picture of the call that the user interface is drawn from. It holds facts, never words:
/// sentences for people are the user interface's.
namespace parley::core {

enum class Screen {
    Loading,  ///< identity and link are being worked out
    Landing,
    PreJoin,
    Call,
    Left,
    Failed,  ///< nothing can go on; `View::failure` says why
};

/// How the signalling socket is. A call goes on without it.
enum class ServerLink { Idle, Connecting, Online, Reconnecting };

enum class FailureReason {
    BadLink,   ///< the link is cut off or has a wrong form
    WrongKey,  ///< the link's key and room do not belong together
    RoomFull,
    Refused,       ///< any other final refusal; `Failure::code` has it
    Replaced,      ///< the same person joined from elsewhere
    ServerTooNew,  ///< the server speaks what this page does not know; a reload helps
    NoIdentity,    ///< the browser refused to make keys
    TooManyRooms,  ///< in one load of the page; a reload helps
};

struct Failure {
    FailureReason reason = FailureReason::Refused;
    std::optional<ErrorCode> code;
    friend bool operator==(const Failure&, const Failure&) = default;
};

/// A passing message; the user interface words it, shows it for some seconds and announces it.
enum class NoticeKind {
    LinkCopied,
    ReportCopied,
    CopyFailed,
    PersonJoined,
    PersonLeft,
    MicrophoneFailed,
    CameraFailed,
    ChatRefused,  ///< too long, or too much waits to be sent
    KeysHint,     ///< once: that there are keys
    ScreenShown,  ///< somebody presents
    ScreenEnded,  ///< the own screen is presented no more, and not on a wish that was said here
    HandRaised,
    MuteAsked,
    EveryoneAskedToMute,
    MuteNotAsked,  ///< there is no way to them at the moment
    // Of devices; `name` is the label of the one in use now, where there is one.
    MicrophoneReplaced,  ///< another than the chosen one is in use
    CameraReplaced,
    SpeakerReplaced,
    MicrophoneBack,
    CameraBack,
    SpeakerBack,
    MicrophoneKept,  ///< what was chosen did not start
    CameraKept,
    MicrophoneHeld,
    CameraHeld,
    MicrophoneFreed,
    CameraFreed,
    RecordingEnded,     ///< of the person named
    FileTooLarge,       ///< `name` is the file's
    FilesRefused,       ///< nobody is there to have them, or too many are under way
    EffectFailed,       ///< `EffectsView::camera` says why
    NoiseFilterFailed,  ///< `EffectsView::microphone` says why
    PictureUnreadable,  ///< the file that was chosen as a background
};
struct Notice {
    std::uint64_t id = 0;  ///< rises; a notice is shown once for each id
    NoticeKind kind = NoticeKind::LinkCopied;
    std::string name;  ///< of the person it is about, if any
    friend bool operator==(const Notice&, const Notice&) = default;
};

struct SettingsView {
    bool open = false;
    output::StorePreferences preferences;
    friend bool operator==(const SettingsView&, const SettingsView&) = default;
};

/// How the connection to one person is doing.
struct StatisticsView {
    PeerId peer;
    std::string name;
    std::uint8_t volume_percent = 100;  ///< as in ParticipantView
    quality::Mark mark = quality::Mark::Unknown;
    quality::Cause cause = quality::Cause::None;
    /// How the own picture is sent to them and why; nothing while the own camera is off.
    std::optional<quality::Choice> choice;
    /// The last two minutes, one a second, oldest first; never null, empty at first. Another pointer when one came.
    std::shared_ptr<const std::vector<quality::Sample>> samples;
    friend bool operator==(const StatisticsView&, const StatisticsView&) = default;
};

/// How the call was that one has left.
struct CallSummary {
    TimeMs duration_ms = 0;
    int people_most = 1;  ///< at once, oneself included
    std::uint64_t received_bytes = 0;
    std::uint64_t sent_bytes = 0;
    float well_share = 1;                         ///< of the time with others: how much of it nothing was poor, 0 to 1
    quality::Cause cause = quality::Cause::None;  ///< what it was most often, if it was
    friend bool operator==(const CallSummary&, const CallSummary&) = default;
};

/// What of the call is in front. How it is laid out stands in the preferences.
struct StageView {
    std::optional<PeerId> speaker;  ///< one of the others: who speaks or spoke last; nobody while alone
    std::vector<Tile> pinned;       ///< oldest first; each is there
    Switched full_screen = Switched::Off;
    bool full_screen_offered = false;
    std::string floating;  ///< the element whose picture floats over other windows; empty for none
    bool floating_offered = false;
    friend bool operator==(const StageView&, const StageView&) = default;
};

/// How far a call can reach with what the server offers; known soon after the page before a call is shown.
enum class Coverage {
    Unknown,
    OneNetwork,    ///< neither STUN nor TURN: people on the same network only
    MostNetworks,  ///< STUN only
    AllNetworks,
};

struct View {
    std::uint64_t version = 0;  ///< rises with every change: equal versions draw equal pictures
    Screen screen = Screen::Loading;
    LocalView local;
    std::string room;            ///< the room's id, for people to read
    std::string link;            ///< the whole link with its key, for `Copy link`
    bool share_offered = false;  ///< the system has a sheet to send the link with
    bool joining = false;        ///< `Join` was pressed and the server has not answered yet
    bool link_rejected = false;  ///< what was typed on the landing page is no meeting link or code
    ServerLink server = ServerLink::Idle;
    std::vector<ParticipantView> participants;  ///< you first, then in order of arrival; only in `Call`
    ChatView chat;                              ///< only in `Call`
    PeopleView people;                          ///< the same
    std::vector<ReactionView> reactions;        ///< the same; the latest, oldest first
    std::optional<MuteRequestView> mute_request;
    SettingsView settings;
    DevicesView devices;
    EffectsView effects;
    CheckView check;
    bool keys_shown = false;  ///< what keys do
    QrCodeView qr_code;
    std::optional<StatisticsView> statistics;  ///< while they are looked at; only in `Call`
    StageView stage;                           ///< only in `Call`
    std::optional<CallSummary> summary;        ///< only in `Left`, of a call in which anybody was met
    Coverage coverage = Coverage::Unknown;
    bool sound_blocked = false;  ///< the browser wants a tap before it plays sound
    RecordingView recording;
    std::vector<Notice> notices;  ///< the latest, oldest first, at most eight
    std::optional<Failure> failure;
    ScreenShareView screen_share;  ///< only in `Call`
    friend bool operator==(const View&, const View&) = default;
};

}  // namespace parley::core
