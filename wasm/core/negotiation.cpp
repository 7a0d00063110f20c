#include "core/negotiation.hpp"

#include <string_view>
#include <utility>

#include "core/bounds.hpp"

namespace parley::core {

using protocol::DescriptionType;

Negotiation::Negotiation(CallResources& call, PeerId peer, RunId peer_run, Manners manners)
    : call_(call), peer_(std::move(peer)), peer_run_(std::move(peer_run)), manners_(manners) {}

void Negotiation::start(TimeMs now, Opening opening) {
    quiet_since_ = now;
    if (opening == Opening::Offer) {
        offer_new_connection(now);
    } else {
        timers_.set(Timer::AwaitOffer, now + bounds::await_offer_ms);
    }
}

void Negotiation::restart_with(TimeMs now, RunId peer_run, Opening opening) {
    close();
    peer_run_ = std::move(peer_run);
    failed_connections_ = 0;
    start(now, opening);
}

void Negotiation::close() {
    if (connection_) call_.outbox.push(output::CloseConnection{connection_->handle});
    connection_.reset();
    timers_.clear_all();
    messages_.clear();
}

void Negotiation::open_connection(TimeMs now, protocol::ConnectionName name,
                                  output::CreateConnection::Transceivers transceivers) {
    if (connection_) call_.outbox.push(output::CloseConnection{connection_->handle});
    timers_.clear_all();
    timers_.set(Timer::Unresolved, now + bounds::unresolved_ms);
    connection_.emplace();
    connection_->handle = call_.numbers.connections.next();
    connection_->name = std::move(name);
    call_.outbox.push(output::CreateConnection{connection_->handle, transceivers, call_.ice_servers});
    if (transceivers == output::CreateConnection::Transceivers::Add) adopt();
}

void Negotiation::offer_new_connection(TimeMs now) {
    // The run makes the name unlike any that the peer makes, or that this peer made before a reload.
    protocol::ConnectionName name(call_.own_run.value.substr(0, 8) + "." + std::to_string(++own_connections_));
    open_connection(now, std::move(name), output::CreateConnection::Transceivers::Add);
    call_.outbox.push(output::AttachRemote{connection_->handle, peer_.value});
    make_offer(now);
}

void Negotiation::make_offer(TimeMs now) {
    timers_.set(Timer::Unresolved, now + bounds::unresolved_ms);
    connection_->step = Step::MakingOffer;
    connection_->operation = call_.numbers.operations.next();
    call_.outbox.push(output::SetLocalDescription{connection_->handle, connection_->operation});
}

void Negotiation::restart_ice(TimeMs now) {
    timers_.clear(Timer::Restart);
    if (!connection_ || connection_->step != Step::Stable) return;
    ++connection_->epoch;
    connection_->remote_set = false;
    connection_->outgoing.reset();
    call_.outbox.push(output::RestartIce{connection_->handle});
    make_offer(now);
}

bool Negotiation::offering() const {
    return connection_ && (connection_->step == Step::MakingOffer || connection_->step == Step::AwaitingAnswer);
}

void Negotiation::on_message(TimeMs now, const protocol::Description& description) {
    if (description.to_run != call_.own_run) return;
    if (description.type == DescriptionType::Offer) {
        on_offer(now, description);
    } else {
        on_answer(description);
    }
}

void Negotiation::on_offer(TimeMs now, const protocol::Description& offer) {
    const bool same = connection_ && connection_->name == offer.connection;
    if (same && offer.id <= connection_->remote_offer_id) return;  // said twice: by the server after a reconnect
    if (offering() && manners_ == Manners::Impolite) return;       // ours stands; the polite side gives way
    if (!same) {
        // A first offer of our own is not rolled back but dropped with its connection: the media lines then are the
        // offer's, in its order, and nothing is left over.
        open_connection(now, offer.connection, output::CreateConnection::Transceivers::Adopt);
    } else if (offer.epoch != connection_->epoch) {
        connection_->outgoing.reset();
        connection_->remote_set = false;
    }
    connection_->epoch = offer.epoch;
    connection_->remote_offer_id = offer.id;
    timers_.set(Timer::Unresolved, now + bounds::unresolved_ms);
    timers_.clear(Timer::Restart);
    apply(offer, Step::ApplyingOffer);
}

void Negotiation::on_answer(const protocol::Description& answer) {
    const bool expected = connection_ && connection_->step == Step::AwaitingAnswer &&
                          answer.connection == connection_->name && answer.id == last_offer_id_;
    if (expected) apply(answer, Step::ApplyingAnswer);
}

void Negotiation::apply(const protocol::Description& description, Step step) {
    connection_->step = step;
    connection_->operation = call_.numbers.operations.next();
    call_.outbox.push(
        output::SetRemoteDescription{connection_->handle, connection_->operation, description.type, description.sdp});
}

void Negotiation::on_message(const protocol::Candidates& candidates) {
    const bool meant = connection_ && candidates.to_run == call_.own_run &&
                       candidates.connection == connection_->name && candidates.epoch == connection_->epoch;
    if (!meant) return;
    for (const auto& candidate : candidates.list) {
        if (connection_->incoming.size() < bounds::candidates_held_max) connection_->incoming.push_back(candidate);
    }
    flush_incoming();
}

void Negotiation::on_input(TimeMs now, const input::LocalDescriptionSet& set) {
    if (!owns(set.connection) || connection_->operation != set.operation) return;
    protocol::Description description{peer_run_, DescriptionType::Offer, connection_->name, connection_->epoch, 0,
                                      set.sdp};
    if (connection_->step == Step::MakingOffer) {
        description.id = ++last_offer_id_;
        connection_->step = Step::AwaitingAnswer;
    } else {
        description.type = DescriptionType::Answer;
        description.id = connection_->remote_offer_id;
        settle();
    }
    messages_.emplace_back(std::move(description));
    connection_->outgoing.open();
    send_candidates(now);
}

void Negotiation::on_input(TimeMs /*now*/, const input::RemoteDescriptionSet& set) {
    if (!owns(set.connection) || connection_->operation != set.operation) return;
    connection_->remote_set = true;
    if (connection_->step == Step::ApplyingAnswer) {
        settle();
    } else {
        if (!connection_->adopted) {
            call_.outbox.push(output::AdoptTransceivers{connection_->handle});
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
    // A connection whose descriptions fail is beyond mending; a new one is made after a pause.
    timers_.set(Timer::Unresolved, now + bounds::retry_after_failure_ms);
}

void Negotiation::on_input(TimeMs now, const input::LocalCandidate& candidate) {
    if (!owns(candidate.connection)) return;
    connection_->outgoing.add(candidate.candidate);
    send_candidates(now);
}

void Negotiation::on_input(TimeMs now, const input::LocalCandidatesEnded& ended) {
    if (!owns(ended.connection)) return;
    connection_->outgoing.end();
    send_candidates(now);
}

void Negotiation::on_input(TimeMs now, const input::TransportChanged& changed) {
    if (!owns(changed.connection)) return;
    connection_->transport = changed.state;
    if (changed.state == input::TransportState::Connected) {
        failed_connections_ = 0;
        was_connected_ = true;
        quiet_since_.reset();
        timers_.clear(Timer::Restart);
        if (connection_->step == Step::Stable) timers_.clear(Timer::Unresolved);
        return;
    }
    if (!quiet_since_) quiet_since_ = now;
    const TimeMs polite_pause = manners_ == Manners::Polite ? bounds::polite_restart_ms : 0;
    if (changed.state == input::TransportState::Disconnected) {
        timers_.set(Timer::Restart, now + bounds::disconnected_grace_ms + polite_pause);
    } else if (changed.state == input::TransportState::Failed) {
        timers_.set(Timer::Restart, now + polite_pause);
        if (!timers_.is_set(Timer::Unresolved)) timers_.set(Timer::Unresolved, now + bounds::unresolved_ms);
    }
}

void Negotiation::settle() {
    connection_->step = Step::Stable;
    if (connection_->transport == input::TransportState::Connected) timers_.clear(Timer::Unresolved);
}

void Negotiation::adopt() {
    connection_->adopted = true;
    for (std::size_t slot = 0; slot < call_.tracks.size(); ++slot) {
        if (call_.tracks[slot]) set_track(static_cast<Slot>(slot));
    }
}

void Negotiation::track_changed(Slot slot) {
    if (connection_ && connection_->adopted) set_track(slot);
}

void Negotiation::set_track(Slot slot) {
    call_.outbox.push(
        output::SetOutgoingTrack{connection_->handle, slot, call_.tracks[static_cast<std::size_t>(slot)]});
}

void Negotiation::send_on_channel(const protocol::PeerMessage& message) {
    if (connection_) call_.outbox.push(output::SendOnChannel{connection_->handle, encode(message)});
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
            protocol::Candidates{peer_run_, connection_->name, connection_->epoch, std::move(ready->list), ready->end});
    }
}

void Negotiation::tick(TimeMs now) {
    while (const auto timer = timers_.expired(now)) {
        switch (*timer) {
            case Timer::AwaitOffer:
                offer_new_connection(now);
                break;
            case Timer::Restart:
                restart_ice(now);
                break;
            case Timer::Unresolved:
                ++failed_connections_;
                offer_new_connection(now);
                break;
            case Timer::Count:
                break;
        }
    }
    if (connection_) send_candidates(now);
}

std::optional<TimeMs> Negotiation::deadline() const {
    return earlier(timers_.deadline(), connection_ ? connection_->outgoing.deadline() : std::nullopt);
}

std::optional<protocol::PeerMessage> Negotiation::take_message() {
    if (messages_.empty()) return std::nullopt;
    protocol::PeerMessage first = std::move(messages_.front());
    messages_.pop_front();
    return first;
}

PairState Negotiation::state() const {
    if (connection_ && connection_->transport == input::TransportState::Connected) return PairState::Connected;
    if (failed_connections_ >= bounds::fresh_connections_before_failed) return PairState::Failed;
    return was_connected_ ? PairState::Reconnecting : PairState::Connecting;
}

std::string Negotiation::summary() const {
    if (!connection_) return "no connection";
    static constexpr std::array<std::string_view, 6> steps = {"stable",          "making offer",   "awaiting answer",
                                                              "applying answer", "applying offer", "making answer"};
    static constexpr std::array<std::string_view, 6> transports = {"new",          "connecting", "connected",
                                                                   "disconnected", "failed",     "closed"};
    std::string text = manners_ == Manners::Polite ? "polite, " : "impolite, ";
    text += connection_->name.value + " epoch " + std::to_string(connection_->epoch) + ", ";
    text += steps[static_cast<std::size_t>(connection_->step)];
    text += ", ";
    text += transports[static_cast<std::size_t>(connection_->transport)];
    return text;
}

}  // namespace parley::core
