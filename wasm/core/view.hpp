#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/output.hpp"
#include "core/quality/history.hpp"
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

/// A microphone or camera as a person thinks of it.
enum class DeviceState {
    Off,       ///< switched off by the person; nothing is captured
    Starting,  ///< asked for; the browser may be showing its question
    On,
    Denied,   ///< the person or a policy refused
    Missing,  ///< there is none
    Busy,     ///< another program holds it
    Failed,   ///< anything else
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
    friend bool operator==(const LocalView&, const LocalView&) = default;
};

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
    friend bool operator==(const ParticipantView&, const ParticipantView&) = default;
};

/// One message of the chat.
struct ChatLine {
    enum class Delivery {
        Waiting,  ///< nobody else has it yet: the server is away and no connection carries it
        Sent,
    };
    std::uint64_t id = 0;  ///< rises
    std::string name;      ///< of who wrote it
    bool you = false;
    std::string text;
    std::uint16_t minute = 0;  ///< of the day it was written at, by this person's clock: 0 to 1439
    Delivery delivery = Delivery::Sent;
    friend bool operator==(const ChatLine&, const ChatLine&) = default;
};

struct ChatView {
    bool open = false;
    std::uint32_t unread = 0;
    /// Oldest first; never null in `Call`. Another pointer whenever a line changed.
    std::shared_ptr<const std::vector<ChatLine>> lines;
    friend bool operator==(const ChatView&, const ChatView&) = default;
};

/// The list of who is there.
struct PeopleView {
    bool open = false;
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

struct SettingsView {
    bool open = false;
    output::StorePreferences preferences;
    friend bool operator==(const SettingsView&, const SettingsView&) = default;
};

/// How the connection to one person is doing.
struct StatisticsView {
    PeerId peer;
    std::string name;
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
    PeopleView people;                          ///< only in `Call`
    SettingsView settings;
    CheckView check;
    bool keys_shown = false;                   ///< what keys do
    std::optional<StatisticsView> statistics;  ///< while they are looked at; only in `Call`
    std::optional<CallSummary> summary;        ///< only in `Left`, of a call in which anybody was met
    Coverage coverage = Coverage::Unknown;
    bool sound_blocked = false;   ///< the browser wants a tap before it plays sound
    std::vector<Notice> notices;  ///< the latest, oldest first, at most eight
    std::optional<Failure> failure;
    friend bool operator==(const View&, const View&) = default;
};

}  // namespace parley::core
