#pragma once

#include <cstdint>
#include <string>

#include "core/devices.hpp"
#include "core/quality/history.hpp"
#include "protocol/ids.hpp"
#include "protocol/peer_messages.hpp"

/// Who is in the call, what they show of themselves and what they ask of each other.
namespace parley::core {

/// How the media path to one person is.
enum class PairState { Connecting, Connected, Reconnecting, Failed };

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

/// The list of who is there.
struct PeopleView {
    bool open = false;
    bool may_ask_everyone = false;  ///< to mute: for a host with somebody to ask
    friend bool operator==(const PeopleView&, const PeopleView&) = default;
};

}  // namespace parley::core
