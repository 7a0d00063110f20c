#include "net/server.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <exception>
#include <utility>

#include "net/http_session.hpp"
#include "net/site.hpp"
#include "net/switchboard.hpp"

namespace parley::net {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr auto as_result = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::milliseconds accept_pause{100};

tcp::endpoint endpoint_of(const ServerSettings& settings, boost::system::error_code& failure) {
    return {asio::ip::make_address(settings.address, failure), settings.port};
}

}  // namespace

struct Server::State {
    State(ServerSettings given, std::unique_ptr<AssetSource> source)
        : settings(std::move(given)),
          assets(std::move(source)),
          site(*assets),
          switchboard(context, settings.hub),
          services{.site = site,
                   .switchboard = switchboard,
                   .allowed_origins = settings.allowed_origins,
                   .timeouts = settings.timeouts} {}

    boost::system::error_code listen();
    asio::awaitable<void> accept_connections();
    asio::awaitable<void> serve(tcp::socket socket);
    void begin_stop();
    void end_connection();

    ServerSettings settings;
    std::unique_ptr<AssetSource> assets;
    // Everything below uses it; what still runs when it goes down touches nothing of the rest.
    asio::io_context context{1};
    Site site;
    Switchboard switchboard;
    Services services;
    tcp::acceptor acceptor{context};
    asio::signal_set signals{context};
    asio::steady_timer shutdown_timer{context};
    std::size_t connections = 0;
    bool stopping = false;
};

boost::system::error_code Server::State::listen() {
    boost::system::error_code failure;
    const tcp::endpoint endpoint = endpoint_of(settings, failure);
    if (!failure) failure = acceptor.open(endpoint.protocol(), failure);
    // A restart must not wait for the sockets of the run before it.
    if (!failure) failure = acceptor.set_option(tcp::acceptor::reuse_address(true), failure);
    if (!failure) failure = acceptor.bind(endpoint, failure);
    if (!failure) failure = acceptor.listen(tcp::acceptor::max_listen_connections, failure);
    return failure;
}

asio::awaitable<void> Server::State::accept_connections() {
    while (acceptor.is_open()) {
        auto [failure, socket] = co_await acceptor.async_accept(as_result);
        if (failure == asio::error::operation_aborted) co_return;
        if (failure) {
            // Out of files, mostly: trying again at once would only burn the processor.
            asio::steady_timer pause(context, accept_pause);
            co_await pause.async_wait(as_result);
            continue;
        }
        if (connections >= settings.connections_max) continue;
        boost::system::error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        ++connections;
        asio::co_spawn(context, serve(std::move(socket)), [this](std::exception_ptr /*failure*/) { end_connection(); });
    }
}

asio::awaitable<void> Server::State::serve(tcp::socket socket) { return serve_http(std::move(socket), services); }

void Server::State::end_connection() {
    --connections;
    if (stopping && connections == 0) context.stop();
}

void Server::State::begin_stop() {
    stopping = true;
    boost::system::error_code ignored;
    acceptor.close(ignored);
    signals.cancel(ignored);
    if (connections == 0) return context.stop();
    switchboard.close_all(close_code::service_restart);
    shutdown_timer.expires_after(settings.timeouts.shutdown);
    shutdown_timer.async_wait([this](boost::system::error_code /*failure*/) { context.stop(); });
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>, std::string> Server::open(ServerSettings settings,
                                                          std::unique_ptr<AssetSource> assets) {
    auto state = std::make_unique<State>(std::move(settings), std::move(assets));
    const std::string wanted = state->settings.address + " port " + std::to_string(state->settings.port);
    if (const auto failure = state->listen()) {
        if (failure == asio::error::address_in_use) {
            return "Another program already listens on " + wanted + ". Stop it, or choose another port with --listen.";
        }
        return "Cannot listen on " + wanted + ": " + failure.message() + ".";
    }
    asio::co_spawn(state->context, state->accept_connections(), asio::detached);
    return std::unique_ptr<Server>(new Server(std::move(state)));
}

std::uint16_t Server::port() const {
    boost::system::error_code ignored;
    return state_->acceptor.local_endpoint(ignored).port();
}

void Server::stop_on_signals() {
    state_->signals.add(SIGINT);
    state_->signals.add(SIGTERM);
    state_->signals.async_wait([state = state_.get()](boost::system::error_code failure, int /*signal*/) {
        if (!failure) state->begin_stop();
    });
}

void Server::run() { state_->context.run(); }

void Server::stop() {
    asio::post(state_->context, [state = state_.get()] { state->begin_stop(); });
}

}  // namespace parley::net
