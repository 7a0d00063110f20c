#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "net/deadlines.hpp"
#include "net/executor.hpp"
#include "net/http_session.hpp"
#include "net/outbox.hpp"
#include "net/switchboard.hpp"
#include "net/timeouts.hpp"

namespace parley::net {

/// One WebSocket (RFC 6455) of the subprotocol `parley.v1`, from the upgrade to the close. What is under way keeps it
/// alive. Its steps are plain callbacks, since a coroutine for each frame would cost as much as the frame.
class WebSocketSession final : public Outlet, public std::enable_shared_from_this<WebSocketSession> {
public:
    using UpgradeRequest = boost::beast::http::request<boost::beast::http::empty_body>;

    WebSocketSession(Socket socket, Places::Place place, const Services& services);

    void start(const UpgradeRequest& request);

    void deliver(std::string frame) override;
    void close(std::uint16_t code) override;

private:
    using Failure = boost::beast::error_code;

    void on_accepted(Failure failure, bool speaks_our_protocol);
    void read_next();
    void on_read(Failure failure);
    void take_frame();
    void end(std::uint16_t code);
    void write_next();
    void on_written(Failure failure);
    void give_up_on_slow_consumer();
    void time_is_over();
    void close_socket();

    boost::beast::websocket::stream<Socket, false> socket_;
    Places::Place connection_place_;
    Places::Place socket_place_;
    Switchboard& switchboard_;
    const Timeouts& timeouts_;
    Deadline deadline_;
    hub::ConnectionId connection_;
    boost::beast::flat_buffer incoming_;
    Outbox outbox_;
    /// What `deadline_` is set for.
    enum class Stage { Handshake, Join, Talk, Close } stage_ = Stage::Handshake;
    bool writing_ = false;
    std::uint16_t closing_with_ = 0;
};

}  // namespace parley::net
