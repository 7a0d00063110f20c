#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/input.hpp"
#include "hub/hub.hpp"
#include "tests/core/timeline.hpp"

namespace parley::core {

/// The real hub behind sockets that can be slow, cut, refused or silent.
class Server {
public:
    using Tell = std::function<void(Input)>;
    enum class Answer { Accepts, Refuses, Nothing };

    /// One socket, as its client holds it.
    struct Wire {
        Tell tell;
        SocketId socket;
        hub::ConnectionId connection;
        bool open = false;                          ///< at the client
        bool served = false;                        ///< at the server, which may learn of an end later or never
        bool silent = false;                        ///< nothing gets through and nobody is told
        protocol::Sequence last_s = 0;              ///< of what the hub said on it
        std::vector<protocol::ClientMessage> said;  ///< by the client
    };

    Server(Timeline& timeline, hub::Settings settings);

    std::shared_ptr<Wire> open(SocketId socket, Tell tell);
    void send(Wire& wire, const std::string& text);
    /// By the client, which hears nothing of it afterwards.
    void close(Wire& wire, std::uint16_t code);

    /// Both ends notice at once.
    void cut(Wire& wire, std::uint16_t code = close_code::abnormal);
    /// Every socket is cut and every room forgotten.
    void restart();
    /// Speaks as the server would, past the hub.
    void tell(Wire& wire, const protocol::ServerMessage& message);

    void tick();
    [[nodiscard]] std::optional<TimeMs> deadline() const { return hub_.deadline(); }

    Answer answer = Answer::Accepts;
    TimeMs latency_ms = 10;

private:
    void receive(Wire& wire, const std::string& text);
    hub::Input to_input(protocol::ClientMessage message);
    void deliver(Wire& wire, std::string text);
    void drain();
    Wire* find(hub::ConnectionId connection);

    Timeline& timeline_;
    hub::Settings settings_;
    hub::Hub hub_;
    std::vector<std::shared_ptr<Wire>> wires_;
    std::uint64_t last_connection_ = 0;
    std::uint64_t last_session_ = 0;
};

}  // namespace parley::core
