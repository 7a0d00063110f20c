#include "core/call.hpp"

#include <algorithm>
#include <utility>

#include "core/bounds.hpp"
#include "protocol/limits.hpp"

namespace parley::core {

Call::Call(Outbox& outbox, Numbers& numbers, RoomMemory& memory, TimeMs now, Entry entry)
    : outbox_(outbox),
      numbers_(numbers),
      memory_(memory),
      entry_(std::move(entry)),
      resources_{outbox, numbers},
      signalling_(outbox, numbers, memory.stray_join, entry_.seed),
      quality_(now),
      signals_(entry_.own),
      files_(outbox, numbers, memory),
      entered_at_(now),
      last_at_(now),
      presence_sealed_at_(now) {
    resources_.own_run = entry_.presence.run;
    resources_.allowed_paths = entry_.paths;
    seal_presence();
    seal_what_was_written_before();
    settle_quality(now);
}

void Call::leave(TimeMs now) {
    stage_ = Stage::Leaving;
    close_at_ = now + bounds::farewell_max_ms;
    end_letters();
    for (const Person& person : people_.all()) {
        detach(person);
        say(person, ToPeer::Way::ChannelOnly, protocol::Bye{presence_counter_});
    }
    settle_farewell(now);
}

// Everything that was to be said is said: now it needs the time that it takes to arrive.
void Call::settle_farewell(TimeMs now) {
    if (stage_ != Stage::Leaving) return;
    if (!goodbyes_said_ && (outgoing_.size() == 0 || now >= *close_at_)) {
        goodbyes_said_ = true;
        signalling_.stop();
        close_at_ = now + (people_.all().empty() ? 0 : bounds::farewell_ms);
    }
    if (!goodbyes_said_ || now < *close_at_) return;
    for (Person& person : people_.all()) person.negotiation.close();
    people_.clear();
    stage_ = Stage::Over;
}

void Call::abandon() {
    if (stage_ == Stage::In) end_letters();
    for (Person& person : people_.all()) {
        person.negotiation.close();
        if (stage_ == Stage::In) detach(person);
    }
    people_.clear();
    signalling_.stop();
    stage_ = Stage::Over;
}

bool Call::connecting(TimeMs now) const {
    if (!list_known_ && now < entered_at_ + bounds::connecting_first_ms) return true;
    return std::ranges::any_of(people_.all(), [now](const Person& person) { return person.arriving(now); });
}

void Call::set_tracks(const OutgoingTracks& tracks) {
    for (std::size_t slot = 0; slot < tracks.size(); ++slot) {
        if (resources_.tracks[slot] == tracks[slot]) continue;
        resources_.tracks[slot] = tracks[slot];
        for (Person& person : people_.all()) person.negotiation.track_changed(static_cast<Slot>(slot));
    }
}

void Call::set_media(TimeMs now, Media media) {
    if (media == media_) return;
    media_ = std::move(media);
    resources_.sound = media_.sound;
    settle_quality(now);
}

void Call::allow_paths(TimeMs now, output::CreateConnection::Paths paths) {
    if (std::exchange(resources_.allowed_paths, paths) == paths) return;
    for (Person& person : people_.all()) person.negotiation.on_allowed_paths_changed(now);
}

void Call::note_time(TimeMs now) {
    for (Person& person : people_.all()) person.negotiation.catch_up(now);
    const TimeMs gap_ms = now - std::exchange(last_at_, now);
    if (gap_ms > bounds::late_ms) {
        signalling_.note_gap(now, gap_ms);
        if (close_at_) *close_at_ += gap_ms;
    }
    // While a machine sleeps sockets end and networks change. What comes at its end may say so by itself.
    if (gap_ms > bounds::slept_ms) look_due_ = true;
}

// Whether the socket and the paths to the others still carry something.
void Call::look_around(TimeMs now) {
    signalling_.on_network_changed(now);
    for (Person& person : people_.all()) person.negotiation.on_network_changed(now);
}

void Call::on_input(TimeMs now, const input::SocketOpened& opened) { signalling_.on_opened(now, opened.socket); }

void Call::on_input(TimeMs now, const input::SocketClosed& closed) {
    // Who is leaving comes back for nothing.
    if (stage_ != Stage::In) return signalling_.forget(closed.socket);
    const auto refused = signalling_.on_closed(now, closed.socket, closed.code);
    if (refused) events_.emplace_back(Refused{refused->close_code, refused->error});
    settle(now);
}

void Call::on_input(TimeMs now, const input::Levels& levels) {
    for (const auto& level : levels.connections) {
        if (Person* person = people_.find(level.connection)) person->speaking.hear(now, level.level);
    }
}

void Call::on_input(TimeMs /*now*/, const input::VideoPlaying& playing) {
    if (Person* person = people_.find(PeerId(playing.element))) person->picture_arrived = true;
    Person* presenter = people_.find(peer_of_screen(playing.element));
    if (presenter != nullptr && presenter->screen_attached) presenter->screen_arrived = true;
}

void Call::on_input(TimeMs now, const input::NetworkChanged& /*changed*/) { look_around(now); }

void Call::on_input(TimeMs now, const input::Measured& measured) {
    if (Person* person = people_.find(measured.connection)) {
        quality_.measured(now, *person, measured.measurement);
    }
    on_connection(now, measured);
}

void Call::on_input(TimeMs now, const input::PicturesShown& shown) {
    quality_.show(shown);
    settle(now);
}

void Call::on_input(TimeMs now, const input::TransportChanged& changed) {
    // What cut the path to a peer may have cut the one to the server, which says nothing of it by itself.
    if (changed.state == input::TransportState::Disconnected) signalling_.check(now);
    Person* person = people_.find(changed.connection);
    const bool down = changed.state != input::TransportState::Connected;
    // What was on its way through the channel may never arrive: it is asked for past it.
    if (person != nullptr && down && person->negotiation.channel_ready()) person->have_due = true;
    on_connection(now, changed);
}

void Call::on_input(TimeMs now, const input::ChannelOpened& opened) {
    if (Person* person = people_.find(opened.connection)) person->have_due = true;
    on_connection(now, opened);
}

void Call::set_standing(TimeMs now, Person& person, Person::Standing standing) {
    person.standing = standing;
    person.standing_since = now;
}

void Call::remove(PeerId peer) {
    Person* person = people_.find(peer);
    if (person == nullptr) return;
    person->negotiation.close();
    detach(*person);
    events_.emplace_back(PersonWent{person->presence.name, peer});
    give_up_letters(peer);
    quality_.went(last_at_, peer);
    signals_.went(peer);
    people_.remove(peer);
}

void Call::remove_quiet(TimeMs now) {
    // While we are cut off ourselves, or may be, the quiet may be ours.
    if (!signalling_.joined() || signalling_.in_doubt()) return;
    std::vector<PeerId> gone;
    for (const Person& person : people_.all()) {
        const auto at = person.removal_at();
        if (at && *at <= now) gone.push_back(person.peer);
    }
    for (const PeerId& peer : gone) remove(peer);
}

void Call::settle(TimeMs now) {
    if (stage_ != Stage::In) return settle_farewell(now);
    if (std::exchange(server_was_there_, signalling_.joined()) && !signalling_.joined()) note_server_loss(now);
    remove_quiet(now);
    bool pair_down = false;
    for (Person& person : people_.all()) {
        settle_carrier(now, person);
        settle_screen(person);
        pair_down = pair_down || person.negotiation.state() != PairState::Connected;
        while (auto message = person.negotiation.take_message()) {
            say(person, ToPeer::Way::ServerFirst, *std::move(message));
        }
        if (person.negotiation.take_channel_loss()) {
            person.have_due = true;
            memory_.letters.say_again(person.peer);
        }
        ask_what_was_missed(now, person);
    }
    files_.settle(now, people_.all());
    for (Person& person : people_.all()) say_letters(now, person);
    signalling_.set_urgency(now, pair_down ? Signalling::Urgency::PairDown : Signalling::Urgency::Calm);
    settle_chat();
    settle_quality(now);
    settle_signals(now);
}

void Call::settle_quality(TimeMs now) {
    if (stage_ != Stage::In) return;
    const int people = static_cast<int>(people_.all().size()) + 1;
    resources_.codecs = quality::codec_order(media_.equipment, people);
    const auto messages = quality_.settle(now, people_,
                                          {.people = people,
                                           .voice = media_.voice,
                                           .saver = media_.saver,
                                           .capture_height = media_.camera_lines,
                                           .screen_height = media_.screen_lines,
                                           .screen_sound = media_.screen_sound,
                                           .sound = media_.sound,
                                           .microphone = media_.microphone,
                                           .equipment = media_.equipment});
    for (const auto& [to, message] : messages) {
        if (const Person* person = people_.find(to)) say(*person, ToPeer::Way::ChannelOnly, message);
    }
}

bool Call::served(const Person& person) const {
    return signalling_.joined() && person.standing == Person::Standing::Present;
}

Person::Carrier Call::carrier_to(const Person& person) const {
    const bool channel = person.negotiation.channel_ready();
    // The server may believe for another minute that it reaches whoever has lost it.
    if (served(person) && !(channel && person.lost_server)) return Person::Carrier::Server;
    return channel ? Person::Carrier::Channel : Person::Carrier::None;
}

void Call::settle_carrier(TimeMs now, Person& person) {
    using Carrier = Person::Carrier;
    using Reach = Negotiation::Reach;
    const Carrier carrier = carrier_to(person);
    const Reach past_server = carrier == Carrier::Channel ? Reach::ThroughChannel : Reach::Cut;
    person.negotiation.set_reach(now, served(person) ? Reach::Open : past_server);
    if (std::exchange(person.carrier, carrier) == carrier || carrier == Carrier::None) return;
    // What was on its way on the other one may have got lost.
    memory_.letters.say_again(person.peer);
    person.negotiation.say_again(now);
    if (carrier == Carrier::Channel) say(person, ToPeer::Way::ChannelOnly, protocol::PresenceCopy{own_presence_});
}

// The cut may be nearer than the server: then the pairs are gone too, and say so late. And what was on its way through
// the server may have got lost with it.
void Call::note_server_loss(TimeMs now) {
    for (Person& person : people_.all()) {
        person.have_due = person.negotiation.channel_ready();
        const bool sends = person.presence.microphone || person.presence.camera || person.presence.screen;
        if (sends) person.negotiation.suspect(now);
    }
}

void Call::settle_chat() {
    while (!undelivered_.empty() && undelivered_.front().first <= signalling_.acknowledged()) {
        memory_.chat.carried(undelivered_.front().second);
        undelivered_.pop_front();
    }
    memory_.chat.release_unless([&](const PeerId& peer, const RunId& run) {
        const Person* person = people_.find(peer);
        return person != nullptr && person->presence.run == run;
    });
}

void Call::tick(TimeMs now) {
    note_time(now);
    if (std::exchange(look_due_, false) && stage_ == Stage::In) look_around(now);
    signalling_.tick(now);
    seal_presence_when_allowed(now);
    if (stage_ == Stage::In) quality_.tick(now, people_);
    signals_.tick(now);
    for (Person& person : people_.all()) {
        // A call that is left makes no more connections: the next one may be to the same people.
        if (stage_ == Stage::In) person.negotiation.tick(now);
        person.speaking.tick(now);
    }
    settle(now);
}

std::optional<TimeMs> Call::deadline() const {
    if (stage_ != Stage::In) return close_at_;
    std::optional<TimeMs> first = earlier(signalling_.deadline(), people_.deadline());
    first = earlier(first, quality_.deadline(people_));
    first = earlier(first, signals_.deadline());
    first = earlier(first, files_.deadline());
    if (signalling_.joined() && !signalling_.in_doubt()) first = earlier(first, people_.first_removal_at());
    if (look_due_) first = earlier(first, last_at_);
    if (presence_changed_) first = earlier(first, presence_sealed_at_ + limits::presence_min_gap_ms);
    for (const Person& person : people_.all()) {
        if (askable(person)) first = earlier(first, memory_.letters.again_at(person.peer));
        if (askable(person) && memory_.chat.waits_for(person.peer, person.presence.run)) {
            first = earlier(first, person.asked_at + bounds::ask_again_ms);
        }
    }
    return first;
}

std::optional<Call::Event> Call::take_event() {
    if (events_.empty()) return std::nullopt;
    Event first = std::move(events_.front());
    events_.pop_front();
    return first;
}

}  // namespace parley::core
