#include "tests/core/server.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "protocol/codec.hpp"
#include "protocol/frames.hpp"

namespace parley::core {
namespace {

constexpr const char* host_grant = "host";

}  // namespace

Server::Server(Timeline& timeline, hub::Settings settings)
    : timeline_(timeline), settings_(std::move(settings)), hub_(settings_) {}

std::shared_ptr<Server::Wire> Server::open(SocketId socket, Tell tell) {
    auto wire = std::make_shared<Wire>();
    wire->tell = std::move(tell);
    wire->socket = socket;
    wire->connection = {++last_connection_};
    wire->open = true;
    wires_.push_back(wire);
    timeline_.after(latency_ms, [this, wire] {
        if (!wire->open || answer == Answer::Nothing) return;
        if (answer == Answer::Refuses) {
            wire->open = false;
            return wire->tell(input::SocketClosed{wire->socket, close_code::abnormal});
        }
        wire->served = true;
        wire->tell(input::SocketOpened{wire->socket});
    });
    return wire;
}

void Server::send(Wire& wire, const std::string& text) {
    EXPECT_LE(text.size(), limits::frame_max);
    if (!wire.open || wire.silent) return;
    timeline_.after(latency_ms, [this, &wire, text] {
        if (wire.served && !wire.silent) receive(wire, text);
    });
}

void Server::receive(Wire& wire, const std::string& text) {
    auto decoded = protocol::decode_client(text);
    ASSERT_TRUE(decoded.ok()) << text << ": " << decoded.error().message;
    protocol::ClientMessage message = std::move(decoded).value();
    wire.said.push_back(message);
    hub_.handle(timeline_.now(), wire.connection, to_input(std::move(message)));
    drain();
}

hub::Input Server::to_input(protocol::ClientMessage message) {
    if (auto* join = std::get_if<protocol::Join>(&message)) {
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
                                 .at_ms = timeline_.now()};
    }
    return hub::input::Received{std::move(message)};
}

void Server::tell(Wire& wire, const protocol::ServerMessage& message) { deliver(wire, protocol::encode(message)); }

void Server::deliver(Wire& wire, std::string text) {
    timeline_.after(latency_ms, [&wire, text = std::move(text)] {
        if (wire.open && !wire.silent) wire.tell(input::SocketReceived{wire.socket, text});
    });
}

void Server::close(Wire& wire, std::uint16_t code) {
    wire.open = false;
    timeline_.after(latency_ms, [this, &wire, code] {
        if (!std::exchange(wire.served, false) || wire.silent) return;
        hub_.handle(timeline_.now(), wire.connection, hub::input::Lost{code});
        drain();
    });
}

void Server::cut(Wire& wire, std::uint16_t code) {
    if (std::exchange(wire.served, false)) {
        hub_.handle(timeline_.now(), wire.connection, hub::input::Lost{code});
        drain();
    }
    if (std::exchange(wire.open, false)) wire.tell(input::SocketClosed{wire.socket, code});
}

void Server::restart() {
    hub_ = hub::Hub(settings_);
    for (const auto& wire : std::vector(wires_)) {
        wire->served = false;
        if (std::exchange(wire->open, false))
            wire->tell(input::SocketClosed{wire->socket, close_code::service_restart});
    }
}

void Server::tick() {
    hub_.tick(timeline_.now());
    drain();
}

void Server::drain() {
    while (auto output = hub_.poll()) {
        if (const auto* deliver = std::get_if<hub::output::Deliver>(&*output)) {
            Wire* wire = find(deliver->to);
            if (wire == nullptr) continue;
            wire->last_s = std::max(wire->last_s, deliver->frame.s);
            this->deliver(*wire, deliver->frame.str());
        } else if (auto* admit = std::get_if<hub::output::Admit>(&*output)) {
            admit->joined.grant = admit->granted == protocol::Role::Host ? host_grant : "participant";
            if (Wire* wire = find(admit->to)) tell(*wire, admit->joined);
        } else if (const auto* closing = std::get_if<hub::output::Close>(&*output)) {
            Wire* wire = find(closing->connection);
            if (wire == nullptr) continue;
            wire->served = false;
            timeline_.after(latency_ms, [wire, code = closing->code] {
                if (std::exchange(wire->open, false)) wire->tell(input::SocketClosed{wire->socket, code});
            });
        }
    }
}

Server::Wire* Server::find(hub::ConnectionId connection) {
    for (const auto& wire : wires_) {
        if (wire->connection == connection && wire->served) return wire.get();
    }
    return nullptr;
}

}  // namespace parley::core
