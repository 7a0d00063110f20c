#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/input.hpp"
#include "hub/hub.hpp"
#include "tests/world/nature.hpp"

namespace parley::world {

/// The real hub behind sockets that can be slow, cut, refused or silent. It may die, and come back knowing nothing.
class Server {
public:
    using Tell = std::function<void(core::Input)>;
    enum class Answer { Accepts, Refuses, Nothing };

    /// One socket, as its client holds it.
    struct Wire {
        Tell tell;
        std::string page;
        core::SocketId socket;
        hub::ConnectionId connection;
        bool open = false;       ///< at the client
        bool served = false;     ///< at the server, which may learn of an end later or never
        bool silent = false;     ///< nothing gets through and nobody is told
        bool abandoned = false;  ///< with its page: what was under way to the server is lost
        bool past_hub = false;   ///< it was told what the hub knows nothing of
        bool admitted = false;   ///< and told who is there
        TimeMs heard_at = 0;     ///< by the server
        Queue to_client;
        Queue to_server;
        protocol::Sequence last_s = 0;              ///< of what the hub said on it
        std::vector<protocol::ClientMessage> said;  ///< by the client, while `remembers`
    };
    /// When the ends of a socket that is cut notice it; nothing: never by themselves.
    struct Notice {
        std::optional<TimeMs> client_ms = 0;
        std::optional<TimeMs> server_ms = 0;
    };

    Server(Nature& nature, hub::Settings settings);

    std::shared_ptr<Wire> open(const std::string& page, core::SocketId socket, Tell tell);
    void send(Wire& wire, const std::string& text);
    /// By the client, which hears nothing of it afterwards.
    void close(Wire& wire, std::uint16_t code);

    /// Both ends notice at once.
    void cut(Wire& wire, std::uint16_t code = close_code::abnormal);
    /// Nothing gets through any more, whoever notices.
    void lose(Wire& wire, Notice notice);
    /// Every room is forgotten, and nobody is served until `start`. Clients notice in their own time, or never.
    void die(Delay noticed, double noticing);
    void start() { alive_ = true; }
    /// There is a relay from now on, whose credentials last for so long. Before anybody comes.
    void offer_relay(TimeMs lifetime_ms);
    [[nodiscard]] bool offers_relay() const { return settings_.ice_lifetime_ms > 0; }
    /// Every socket is cut and every room forgotten.
    void restart();
    /// Everyone is told to come back, then every socket is closed and every room forgotten.
    void drain(const protocol::Drain& notice, TimeMs closes_after_ms);
    /// The presence that a peer joined with last.
    [[nodiscard]] const std::string& joined_with(const std::string& peer) const { return joined_with_.at(peer); }
    /// Speaks as the server would, past the hub.
    void tell(Wire& wire, const protocol::ServerMessage& message);

    void tick();
    [[nodiscard]] std::optional<TimeMs> deadline() const { return hub_.deadline(); }
    [[nodiscard]] bool alive() const { return alive_; }
    [[nodiscard]] std::size_t people() const { return hub_.people(); }
    /// Bodies that were taken to be kept, since the server or the last one in the room forgot everything.
    [[nodiscard]] const std::vector<std::string>& taken_to_keep() const { return taken_to_keep_; }

    Answer answer = Answer::Accepts;
    Delay latency{10, 10};
    TimeMs silence_timeout_ms = 0;  ///< 0: a silent socket is served for ever
    bool remembers = true;

private:
    void receive(const std::shared_ptr<Wire>& wire, const std::string& text);
    hub::Input to_input(protocol::ClientMessage message);
    void deliver(const std::shared_ptr<Wire>& wire, std::string text);
    void carry_out(hub::output::Deliver order);
    void carry_out(hub::output::Admit order);
    void carry_out(const hub::output::RenewIce& order);
    void carry_out(const hub::output::Close& order);
    void watch_silence(const std::shared_ptr<Wire>& wire, TimeMs at);
    void end(Wire& wire, std::uint16_t code);
    void forget_everything();
    [[nodiscard]] std::vector<protocol::IceServer> ice_servers() const;
    void drain_hub();
    std::shared_ptr<Wire> find(hub::ConnectionId connection) const;

    Nature& nature_;
    hub::Settings settings_;
    hub::Hub hub_;
    std::map<std::uint64_t, std::shared_ptr<Wire>> wires_;  ///< those of which either end is open
    std::vector<std::string> taken_to_keep_;
    std::map<std::string, std::string> joined_with_;  ///< presences
    bool alive_ = true;
    std::uint64_t life_ = 1;
    std::uint64_t last_connection_ = 0;
    std::uint64_t last_session_ = 0;
};

}  // namespace parley::world
