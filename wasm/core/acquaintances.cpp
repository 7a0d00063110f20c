#include "core/acquaintances.hpp"

#include <algorithm>

namespace parley::core {

bool Acquaintances::is_proved(const PeerId& peer, const RunId& run, const protocol::Identity& identity) const {
    const Acquaintance* known = find(peer);
    return known != nullptr && known->proved && known->proved->first == run && known->proved->second == identity;
}

void Acquaintances::prove(const PeerId& peer, const RunId& run, const protocol::Identity& identity) {
    meet(peer).proved.emplace(run, identity);
}

bool Acquaintances::accept_presence(const PeerId& peer, const RunId& run, std::uint64_t counter) {
    Acquaintance& known = meet(peer);
    if (std::ranges::find(known.left_behind, run) != known.left_behind.end()) return false;
    if (known.run == run) {
        if (counter < known.presence_counter || counter <= known.gone_at) return false;
        known.presence_counter = counter;
        return true;
    }
    if (!known.run.empty()) known.left_behind.push_back(std::move(known.run));
    if (known.left_behind.size() > bounds::runs_left_behind_max) known.left_behind.pop_front();
    known.run = run;
    known.presence_counter = counter;
    known.gone_at = 0;
    known.messages = SeenCounters(bounds::counters_ahead_max);
    return true;
}

bool Acquaintances::accept_goodbye(const PeerId& peer, const RunId& run, std::uint64_t presence_counter) {
    if (!is_current(peer, run)) return false;
    Acquaintance& known = meet(peer);
    known.gone_at = std::max(known.gone_at, presence_counter);
    return presence_counter >= known.presence_counter;
}

bool Acquaintances::accept_message(const PeerId& peer, const RunId& run, std::uint64_t counter) {
    return is_current(peer, run) && meet(peer).messages.take(counter);
}

bool Acquaintances::is_current(const PeerId& peer, const RunId& run) const {
    const Acquaintance* known = find(peer);
    return known != nullptr && known->run == run;
}

const Acquaintances::Acquaintance* Acquaintances::find(const PeerId& peer) const {
    const auto found = std::ranges::find(met_, peer, &Acquaintance::peer);
    return found == met_.end() ? nullptr : &*found;
}

Acquaintances::Acquaintance& Acquaintances::meet(const PeerId& peer) {
    const auto found = std::ranges::find(met_, peer, &Acquaintance::peer);
    // The latest is last: who was met longest ago is forgotten first.
    if (found != met_.end()) {
        met_.splice(met_.end(), met_, found);
        return met_.back();
    }
    if (met_.size() >= bounds::acquaintances_max) met_.pop_front();
    Acquaintance& added = met_.emplace_back();
    added.peer = peer;
    return added;
}

}  // namespace parley::core
