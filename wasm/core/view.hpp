#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/layout.hpp"
#include "core/output.hpp"
#include "core/quality/history.hpp"
#include "protocol/codes.hpp"
#include "protocol/ids.hpp"
#include "protocol/peer_messages.hpp"

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

/// A microphone or camera as a person thinks of it.
enum class DeviceState {
    Off,       ///< switched off by the person; nothing is captured
    Starting,  ///< asked for; the browser may be showing its question
    On,
    Denied,   ///< the person or a policy refused
    Missing,  ///< there is none
    Busy,     ///< another program holds it
    Failed,   ///< anything else
    Held,     ///< open, and gives nothing: another program or the system holds it
};

/// How the signalling socket is. A call goes on without it.
enum class ServerLink { Idle, Connecting, Online, Reconnecting };

/// How the media path to one person is.
enum class PairState { Connecting, Connected, Reconnecting, Failed };

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

struct LocalView {
    std::string name;
    DeviceState microphone = DeviceState::Off;
    DeviceState camera = DeviceState::Off;
    std::uint8_t microphone_level = 0;  ///< 0 to 10, in steps, for the meter
    bool talks_muted = false;           ///< and is to be told so now
    Mirror mirror = Mirror::On;         ///< how the own picture is shown here
    friend bool operator==(const LocalView&, const LocalView&) = default;
};

/// How the own screen is shared.
enum class ScreenShareState {
    Off,
    Choosing,  ///< the browser asks the person what to share
    On,
};
/// Why the last wish to share came to nothing. That the person chose nothing is no trouble.
enum class ScreenTrouble { DeniedBySystem, Missing, Busy, Failed };

struct ScreenShareView {
    bool offered = false;  ///< this browser can
    ScreenShareState state = ScreenShareState::Off;
    bool sound = false;  ///< what is shared is heard too
    std::optional<ScreenTrouble> trouble;
    friend bool operator==(const ScreenShareView&, const ScreenShareView&) = default;
};

/// The <video> element of the screen that somebody presents.
inline std::string screen_element(const PeerId& peer) { return peer.value + "/screen"; }
/// Whose screen is shown in the element of that name; empty when it is no screen's.
PeerId peer_of_screen(std::string_view element);

struct ParticipantView {
    PeerId peer;
    std::string name;
    bool you = false;
    bool microphone_on = false;
    bool camera_on = false;
    bool speaking = false;
    bool video_shown =
        false;  ///< a picture has arrived (others) or is captured (you): show the <video>, not the avatar
    PairState pair = PairState::Connected;
    /// Of the connection to them; of oneself: how well the own picture gets out.
    quality::Mark mark = quality::Mark::Unknown;
    quality::Cause cause = quality::Cause::None;  ///< what keeps it from being good
    bool screen_on = false;                       ///< presents a screen, a window or a tab
    /// Its first picture has arrived (others) or it is captured (you): show the <video> `screen_element`, not words.
    bool screen_shown = false;
    bool screen_paused = false;  ///< they say that their line carries no more than the rest
    bool host = false;
    std::uint32_t hand_place = 0;       ///< 1 for the hand that was raised first; 0: it is down
    std::uint8_t volume_percent = 100;  ///< how loud they are heard here
    Mirror mirror = Mirror::On;         ///< how the own picture is shown here
    bool recording = false;
    friend bool operator==(const ParticipantView&, const ParticipantView&) = default;
};

/// The name of the <video> element of the tile.
inline std::string element_of(const Tile& tile) {
    return tile.kind == Tile::Kind::Screen ? screen_element(tile.peer) : tile.peer.value;
}

/// A sign that somebody gave a moment ago.
struct ReactionView {
    std::uint64_t id = 0;  ///< rises
    PeerId peer;
    std::string name;
    bool you = false;
    protocol::ReactionKind kind = protocol::ReactionKind::ThumbsUp;
    std::uint32_t count = 1;  ///< how often they gave it at once
    friend bool operator==(const ReactionView&, const ReactionView&) = default;
};

/// Somebody asks this person to mute their microphone, and waits for an answer.
struct MuteRequestView {
    PeerId peer;
    std::string name;
    friend bool operator==(const MuteRequestView&, const MuteRequestView&) = default;
};

/// A file in the chat: one's own on its way to others, or somebody else's.
struct FileView {
    enum class State : std::uint8_t {
        Waiting,  ///< nothing has moved yet
        Asking,   ///< theirs, and larger than what is taken unasked: this person decides
        Moving,
        Complete,   ///< theirs: it is here, whole; one's own: whoever took it has it
        Declined,   ///< by whom it was for, or by this person
        Cancelled,  ///< by whom it is from
        NoRoom,     ///< where it was to be received
        Damaged,    ///< what arrived is not what was sent
        Lost,       ///< whoever had to be there for it has left
        Failed,     ///< it can't be read or written any more
    };
    std::string name;
    std::string media_type;
    std::uint64_t size = 0;   ///< bytes
    std::uint64_t moved = 0;  ///< bytes; of several receivers the sum, and so is `to_move`
    std::uint64_t to_move = 0;
    State state = State::Waiting;
    int receivers = 1;
    int complete = 0;     ///< receivers who have it
    IncomingId received;  ///< of somebody else's: what the platform keeps it as
    SourceId source;      ///< of one's own
    enum class Saved : std::uint8_t { No, Yes } saved = Saved::No;
    friend bool operator==(const FileView&, const FileView&) = default;
};

