#include "core/signals.hpp"

#include <algorithm>
#include <utility>

#include "core/bounds.hpp"
#include "protocol/limits.hpp"

namespace parley::core {

Signals::Signals(PeerId own)
    : own_(std::move(own)),
      asked_(bounds::mute_ask_gap_ms),
      heard_requests_(bounds::mute_request_gap_ms),
      told_hands_(bounds::hand_told_gap_ms) {}

bool Signals::Recently::begin(TimeMs now, const PeerId& peer) {
    std::erase_if(entries_, [&](const Entry& entry) { return now >= entry.at + gap_ms_; });
    if (std::ranges::find(entries_, peer, &Entry::peer) != entries_.end()) return false;
    if (entries_.size() >= bounds::people_max) entries_.pop_front();
    entries_.push_back({peer, now});
    return true;
}

void Signals::react(protocol::ReactionKind kind) {
    const auto same = std::ranges::find(unsaid_, kind, &protocol::Reaction::kind);
    if (same == unsaid_.end()) {
        unsaid_.push_back({.kind = kind, .count = 1});
    } else {
        same->count = std::min(same->count + 1, limits::reaction_count_max);
    }
}

std::optional<protocol::Reaction> Signals::take_due(TimeMs now, const std::string& own_name) {
    if (unsaid_.empty() || (said_at_ && now < *said_at_ + bounds::reaction_gap_ms)) return std::nullopt;
    const protocol::Reaction first = unsaid_.front();
    unsaid_.erase(unsaid_.begin());
    said_at_ = now;
    show(now, own_, own_name, first);
    return first;
}

void Signals::hear(TimeMs now, const PeerId& from, const std::string& name, const protocol::Reaction& reaction) {
    // Who keeps to the pauses never has so many at once, however unevenly they arrive.
    const auto theirs = std::ranges::count(shown_, from, &ReactionView::peer);
    if (static_cast<std::size_t>(theirs) < bounds::reactions_of_one_max) show(now, from, name, reaction);
}

void Signals::show(TimeMs now, const PeerId& peer, const std::string& name, const protocol::Reaction& reaction) {
    if (shown_.size() >= bounds::reactions_shown_max) {
        shown_.pop_front();
        shown_until_.pop_front();
    }
    shown_.push_back({.id = ++last_reaction_,
                      .peer = peer,
                      .name = name,
                      .you = peer == own_,
                      .kind = reaction.kind,
                      .count = reaction.count});
    shown_until_.push_back(now + bounds::reaction_shown_ms);
}

bool Signals::may_ask(TimeMs now, const PeerId& peer) { return asked_.begin(now, peer); }

void Signals::hear_request(TimeMs now, const PeerId& from, const std::string& name) {
    if (request_ || !heard_requests_.begin(now, from)) return;
    request_ = MuteRequestView{.peer = from, .name = name};
    request_until_ = now + bounds::mute_request_shown_ms;
}

bool Signals::may_tell_of_hand(TimeMs now, const PeerId& peer) { return told_hands_.begin(now, peer); }

void Signals::went(const PeerId& peer) {
    if (request_ && request_->peer == peer) request_.reset();
}

void Signals::tick(TimeMs now) {
    while (!shown_until_.empty() && shown_until_.front() <= now) {
        shown_.pop_front();
        shown_until_.pop_front();
    }
    if (request_ && request_until_ <= now) request_.reset();
}

std::optional<TimeMs> Signals::deadline() const {
    std::optional<TimeMs> first;
    if (!shown_until_.empty()) first = shown_until_.front();
    if (!unsaid_.empty()) first = earlier(first, said_at_.value_or(0) + bounds::reaction_gap_ms);
    if (request_) first = earlier(first, request_until_);
    return first;
}

}  // namespace parley::core
