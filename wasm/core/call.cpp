#include "core/call.hpp"

#include <algorithm>
#include <utility>

#include "core/bounds.hpp"
#include "core/display_name.hpp"
#include "core/overload.hpp"
#include "protocol/limits.hpp"

namespace parley::core {

Call::Call(Outbox& outbox, Numbers& numbers, TimeMs now, Entry entry)
    : outbox_(outbox),
      numbers_(numbers),
      entry_(std::move(entry)),
      resources_{outbox, numbers},
      signalling_(outbox, numbers, entry_.seed),
      entered_at_(now),
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

bool Call::connecting(TimeMs now) const {
    if (!list_known_ && now < entered_at_ + bounds::connecting_first_ms) return true;
    return std::ranges::any_of(people_.all(), [now](const Person& person) { return person.arriving(now); });
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
    const auto message = signalling_.on_received(now, received.socket, received.text);
    if (!message) return;
    on_server(*message);
    if (incoming_.size() > bounds::unopened_messages_max) {
        // Nothing is dropped in silence: a new session tells everything anew.
        incoming_.clear();
        signalling_.start_over(now);
    }
    process_incoming(now);
}

void Call::on_input(TimeMs now, const input::SocketClosed& closed) {
    const auto refused = signalling_.on_closed(now, closed.socket, closed.code);
    if (refused) events_.emplace_back(Refused{refused->close_code, refused->error});
    settle(now);
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
    settle(now);
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

void Call::on_input(TimeMs now, const input::TransportChanged& changed) {
    // What cut the path to a peer may have cut the one to the server, which says nothing of it by itself.
    if (changed.state == input::TransportState::Disconnected) signalling_.check(now);
    on_connection(now, changed);
}

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
                            if (!list.more) incoming_.push(ListKnown{});
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
    // The pair's own timers make up for a message that is not taken.
    if (outgoing_.size() >= bounds::unsealed_messages_max) return;
    const SealId seal = numbers_.seals.next();
    outgoing_.push(std::move(item), seal);
    outbox_.push(output::Seal{seal, kind, to, std::move(plaintext)});
}

void Call::process_incoming(TimeMs now) {
    while (auto entry = incoming_.pop()) {
        if (entry->answer == InOrder<Incoming>::Answer::Failed) continue;  // sealed for another key: not for us
        std::visit(Overload{[&](const NewSession&) {
                                for (Person& person : people_.all())
                                    set_standing(now, person, Person::Standing::Absent);
                                events_.emplace_back(Joined{});
                            },
                            [&](const ListKnown&) { list_known_ = true; },
                            [&](const PeerHere& here) { process(now, here, entry->text); },
                            [&](const PeerShows& shows) { process(now, shows, entry->text); },
                            [&](const PeerSays& says) {
                                if (Person* person = people_.find(says.peer))
                                    process_message(now, *person, entry->text);
                            },
                            [&](const protocol::PeerLeft& left) { process(now, left); },
                            [&](const protocol::PeerAway& away) {
                                if (Person* person = people_.find(away.peer)) {
                                    set_standing(now, *person, Person::Standing::Away);
                                }
                            },
                            [&](const protocol::PeerBack& back) { process(now, back); }},
                   entry->item);
    }
    settle(now);
}

void Call::process_outgoing(TimeMs now) {
    while (auto entry = outgoing_.pop()) {
        const bool sealed = entry->answer == InOrder<Outgoing>::Answer::Ready;
        if (const auto* to = std::get_if<ToPeer>(&entry->item)) {
            // One that can't be sealed or kept is lost: the pair's own timers make a new offer.
            if (sealed) signalling_.send(now, to->peer, std::move(entry->text));
        } else if (started_) {
            if (sealed) signalling_.set_presence(now, std::move(entry->text));
        } else if (sealed) {
            started_ = true;
            entry_.join.presence = std::move(entry->text);
            signalling_.start(now, entry_.join);
        } else {
            events_.emplace_back(Refused{});
        }
    }
}

void Call::process(TimeMs now, const PeerHere& here, const std::string& text) {
    auto presence = protocol::decode_presence(text);
    if (!presence || here.peer == entry_.own) return;
    // The newcomer offers; who is away will be one when it is back.
    const bool we_came = here.found == PeerHere::Found::InList && !here.away;
    const auto opening = we_came ? Negotiation::Opening::Offer : Negotiation::Opening::Await;
    Person* known = people_.find(here.peer);
    if (known == nullptr) return add(now, here, std::move(presence).value(), opening);
    set_standing(now, *known, here.away ? Person::Standing::Away : Person::Standing::Present);
    show(now, *known, std::move(presence).value(), opening);
    if (!here.away) known->negotiation.say_again(now);
}

void Call::add(TimeMs now, const PeerHere& here, protocol::Presence presence, Negotiation::Opening opening) {
    const auto manners = entry_.own < here.peer ? Negotiation::Manners::Polite : Negotiation::Manners::Impolite;
    Negotiation negotiation(resources_, here.peer, presence.run, manners);
    presence.name = tidied_name(presence.name);
    Person* added = people_.add(Person{.peer = here.peer,
                                       .presence = std::move(presence),
                                       .standing = Person::Standing::Present,
                                       .standing_since = now,
                                       .came_at = now,
                                       .negotiation = std::move(negotiation),
                                       .speaking = {},
                                       .picture_arrived = false});
    if (added == nullptr) return;
    if (here.away) set_standing(now, *added, Person::Standing::Away);
    added->negotiation.start(now, opening);
    if (here.found == PeerHere::Found::Announced) events_.emplace_back(PersonCame{added->presence.name});
}

void Call::process(TimeMs now, const PeerShows& shows, const std::string& text) {
    auto presence = protocol::decode_presence(text);
    if (!presence) return;
    // It follows from `peer-back`; a presence that comes after a farewell brings nobody back.
    const bool returns = std::exchange(returning_, PeerId()) == shows.peer;
    if (Person* person = people_.find(shows.peer)) {
        show(now, *person, std::move(presence).value(), Negotiation::Opening::Await);
    } else if (returns) {
        add(now, PeerHere{PeerHere::Found::Announced, shows.peer, false}, std::move(presence).value(),
            Negotiation::Opening::Await);
    }
}

void Call::show(TimeMs now, Person& person, protocol::Presence presence, Negotiation::Opening opening) {
    person.presence = std::move(presence);
    person.presence.name = tidied_name(person.presence.name);
    if (person.presence.run == person.negotiation.peer_run()) return;
    person.picture_arrived = false;
    person.negotiation.restart_with(now, person.presence.run, opening);
}

void Call::process(TimeMs now, const protocol::PeerLeft& left) {
    if (left.reason != protocol::LeaveReason::Lost) return remove(left.peer);
    if (Person* person = people_.find(left.peer)) set_standing(now, *person, Person::Standing::Lost);
    remove_quiet(now);
}

void Call::process(TimeMs now, const protocol::PeerBack& back) {
    Person* person = people_.find(back.peer);
    if (person == nullptr) {
        // They said goodbye to us but not to the server, which held their place: they are as new.
        returning_ = back.peer;
        return;
    }
    set_standing(now, *person, Person::Standing::Present);
    person->negotiation.say_again(now);
}

void Call::process_message(TimeMs now, Person& person, const std::string& text) {
    const auto message = protocol::decode_peer(text);
    if (!message) return;
    std::visit(Overload{[&](const protocol::Description& said) { person.negotiation.on_message(now, said); },
                        [&](const protocol::Candidates& said) { person.negotiation.on_message(said); },
                        [&](const protocol::Bye&) { remove(person.peer); }},
               message.value());
}

void Call::set_standing(TimeMs now, Person& person, Person::Standing standing) {
    person.standing = standing;
    person.standing_since = now;
}

void Call::remove(PeerId peer) {
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

void Call::settle(TimeMs now) {
    bool pair_down = false;
    for (Person& person : people_.all()) {
        const bool reachable = signalling_.joined() && person.standing == Person::Standing::Present;
        person.negotiation.set_reach(now, reachable ? Negotiation::Reach::Open : Negotiation::Reach::Cut);
        pair_down = pair_down || person.negotiation.state() != PairState::Connected;
        while (auto message = person.negotiation.take_message()) {
            seal(ToPeer{person.peer}, output::SealKind::Message, person.peer, encode(*message));
        }
    }
    signalling_.set_urgency(now, pair_down ? Signalling::Urgency::PairDown : Signalling::Urgency::Calm);
}

void Call::tick(TimeMs now) {
    signalling_.tick(now);
    seal_presence_when_allowed(now);
    for (Person& person : people_.all()) {
        person.negotiation.tick(now);
        person.speaking.tick(now);
    }
    remove_quiet(now);
    settle(now);
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
