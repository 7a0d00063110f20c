#include "net/websocket_session.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/field.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <utility>

#include "protocol/limits.hpp"

namespace parley::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;

constexpr auto as_result = asio::as_tuple(asio::use_awaitable);
constexpr beast::string_view subprotocol = "parley.v1";
constexpr std::size_t read_size_max = 16 * 1024;

bool speaks_our_protocol(const WebSocketSession::UpgradeRequest& request) {
    return http::token_list{request[http::field::sec_websocket_protocol]}.exists(subprotocol);
}

}  // namespace

WebSocketSession::WebSocketSession(beast::tcp_stream stream, Switchboard& switchboard, const Timeouts& timeouts)
    : socket_(std::move(stream)), switchboard_(switchboard), timeouts_(timeouts), deadline_(socket_.get_executor()) {}

asio::awaitable<void> WebSocketSession::run(UpgradeRequest request) {
    const auto self = shared_from_this();
    if (!co_await accept(request)) co_return;
    connection_ = switchboard_.connect(*this);
    if (!speaks_our_protocol(request)) {
        switchboard_.fault(connection_, ErrorCode::BadMessage, "the subprotocol must be parley.v1");
    }
    if (!closing_with_) set_deadline(timeouts_.join, &WebSocketSession::join_is_late);
    const std::uint16_t close_code = co_await read_frames();
    switchboard_.disconnect(connection_, close_code);
    // The connection counts among the open ones until its close is over.
    if (closing_with_ && !close_is_over_) co_await deadline_.async_wait(as_result);
}

asio::awaitable<bool> WebSocketSession::accept(const UpgradeRequest& request) {
    beast::get_lowest_layer(socket_).expires_never();
    socket_.set_option(websocket::stream_base::timeout{
        .handshake_timeout = timeouts_.handshake, .idle_timeout = timeouts_.silence, .keep_alive_pings = false});
    if (speaks_our_protocol(request)) {
        socket_.set_option(websocket::stream_base::decorator([](websocket::response_type& response) {
            response.set(http::field::sec_websocket_protocol, subprotocol);
        }));
    }
    // The bound is ours to check, because a frame over it is answered before the socket closes.
    socket_.read_message_max(0);
    socket_.auto_fragment(false);
    const auto [failure] = co_await socket_.async_accept(request, as_result);
    co_return !failure;
}

asio::awaitable<std::uint16_t> WebSocketSession::read_frames() {
    while (!closing_with_) {
        const auto [failure, size] = co_await socket_.async_read_some(incoming_, read_size_max, as_result);
        if (failure == websocket::error::closed) co_return socket_.reason().code;
        if (failure) co_return close_code::abnormal;
        if (closing_with_) break;
        if (incoming_.size() > limits::frame_max) {
            switchboard_.fault(connection_, ErrorCode::TooLarge, "the frame is larger than 64 KiB");
        } else if (socket_.is_message_done()) {
            take_frame();
        }
    }
    co_return *closing_with_;
}

void WebSocketSession::take_frame() {
    deadline_.cancel();
    if (socket_.got_binary()) {
        return switchboard_.fault(connection_, ErrorCode::BadMessage, "frames must be text");
    }
    const auto data = incoming_.cdata();
    switchboard_.receive(connection_, {static_cast<const char*>(data.data()), data.size()});
    incoming_.consume(incoming_.size());
}

void WebSocketSession::deliver(std::string frame) {
    if (closing_with_) return;
    const bool fits =
        outbox_.size() < limits::outbox_messages_max && outbox_bytes_ + frame.size() <= limits::outbox_bytes_max;
    if (!fits) return give_up_on_slow_consumer();
    outbox_bytes_ += frame.size();
    outbox_.push_back(std::move(frame));
    start_writing();
}

void WebSocketSession::give_up_on_slow_consumer() {
    // Only what is being written now must stay.
    outbox_.resize(writing_ ? 1 : 0);
    close(close_code::slow_consumer);
    // The others learn at once that it is away, but not in the middle of what is being delivered to them.
    asio::post(socket_.get_executor(), [self = shared_from_this()] {
        self->switchboard_.disconnect(self->connection_, close_code::slow_consumer);
    });
}

void WebSocketSession::close(std::uint16_t code) {
    if (closing_with_) return;
    closing_with_ = code;
    set_deadline(timeouts_.close, &WebSocketSession::close_is_late);
    start_writing();
}

void WebSocketSession::start_writing() {
    if (std::exchange(writing_, true)) return;
    asio::co_spawn(
        socket_.get_executor(), [self = shared_from_this()] { return self->write_frames(); }, asio::detached);
}

asio::awaitable<void> WebSocketSession::write_frames() {
    const auto self = shared_from_this();
    while (!outbox_.empty()) {
        const auto [failure, size] = co_await socket_.async_write(asio::buffer(outbox_.front()), as_result);
        // The reader sees the same failure and tells the switchboard.
        if (failure) co_return;
        outbox_bytes_ -= outbox_.front().size();
        outbox_.pop_front();
    }
    writing_ = false;
    if (!closing_with_) co_return;
    co_await socket_.async_close(static_cast<websocket::close_code>(*closing_with_), as_result);
    close_is_over_ = true;
    deadline_.cancel();
}

void WebSocketSession::set_deadline(std::chrono::milliseconds delay, void (WebSocketSession::*when_passed)()) {
    deadline_.expires_after(delay);
    deadline_.async_wait([session = weak_from_this(), when_passed](boost::system::error_code failure) {
        const auto self = session.lock();
        if (!failure && self) ((*self).*when_passed)();
    });
}

void WebSocketSession::join_is_late() {
    switchboard_.fault(connection_, ErrorCode::JoinTimeout, "no `join` came in time");
}

void WebSocketSession::close_is_late() { beast::get_lowest_layer(socket_).close(); }

}  // namespace parley::net
