#include "tests/core/server.hpp"

#include <gtest/gtest.h>

#include <utility>
#include <variant>

#include "protocol/codec.hpp"

namespace parley::core {

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
    const auto* join = std::get_if<protocol::Join>(&message);
    if (join != nullptr && !wire.joined) {
        // Here a secret is the peer's id, so that a test can choose who is polite.
        wire.joined = true;
        hub_.handle(timeline_.now(), wire.connection,
                    hub::input::Join{.room = join->room,
                                     .room_key = join->access.value_or(std::string()),
                                     .peer = PeerId(join->secret),
                                     .session = SessionId("session-" + std::to_string(++last_session_)),
                                     .presence = join->presence});
    } else {
        hub_.handle(timeline_.now(), wire.connection, hub::input::Received{std::move(message)});
    }
    drain();
}

void Server::tell(Wire& wire, const protocol::ServerMessage& message) {
    timeline_.after(latency_ms, [&wire, text = protocol::encode(message)] {
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
            if (Wire* wire = find(deliver->to)) tell(*wire, deliver->message);
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
