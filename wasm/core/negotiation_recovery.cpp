#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/bounds.hpp"
#include "core/negotiation.hpp"

// The second half of a pair's negotiation: what is done when its connection does not come up or goes down, from an ICE
// restart over a new connection to relays only.

namespace parley::core {

bool CallResources::has_relay() const {
    const auto is_relay = [](const std::string& url) { return url.starts_with("turn"); };
    return std::ranges::any_of(
        ice_servers, [&](const protocol::IceServer& server) { return std::ranges::any_of(server.urls, is_relay); });
}

void Negotiation::restart_ice(TimeMs now) {
    // Between two steps a restart has begun already, or `Unresolved` will end it.
    if (!connection_ || connection_->step != Step::Stable) return;
    if (must_hide_address() && reach_ != Reach::ThroughChannel) return offer_new_connection(now);
    ++connection_->epoch;
    connection_->remote_set = false;
    connection_->incoming.clear();
    connection_->outgoing.reset();
    timers_.clear(Timer::Restart);
    use_ice_servers(now);
    call_.outbox.push(output::RestartIce{connection_->handle});
    make_offer(now);
}

// For the candidates that are gathered next: credentials end, and what the person allows may have changed.
void Negotiation::use_ice_servers(TimeMs now) {
    const auto paths = choose_paths(now);
    timers_.clear(Timer::Reroute);
    call_.outbox.push(output::SetIceServers{connection_->handle, paths, call_.ice_servers});
}

// Time runs from the first sign of trouble: a restart that is followed by another one solved nothing.
void Negotiation::expect_progress(TimeMs now) {
    if (!timers_.is_set(Timer::Unresolved)) timers_.set(Timer::Unresolved, now + bounds::unresolved_ms);
}

// What failed on every path twice may work through a relay alone: some networks let checks pass and nothing else.
output::CreateConnection::Paths Negotiation::paths(TimeMs now) {
    using Paths = output::CreateConnection::Paths;
    if (call_.allowed_paths == Paths::RelayOnly) return Paths::RelayOnly;
    if (failed_connections_ < bounds::connections_before_relay || !call_.has_relay()) return Paths::All;
    if (!relay_only_until_) relay_only_until_ = now + bounds::relay_only_ms;
    return now < *relay_only_until_ ? Paths::RelayOnly : Paths::All;
}

void Negotiation::on_input(TimeMs now, const input::TransportChanged& changed) {
    if (!owns(changed.connection)) return;
    connection_->transport = changed.state;
    if (changed.state == input::TransportState::Connected) {
        failed_connections_ = 0;
        relay_only_until_.reset();
        if (std::exchange(connection_->was_connected, true)) refresh_pictures();
        was_connected_ = true;
        quiet_since_.reset();
        timers_.clear(Timer::Restart);
        if (connection_->step == Step::Stable) timers_.clear(Timer::Unresolved);
        return look_for_direct_path();
    }
    if (!quiet_since_) quiet_since_ = now;
    if (connection_->step != Step::Stable) return;  // what is on its way is the attempt to mend it
    if (changed.state == input::TransportState::Disconnected) {
        timers_.set(Timer::Restart, clock_.read(now) + bounds::disconnected_grace_ms + polite_pause_ms());
    } else if (changed.state == input::TransportState::Failed) {
        timers_.set(Timer::Restart, clock_.read(now) + polite_pause_ms());
        expect_progress(clock_.read(now));
    }
}

// How long this side lets the other one restart first.
TimeMs Negotiation::polite_pause_ms() const { return manners_ == Manners::Polite ? bounds::polite_restart_ms : 0; }

// What was sent while the path was away is lost, and with it what later frames build upon.
void Negotiation::refresh_pictures() { call_.outbox.push(output::RefreshPictures{connection_->handle}); }

void Negotiation::suspect(TimeMs now) {
    if (!connected() || connection_->step != Step::Stable || timers_.is_set(Timer::Stall)) return;
    connection_->doubt = Doubt::StragglersMayCome;
    timers_.set(Timer::Stall, clock_.read(now) + bounds::stragglers_ms);
}

void Negotiation::on_input(TimeMs now, const input::Measured& measured) {
    if (!owns(measured.connection) || !connected() || connection_->step != Step::Stable) return;
    const bool relayed = measured.measurement.path == quality::Path::Relayed;
    const bool relay_by_choice = call_.allowed_paths == output::CreateConnection::Paths::RelayOnly;
    if (std::exchange(direct_wanted_, false) && relayed && !relay_by_choice) {
        // There is no hurry, and a collision would cost a connection that carries.
        timers_.set(Timer::Reroute, clock_.read(now) + polite_pause_ms());
    }
    if (connection_->doubt != Doubt::None && !timers_.is_set(Timer::Stall))
        weigh_doubt(now, measured.measurement.received_bytes);
}

void Negotiation::weigh_doubt(TimeMs now, std::uint64_t received) {
    if (connection_->doubt == Doubt::StragglersMayCome) {
        connection_->doubt = Doubt::NothingMayCome;
        connection_->received_in_doubt = received;
        timers_.set(Timer::Stall, clock_.read(now) + bounds::stall_ms);
        return;
    }
    connection_->doubt = Doubt::None;
    // The peer does not know of a change of this side's network, so that there is no restart of theirs to wait for.
    const bool alone = std::exchange(own_network_changed_, false);
    if (received != connection_->received_in_doubt) return;
    timers_.set(Timer::Restart, clock_.read(now) + (alone ? 0 : polite_pause_ms()));
}

void Negotiation::on_network_changed(TimeMs now) {
    failed_connections_ = 0;
    relay_only_until_.reset();
    direct_wanted_ = true;
    own_network_changed_ = true;
    suspect(now);
}

void Negotiation::on_allowed_paths_changed(TimeMs now) {
    relay_only_until_.reset();
    if (connection_) timers_.set(Timer::Reroute, clock_.read(now));
}

// For the connection, which is about to look for them.
output::CreateConnection::Paths Negotiation::choose_paths(TimeMs now) {
    const auto chosen = paths(now);
    connection_->allowed_paths = call_.allowed_paths;
    if (chosen == output::CreateConnection::Paths::All) connection_->shows_address = true;
    direct_wanted_ = false;
    return chosen;
}

// Chromium keeps a direct path through a restart that wants relays only: it takes a connection that never had one.
bool Negotiation::must_hide_address() const {
    return connection_->shows_address && call_.allowed_paths == output::CreateConnection::Paths::RelayOnly;
}

void Negotiation::reroute(TimeMs now) {
    // What carries the signalling is not given up, and its peer has seen the address.
    if (must_hide_address() && reach_ == Reach::ThroughChannel) return;
    restart_ice(now);
}

// Whether there is a relay to go around is known once the path is counted.
void Negotiation::look_for_direct_path() {
    if (direct_wanted_ && connected() && connection_->step == Step::Stable) {
        call_.outbox.push(output::Measure{connection_->handle});
    }
}

void Negotiation::tick(TimeMs now) {
    if (!clock_.runs()) return;
    const TimeMs clock_now = clock_.read(now);
    while (const auto timer = timers_.expired(clock_now)) on_timer(clock_now, *timer);
    if (connection_) send_candidates(clock_now);
}

void Negotiation::on_timer(TimeMs now, Timer timer) {
    switch (timer) {
        case Timer::AwaitOffer:
            return offer_new_connection(now);
        case Timer::Restart:
            return restart_ice(now);
        case Timer::Reroute:
            return reroute(now);
        case Timer::Unresolved:
            return on_unresolved(now);
        case Timer::Stall:
            return call_.outbox.push(output::Measure{connection_->handle});
        case Timer::Count:
            break;
    }
}

void Negotiation::on_unresolved(TimeMs now) {
    const bool broken = connection_ && connection_->step == Step::Broken;
    if (connected() && broken && reach_ == Reach::ThroughChannel) {
        // Giving it up would cut the only way on which another one could be agreed on.
        return expect_progress(now);
    }
    if (connected() && !broken) {
        // The path came back before the descriptions were through: a picture that moves is not given up for that.
        if (connection_->step == Step::AwaitingAnswer) messages_.emplace_back(*connection_->said);
        return expect_progress(now);
    }
    ++failed_connections_;
    offer_new_connection(now);
}

std::optional<TimeMs> Negotiation::deadline() const {
    return clock_.when(earlier(timers_.deadline(), connection_ ? connection_->outgoing.deadline() : std::nullopt));
}

PairState Negotiation::state() const {
    if (connected()) return PairState::Connected;
    if (failed_connections_ >= bounds::fresh_connections_before_failed) return PairState::Failed;
    return was_connected_ ? PairState::Reconnecting : PairState::Connecting;
}

std::string Negotiation::summary() const {
    if (!connection_) return "no connection";
    static constexpr std::array<std::string_view, 7> steps = {
        "stable", "making offer", "awaiting answer", "applying answer", "applying offer", "making answer", "broken"};
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
