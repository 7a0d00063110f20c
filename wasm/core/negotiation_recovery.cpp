#include <algorithm>
#include <array>
#include <string>
#include <string_view>

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
    ++connection_->epoch;
    connection_->remote_set = false;
    connection_->incoming.clear();
    connection_->outgoing.reset();
    call_.outbox.push(output::RestartIce{connection_->handle});
    make_offer(now);
}

// Time runs from the first sign of trouble: a restart that is followed by another one solved nothing.
void Negotiation::expect_progress(TimeMs now) {
    if (!timers_.is_set(Timer::Unresolved)) timers_.set(Timer::Unresolved, now + bounds::unresolved_ms);
}

// What failed on every path twice may work through a relay alone: some networks let checks pass and nothing else.
output::CreateConnection::Paths Negotiation::paths(TimeMs now) {
    using Paths = output::CreateConnection::Paths;
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
        was_connected_ = true;
        quiet_since_.reset();
        timers_.clear(Timer::Restart);
        if (connection_->step == Step::Stable) timers_.clear(Timer::Unresolved);
        return;
    }
    if (!quiet_since_) quiet_since_ = now;
    if (connection_->step != Step::Stable) return;  // what is on its way is the attempt to mend it
    const TimeMs polite_pause_ms = manners_ == Manners::Polite ? bounds::polite_restart_ms : 0;
    if (changed.state == input::TransportState::Disconnected) {
        timers_.set(Timer::Restart, clock_.read(now) + bounds::disconnected_grace_ms + polite_pause_ms);
    } else if (changed.state == input::TransportState::Failed) {
        timers_.set(Timer::Restart, clock_.read(now) + polite_pause_ms);
        expect_progress(clock_.read(now));
    }
}

void Negotiation::suspect(TimeMs now) {
    if (!connected() || connection_->step != Step::Stable || timers_.is_set(Timer::Stall)) return;
    suspected_at_bytes_.reset();
    timers_.set(Timer::Stall, clock_.read(now) + bounds::stall_ms);
    call_.outbox.push(output::CountBytes{connection_->handle});
}

void Negotiation::on_input(TimeMs now, const input::BytesCounted& counted) {
    if (!owns(counted.connection) || !connected() || connection_->step != Step::Stable) return;
    if (timers_.is_set(Timer::Stall)) {
        suspected_at_bytes_ = counted.received;
    } else if (suspected_at_bytes_ == counted.received) {
        const TimeMs polite_pause_ms = manners_ == Manners::Polite ? bounds::polite_restart_ms : 0;
        timers_.set(Timer::Restart, clock_.read(now) + polite_pause_ms);
    }
}

void Negotiation::on_network_changed(TimeMs now) {
    failed_connections_ = 0;
    relay_only_until_.reset();
    suspect(now);
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
        case Timer::Unresolved:
            return on_unresolved(now);
        case Timer::Stall:
            return call_.outbox.push(output::CountBytes{connection_->handle});
        case Timer::Count:
            break;
    }
}

void Negotiation::on_unresolved(TimeMs now) {
    if (connected() && connection_->step != Step::Broken) {
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
