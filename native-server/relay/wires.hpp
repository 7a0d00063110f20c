#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/udp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "relay/stun_message.hpp"
#include "relay/url.hpp"

/// The ways to talk to a relay. Each opens a connection, sends requests and receives messages, until it is closed.
namespace parley::relay {

enum class Opened { Yes, No, Untrusted };

/// Datagrams (RFC 8489 section 6.2.1), each said again until an answer comes.
class UdpWire {
public:
    explicit UdpWire(const boost::asio::any_io_executor& executor) : socket_(executor), timer_(executor) {}

    boost::asio::awaitable<Opened> open(Url url);
    /// The next message. Nothing once there will be none.
    boost::asio::awaitable<std::optional<std::vector<std::uint8_t>>> ask(Bytes request);
    void close();

private:
    void say_until_answered(std::chrono::milliseconds pause);

    boost::asio::ip::udp::socket socket_;
    boost::asio::steady_timer timer_;
    std::vector<std::uint8_t> request_;
};

/// A stream (RFC 8489 section 6.2.2).
class TcpWire {
public:
    explicit TcpWire(const boost::asio::any_io_executor& executor) : socket_(executor) {}

    boost::asio::awaitable<Opened> open(Url url);
    boost::asio::awaitable<std::optional<std::vector<std::uint8_t>>> ask(Bytes request);
    void close();

private:
    boost::asio::ip::tcp::socket socket_;
};

/// The same through TLS (RFC 8489 section 6.2.3), with a certificate that the system trusts.
class TlsWire {
public:
    explicit TlsWire(const boost::asio::any_io_executor& executor);

    boost::asio::awaitable<Opened> open(Url url);
    boost::asio::awaitable<std::optional<std::vector<std::uint8_t>>> ask(Bytes request);
    void close();

private:
    boost::asio::ssl::context context_;
    boost::asio::ssl::stream<boost::asio::ip::tcp::socket> stream_;
};

}  // namespace parley::relay
