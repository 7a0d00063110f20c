#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "core/time.hpp"
#include "core/view/people.hpp"
#include "protocol/ids.hpp"
#include "protocol/peer_messages.hpp"

namespace parley::core {

/// What people signal to each other in passing: reactions, which are seen for a moment, and requests to mute. Nothing
/// of it is kept or said again.
class Signals {
public:
    explicit Signals(PeerId own);

    /// One's own reaction. Those that come too soon after one another are said together.
    void react(protocol::ReactionKind kind);
    /// What is to be said to everybody now, and is shown to oneself from now on.
    std::optional<protocol::Reaction> take_due(TimeMs now, const std::string& own_name);
    void hear(TimeMs now, const PeerId& from, const std::string& name, const protocol::Reaction& reaction);
    /// The latest, oldest first.
    [[nodiscard]] std::vector<ReactionView> reactions() const { return {shown_.begin(), shown_.end()}; }

    /// Whether `peer` may be asked to mute now, after an earlier time.
    bool may_ask(TimeMs now, const PeerId& peer);
    /// Somebody asks this person to mute. One request is shown at a time, and one of each in a while.
    void hear_request(TimeMs now, const PeerId& from, const std::string& name);
    /// It was answered, or there is nothing to be muted any more.
    void end_request() { request_.reset(); }
    [[nodiscard]] const std::optional<MuteRequestView>& request() const { return request_; }

    /// Whether it may be told that `peer` raised a hand, after an earlier time.
    bool may_tell_of_hand(TimeMs now, const PeerId& peer);

    void went(const PeerId& peer);
    void tick(TimeMs now);
    [[nodiscard]] std::optional<TimeMs> deadline() const;

private:
    /// When something last happened with each peer; those for whom it was long ago are forgotten.
    class Recently {
    public:
        explicit Recently(TimeMs gap_ms) : gap_ms_(gap_ms) {}
        /// False: it happened less than the gap ago. True: it happens now.
        bool begin(TimeMs now, const PeerId& peer);

    private:
        struct Entry {
            PeerId peer;
            TimeMs at = 0;
        };
        TimeMs gap_ms_;
        std::deque<Entry> entries_;
    };

    void show(TimeMs now, const PeerId& peer, const std::string& name, const protocol::Reaction& reaction);

    PeerId own_;
    std::vector<protocol::Reaction> unsaid_;  ///< at most one of each kind
    std::optional<TimeMs> said_at_;
    std::deque<ReactionView> shown_;
    std::deque<TimeMs> shown_until_;  ///< one for each
    std::uint64_t last_reaction_ = 0;
    Recently asked_;
    Recently heard_requests_;
    Recently told_hands_;
    std::optional<MuteRequestView> request_;
    TimeMs request_until_ = 0;
};

}  // namespace parley::core
