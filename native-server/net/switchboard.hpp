#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "auth/ice.hpp"
#include "hub/hub.hpp"
#include "net/executor.hpp"
#include "net/send_reader.hpp"

/// Between the sockets and the hub: gives the hub time, randomness and proofs, and carries what it says to the sockets.
namespace parley::net {

/// A socket as the switchboard sees it. Both calls return at once.
class Outlet {
public:
    virtual ~Outlet() = default;
    virtual void deliver(const hub::output::Frame& frame) = 0;
    /// Sends what was delivered before, then closes with `code`.
    virtual void close(std::uint16_t code) = 0;
};

/// To be used on the thread of the `io_context` only.
class Switchboard {
public:
    /// `secret` is what grants are made and checked with; `ice` what everyone who joins is given.
    Switchboard(boost::asio::io_context& context, hub::Settings settings, std::string secret, auth::IceOffer ice);

    /// `outlet` must live until `disconnect`.
    hub::ConnectionId connect(Outlet& outlet);
    void receive(hub::ConnectionId connection, std::string_view frame);
    void fault(hub::ConnectionId connection, ErrorCode code, std::string message);
    /// Says that the socket is closed. A second time does nothing.
    void disconnect(hub::ConnectionId connection, std::uint16_t close_code);
    /// Tells everyone, and whoever joins from now on, that this server is going.
    void drain(const protocol::Drain& notice);
    /// Closes every socket, and every one that still connects.
    void close_all(std::uint16_t close_code);

private:
    void handle(hub::ConnectionId connection, hub::Input input);
    [[nodiscard]] hub::Input to_input(protocol::ClientMessage message) const;
    [[nodiscard]] hub::Input to_input(const protocol::Join& join) const;
    void carry_out_all();
    void carry_out(const hub::output::Deliver& deliver);
    void carry_out(hub::output::Admit admit);
    void carry_out(const hub::output::RenewIce& renewal);
    void carry_out(const hub::output::Close& close);
    [[nodiscard]] Outlet* outlet_of(hub::ConnectionId connection) const;
    void wait_for_deadline();

    struct Hash {
        std::size_t operator()(hub::ConnectionId id) const noexcept { return id.value; }
    };

    hub::Hub hub_;
    std::string secret_;
    auth::IceOffer ice_;
    SendReader send_reader_;
    std::unordered_map<hub::ConnectionId, Outlet*, Hash> outlets_;
    std::uint64_t last_connection_ = 0;
    Timer timer_;
    std::optional<std::int64_t> waiting_for_ms_;
    std::optional<std::uint16_t> closing_all_with_;
};

}  // namespace parley::net
