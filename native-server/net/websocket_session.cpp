#include "net/websocket_session.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <string>
#include <utility>

namespace parley::net {

namespace asio = boost::asio;

WebSocketSession::WebSocketSession(Socket socket, Places::Place place, const Services& services)
    : socket_(std::move(socket)),
      connection_place_(std::move(place)),
      socket_place_(services.sockets),
      switchboard_(services.switchboard),
      timeouts_(services.timeouts),
      buffers_(services.websocket_buffers),
      deadline_(services.deadlines, [this] { time_is_over(); }) {}

void WebSocketSession::start(std::string_view answer, Subprotocol subprotocol, std::span<char> early) {
    Failure failure;
    socket_.non_blocking(true, failure);
    if (failure) return;
    deadline_.set(timeouts_.join);
    send(answer);
    connection_ = switchboard_.connect(*this);
    if (subprotocol == Subprotocol::None) {
        switchboard_.fault(connection_, ErrorCode::BadMessage, "the subprotocol must be parley.v1");
    }
    take(early);
}

void WebSocketSession::wait_to_read() {
    socket_.async_wait(Socket::wait_read, [self = shared_from_this()](Failure failure) {
        if (failure) return self->end(close_code::abnormal);
        self->read();
    });
}

void WebSocketSession::read() {
    Failure failure;
    const std::size_t size = socket_.read_some(asio::buffer(buffers_.incoming), failure);
    if (failure == asio::error::would_block) return wait_to_read();
    if (failure) return end(close_code::abnormal);
    take(std::span(buffers_.incoming).first(size));
}

void WebSocketSession::take(std::span<char> bytes) {
    if (stage_ == Stage::Talk || stage_ == Stage::AnswerPing) note_sign_of_life();
    for (auto incoming = reader_.next(bytes); incoming.kind != Incoming::Kind::Nothing;
         incoming = reader_.next(bytes)) {
        take(incoming);
    }
    if (socket_.is_open()) wait_to_read();
}

void WebSocketSession::take(const Incoming& incoming) {
    using Kind = Incoming::Kind;
    if (incoming.kind == Kind::Close) return end(incoming.code);
    // Who is told to go is not listened to any more.
    if (closing_ != Closing::No) return;
    switch (incoming.kind) {
        case Kind::Text:
        case Kind::Binary:
            return take_message(incoming);
        case Kind::Ping:
            buffers_.outgoing.begin() += incoming.payload;
            return send(buffers_.outgoing.finish(Opcode::Pong));
        case Kind::TooLarge:
            return switchboard_.fault(connection_, ErrorCode::TooLarge, "the frame is larger than 64 KiB");
        case Kind::Failure:
            return fail(incoming.code);
        default:
            return;
    }
}

void WebSocketSession::take_message(const Incoming& message) {
    if (stage_ == Stage::Join) note_sign_of_life();
    if (message.kind == Incoming::Kind::Binary) {
        return switchboard_.fault(connection_, ErrorCode::BadMessage, "frames must be text");
    }
    switchboard_.receive(connection_, message.payload);
}

void WebSocketSession::note_sign_of_life() {
    stage_ = Stage::Talk;
    deadline_.set(timeouts_.silence);
}

void WebSocketSession::fail(std::uint16_t code) {
    close(code);
    switchboard_.disconnect(connection_, close_code::abnormal);
}

void WebSocketSession::end(std::uint16_t code) {
    const bool is_theirs = closing_ == Closing::No;
    // A Close is answered with its code, unless something half sent stands before the answer.
    if (is_theirs && reader_.has_ended() && outbox_.empty()) send(buffers_.outgoing.close(code));
    close_socket();
    switchboard_.disconnect(connection_, is_theirs ? code : closing_with_);
}

void WebSocketSession::deliver(const hub::output::Frame& frame) {
    if (closing_ != Closing::No) return;
    frame.append_to(buffers_.outgoing.begin());
    send(buffers_.outgoing.finish(Opcode::Text));
}

void WebSocketSession::send(std::string_view bytes) {
    const bool waits = !outbox_.empty();
    if (!waits) {
        Failure failure;
        bytes.remove_prefix(socket_.write_some(asio::buffer(bytes), failure));
        // The reader sees any other failure too and tells the switchboard.
        if (bytes.empty() || (failure && failure != asio::error::would_block)) return;
    }
    if (!outbox_.push(std::string(bytes))) return give_up_on_slow_consumer();
    if (!waits) wait_to_write();
}

void WebSocketSession::wait_to_write() {
    socket_.async_wait(Socket::wait_write, [self = shared_from_this()](Failure failure) {
        if (!failure) self->write_rest();
    });
}

void WebSocketSession::write_rest() {
    while (!outbox_.empty()) {
        const std::string_view rest = std::string_view(outbox_.front()).substr(front_sent_);
        Failure failure;
        const std::size_t sent = socket_.write_some(asio::buffer(rest), failure);
        if (failure == asio::error::would_block) return wait_to_write();
        if (failure) return;
        front_sent_ += sent;
        if (sent < rest.size()) continue;
        outbox_.pop();
        front_sent_ = 0;
    }
    if (closing_ != Closing::No) finish_closing();
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
    if (closing_ != Closing::No) return;
    closing_ = Closing::Wanted;
    closing_with_ = code;
    stage_ = Stage::Close;
    deadline_.set(timeouts_.close);
    if (outbox_.empty()) finish_closing();
}

void WebSocketSession::finish_closing() {
    if (std::exchange(closing_, Closing::Said) == Closing::Wanted) send(buffers_.outgoing.close(closing_with_));
    // Who cannot be understood cannot answer either, and learns that nothing is waited for.
    if (!reader_.has_ended() || !outbox_.empty()) return;
    Failure ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
}

void WebSocketSession::time_is_over() {
    if (stage_ == Stage::Join) {
        return switchboard_.fault(connection_, ErrorCode::JoinTimeout, "no `join` came in time");
    }
    if (stage_ == Stage::Talk) {
        stage_ = Stage::AnswerPing;
        deadline_.set(timeouts_.ping_answer);
        buffers_.outgoing.begin();
        return send(buffers_.outgoing.finish(Opcode::Ping));
    }
    close_socket();
}

void WebSocketSession::close_socket() {
    Failure ignored;
    socket_.close(ignored);
}

}  // namespace parley::net
