#include <algorithm>
#include <utility>

#include "core/bounds.hpp"
#include "core/call.hpp"
#include "core/display_name.hpp"
#include "core/overload.hpp"
#include "core/sdp.hpp"

// What the server and the peers say to a call: it is opened and proved first, and acts in the order in which it came.

namespace parley::core {

using protocol::SealKind;

void Call::on_input(TimeMs now, const input::SocketReceived& received) {
    const auto message = signalling_.on_received(now, received.socket, received.text);
    if (message && stage_ == Stage::In) on_server(*message);
    on_overflow(now);
    process_incoming(now);
}

void Call::on_input(TimeMs now, const input::ChannelReceived& received) {
    const Person* person = people_.find(received.connection);
    if (person == nullptr || stage_ != Stage::In) return;
    open(PeerSays{PeerSays::Source::Channel, person->peer}, SealKind::Message, entry_.own, received.text);
    on_overflow(now);
}

// Nothing is dropped in silence: a new session tells everything anew, and the peers are asked for what they said.
void Call::on_overflow(TimeMs now) {
    if (incoming_.size() <= bounds::unopened_messages_max) return;
    incoming_.clear();
    for (Person& person : people_.all()) person.have_due = true;
    signalling_.start_over(now);
}

void Call::on_server(const protocol::ServerMessage& message) {
    using Source = PeerWrites::Source;
    const PeerId everyone;
    std::visit(Overload{[&](const protocol::Joined& joined) {
                            resources_.ice_servers = joined.ice_servers;
                            own_role_ = joined.role;
                            events_.emplace_back(Joined{joined.grant});
                            if (joined.resumed) return;
                            incoming_.push(NewSession{});
                        },
                        [&](const protocol::IceChanged& changed) { resources_.ice_servers = changed.ice_servers; },
                        [&](const protocol::Peers& list) {
                            for (const auto& entry : list.peers) {
                                open(PeerHere{PeerHere::Found::InList, entry.peer, entry.away, entry.role},
                                     SealKind::Presence, everyone, entry.presence);
                            }
                            if (!signalling_.list_due()) incoming_.push(ListKnown{});
                        },
                        [&](const protocol::Kept& list) {
                            for (const auto& entry : list.kept) {
                                open(PeerWrites{Source::Kept, entry.from}, SealKind::Message, everyone, entry.body);
                            }
                            if (!signalling_.list_due()) incoming_.push(ListKnown{});
                        },
                        [&](const protocol::PeerJoined& joined) {
                            open(PeerHere{PeerHere::Found::Announced, joined.peer, false, joined.role},
                                 SealKind::Presence, everyone, joined.presence);
                        },
                        [&](const protocol::PresenceChanged& changed) {
                            open(PeerShows{PeerShows::Source::Server, changed.peer}, SealKind::Presence, everyone,
                                 changed.presence);
                        },
                        [&](const protocol::Message& said) {
                            if (said.all) {
                                open(PeerWrites{Source::Peer, said.from}, SealKind::Message, everyone, said.body);
                            } else {
                                open(PeerSays{PeerSays::Source::Server, said.from}, SealKind::Message, entry_.own,
                                     said.body);
                            }
                        },
                        [&](const protocol::PeerLeft& left) { incoming_.push(left); },
                        [&](const protocol::PeerAway& away) { incoming_.push(away); },
                        [&](const protocol::PeerBack& back) { incoming_.push(back); },
                        [&](const protocol::RoleChanged& changed) { incoming_.push(changed); }, [](const auto&) {}},
               message);
}

template <class Item>
void Call::open(Item item, SealKind kind, const PeerId& to, const std::string& sealed) {
    auto parts = protocol::decode_sealed(sealed);
    if (!parts) return;  // of a later version, or no seal at all
    item.stamp = {parts->run, parts->counter};
    const SealId question = numbers_.seals.next();
    outbox_.push(output::Open{question,
                              entry_.join.room,
                              {kind, item.peer, to, std::move(parts->run)},
                              parts->counter,
                              std::move(parts->ciphertext)});
    incoming_.push(std::move(item), question);
}

void Call::on_input(TimeMs now, const input::Opened& opened) {
    Incoming* waiting = incoming_.find(opened.seal);
    if (waiting == nullptr) return;
    auto reading = Reading::Refused;  // sealed under another key, or changed on its way: not for us
    if (opened.plaintext) {
        reading = std::visit([&](auto& item) { return read(opened.seal, item, *opened.plaintext); }, *waiting);
    }
    if (reading == Reading::Done) incoming_.release(opened.seal);
    if (reading == Reading::Refused) incoming_.drop(opened.seal);
    process_incoming(now);
}

template <class Shown>
Call::Reading Call::read_presence(SealId question, Shown& shown, const std::string& text) {
    auto presence = protocol::decode_presence(text);
    if (!presence || presence.value().run != shown.stamp.run || shown.peer == entry_.own) return Reading::Refused;
    shown.presence = std::move(presence).value();
    const auto& [run, identity] = std::tie(shown.presence.run, shown.presence.identity);
    if (memory_.acquaintances.is_proved(shown.peer, run, identity)) return Reading::Done;
    const SealId next = numbers_.seals.next();
    outbox_.push(output::VerifyIdentity{next, shown.peer, run, identity});
    incoming_.wait_on(question, next);
    return Reading::Asked;
}

Call::Reading Call::read(SealId question, PeerHere& here, const std::string& text) {
    return read_presence(question, here, text);
}

Call::Reading Call::read(SealId question, PeerShows& shows, const std::string& text) {
    return read_presence(question, shows, text);
}

Call::Reading Call::read(SealId /*question*/, PeerSays& says, const std::string& text) {
    auto addressed = protocol::decode_peer(text);
    // What was meant for the page before a reload means nothing to this one.
    if (!addressed || addressed.value().to_run != entry_.presence.run) return Reading::Refused;
    says.message = std::move(addressed).value().message;
    return Reading::Done;
}

Call::Reading Call::read(SealId /*question*/, PeerWrites& writes, const std::string& text) {
    auto addressed = protocol::decode_peer(text);
    if (!addressed) return Reading::Refused;
    auto* chat = std::get_if<protocol::Chat>(&addressed.value().message);
    if (chat == nullptr) return Reading::Refused;
    writes.chat = *chat;
    return Reading::Done;
}

template <class Other>
Call::Reading Call::read(SealId /*question*/, Other& /*other*/, const std::string& /*text*/) {
    return Reading::Refused;
}

void Call::on_input(TimeMs now, const input::IdentityVerified& verified) {
    Incoming* waiting = incoming_.find(verified.seal);
    if (waiting == nullptr) return;
    if (verified.verdict == input::IdentityVerified::Verdict::Genuine) {
        std::visit(
            [&](const auto& item) {
                if constexpr (requires { item.presence; }) {
                    memory_.acquaintances.prove(item.peer, item.presence.run, item.presence.identity);
                }
            },
            *waiting);
        incoming_.release(verified.seal);
    } else {
        incoming_.drop(verified.seal);
    }
    process_incoming(now);
}

void Call::process_incoming(TimeMs now) {
    while (auto item = incoming_.pop()) {
        if (stage_ == Stage::In) std::visit([&](auto& one) { process(now, one); }, *item);
    }
    settle(now);
}

void Call::process(TimeMs now, const NewSession& /*session*/) {
    list_known_ = false;
    for (Person& person : people_.all()) set_standing(now, person, Person::Standing::Absent);
}

void Call::process(TimeMs /*now*/, const ListKnown& /*known*/) { list_known_ = true; }

bool Call::accept_presence(const PeerId& peer, const Stamp& stamp) {
    const bool same_page = memory_.acquaintances.is_current(peer, stamp.run);
    if (!memory_.acquaintances.accept_presence(peer, stamp.run, stamp.counter)) return false;
    if (!same_page) note_new_page(peer);
    return true;
}

void Call::process(TimeMs now, PeerHere& here) {
    Person* known = people_.find(here.peer);
    if (known != nullptr) known->role = here.role;
    if (known != nullptr && here.away) set_standing(now, *known, Person::Standing::Away);
    if (known != nullptr && !here.away) come_back(now, *known);
    // An old one is the server's to repeat and ours to refuse.
    if (!accept_presence(here.peer, here.stamp)) return;
    if (known == nullptr) {
        add(now, here.peer, here.found, here.away, std::move(here.presence));
        known = people_.find(here.peer);
        if (known != nullptr) known->role = here.role;
        return;
    }
    // The newcomer offers; who is away will be one when it is back.
    const bool we_came = here.found == PeerHere::Found::InList && !here.away;
    show(now, *known, std::move(here.presence), we_came ? Negotiation::Opening::Offer : Negotiation::Opening::Await);
    known->have_due = true;
}

void Call::add(TimeMs now, const PeerId& peer, PeerHere::Found found, bool away, protocol::Presence presence) {
    const auto manners = entry_.own < peer ? Negotiation::Manners::Polite : Negotiation::Manners::Impolite;
    Negotiation negotiation(resources_, peer, presence.run, manners);
    presence.name = tidied_name(presence.name);
    Person* added = people_.add(Person{.peer = peer,
                                       .presence = std::move(presence),
                                       .standing = Person::Standing::Present,
                                       .standing_since = now,
                                       .came_at = now,
                                       .negotiation = std::move(negotiation),
                                       .speaking = {},
                                       .picture_arrived = false,
                                       .screen_attached = {},
                                       .screen_arrived = false,
                                       .have_due = true,
                                       .asked_at = now,
                                       .quality = {}});
    if (added == nullptr) return;
    quality_.came(now, *added);
    if (away) set_standing(now, *added, Person::Standing::Away);
    const bool we_came = found == PeerHere::Found::InList && !away;
    added->negotiation.start(now, we_came ? Negotiation::Opening::Offer : Negotiation::Opening::Await);
    if (found == PeerHere::Found::Announced) events_.emplace_back(PersonCame{added->presence.name});
}

void Call::process(TimeMs now, PeerShows& shows) {
    Person* person = people_.find(shows.peer);
    // Only the server brings people in: over a channel that is closed by now somebody speaks who is gone.
    if (person == nullptr && shows.source == PeerShows::Source::Peer) return;
    if (!accept_presence(shows.peer, shows.stamp)) return;
    if (person != nullptr) {
        show(now, *person, std::move(shows.presence), Negotiation::Opening::Await);
    } else {
        // They said goodbye to us but not to the server, which held their place: they are as new.
        add(now, shows.peer, PeerHere::Found::Announced, false, std::move(shows.presence));
    }
}

void Call::show(TimeMs now, Person& person, protocol::Presence presence, Negotiation::Opening opening) {
    const protocol::Presence before = std::exchange(person.presence, std::move(presence));
    person.presence.name = tidied_name(person.presence.name);
    const std::string& name = person.presence.name;
    if (person.presence.screen && !before.screen) events_.emplace_back(PersonPresents{name});
    const bool raises = before.hand == 0 && person.presence.hand != 0;
    if (raises && signals_.may_tell_of_hand(now, person.peer)) events_.emplace_back(HandRaised{name});
    settle_screen(person);
    if (person.presence.run == person.negotiation.peer_run()) return;
    person.picture_arrived = false;
    person.screen_arrived = false;
    person.lost_server = false;
    quality_.came_anew(now, person);
    person.negotiation.restart_with(now, person.presence.run, opening);
}

void Call::process(TimeMs now, const PeerSays& says) {
    if (!memory_.acquaintances.accept_message(says.peer, says.stamp.run, says.stamp.counter)) return;
    if (Person* person = people_.find(says.peer)) {
        const Heard heard{now, *person, says};
        std::visit([&](const auto& said) { on_message(heard, said); }, says.message);
    }
}

void Call::process(TimeMs /*now*/, const PeerWrites& writes) {
    const bool live = writes.source == PeerWrites::Source::Peer;
    if (live && !memory_.acquaintances.is_current(writes.peer, writes.stamp.run)) return;
    memory_.chat.hear(writes.peer, writes.stamp.run, writes.stamp.counter, writes.chat);
}

void Call::on_message(const Heard& heard, const protocol::Description& said) {
    // The certificate is signed into the presence: another one would be somebody else's connection.
    if (!names_only_fingerprint(said.sdp, heard.person.presence.identity.certificate_fingerprint)) return;
    heard.person.negotiation.on_message(heard.now, said, heard.says.stamp.counter);
}

void Call::on_message(const Heard& heard, const protocol::Candidates& said) {
    heard.person.negotiation.on_message(said);
}

void Call::on_message(const Heard& heard, const protocol::Have& said) {
    using Way = ToPeer::Way;
    // What has lost its channel asks past it, while this end may still believe in it.
    const Way way = heard.says.source == PeerSays::Source::Channel ? Way::ChannelFirst : Way::ServerFirst;
    memory_.chat.carried_up_to(said.counter);
    auto answers = memory_.chat.answer_to(said);
    for (auto& message : answers) {
        // They arrive in their order: with the last one the peer has everything.
        const auto carries = &message == &answers.back() ? memory_.chat.all_sealed() : Chat::Range{};
        say(heard.person, way, std::move(message), carries);
    }
}

void Call::on_message(const Heard& heard, const protocol::Again& said) {
    for (const std::string& sealed : said.sealed) {
        open(PeerWrites{PeerWrites::Source::Peer, heard.person.peer}, SealKind::Message, PeerId(), sealed);
    }
}

void Call::on_message(const Heard& heard, const protocol::Gone& said) {
    memory_.chat.give_up(heard.person.peer, heard.person.presence.run, said.counter);
}

void Call::on_message(const Heard& heard, const protocol::PresenceCopy& said) {
    open(PeerShows{PeerShows::Source::Peer, heard.person.peer}, SealKind::Presence, PeerId(), said.sealed);
    // What cut them off may have cut us off as well.
    heard.person.lost_server = true;
    signalling_.check(heard.now);
    // What they said through it last may have died with it.
    heard.person.have_due = true;
}

void Call::on_message(const Heard& heard, const protocol::PicturesWanted& said) {
    quality_.hear(heard.now, heard.person.peer, said);
}

void Call::on_message(const Heard& heard, const protocol::PictureSent& said) { heard.person.quality.theirs = said; }

void Call::on_message(const Heard& heard, const protocol::Bye& said) {
    if (memory_.acquaintances.accept_goodbye(heard.person.peer, heard.person.presence.run, said.presence))
        remove(heard.person.peer);
}

void Call::on_message(const Heard& /*heard*/, const protocol::Chat& /*said*/) {}  // is for everyone

void Call::process(TimeMs now, const protocol::PeerLeft& left) {
    if (left.reason != protocol::LeaveReason::Lost) return remove(left.peer);
    if (Person* person = people_.find(left.peer)) set_standing(now, *person, Person::Standing::Lost);
}

void Call::process(TimeMs now, const protocol::PeerAway& away) {
    if (Person* person = people_.find(away.peer)) set_standing(now, *person, Person::Standing::Away);
}

void Call::process(TimeMs now, const protocol::PeerBack& back) {
    Person* person = people_.find(back.peer);
    if (person != nullptr) come_back(now, *person);  // else their presence follows
}

// Whatever was said to them until now may be lost.
void Call::come_back(TimeMs now, Person& person) {
    set_standing(now, person, Person::Standing::Present);
    person.lost_server = false;
    person.carrier = Person::Carrier::None;
    person.have_due = true;
    memory_.letters.say_again(person.peer);
}

}  // namespace parley::core
