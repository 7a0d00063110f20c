#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "auth/ice.hpp"
#include "hub/hub.hpp"
#include "net/assets.hpp"
#include "net/timeouts.hpp"
#include "protocol/result.hpp"
#include "relay/watch.hpp"

namespace parley::net {

struct ServerSettings {
    std::string address = "127.0.0.1";  ///< IPv4 or IPv6, without brackets
    std::uint16_t port = 8080;          ///< 0: the system picks one
    std::vector<std::string> allowed_origins;
    /// Under the 20,000 files that many systems allow a process.
    std::size_t connections_max = 10'000;
    /// What grants are made with. A server with the same secret believes them.
    std::string secret;
    auth::IceOffer ice;
    relay::Pace relay_pace;
    /// Told of what whoever runs the server should know, in a line; called while `run` is.
    std::function<void(const std::string&)> report = [](const std::string&) {};
    hub::Settings hub;  ///< its `ice_lifetime_ms` is not 0 where relays are offered
    Timeouts timeouts;
    Draining draining;
};

/// The whole server on one thread.
class Server {
public:
    /// Listens at once. The error is a sentence that says why it cannot.
    static Result<std::unique_ptr<Server>, std::string> open(ServerSettings settings,
                                                             std::unique_ptr<AssetSource> assets);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;

    /// SIGINT and SIGTERM then mean `stop`. To be called before `run`.
    void stop_on_signals();

    /// Serves until it has stopped.
    void run();

    /// Listens no more, tells every client to come back later, and ends `run` once all are gone or `Draining` is over.
    /// A second time ends it at once. May be called from any thread.
    void stop();

private:
    struct State;
    explicit Server(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace parley::net
