#pragma once

#include <emscripten/val.h>

#include <string>

#include "core/handles.hpp"
#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// One WebSocket (WHATWG WebSockets) to the page's own server. Silent once it is destroyed.
class SignalSocket {
public:
    SignalSocket(core::SocketId id, Sink sink);
    ~SignalSocket();
    SignalSocket(const SignalSocket&) = delete;
    SignalSocket& operator=(const SignalSocket&) = delete;

    /// Dropped while the socket is not open: whoever sends hears of its close.
    void send(const std::string& text);
    void close(int code);

    void on_event(const emscripten::val& event);

private:
    core::SocketId id_;
    Sink sink_;
    emscripten::val socket_;
    Handle<SignalSocket> handle_{*this};
};

}  // namespace parley::web
