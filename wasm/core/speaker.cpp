#include "core/speaker.hpp"

#include <algorithm>
#include <utility>

#include "core/bounds.hpp"

namespace parley::core {

void Speaker::note(TimeMs now, const std::vector<ParticipantView>& people) {
    std::vector<Known> next;
    next.reserve(people.size());
    for (const ParticipantView& person : people) {
        if (person.you) continue;
        const auto before = std::ranges::find(known_, person.peer, &Known::peer);
        const bool went_on = before != known_.end() && before->since;
        std::optional<TimeMs> since;
        if (person.speaking) since = went_on ? *before->since : now;
        next.push_back({person.peer, since});
    }
    known_ = std::move(next);
}

const Speaker::Known* Speaker::current() const {
    const auto found = std::ranges::find_if(known_, [&](const Known& one) { return one.peer == chosen_; });
    return found == known_.end() ? nullptr : &*found;
}

const Speaker::Known* Speaker::longest_speaking() const {
    const Known* longest = nullptr;
    for (const Known& one : known_) {
        if (one.since && (longest == nullptr || *one.since < *longest->since)) longest = &one;
    }
    return longest;
}

std::optional<TimeMs> Speaker::takeover_at(const Known& candidate) const {
    const Known* now_shown = current();
    if (now_shown == nullptr || now_shown == &candidate || !candidate.since) return std::nullopt;
    TimeMs needed = bounds::speaker_after_ms;
    if (now_shown->since) {
        if (*candidate.since <= *now_shown->since) return std::nullopt;
        needed = bounds::speaker_overtakes_ms;
    }
    const TimeMs heard_enough = *candidate.since + needed;
    return changed_at_ ? std::max(heard_enough, *changed_at_ + bounds::speaker_gap_ms) : heard_enough;
}

void Speaker::choose(TimeMs now, const PeerId& peer) {
    chosen_ = peer;
    changed_at_ = now;
}

void Speaker::hear(TimeMs now, const std::vector<ParticipantView>& people) {
    note(now, people);
    if (known_.empty()) return reset();
    if (current() == nullptr) {
        // Whoever was shown is gone, or nobody was.
        const Known* speaking = longest_speaking();
        if (speaking != nullptr) return choose(now, speaking->peer);
        chosen_ = known_.front().peer;
        return;
    }
    const Known* next = nullptr;
    for (const Known& one : known_) {
        const auto at = takeover_at(one);
        if (at && *at <= now && (next == nullptr || *one.since < *next->since)) next = &one;
    }
    if (next != nullptr) choose(now, next->peer);
}

std::optional<TimeMs> Speaker::deadline() const {
    std::optional<TimeMs> first;
    for (const Known& one : known_) first = earlier(first, takeover_at(one));
    return first;
}

}  // namespace parley::core
