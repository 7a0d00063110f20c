#include "web/signal_socket.hpp"

#include <emscripten/bind.h>

#include <cstdint>
#include <string>
#include <utility>

namespace parley::web {

using emscripten::val;

namespace {

constexpr const char* subprotocol = "parley.v1";
constexpr int open_state = 1;  // WebSocket.OPEN

std::string signal_address() {
    const val location = val::global("location");
    const std::string scheme = location["protocol"].as<std::string>() == "https:" ? "wss://" : "ws://";
    return scheme + location["host"].as<std::string>() + "/signal";
}

void signal_socket_event(int handle, val event) {
    if (auto* socket = Handle<SignalSocket>::find(handle)) socket->on_event(event);
}

EMSCRIPTEN_BINDINGS(signal_socket) { emscripten::function("signal_socket_event", &signal_socket_event); }

}  // namespace

SignalSocket::SignalSocket(core::SocketId id, Sink sink)
    : id_(id), sink_(std::move(sink)), socket_(val::global("WebSocket").new_(val(signal_address()), val(subprotocol))) {
    const val listener = callback("signal_socket_event", handle_.number());
    for (const char* type : {"open", "message", "close"}) socket_.call<void>("addEventListener", val(type), listener);
}

SignalSocket::~SignalSocket() = default;

void SignalSocket::send(const std::string& text) {
    if (socket_["readyState"].as<int>() == open_state) socket_.call<void>("send", text);
}

void SignalSocket::close(int code) { socket_.call<void>("close", code); }

void SignalSocket::on_event(const val& event) {
    const auto type = event["type"].as<std::string>();
    if (type == "open") {
        sink_(core::input::SocketOpened{id_});
    } else if (type == "close") {
        sink_(core::input::SocketClosed{id_, event["code"].as<std::uint16_t>()});
    } else if (event["data"].typeOf().as<std::string>() == "string") {
        sink_(core::input::SocketReceived{id_, event["data"].as<std::string>()});
    }
}

}  // namespace parley::web
