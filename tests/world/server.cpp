#include "tests/world/server.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include "protocol/codec.hpp"
#include "protocol/frames.hpp"
#include "protocol/limits.hpp"

namespace parley::world {
namespace {

namespace input = core::input;

constexpr const char* host_grant = "host";

}  // namespace

Server::Server(Nature& nature, hub::Settings settings)
    : nature_(nature), settings_(std::move(settings)), hub_(settings_) {}

std::shared_ptr<Server::Wire> Server::open(const std::string& page, core::SocketId socket, Tell tell) {
    auto wire = std::make_shared<Wire>();
    wire->tell = std::move(tell);
    wire->page = page;
    wire->socket = socket;
    wire->connection = {++last_connection_};
    wire->open = true;
    wires_.emplace(last_connection_, wire);
    const TimeMs ready_at = nature_.timeline.now() + nature_.dice.draw(latency);
    nature_.timeline.at(wire->to_client.place(ready_at), [this, wire] {
        if (!wire->open || wire->silent || answer == Answer::Nothing) return;
        if (answer == Answer::Refuses || !alive_) {
            wire->open = false;
            return wire->tell(input::SocketClosed{wire->socket, close_code::abnormal});
        }
        wire->served = true;
        wire->heard_at = nature_.timeline.now();
        if (silence_timeout_ms > 0) watch_silence(wire, wire->heard_at + silence_timeout_ms);
        wire->tell(input::SocketOpened{wire->socket});
    });
    return wire;
}

// A server drops who says nothing for too long, whatever the network says of the socket.
void Server::watch_silence(const std::shared_ptr<Wire>& wire, TimeMs at) {
    nature_.timeline.at(at, [this, wire] {
        if (!wire->served) return;
        const TimeMs due_at = wire->heard_at + silence_timeout_ms;
        if (due_at > nature_.timeline.now()) return watch_silence(wire, due_at);
        end(*wire, close_code::abnormal);
    });
}

void Server::end(Wire& wire, std::uint16_t code) {
    if (!std::exchange(wire.served, false)) return;
    hub_.handle(nature_.timeline.now(), wire.connection, hub::input::Lost{code});
    drain_hub();
}

void Server::send(Wire& wire, const std::string& text) {
    if (text.size() > limits::frame_max) nature_.journal.fault("a frame is too large: " + text.substr(0, 80));
    if (!wire.open || wire.silent) return;
    const auto found = wires_.find(wire.connection.value);
    if (found == wires_.end()) return;
    const TimeMs ready_at = nature_.timeline.now() + nature_.dice.draw(latency);
    nature_.timeline.at(wire.to_server.place(ready_at), [this, wire = found->second, text] {
        if (wire->served && !wire->silent && !wire->abandoned) receive(wire, text);
    });
}

void Server::receive(const std::shared_ptr<Wire>& wire, const std::string& text) {
    auto decoded = protocol::decode_client(text);
    if (!decoded.ok()) return nature_.journal.fault("a page says " + text + ": " + decoded.error().message);
    protocol::ClientMessage message = std::move(decoded).value();
    nature_.journal.note(nature_.timeline.now(), "server", "hears", [&] { return wire->page + ": " + text; });
    wire->heard_at = nature_.timeline.now();
    if (remembers) wire->said.push_back(message);
    std::string kept;
    if (const auto* send = std::get_if<protocol::Send>(&message); send != nullptr && send->keep) kept = send->body;
    hub_.handle(nature_.timeline.now(), wire->connection, to_input(std::move(message)));
    drain_hub();
    if (!kept.empty() && wire->served) taken_to_keep_.push_back(std::move(kept));
}

hub::Input Server::to_input(protocol::ClientMessage message) {
    if (auto* join = std::get_if<protocol::Join>(&message)) {
        joined_with_[join->secret] = join->presence;
        // Here a secret is the peer's id, so that a test can choose who is polite, and a grant is a word.
        std::optional<protocol::Role> granted;
        if (join->grant) granted = *join->grant == host_grant ? protocol::Role::Host : protocol::Role::Participant;
        return hub::input::Join{.room = join->room,
                                .room_key = join->access.value_or(std::string()),
                                .peer = PeerId(join->secret),
                                .session = SessionId("session-" + std::to_string(++last_session_)),
                                .presence = join->presence,
                                .granted = granted,
                                .resume = join->resume};
    }
    if (auto* send = std::get_if<protocol::Send>(&message)) {
        using Keep = hub::input::Relay::Keep;
        return hub::input::Relay{.n = send->n,
                                 .to = send->to,
                                 .body = protocol::to_json_string(send->body),
                                 .keep = send->keep ? Keep::ForLaterJoiners : Keep::No,
                                 .at_ms = nature_.timeline.now()};
    }
    return hub::input::Received{std::move(message)};
}

void Server::tell(Wire& wire, const protocol::ServerMessage& message) {
    wire.past_hub = true;
    const auto found = wires_.find(wire.connection.value);
    if (found != wires_.end()) deliver(found->second, protocol::encode(message));
}

void Server::deliver(const std::shared_ptr<Wire>& wire, std::string text) {
    const TimeMs ready_at = nature_.timeline.now() + nature_.dice.draw(latency);
    nature_.timeline.at(wire->to_client.place(ready_at), [wire, text = std::move(text)] {
        if (wire->open && !wire->silent) wire->tell(input::SocketReceived{wire->socket, text});
    });
}

void Server::close(Wire& wire, std::uint16_t code) {
    wire.open = false;
    const auto found = wires_.find(wire.connection.value);
    if (found == wires_.end()) return;
    const TimeMs ready_at = nature_.timeline.now() + nature_.dice.draw(latency);
    nature_.timeline.at(wire.to_server.place(ready_at), [this, wire = found->second, code] {
        if (!wire->silent) end(*wire, code);
        if (!wire->served) wires_.erase(wire->connection.value);
    });
}

void Server::cut(Wire& wire, std::uint16_t code) {
    end(wire, code);
    if (std::exchange(wire.open, false)) wire.tell(input::SocketClosed{wire.socket, code});
    wires_.erase(wire.connection.value);
}

void Server::lose(Wire& wire, Notice notice) {
    const auto found = wires_.find(wire.connection.value);
    if (found == wires_.end()) return;
    wire.silent = true;
    if (notice.server_ms) {
        nature_.timeline.after(*notice.server_ms, [this, wire = found->second] { end(*wire, close_code::abnormal); });
    }
    if (notice.client_ms) {
        nature_.timeline.after(*notice.client_ms, [wire = found->second] {
            if (std::exchange(wire->open, false)) {
                wire->tell(input::SocketClosed{wire->socket, close_code::abnormal});
            }
        });
    }
}

void Server::offer_relay(TimeMs lifetime_ms) {
    settings_.ice_lifetime_ms = lifetime_ms;
    forget_everything();
}

void Server::forget_everything() {
    hub_ = hub::Hub(settings_);
    taken_to_keep_.clear();
    ++life_;
    for (const auto& [number, wire] : wires_) wire->served = false;
}

void Server::die(Delay noticed, double noticing) {
    alive_ = false;
    forget_everything();
    const auto wires = std::exchange(wires_, {});
    for (const auto& [number, wire] : wires) {
        if (!nature_.dice.happens(noticing)) continue;
        const TimeMs at = nature_.timeline.now() + nature_.dice.draw(noticed);
        nature_.timeline.at(wire->to_client.place(at), [wire = wire] {
            if (std::exchange(wire->open, false)) {
                wire->tell(input::SocketClosed{wire->socket, close_code::abnormal});
            }
        });
    }
}

void Server::restart() {
    forget_everything();
    for (const auto& [number, wire] : std::exchange(wires_, {})) {
        if (std::exchange(wire->open, false)) {
            wire->tell(input::SocketClosed{wire->socket, close_code::service_restart});
        }
    }
}

void Server::drain(const protocol::Drain& notice, TimeMs closes_after_ms) {
    hub_.drain(notice);
    drain_hub();
    nature_.timeline.after(closes_after_ms, [this, life = life_] {
        if (life == life_) restart();
    });
}

void Server::tick() {
    hub_.tick(nature_.timeline.now());
    drain_hub();
}

void Server::drain_hub() {
    while (auto output = hub_.poll()) {
        std::visit([this](auto&& order) { carry_out(std::forward<decltype(order)>(order)); }, *std::move(output));
    }
    // A room that everybody left is forgotten.
    if (hub_.rooms() == 0) taken_to_keep_.clear();
}

void Server::carry_out(hub::output::Deliver order) {
    const auto wire = find(order.to);
    if (wire == nullptr) return;
    wire->last_s = std::max(wire->last_s, order.frame.s);
    deliver(wire, order.frame.str());
}

void Server::carry_out(hub::output::Admit order) {
    const auto wire = find(order.to);
    if (wire == nullptr) return;
    order.joined.grant = order.granted == protocol::Role::Host ? host_grant : "participant";
    order.joined.ice_servers = ice_servers();
    wire->admitted = true;
    deliver(wire, protocol::encode(order.joined));
}

void Server::carry_out(const hub::output::RenewIce& order) {
    hub_.handle(nature_.timeline.now(), order.to, hub::input::IceRenewed{.ice_servers = ice_servers()});
}

std::vector<protocol::IceServer> Server::ice_servers() const {
    if (!offers_relay()) return {};
    const TimeMs ends_at = nature_.timeline.now() + settings_.ice_lifetime_ms;
    return {{{"turn:relay.example"}, std::to_string(ends_at), "password"}};
}

void Server::carry_out(const hub::output::Close& order) {
    const auto wire = find(order.connection);
    if (wire == nullptr) return;
    if (order.code == close_code::bad_message && !wire->past_hub) {
        nature_.journal.fault(wire->page + " said what the hub refuses");
    }
    wire->served = false;
    const TimeMs ready_at = nature_.timeline.now() + nature_.dice.draw(latency);
    nature_.timeline.at(wire->to_client.place(ready_at), [this, wire, code = order.code] {
        if (wire->silent) return;
        if (std::exchange(wire->open, false)) wire->tell(input::SocketClosed{wire->socket, code});
        wires_.erase(wire->connection.value);
    });
}

std::shared_ptr<Server::Wire> Server::find(hub::ConnectionId connection) const {
    const auto found = wires_.find(connection.value);
    return found == wires_.end() || !found->second->served ? nullptr : found->second;
}

}  // namespace parley::world
