#include <algorithm>
#include <utility>

#include "core/call.hpp"
#include "protocol/limits.hpp"

// What people of a call signal to each other in passing. It goes over the data channels only: who can be reached by
// none can be neither seen nor heard, and later it would mean nothing.

namespace parley::core {

void Call::react(TimeMs now, protocol::ReactionKind kind) {
    signals_.react(kind);
    settle(now);
}

void Call::settle_signals(TimeMs now) {
    while (const auto reaction = signals_.take_due(now, entry_.presence.name)) {
        for (const Person& person : people_.all()) say(person, ToPeer::Way::ChannelOnly, *reaction);
    }
}

Call::Asked Call::ask_to_mute(TimeMs now, const PeerId& peer) {
    const Person* person = people_.find(peer);
    if (person == nullptr || !person->negotiation.channel_ready()) return Asked::NoWay;
    if (!signals_.may_ask(now, peer)) return Asked::AlreadyBefore;
    return say(*person, ToPeer::Way::ChannelOnly, protocol::MuteRequest{}) ? Asked::Yes : Asked::NoWay;
}

std::uint32_t Call::next_hand() const {
    std::uint32_t highest = 0;
    for (const Person& person : people_.all()) highest = std::max(highest, person.presence.hand);
    return std::min(highest + 1, limits::hand_max);
}

void Call::on_message(const Heard& heard, const protocol::Reaction& said) {
    signals_.hear(heard.now, heard.person.peer, heard.person.presence.name, said);
}

void Call::on_message(const Heard& heard, const protocol::MuteRequest& /*said*/) {
    if (!entry_.presence.microphone) return;
    signals_.hear_request(heard.now, heard.person.peer, heard.person.presence.name);
}

void Call::process(TimeMs /*now*/, const protocol::RoleChanged& changed) {
    if (changed.peer == entry_.own) {
        own_role_ = changed.role;
    } else if (Person* person = people_.find(changed.peer)) {
        person->role = changed.role;
    }
}

}  // namespace parley::core
