#include "tests/net/client.hpp"

#include <gtest/gtest.h>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <chrono>
#include <optional>

#include "protocol/codec.hpp"

namespace parley::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using asio::ip::tcp;

constexpr std::chrono::seconds patience{10};

tcp::endpoint server_at(std::uint16_t port) { return {asio::ip::address_v4::loopback(), port}; }

std::string host_of(std::uint16_t port) { return "127.0.0.1:" + std::to_string(port); }

// Starts an operation and runs it to its end, which must come in time.
template <class Start>
beast::error_code finish(asio::io_context& context, Start start) {
    std::optional<beast::error_code> result;
    start([&](beast::error_code failure, auto&&...) { result = failure; });
    context.restart();
    context.run_for(patience);
    if (result) return *result;
    ADD_FAILURE() << "nothing came from the server";
    return asio::error::timed_out;
}

}  // namespace

Answer request(std::uint16_t port, const std::string& head) {
    asio::io_context context;
    tcp::socket socket(context);
    socket.connect(server_at(port));
    asio::write(socket, asio::buffer(head + "\r\n\r\n"));
    beast::flat_buffer buffer;
    http::response_parser<http::string_body> parser;
    parser.skip(head.starts_with("HEAD"));
    finish(context, [&](auto done) { http::async_read(socket, buffer, parser, done); });
    Answer answer{.status = parser.get().result_int(), .headers = {}, .body = parser.get().body()};
    for (const auto& field : parser.get()) {
        std::string name(field.name_string());
        for (char& character : name) character = beast::detail::ascii_tolower(character);
        answer.headers.emplace(std::move(name), std::string(field.value()));
    }
    return answer;
}

Answer get(std::uint16_t port, const std::string& target, const std::string& more_headers) {
    return request(port, "GET " + target + " HTTP/1.1\r\nHost: " + host_of(port) +
                             (more_headers.empty() ? "" : "\r\n" + more_headers));
}

std::string masked_frame(unsigned char first, const std::string& text) {
    const std::string mask = "mask";
    std::string frame{static_cast<char>(first), static_cast<char>(0x80U | text.size())};
    frame += mask;
    for (std::size_t index = 0; index < text.size(); ++index) {
        frame += static_cast<char>(text[index] ^ mask[index % mask.size()]);
    }
    return frame;
}

struct SocketClient::State {
    std::uint16_t port = 0;
    asio::io_context context;
    websocket::stream<tcp::socket> socket{context};
    beast::flat_buffer incoming;
};

SocketClient::SocketClient(std::uint16_t port) : state_(std::make_unique<State>()) { state_->port = port; }
SocketClient::~SocketClient() = default;

void SocketClient::take_little_at_once() {
    auto& socket = state_->socket.next_layer();
    socket.open(tcp::v4());
    socket.set_option(tcp::socket::receive_buffer_size(4 * 1024));
}

void SocketClient::connect() { state_->socket.next_layer().connect(server_at(state_->port)); }

unsigned SocketClient::open(const std::string& origin, const std::string& subprotocol) {
    auto& socket = state_->socket;
    connect();
    socket.set_option(websocket::stream_base::decorator([&](websocket::request_type& upgrade) {
        if (!origin.empty()) upgrade.set(http::field::origin, origin);
        if (!subprotocol.empty()) upgrade.set(http::field::sec_websocket_protocol, subprotocol);
    }));
    websocket::response_type response;
    const std::string host = host_of(state_->port);
    finish(state_->context, [&](auto done) { socket.async_handshake(response, host, "/signal", done); });
    return response.result_int();
}

void SocketClient::send_text(const std::string& text) {
    state_->socket.text(true);
    finish(state_->context, [&](auto done) { state_->socket.async_write(asio::buffer(text), done); });
}

void SocketClient::send_binary(const std::string& bytes) {
    state_->socket.binary(true);
    finish(state_->context, [&](auto done) { state_->socket.async_write(asio::buffer(bytes), done); });
}

void SocketClient::send_bytes(const std::string& bytes) {
    auto& socket = state_->socket.next_layer();
    finish(state_->context, [&](auto done) { asio::async_write(socket, asio::buffer(bytes), done); });
}

void SocketClient::send_in_fragments(const std::string& text, std::size_t size_max) {
    state_->socket.auto_fragment(true);
    state_->socket.write_buffer_bytes(size_max);
    send_text(text);
}

void SocketClient::send(const protocol::ClientMessage& message) { send_text(protocol::encode(message)); }

protocol::ServerMessage SocketClient::receive() {
    auto& incoming = state_->incoming;
    incoming.clear();
    const auto failure = finish(state_->context, [&](auto done) { state_->socket.async_read(incoming, done); });
    if (failure) {
        ADD_FAILURE() << "the socket ended: " << failure.message();
        return protocol::Pong{};
    }
    auto decoded = protocol::decode_server(beast::buffers_to_string(incoming.data()));
    if (!decoded) {
        ADD_FAILURE() << decoded.error().message;
        return protocol::Pong{};
    }
    return std::move(decoded).value();
}

void SocketClient::fail_for_another_message(const protocol::ServerMessage& message) {
    ADD_FAILURE() << "another message came: " << protocol::encode(message);
}

std::uint16_t SocketClient::wait_for_close() {
    beast::error_code failure;
    while (!failure) {
        failure = finish(state_->context, [&](auto done) { state_->socket.async_read(state_->incoming, done); });
    }
    return failure == websocket::error::closed ? state_->socket.reason().code : close_code::abnormal;
}

void SocketClient::close(std::uint16_t code) {
    finish(state_->context, [&](auto done) { state_->socket.async_close(websocket::close_reason(code), done); });
}

void SocketClient::cut() { state_->socket.next_layer().close(); }

std::string SocketClient::read_bytes_to_the_end() {
    auto& socket = state_->socket.next_layer();
    std::string bytes;
    finish(state_->context, [&](auto done) { asio::async_read(socket, asio::dynamic_buffer(bytes), done); });
    return bytes;
}

}  // namespace parley::net
