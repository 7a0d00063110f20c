#include "core/negotiation.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/bounds.hpp"
#include "core/sdp.hpp"

namespace parley::core {

using protocol::DescriptionType;

namespace {

// Silence costs next to nothing; music has both its channels, and its silence too.
std::string_view opus_parameters(output::Sound sound) {
    return sound == output::Sound::Music ? "usedtx=0;stereo=1" : "usedtx=1";
}
// What is shared may be a film.
constexpr std::string_view screen_sound_parameters = "usedtx=0;stereo=1";

constexpr std::size_t run_characters = 8;  // of base64url: two runs alike are out of the question

}  // namespace

Negotiation::Negotiation(CallResources& call, PeerId peer, RunId peer_run, Manners manners)
    : call_(call), peer_(std::move(peer)), peer_run_(std::move(peer_run)), manners_(manners) {}

void Negotiation::start(TimeMs now, Opening opening) {
    quiet_since_ = now;
    if (opening == Opening::Offer) {
        offer_new_connection(clock_.read(now));
    } else {
        timers_.set(Timer::AwaitOffer, clock_.read(now) + bounds::await_offer_ms);
    }
}

void Negotiation::restart_with(TimeMs now, RunId peer_run, Opening opening) {
    close();
    peer_run_ = std::move(peer_run);
    last_remote_offer_ = 0;
    answered_at_ = 0;
    failed_connections_ = 0;
    start(now, opening);
}

void Negotiation::close() {
    if (connection_) call_.outbox.push(output::CloseConnection{connection_->handle});
    connection_.reset();
    timers_.clear_all();
    messages_.clear();
}

void Negotiation::set_reach(TimeMs now, Reach reach) {
    // A new connection says nothing until it has got somewhere.
    if (!connected() && !quiet_since_) quiet_since_ = now;
    const Reach before = std::exchange(reach_, reach);
    if (reach == Reach::Cut) return clock_.stop(now);
    clock_.run(now);
    const bool opened = before != Reach::Open && reach == Reach::Open;
    if (opened && connection_ && must_hide_address()) restart_ice(clock_.read(now));
}

void Negotiation::catch_up(TimeMs now) {
    const auto due_at = deadline();
    if (due_at && now > *due_at + bounds::late_ms) clock_.skip(now - *due_at);
}

void Negotiation::say_again(TimeMs now) {
    const bool settled = connection_ && connection_->step == Step::Stable;
    if (!connection_ || !connection_->said || (settled && connected())) return;
    // Between two steps the next description says it all.
    const bool answered = settled && connection_->said->type == DescriptionType::Answer;
    if (connection_->step == Step::AwaitingAnswer || answered) messages_.emplace_back(*connection_->said);
    connection_->outgoing.rewind();
    send_candidates(clock_.read(now));
}

void Negotiation::open_connection(TimeMs now, protocol::ConnectionName name,
                                  output::CreateConnection::Transceivers transceivers) {
    if (connection_) call_.outbox.push(output::CloseConnection{connection_->handle});
    channel_lost_ = channel_lost_ || (connection_ && connection_->channel_open);
    timers_.clear_all();
    connection_ = Connection();
    connection_->handle = call_.numbers.connections.next();
    connection_->name = std::move(name);
    const auto paths = choose_paths(now);
    expect_progress(now);
    call_.outbox.push(
        output::CreateConnection{connection_->handle, transceivers, paths, call_.ice_servers, call_.codecs});
    if (transceivers == output::CreateConnection::Transceivers::Add) adopt();
}

void Negotiation::offer_new_connection(TimeMs now) {
    open_connection(now, {}, output::CreateConnection::Transceivers::Add);
    // The run makes the name unlike any that the peer makes, or that this peer made before a reload.
    connection_->name = protocol::ConnectionName(call_.own_run.value.substr(0, run_characters) + "." +
                                                 std::to_string(connection_->handle.value));
    connection_->made_here = true;
    call_.outbox.push(output::AttachRemote{connection_->handle, peer_.value});
    make_offer(now);
}

void Negotiation::make_offer(TimeMs now) {
    expect_progress(now);
    connection_->step = Step::MakingOffer;
    connection_->operation = call_.numbers.operations.next();
    call_.outbox.push(output::SetLocalDescription{connection_->handle, connection_->operation});
}

bool Negotiation::offering() const {
    return connection_ && (connection_->step == Step::MakingOffer || connection_->step == Step::AwaitingAnswer);
}

bool Negotiation::connected() const {
    return connection_ && connection_->transport == input::TransportState::Connected;
}

void Negotiation::on_message(TimeMs now, const protocol::Description& description, std::uint64_t counter) {
    if (description.type == DescriptionType::Answer) return on_answer(description, counter);
    // Who answered after that has given this offer up, and the server only brings it late.
    if (counter >= answered_at_) on_offer(clock_.read(now), description);
}

// Whether an own offer on its way is worth more than the peer's: the polite side gives way.
bool Negotiation::stands_against(const protocol::Description& offer) const {
    if (!offering() || manners_ == Manners::Polite) return false;
    // Who offers a new connection has given the old one up: an offer to restart that one is lost on them.
    return connection_->name == offer.connection || connection_->epoch == first_epoch;
}

// Chromium shows no further picture of a connection whose answerer rolls its first own offer back, so that a new one
// is offered instead, which the impolite side takes for its own. But what carries the signalling is not given up.
bool Negotiation::must_not_roll_back() const {
    return offering() && !connection_->made_here && reach_ != Reach::ThroughChannel;
}

void Negotiation::on_offer(TimeMs now, const protocol::Description& offer) {
    // The server or the peer may say things twice after a reconnect.
    if (offer.id <= last_remote_offer_) return answer_again(offer);
    const bool same = connection_ && connection_->name == offer.connection;
    // Who restarts beyond our own offer has answered that: once the answer is here, this offer is said again.
    if (same && offer.epoch > connection_->epoch && stands_against(offer)) return;
    last_remote_offer_ = offer.id;
    // A restart of what this side has given up can't be answered: the new connection is on its way to the peer.
    if (same ? connection_->step == Step::Broken : offer.epoch != first_epoch) return;
    if (stands_against(offer)) return;
    if (same && must_not_roll_back()) return offer_new_connection(now);
    if (!same) {
        if (connection_ && connection_->step == Step::Stable && !connected()) ++failed_connections_;
        // A first offer of our own is not rolled back but dropped with its connection: the media lines then are the
        // offer's, in its order, and nothing is left over.
        open_connection(now, offer.connection, output::CreateConnection::Transceivers::Adopt);
    }
    // Every offer but the first restarts ICE, and one of our own that it rolls back has gathered for nothing.
    connection_->outgoing.reset();
    connection_->incoming.clear();
    connection_->remote_set = false;
    connection_->epoch = offer.epoch;
    connection_->offer_id = offer.id;
    timers_.clear(Timer::Restart);
    expect_progress(now);
    if (same) use_ice_servers(now);
    apply(offer, Step::ApplyingOffer);
}

// Who asks again after all that time never got the answer: a server may die with it after it has acknowledged it. An
// offer that was made since meant nothing to them without it.
void Negotiation::answer_again(const protocol::Description& offer) {
    if (!connection_ || !connection_->answered) return;
    const auto& answer = *connection_->answered;
    if (answer.connection != offer.connection || answer.id != offer.id) return;
    messages_.emplace_back(answer);
    if (connection_->step == Step::AwaitingAnswer) messages_.emplace_back(*connection_->said);
}

void Negotiation::on_answer(const protocol::Description& answer, std::uint64_t counter) {
    const bool expected = connection_ && connection_->step == Step::AwaitingAnswer &&
                          answer.connection == connection_->name && answer.id == connection_->offer_id;
    if (!expected) return;
    answered_at_ = counter;
    apply(answer, Step::ApplyingAnswer);
}

void Negotiation::apply(const protocol::Description& description, Step step) {
    connection_->step = step;
    connection_->operation = call_.numbers.operations.next();
    call_.outbox.push(output::SetRemoteDescription{
        connection_->handle, connection_->operation, description.type,
        with_opus_parameters(description.sdp,
                             {.microphone = opus_parameters(call_.sound), .screen = screen_sound_parameters})});
}

void Negotiation::on_message(const protocol::Candidates& candidates) {
    const bool meant =
        connection_ && candidates.connection == connection_->name && candidates.epoch == connection_->epoch;
    if (!meant) return;
    for (const auto& candidate : candidates.list) {
        if (connection_->incoming.size() < bounds::candidates_held_max) connection_->incoming.push_back(candidate);
    }
    flush_incoming();
}

void Negotiation::on_input(TimeMs now, const input::LocalDescriptionSet& set) {
    if (!owns(set.connection) || connection_->operation != set.operation) return;
    auto type = DescriptionType::Answer;
    if (connection_->step == Step::MakingOffer) {
        type = DescriptionType::Offer;
        // Rises for as long as the page lives, so that the peer can tell a late offer from a new one.
        connection_->offer_id = set.operation.value;
        connection_->step = Step::AwaitingAnswer;
    } else {
        settle(clock_.read(now));
    }
    connection_->said = {type, connection_->name, connection_->epoch, connection_->offer_id, set.sdp};
    if (type == DescriptionType::Answer) connection_->answered = connection_->said;
    messages_.emplace_back(*connection_->said);
    connection_->outgoing.open();
    send_candidates(clock_.read(now));
}

void Negotiation::on_input(TimeMs now, const input::RemoteDescriptionSet& set) {
    if (!owns(set.connection) || connection_->operation != set.operation) return;
    connection_->remote_set = true;
    if (connection_->step == Step::ApplyingAnswer) {
        settle(clock_.read(now));
    } else {
        if (!connection_->adopted) {
            call_.outbox.push(output::AdoptTransceivers{connection_->handle, call_.codecs});
            adopt();
            call_.outbox.push(output::AttachRemote{connection_->handle, peer_.value});
        }
        connection_->step = Step::MakingAnswer;
        connection_->operation = call_.numbers.operations.next();
        call_.outbox.push(output::SetLocalDescription{connection_->handle, connection_->operation});
    }
    flush_incoming();
}

void Negotiation::on_input(TimeMs now, const input::OperationFailed& failed) {
    if (!owns(failed.connection) || connection_->operation != failed.operation) return;
    // A connection whose descriptions fail is beyond mending. Each new one waits longer, lest a page that can't make
    // any at all does nothing else.
    connection_->step = Step::Broken;
    timers_.clear(Timer::Restart);
    const int doublings = std::min(failed_connections_, bounds::retry_doublings_max);
    timers_.set(Timer::Unresolved, clock_.read(now) + (bounds::retry_after_failure_ms << doublings));
}

void Negotiation::on_input(TimeMs now, const input::LocalCandidate& candidate) {
    if (!owns(candidate.connection)) return;
    connection_->outgoing.add(candidate.candidate);
    send_candidates(clock_.read(now));
}

void Negotiation::on_input(TimeMs now, const input::LocalCandidatesEnded& ended) {
    if (!owns(ended.connection)) return;
    connection_->outgoing.end();
    send_candidates(clock_.read(now));
}

void Negotiation::on_input(TimeMs /*now*/, const input::ChannelOpened& opened) {
    if (owns(opened.connection)) connection_->channel_open = true;
}

void Negotiation::settle(TimeMs now) {
    connection_->step = Step::Stable;
    if (connected() && connection_->epoch > first_epoch) refresh_pictures();
    if (connected()) timers_.clear(Timer::Unresolved);
    if (connection_->allowed_paths != call_.allowed_paths || must_hide_address()) timers_.set(Timer::Reroute, now);
    look_for_direct_path();
}

void Negotiation::adopt() {
    connection_->adopted = true;
    for (std::size_t slot = 0; slot < call_.tracks.size(); ++slot) {
        if (call_.tracks[slot]) set_track(static_cast<Slot>(slot));
        if (encodings_[slot]) say_encoding(static_cast<Slot>(slot));
    }
    if (sound_encoding_ != quality::SoundEncoding{}) say_sound_encoding();
}

void Negotiation::track_changed(Slot slot) {
    if (connection_ && connection_->adopted) set_track(slot);
}

void Negotiation::set_track(Slot slot) {
    call_.outbox.push(
        output::SetOutgoingTrack{connection_->handle, slot, call_.tracks[static_cast<std::size_t>(slot)]});
}

void Negotiation::set_encoding(Slot slot, const quality::Encoding& encoding) {
    auto& current = encodings_[static_cast<std::size_t>(slot)];
    if (current == encoding) return;
    current = encoding;
    if (connection_ && connection_->adopted) say_encoding(slot);
}

void Negotiation::say_encoding(Slot slot) {
    call_.outbox.push(output::SetEncoding{connection_->handle, slot, *encodings_[static_cast<std::size_t>(slot)]});
}

void Negotiation::set_sound_encoding(const quality::SoundEncoding& encoding) {
    if (sound_encoding_ == encoding) return;
    sound_encoding_ = encoding;
    if (connection_ && connection_->adopted) say_sound_encoding();
}

void Negotiation::say_sound_encoding() {
    call_.outbox.push(output::SetSoundEncoding{connection_->handle, sound_encoding_});
}

void Negotiation::measure() {
    if (connected()) call_.outbox.push(output::Measure{connection_->handle});
}

void Negotiation::send_on_channel(std::string text) {
    if (connection_) call_.outbox.push(output::SendOnChannel{connection_->handle, std::move(text)});
}

void Negotiation::flush_incoming() {
    if (!connection_->remote_set) return;
    for (auto& candidate : connection_->incoming) {
        call_.outbox.push(output::AddCandidate{connection_->handle, std::move(candidate)});
    }
    connection_->incoming.clear();
}

void Negotiation::send_candidates(TimeMs now) {
    while (auto ready = connection_->outgoing.take(now)) {
        messages_.emplace_back(
            protocol::Candidates{connection_->name, connection_->epoch, std::move(ready->list), ready->end});
    }
}

std::optional<protocol::PeerMessage> Negotiation::take_message() {
    if (messages_.empty()) return std::nullopt;
    protocol::PeerMessage first = std::move(messages_.front());
    messages_.pop_front();
    return first;
}

}  // namespace parley::core
