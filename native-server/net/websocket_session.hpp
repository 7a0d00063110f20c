#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "net/switchboard.hpp"
#include "net/timeouts.hpp"

namespace parley::net {

/// One WebSocket (RFC 6455) of the subprotocol `parley.v1`, from the upgrade to the close.
class WebSocketSession final : public Outlet, public std::enable_shared_from_this<WebSocketSession> {
public:
    using UpgradeRequest = boost::beast::http::request<boost::beast::http::empty_body>;

    WebSocketSession(boost::beast::tcp_stream stream, Switchboard& switchboard, const Timeouts& timeouts);

    /// Ends with the connection, or when a client has taken too long to answer a close.
    boost::asio::awaitable<void> run(UpgradeRequest request);

    void deliver(std::string frame) override;
    void close(std::uint16_t code) override;

private:
    boost::asio::awaitable<bool> accept(const UpgradeRequest& request);
    boost::asio::awaitable<std::uint16_t> read_frames();
    void take_frame();
    boost::asio::awaitable<void> write_frames();
    void start_writing();
    void give_up_on_slow_consumer();
    /// There is one deadline at a time: first for the join, later for the close.
    void set_deadline(std::chrono::milliseconds delay, void (WebSocketSession::*when_passed)());
    void join_is_late();
    void close_is_late();

    boost::beast::websocket::stream<boost::beast::tcp_stream> socket_;
    Switchboard& switchboard_;
    Timeouts timeouts_;
    hub::ConnectionId connection_;
    boost::asio::steady_timer deadline_;
    boost::beast::flat_buffer incoming_;
    std::deque<std::string> outbox_;
    std::size_t outbox_bytes_ = 0;
    bool writing_ = false;
    std::optional<std::uint16_t> closing_with_;
    bool close_is_over_ = false;
};

}  // namespace parley::net
