#include "net/websocket_session.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
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

constexpr beast::string_view subprotocol = "parley.v1";
constexpr std::size_t read_size_max = 16 * 1024;
// What a quiet socket may keep allocated; a larger message gives its memory back.
constexpr std::size_t quiet_buffer_max = 2 * 1024;

bool speaks_our_protocol(const WebSocketSession::UpgradeRequest& request) {
    return http::token_list{request[http::field::sec_websocket_protocol]}.exists(subprotocol);
}

}  // namespace

WebSocketSession::WebSocketSession(Socket socket, Places::Place place, const Services& services)
    : socket_(std::move(socket)),
      connection_place_(std::move(place)),
      socket_place_(services.sockets),
      switchboard_(services.switchboard),
      timeouts_(services.timeouts),
      deadline_(services.deadlines, [this] { time_is_over(); }) {}

void WebSocketSession::start(const UpgradeRequest& request) {
    deadline_.set(timeouts_.handshake);
    const bool ours = speaks_our_protocol(request);
    if (ours) {
        socket_.set_option(websocket::stream_base::decorator([](websocket::response_type& response) {
            response.set(http::field::sec_websocket_protocol, subprotocol);
        }));
    }
    // The bound is ours to check, because a frame over it is answered before the socket closes.
    socket_.read_message_max(0);
    socket_.auto_fragment(false);
    socket_.async_accept(request,
                         [self = shared_from_this(), ours](Failure failure) { self->on_accepted(failure, ours); });
}

void WebSocketSession::on_accepted(Failure failure, bool speaks_our_protocol) {
    if (failure) return;
    stage_ = Stage::Join;
    deadline_.set(timeouts_.join);
    connection_ = switchboard_.connect(*this);
    if (!speaks_our_protocol) {
        switchboard_.fault(connection_, ErrorCode::BadMessage, "the subprotocol must be parley.v1");
    }
    read_next();
}

void WebSocketSession::read_next() {
    if (closing_with_ != 0) return end(closing_with_);
    socket_.async_read_some(incoming_, read_size_max,
                            [self = shared_from_this()](Failure failure, std::size_t) { self->on_read(failure); });
}

void WebSocketSession::on_read(Failure failure) {
    if (failure == websocket::error::closed) return end(socket_.reason().code);
    if (failure) return end(close_code::abnormal);
    if (stage_ == Stage::Talk) deadline_.set(timeouts_.silence);
    if (closing_with_ == 0 && incoming_.size() > limits::frame_max) {
        switchboard_.fault(connection_, ErrorCode::TooLarge, "the frame is larger than 64 KiB");
    } else if (closing_with_ == 0 && socket_.is_message_done()) {
        take_frame();
    }
    read_next();
}

void WebSocketSession::take_frame() {
    if (stage_ == Stage::Join) {
        stage_ = Stage::Talk;
        deadline_.set(timeouts_.silence);
    }
    if (socket_.got_binary()) {
        return switchboard_.fault(connection_, ErrorCode::BadMessage, "frames must be text");
    }
    const auto data = incoming_.cdata();
    switchboard_.receive(connection_, {static_cast<const char*>(data.data()), data.size()});
    incoming_.consume(incoming_.size());
    if (incoming_.capacity() > quiet_buffer_max) incoming_.shrink_to_fit();
}

void WebSocketSession::end(std::uint16_t code) {
    // A close of ours that is under way has its own time limit; else nothing that is still written can matter.
    if (closing_with_ == 0) close_socket();
    switchboard_.disconnect(connection_, code);
}

void WebSocketSession::deliver(std::string frame) {
    if (closing_with_ != 0) return;
    if (!outbox_.push(std::move(frame))) return give_up_on_slow_consumer();
    if (!writing_) write_next();
}

void WebSocketSession::give_up_on_slow_consumer() {
    outbox_.keep_only_first();
    close(close_code::slow_consumer);
    // The others learn at once that it is away, but not in the middle of what is being delivered to them.
    asio::post(socket_.get_executor(), [self = shared_from_this()] {
        self->switchboard_.disconnect(self->connection_, close_code::slow_consumer);
    });
}

void WebSocketSession::close(std::uint16_t code) {
    if (closing_with_ != 0) return;
    closing_with_ = code;
    stage_ = Stage::Close;
    deadline_.set(timeouts_.close);
    if (!writing_) write_next();
}

void WebSocketSession::write_next() {
    writing_ = !outbox_.empty();
    if (writing_) {
        socket_.async_write(asio::buffer(outbox_.front()),
                            [self = shared_from_this()](Failure failure, std::size_t) { self->on_written(failure); });
    } else if (closing_with_ != 0) {
        writing_ = true;
        socket_.async_close(static_cast<websocket::close_code>(closing_with_),
                            [self = shared_from_this()](Failure /*failure*/) { self->deadline_.clear(); });
    }
}

void WebSocketSession::on_written(Failure failure) {
    // The reader sees the same failure and tells the switchboard.
    if (failure) return;
    outbox_.pop();
    write_next();
}

void WebSocketSession::time_is_over() {
    if (stage_ == Stage::Join) {
        return switchboard_.fault(connection_, ErrorCode::JoinTimeout, "no `join` came in time");
    }
    close_socket();
}

void WebSocketSession::close_socket() {
    Failure ignored;
    beast::get_lowest_layer(socket_).close(ignored);
}

}  // namespace parley::net
