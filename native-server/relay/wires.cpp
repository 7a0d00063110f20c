#include "relay/wires.hpp"

#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <span>

namespace parley::relay {
namespace {

namespace asio = boost::asio;
using Failure = boost::system::error_code;
using Answer = std::optional<std::vector<std::uint8_t>>;

constexpr auto as_result = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::milliseconds first_pause{500};  // RFC 8489 section 6.2.1

// An address is not looked up: that would take a thread.
template <class Protocol>
asio::awaitable<std::vector<typename Protocol::endpoint>> endpoints_of(Url url) {
    Failure failure;
    const auto address = asio::ip::make_address(url.host, failure);
    std::vector<typename Protocol::endpoint> endpoints;
    if (!failure) {
        endpoints.emplace_back(address, url.port);
        co_return endpoints;
    }
    typename Protocol::resolver resolver(co_await asio::this_coro::executor);
    const auto [unknown, found] = co_await resolver.async_resolve(url.host, std::to_string(url.port), as_result);
    if (!unknown) {
        for (const auto& entry : found) endpoints.push_back(entry.endpoint());
    }
    co_return endpoints;
}

asio::awaitable<Opened> connect(asio::ip::tcp::socket& socket, Url url) {
    const auto endpoints = co_await endpoints_of<asio::ip::tcp>(std::move(url));
    const auto [failure, endpoint] = co_await asio::async_connect(socket, endpoints, as_result);
    co_return failure ? Opened::No : Opened::Yes;
}

template <class Stream>
asio::awaitable<Answer> ask_over(Stream& stream, Bytes request) {
    const auto [unsent, sent] =
        co_await asio::async_write(stream, asio::buffer(request.data(), request.size()), as_result);
    if (unsent) co_return std::nullopt;
    std::vector<std::uint8_t> message(header_size);
    const auto [no_header, header] = co_await asio::async_read(stream, asio::buffer(message), as_result);
    const auto length = no_header ? std::nullopt : Message::length_after(message);
    if (!length) co_return std::nullopt;
    message.resize(header_size + *length);
    const auto rest = std::span(message).subspan(header_size);
    const auto [cut_off, size] = co_await asio::async_read(stream, asio::buffer(rest.data(), rest.size()), as_result);
    if (cut_off) co_return std::nullopt;
    co_return message;
}

}  // namespace

asio::awaitable<Opened> UdpWire::open(Url url) {
    const auto endpoints = co_await endpoints_of<asio::ip::udp>(std::move(url));
    const auto [failure, endpoint] = co_await asio::async_connect(socket_, endpoints, as_result);
    co_return failure ? Opened::No : Opened::Yes;
}

asio::awaitable<Answer> UdpWire::ask(Bytes request) {
    request_.assign(request.begin(), request.end());
    say_until_answered(first_pause);
    std::vector<std::uint8_t> message(message_max);
    const auto [failure, size] = co_await socket_.async_receive(asio::buffer(message), as_result);
    timer_.cancel();
    if (failure) co_return std::nullopt;
    message.resize(size);
    co_return message;
}

void UdpWire::say_until_answered(std::chrono::milliseconds pause) {
    // What cannot be sent now is sent again, as what gets lost is.
    Failure ignored;
    socket_.send(asio::buffer(request_), 0, ignored);
    timer_.expires_after(pause);
    timer_.async_wait([this, pause](Failure failure) {
        if (!failure) say_until_answered(2 * pause);
    });
}

void UdpWire::close() {
    Failure ignored;
    timer_.cancel();
    socket_.close(ignored);
}

asio::awaitable<Opened> TcpWire::open(Url url) { return connect(socket_, std::move(url)); }

asio::awaitable<Answer> TcpWire::ask(Bytes request) { return ask_over(socket_, request); }

void TcpWire::close() {
    Failure ignored;
    socket_.close(ignored);
}

TlsWire::TlsWire(const asio::any_io_executor& executor)
    : context_(asio::ssl::context::tls_client), stream_(executor, context_) {}

asio::awaitable<Opened> TlsWire::open(Url url) {
    Failure failure;
    context_.set_default_verify_paths(failure);
    stream_.set_verify_mode(asio::ssl::verify_peer, failure);
    stream_.set_verify_callback(asio::ssl::host_name_verification(url.host), failure);
    Failure is_name;
    asio::ip::make_address(url.host, is_name);
    // A relay may have several names, each with its certificate; an address is none (RFC 6066 section 3).
    if (is_name) SSL_set_tlsext_host_name(stream_.native_handle(), url.host.c_str());
    if (failure) co_return Opened::No;
    const Opened connected = co_await connect(stream_.next_layer(), std::move(url));
    if (connected != Opened::Yes) co_return connected;
    const auto [refused] = co_await stream_.async_handshake(asio::ssl::stream_base::client, as_result);
    if (!refused) co_return Opened::Yes;
    co_return SSL_get_verify_result(stream_.native_handle()) == X509_V_OK ? Opened::No : Opened::Untrusted;
}

asio::awaitable<Answer> TlsWire::ask(Bytes request) { return ask_over(stream_, request); }

void TlsWire::close() {
    Failure ignored;
    stream_.next_layer().close(ignored);
}

}  // namespace parley::relay
