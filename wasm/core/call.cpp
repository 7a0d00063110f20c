#include "core/call.hpp"

#include <utility>

#include "core/bounds.hpp"
#include "core/overload.hpp"
#include "protocol/limits.hpp"

namespace parley::core {

Call::Call(Outbox& outbox, Numbers& numbers, TimeMs now, Entry entry)
    : outbox_(outbox),
      numbers_(numbers),
      entry_(std::move(entry)),
      resources_{outbox, numbers},
      signalling_(outbox, numbers, entry_.seed),
      presence_sealed_at_(now) {
    resources_.own_run = entry_.presence.run;
    seal(OwnPresence{}, output::SealKind::Presence, PeerId(), encode(entry_.presence));
}

void Call::leave() {
    for (Person& person : people_.all()) {
        person.negotiation.send_on_channel(protocol::Bye{});
        person.negotiation.close();
        outbox_.push(output::Detach{person.peer.value});
    }
    people_.clear();
    signalling_.stop();
}

void Call::set_presence(TimeMs now, const protocol::Presence& presence) {
    if (presence == entry_.presence) return;
    entry_.presence = presence;
    presence_changed_ = true;
    seal_presence_when_allowed(now);
}

void Call::seal_presence_when_allowed(TimeMs now) {
    if (!presence_changed_ || now < presence_sealed_at_ + limits::presence_min_gap_ms) return;
    presence_changed_ = false;
    presence_sealed_at_ = now;
    seal(OwnPresence{}, output::SealKind::Presence, PeerId(), encode(entry_.presence));
}

void Call::set_tracks(const OutgoingTracks& tracks) {
    for (std::size_t slot = 0; slot < tracks.size(); ++slot) {
        if (resources_.tracks[slot] == tracks[slot]) continue;
        resources_.tracks[slot] = tracks[slot];
        for (Person& person : people_.all()) person.negotiation.track_changed(static_cast<Slot>(slot));
    }
}

void Call::on_input(TimeMs now, const input::SocketOpened& opened) { signalling_.on_opened(now, opened.socket); }

void Call::on_input(TimeMs now, const input::SocketReceived& received) {
    const auto event = signalling_.on_received(now, received.socket, received.text);
    if (!event) return;
    if (const auto* message = std::get_if<protocol::ServerMessage>(&*event)) on_server(*message);
    process_incoming(now);
}

void Call::on_input(TimeMs now, const input::SocketClosed& closed) {
    const auto event = signalling_.on_closed(now, closed.socket, closed.code);
    if (!event) return;
    if (const auto* ended = std::get_if<Signalling::Ended>(&*event)) {
        events_.emplace_back(Refused{ended->close_code, ended->error});
    }
}

void Call::on_input(TimeMs now, const input::Sealed& sealed) {
    if (outgoing_.answer(sealed.seal, sealed.sealed)) process_outgoing(now);
}

void Call::on_input(TimeMs now, const input::Opened& opened) {
    if (incoming_.answer(opened.seal, opened.plaintext)) process_incoming(now);
}

void Call::on_input(TimeMs now, const input::ChannelReceived& received) {
    Person* person = people_.find(received.connection);
    if (person == nullptr) return;
    process_message(now, *person, received.text);
    send_messages(now);
}

void Call::on_input(TimeMs now, const input::Levels& levels) {
    for (const auto& level : levels.connections) {
        if (Person* person = people_.find(level.connection)) person->speaking.hear(now, level.level);
    }
}

void Call::on_input(TimeMs /*now*/, const input::VideoPlaying& playing) {
    if (Person* person = people_.find(PeerId(playing.element))) person->picture_arrived = true;
}

void Call::on_input(TimeMs now, const input::NetworkChanged& /*changed*/) { signalling_.on_network_changed(now); }

void Call::on_server(const protocol::ServerMessage& message) {
    using output::SealKind;
    const PeerId everyone;
    std::visit(Overload{[&](const protocol::Joined& joined) {
                            resources_.ice_servers = joined.ice_servers;
                            incoming_.push(NewSession{});
                        },
                        [&](const protocol::Peers& list) {
                            for (const auto& entry : list.peers) {
                                open(PeerHere{PeerHere::Found::InList, entry.peer, entry.away}, SealKind::Presence,
                                     entry.peer, everyone, entry.presence);
                            }
                        },
                        [&](const protocol::PeerJoined& joined) {
                            open(PeerHere{PeerHere::Found::Announced, joined.peer, false}, SealKind::Presence,
                                 joined.peer, everyone, joined.presence);
                        },
                        [&](const protocol::PresenceChanged& changed) {
                            open(PeerShows{changed.peer}, SealKind::Presence, changed.peer, everyone, changed.presence);
                        },
                        [&](const protocol::Message& said) {
                            open(PeerSays{said.from}, SealKind::Message, said.from, said.all ? everyone : entry_.own,
                                 said.body);
                        },
                        [&](const protocol::PeerLeft& left) { incoming_.push(left); },
                        [&](const protocol::PeerAway& away) { incoming_.push(away); },
                        [&](const protocol::PeerBack& back) { incoming_.push(back); }, [](const auto&) {}},
               message);
}

void Call::open(Incoming item, output::SealKind kind, const PeerId& from, const PeerId& to, const std::string& sealed) {
    const SealId seal = numbers_.seals.next();
    incoming_.push(std::move(item), seal);
    outbox_.push(output::Open{seal, kind, from, to, sealed});
}

void Call::seal(Outgoing item, output::SealKind kind, const PeerId& to, std::string plaintext) {
    const SealId seal = numbers_.seals.next();
    outgoing_.push(std::move(item), seal);
    outbox_.push(output::Seal{seal, kind, to, std::move(plaintext)});
}

void Call::process_incoming(TimeMs now) {
    while (auto entry = incoming_.pop()) {
        if (entry->answer == InOrder<Incoming>::Answer::Failed) continue;  // sealed for another key: not for us
        std::visit(
            Overload{[&](const NewSession&) {
                         for (Person& person : people_.all()) person.standing = Person::Standing::Absent;
                         events_.emplace_back(Joined{});
                     },
                     [&](const PeerHere& here) { process(now, here, entry->text); },
                     [&](const PeerShows& shows) { process(now, shows, entry->text); },
                     [&](const PeerSays& says) {
                         if (Person* person = people_.find(says.peer)) process_message(now, *person, entry->text);
                     },
                     [&](const protocol::PeerLeft& left) { process(now, left); },
                     [&](const protocol::PeerAway& away) { set_standing(away.peer, Person::Standing::Away); },
                     [&](const protocol::PeerBack& back) { set_standing(back.peer, Person::Standing::Present); }},
            entry->item);
    }
    send_messages(now);
}

void Call::process_outgoing(TimeMs now) {
    while (auto entry = outgoing_.pop()) {
        if (entry->answer == InOrder<Outgoing>::Answer::Failed) continue;  // the pair's own timers make a new offer
        if (const auto* to = std::get_if<ToPeer>(&entry->item)) {
            signalling_.send(now, to->peer, std::move(entry->text));
        } else if (started_) {
            signalling_.set_presence(now, std::move(entry->text));
        } else {
            started_ = true;
            entry_.join.presence = std::move(entry->text);
            signalling_.start(now, entry_.join);
        }
    }
}

void Call::process(TimeMs now, const PeerHere& here, const std::string& text) {
    auto presence = protocol::decode_presence(text);
    if (!presence || here.peer == entry_.own) return;
    const bool announced = here.found == PeerHere::Found::Announced;
    const auto opening = announced ? Negotiation::Opening::Await : Negotiation::Opening::Offer;
    const auto standing = here.away ? Person::Standing::Away : Person::Standing::Present;
    if (Person* known = people_.find(here.peer)) {
        known->standing = standing;
        show(now, *known, std::move(presence).value(), opening);
        return;
    }
    const auto manners = entry_.own < here.peer ? Negotiation::Manners::Polite : Negotiation::Manners::Impolite;
    Person* added = people_.add(Person{.peer = here.peer,
                                       .presence = presence.value(),
                                       .standing = standing,
                                       .negotiation = Negotiation(resources_, here.peer, presence.value().run, manners),
                                       .speaking = {},
                                       .picture_arrived = false});
    if (added == nullptr) return;
    added->negotiation.start(now, opening);
    if (announced) events_.emplace_back(PersonCame{added->presence.name});
}

void Call::process(TimeMs now, const PeerShows& shows, const std::string& text) {
    auto presence = protocol::decode_presence(text);
    Person* person = people_.find(shows.peer);
    if (presence && person != nullptr) show(now, *person, std::move(presence).value(), Negotiation::Opening::Await);
}

void Call::show(TimeMs now, Person& person, protocol::Presence presence, Negotiation::Opening opening) {
    person.presence = std::move(presence);
    if (person.presence.run == person.negotiation.peer_run()) return;
    person.picture_arrived = false;
    person.negotiation.restart_with(now, person.presence.run, opening);
}

void Call::process(TimeMs now, const protocol::PeerLeft& left) {
    if (left.reason == protocol::LeaveReason::Lost) {
        set_standing(left.peer, Person::Standing::Lost);
        remove_quiet(now);
    } else {
        remove(left.peer);
    }
}

void Call::process_message(TimeMs now, Person& person, const std::string& text) {
    const auto message = protocol::decode_peer(text);
    if (!message) return;
    std::visit(Overload{[&](const protocol::Description& said) { person.negotiation.on_message(now, said); },
                        [&](const protocol::Candidates& said) { person.negotiation.on_message(said); },
                        [&](const protocol::Bye&) { remove(PeerId(person.peer)); }},
               message.value());
}

void Call::set_standing(const PeerId& peer, Person::Standing standing) {
    if (Person* person = people_.find(peer)) person->standing = standing;
}

void Call::remove(const PeerId& peer) {
    Person* person = people_.find(peer);
    if (person == nullptr) return;
    person->negotiation.close();
    outbox_.push(output::Detach{peer.value});
    events_.emplace_back(PersonWent{person->presence.name, peer});
    people_.remove(peer);
}

void Call::remove_quiet(TimeMs now) {
    // While we are cut off ourselves the quiet may be ours.
    if (!signalling_.joined()) return;
    std::vector<PeerId> gone;
    for (const Person& person : people_.all()) {
        const auto at = person.removal_at();
        if (at && *at <= now) gone.push_back(person.peer);
    }
    for (const PeerId& peer : gone) remove(peer);
}

void Call::send_messages(TimeMs now) {
    for (Person& person : people_.all()) {
        while (auto message = person.negotiation.take_message()) {
            seal(ToPeer{person.peer}, output::SealKind::Message, person.peer, encode(*message));
        }
    }
    process_outgoing(now);
}

void Call::tick(TimeMs now) {
    signalling_.tick(now);
    seal_presence_when_allowed(now);
    for (Person& person : people_.all()) {
        person.negotiation.tick(now);
        person.speaking.tick(now);
    }
    remove_quiet(now);
    send_messages(now);
}

std::optional<TimeMs> Call::deadline() const {
    std::optional<TimeMs> first = earlier(signalling_.deadline(), people_.deadline());
    if (signalling_.joined()) first = earlier(first, people_.first_removal_at());
    if (presence_changed_) first = earlier(first, presence_sealed_at_ + limits::presence_min_gap_ms);
    return first;
}

std::optional<Call::Event> Call::take_event() {
    if (events_.empty()) return std::nullopt;
    Event first = std::move(events_.front());
    events_.pop_front();
    return first;
}

}  // namespace parley::core
