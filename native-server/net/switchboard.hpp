#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "hub/hub.hpp"

/// Between the sockets and the hub: gives the hub time and randomness, and carries what it says to the sockets.
namespace parley::net {

/// A socket as the switchboard sees it. Both calls return at once.
class Outlet {
public:
    virtual ~Outlet() = default;
    virtual void deliver(std::string frame) = 0;
    /// Sends what was delivered before, then closes with `code`.
    virtual void close(std::uint16_t code) = 0;
};

/// To be used on the thread of the `io_context` only.
class Switchboard {
public:
    Switchboard(boost::asio::io_context& context, hub::Settings settings);

    /// `outlet` must live until `disconnect`.
    hub::ConnectionId connect(Outlet& outlet);
    void receive(hub::ConnectionId connection, std::string_view frame);
    void fault(hub::ConnectionId connection, ErrorCode code, std::string message);
    /// Says that the socket is closed. A second time does nothing.
    void disconnect(hub::ConnectionId connection, std::uint16_t close_code);
    /// Closes every socket, and every one that still connects.
    void close_all(std::uint16_t close_code);

private:
    void handle(hub::ConnectionId connection, hub::Input input);
    void drain();
    void wait_for_deadline();

    hub::Hub hub_;
    std::map<hub::ConnectionId, Outlet*> outlets_;
    std::uint64_t last_connection_ = 0;
    boost::asio::steady_timer timer_;
    std::optional<std::int64_t> waiting_for_ms_;
    std::optional<std::uint16_t> closing_all_with_;
};

}  // namespace parley::net