/// One message of the chat.
struct ChatLine {
    enum class Delivery {
        Waiting,  ///< nobody else has it yet: the server is away and no connection carries it
        Sent,
        Undelivered,  ///< whom it was for has left without a word that it came
    };
    enum class Audience : std::uint8_t { Everyone, OnlyYouTwo };
    std::uint64_t id = 0;  ///< rises
    std::string name;      ///< of who wrote it
    bool you = false;
    std::string text;
    std::uint16_t minute = 0;  ///< of the day it was written at, by this person's clock: 0 to 1439
    Delivery delivery = Delivery::Sent;
    std::int64_t day = 0;  ///< that it was written on, by this person's clock, since 1970-01-01
    Audience audience = Audience::Everyone;
    std::string to;                ///< the name of whom an own private one is for
    std::optional<FileView> file;  ///< it is a file, and has no text
    friend bool operator==(const ChatLine&, const ChatLine&) = default;
};

struct ChatView {
    bool open = false;
    std::uint32_t unread = 0;
    /// Oldest first; never null in `Call`. Another pointer whenever a line changed.
    std::shared_ptr<const std::vector<ChatLine>> lines;
    /// Whom the next message and the next file are for. Who has left is still named, so that what was meant for one
    /// never goes to all.
    struct Addressee {
        PeerId peer;
        std::string name;
        enum class Presence : std::uint8_t { Here, Gone } presence = Presence::Here;
        friend bool operator==(const Addressee&, const Addressee&) = default;
    };
    std::optional<Addressee> to;  ///< nothing: everyone
    std::int64_t today = 0;       ///< as ChatLine::day
    std::string draft;            ///< what was being written in this room when the page was loaded, or left last
    friend bool operator==(const ChatView&, const ChatView&) = default;
};

/// The list of who is there.
struct PeopleView {
    bool open = false;
    bool may_ask_everyone = false;  ///< to mute: for a host with somebody to ask
    friend bool operator==(const PeopleView&, const PeopleView&) = default;
};

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

/// A recording that has ended and is still in the browser: to be saved or discarded.
struct KeptRecording {
    enum class Origin : std::uint8_t { ThisVisit, EarlierVisit };  ///< earlier: the page went before it was saved
    enum class Standing : std::uint8_t {
        Unsaved,
        Offered,  ///< as a download; whether it got there only the person knows
        Missing,  ///< the file is gone: the browser cleared it, or another tab discarded it
    };
    RecordingId recording{};
    std::string file{};
    std::uint64_t bytes = 0;
    std::uint32_t elapsed_s = 0;                      ///< 0: not known
    recording::Fault cause = recording::Fault::None;  ///< why it ended, if nobody stopped it
    Origin origin = Origin::ThisVisit;
    Standing standing = Standing::Unsaved;
    friend bool operator==(const KeptRecording&, const KeptRecording&) = default;
};

/// The recording that goes on, and those that wait to be saved.
struct RecordingView {
    enum class State : std::uint8_t {
        Unavailable,  ///< this browser records nothing, or has not said yet
        Idle,
        Starting,
        Running,
        Paused,
        Ending,  ///< the last of it is being written
    };
    State state = State::Unavailable;
    recording::Subject subject;
    std::uint32_t elapsed_s = 0;
    std::uint64_t bytes = 0;
    std::optional<std::uint32_t> minutes_left;        ///< when the disk is getting full
    recording::Fault fault = recording::Fault::None;  ///< why the last one did not begin
    std::vector<KeptRecording> kept;                  ///< oldest first
    friend bool operator==(const RecordingView&, const RecordingView&) = default;
};

struct SettingsView {
    bool open = false;
    output::StorePreferences preferences;
    friend bool operator==(const SettingsView&, const SettingsView&) = default;
};

/// The devices of one kind that a person can choose from.
struct DeviceChoiceView {
    std::vector<DeviceName> options;  ///< without the system's own choice, which is always one
    DeviceName chosen;                ///< an empty id: the system's
    enum class Presence { Here, Away } presence = Presence::Here;  ///< of the chosen one
    DeviceName used;                                               ///< in use now or last; a speaker's has no label
    friend bool operator==(const DeviceChoiceView&, const DeviceChoiceView&) = default;
};
enum class SpeakerTest : std::uint8_t { None, Playing, Played, Blocked, NoDevice, Failed };
struct DevicesView {
    DeviceChoiceView microphone;
    DeviceChoiceView camera;
    DeviceChoiceView speaker;
    SpeakerTest speaker_test = SpeakerTest::None;
    friend bool operator==(const DevicesView&, const DevicesView&) = default;
};

/// How what is done to camera and microphone is going; what is wanted stands in the preferences.
struct EffectsView {
    FilterState camera;
    FilterState microphone;
    friend bool operator==(const EffectsView&, const EffectsView&) = default;
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
    bool keys_shown = false;                   ///< what keys do
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
