#include "tests/bench/relay/websocket_client.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iostream>

namespace parley::bench {
namespace {

// Any key but zeros, which a server may skip to apply.
constexpr std::array<char, 4> mask{0x37, 0x11, 0x5b, 0x2c};
constexpr std::size_t read_size = 64 * 1024;
constexpr unsigned char text_frame = 0x81;
constexpr unsigned char close_opcode = 8;

std::size_t big_endian(std::string_view bytes) {
    std::size_t number = 0;
    for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

// RFC 6455 section 5.2, with a mask as clients must have.
std::string masked_frame(std::string_view text) {
    std::string frame(1, static_cast<char>(text_frame));
    if (text.size() < 126) {
        frame += static_cast<char>(0x80 | text.size());
    } else {
        frame += static_cast<char>(0x80 | 126);
        frame += static_cast<char>(text.size() >> 8);
        frame += static_cast<char>(text.size());
    }
    frame.append(mask.data(), mask.size());
    const std::size_t start = frame.size();
    frame += text;
    for (std::size_t index = 0; index < text.size(); ++index) {
        frame[start + index] = static_cast<char>(frame[start + index] ^ mask[index % mask.size()]);
    }
    return frame;
}

}  // namespace

void fail(std::string_view sentence) {
    std::cerr << "parley-relay-load: " << sentence << '\n';
    std::_Exit(1);
}

WebSocketClient::WebSocketClient(int epoll, std::uint32_t number, std::uint16_t port) : epoll_(epoll), number_(number) {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in server{
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(INADDR_LOOPBACK)}, .sin_zero = {}};
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&server), sizeof server) != 0) fail("cannot connect");
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    upgrade(port);
    ::fcntl(socket_, F_SETFL, O_NONBLOCK);
    watch(EPOLLIN, EPOLL_CTL_ADD);
}

WebSocketClient::~WebSocketClient() { ::close(socket_); }

void WebSocketClient::upgrade(std::uint16_t port) {
    const std::string request = "GET /signal HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
                                "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                "Sec-WebSocket-Protocol: parley.v1\r\n\r\n";
    if (::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) < 0) fail("cannot upgrade");
    std::string answer;
    std::array<char, 1024> part{};
    while (answer.find("\r\n\r\n") == std::string::npos) {
        const ssize_t size = ::recv(socket_, part.data(), part.size(), 0);
        if (size <= 0) fail("the server closed before the upgrade");
        answer.append(part.data(), static_cast<std::size_t>(size));
    }
    if (!answer.starts_with("HTTP/1.1 101")) fail("the server refused the upgrade");
}

void WebSocketClient::watch(std::uint32_t events, int operation) {
    epoll_event event{.events = events, .data = {.u32 = number_}};
    ::epoll_ctl(epoll_, operation, socket_, &event);
}

void WebSocketClient::send_text(std::string_view text) {
    const std::string frame = masked_frame(text);
    if (!rest_.empty()) {
        rest_ += frame;
        return;
    }
    const ssize_t sent = ::send(socket_, frame.data(), frame.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN) fail("the server closed a socket");
    const auto done = static_cast<std::size_t>(sent < 0 ? 0 : sent);
    if (done == frame.size()) return;
    rest_ = frame.substr(done);
    watch(EPOLLIN | EPOLLOUT, EPOLL_CTL_MOD);
}

void WebSocketClient::write_rest() {
    const ssize_t sent = ::send(socket_, rest_.data(), rest_.size(), MSG_NOSIGNAL);
    if (sent > 0) rest_.erase(0, static_cast<std::size_t>(sent));
    if (rest_.empty()) watch(EPOLLIN, EPOLL_CTL_MOD);
}

void WebSocketClient::read() {
    static std::array<char, read_size> part;
    incoming_.erase(0, taken_);
    taken_ = 0;
    const ssize_t size = ::recv(socket_, part.data(), part.size(), 0);
    if (size == 0) fail("the server closed a socket");
    if (size > 0) incoming_.append(part.data(), static_cast<std::size_t>(size));
}

std::optional<std::string_view> WebSocketClient::next_frame() {
    for (;;) {
        const std::string_view waiting = std::string_view(incoming_).substr(taken_);
        if (waiting.size() < 2) return std::nullopt;
        std::size_t size = static_cast<unsigned char>(waiting[1]);
        std::size_t head_size = 2;
        if (size == 126) head_size = 4;
        if (size == 127) head_size = 10;
        if (waiting.size() < head_size) return std::nullopt;
        if (head_size > 2) size = big_endian(waiting.substr(2, head_size - 2));
        if (waiting.size() < head_size + size) return std::nullopt;
        taken_ += head_size + size;
        const auto first = static_cast<unsigned char>(waiting[0]);
        if ((first & 0x0F) == close_opcode) fail("the server closed a WebSocket");
        if (first == text_frame) return waiting.substr(head_size, size);
    }
}

}  // namespace parley::bench
