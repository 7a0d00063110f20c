#include <utility>

#include "core/bounds.hpp"
#include "core/call.hpp"
#include "protocol/limits.hpp"

// What a call says: it is sealed first, and goes out in the order in which it was said.

namespace parley::core {

using protocol::SealKind;

void Call::set_presence(TimeMs now, const protocol::Presence& presence) {
    if (presence == entry_.presence) return;
    entry_.presence = presence;
    if (!presence.microphone) signals_.end_request();
    presence_changed_ = true;
    seal_presence_when_allowed(now);
}

void Call::seal_presence_when_allowed(TimeMs now) {
    if (!presence_changed_ || stage_ != Stage::In) return;
    if (now < presence_sealed_at_ + limits::presence_min_gap_ms) return;
    presence_changed_ = false;
    presence_sealed_at_ = now;
    seal_presence();
}

void Call::seal_presence() {
    const auto counter = seal(OwnPresence{}, SealKind::Presence, PeerId(), encode(entry_.presence));
    presence_counter_ = counter.value_or(presence_counter_);
}

bool Call::write_chat(TimeMs now, protocol::Chat chat) {
    const auto counter = seal(ToEveryone{}, SealKind::Message, PeerId(), encode(protocol::Addressed{{}, chat}));
    if (!counter) return false;
    memory_.chat.write(*counter, chat);
    settle(now);
    return true;
}

std::optional<std::uint64_t> Call::seal(decltype(Outgoing::what) what, SealKind kind, const PeerId& to,
                                        std::string plaintext, output::Packing packing) {
    if (outgoing_.size() >= bounds::unsealed_messages_max) return std::nullopt;
    const protocol::SealContext context{kind, entry_.own, to, entry_.presence.run};
    const std::uint64_t counter = memory_.counters.next(context);
    seal_as(counter, std::move(what), context, std::move(plaintext), packing);
    return counter;
}

void Call::seal_as(std::uint64_t counter, decltype(Outgoing::what) what, const protocol::SealContext& context,
                   std::string plaintext, output::Packing packing) {
    output::Seal order{numbers_.seals.next(), entry_.join.room, context, counter, packing, std::move(plaintext)};
    outbox_.push(order);
    const SealId question = order.seal;
    outgoing_.push(Outgoing{std::move(what), std::move(order)}, question);
}

// The same bytes under the same number, should an earlier call still be about it.
void Call::seal_what_was_written_before() {
    const protocol::SealContext everyone{SealKind::Message, entry_.own, PeerId(), entry_.presence.run};
    for (const auto& [counter, said] : memory_.chat.unsealed()) {
        seal_as(counter, ToEveryone{}, everyone, encode(protocol::Addressed{{}, said}));
    }
}

bool Call::say(const Person& person, ToPeer::Way way, protocol::PeerMessage message, Chat::Range carries) {
    using output::Packing;
    const bool long_text = std::holds_alternative<protocol::Description>(message);
    const std::string plaintext = encode(protocol::Addressed{person.presence.run, std::move(message)});
    // The pair's own timers make up for a message that is not taken.
    return seal(ToPeer{way, person.peer, carries}, SealKind::Message, person.peer, plaintext,
                long_text ? Packing::Deflated : Packing::Plain)
        .has_value();
}

void Call::on_input(TimeMs now, const input::Sealed& sealed) {
    Outgoing* waiting = outgoing_.find(sealed.seal);
    if (waiting == nullptr) return;
    if (sealed.sealed) {
        waiting->sealed = *sealed.sealed;
        outgoing_.release(sealed.seal);
    } else if (++waiting->attempts <= bounds::seal_attempts_max) {
        // The same bytes under the same number: nobody is to see a number missing.
        const SealId next = numbers_.seals.next();
        waiting->order.seal = next;
        outbox_.push(waiting->order);
        outgoing_.wait_on(sealed.seal, next);
    } else {
        if (!started_ && std::holds_alternative<OwnPresence>(waiting->what)) events_.emplace_back(Refused{});
        outgoing_.drop(sealed.seal);
    }
    process_outgoing(now);
}

void Call::process_outgoing(TimeMs now) {
    while (const auto ready = outgoing_.pop()) {
        std::visit([&](const auto& what) { dispatch(now, what, *ready); }, ready->what);
    }
    settle(now);
}

void Call::dispatch(TimeMs now, const OwnPresence& /*what*/, const Outgoing& ready) {
    own_presence_ = ready.sealed;
    if (!std::exchange(started_, true)) {
        entry_.join.presence = ready.sealed;
        return signalling_.start(now, entry_.join);
    }
    signalling_.set_presence(now, ready.sealed);
    for (const Person& person : people_.all()) {
        if (carrier_to(person) != Person::Carrier::Channel) continue;
        say(person, ToPeer::Way::ChannelOnly, protocol::PresenceCopy{ready.sealed});
    }
}

void Call::dispatch(TimeMs now, const ToPeer& what, const Outgoing& ready) {
    Person* person = people_.find(what.peer);
    const bool past_server = person != nullptr && carrier_to(*person) == Person::Carrier::Channel;
    const bool channel = person != nullptr && person->negotiation.channel_ready();
    if (what.way == ToPeer::Way::ServerFirst ? past_server : channel) {
        person->negotiation.send_on_channel(ready.sealed);
        memory_.chat.carried(what.carries);
    } else if (what.way != ToPeer::Way::ChannelOnly) {
        // One that can't be kept is lost: the pair's own timers make up for it.
        const auto ticket = signalling_.send(now, what.peer, ready.sealed);
        if (ticket && what.carries.last != 0) undelivered_.emplace_back(*ticket, what.carries);
    }
}

void Call::dispatch(TimeMs now, const ToEveryone& /*what*/, const Outgoing& ready) {
    memory_.chat.sealed(ready.order.counter, ready.sealed);
    const auto keep =
        ready.sealed.size() <= limits::kept_body_max ? Signalling::Keep::ForLaterJoiners : Signalling::Keep::No;
    const auto ticket = signalling_.send(now, std::nullopt, ready.sealed, keep);
    const Chat::Range own{.first = ready.order.counter, .last = ready.order.counter};
    if (ticket) undelivered_.emplace_back(*ticket, own);
    for (const Person& person : people_.all()) {
        if (ticket && carrier_to(person) != Person::Carrier::Channel) continue;
        say(person, ToPeer::Way::ChannelOnly, protocol::Again{{ready.sealed}}, own);
    }
}

bool Call::askable(const Person& person) const {
    // What the server kept comes first, so that nobody says it once more.
    if (signalling_.joined() && !list_known_) return false;
    return carrier_to(person) != Person::Carrier::None;
}

void Call::ask_what_was_missed(TimeMs now, Person& person) {
    const bool waits = memory_.chat.waits_for(person.peer, person.presence.run);
    if (waits && now >= person.asked_at + bounds::ask_again_ms) person.have_due = true;
    if (!person.have_due || !askable(person)) return;
    person.asked_at = now;
    const protocol::Have have{memory_.chat.heard_up_to(person.peer, person.presence.run)};
    person.have_due = !say(person, ToPeer::Way::ChannelFirst, have);
}

}  // namespace parley::core
