#include "net/server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <utility>

#include "net/clock.hpp"
#include "net/executor.hpp"
#include "net/http_session.hpp"
#include "net/places.hpp"
#include "net/site.hpp"
#include "net/switchboard.hpp"

namespace parley::net {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr std::chrono::milliseconds accept_pause{100};

tcp::endpoint endpoint_of(const ServerSettings& settings, boost::system::error_code& failure) {
    return {asio::ip::make_address(settings.address, failure), settings.port};
}

}  // namespace

struct Server::State {
    State(ServerSettings given, std::unique_ptr<AssetSource> source)
        : settings(std::move(given)),
          assets(std::move(source)),
          relays(settings.ice, settings.relay_pace, settings.report),
          site(*assets, settings.ice, relays),
          switchboard(context, settings.hub, settings.secret, settings.ice),
          services{.site = site,
                   .switchboard = switchboard,
                   .deadlines = deadlines,
                   .sockets = sockets,
                   .allowed_origins = settings.allowed_origins,
                   .timeouts = settings.timeouts,
                   .websocket_buffers = websocket_buffers} {}

    boost::system::error_code listen();
    Awaitable<void> accept_connections();
    void look_at_deadlines();
    void wait_for_signal();
    void stop();
    void close_sockets();
    void end_when_all_are_gone();

    ServerSettings settings;
    std::unique_ptr<AssetSource> assets;
    Deadlines deadlines{settings.timeouts.look};
    Places connections{settings.connections_max};
    Places sockets{settings.connections_max};
    relay::Watch relays;
    // Everything below uses it; what still runs when it goes down touches nothing but what is above.
    asio::io_context context{1};
    Site site;
    Switchboard switchboard;
    WebSocketBuffers websocket_buffers;
    Services services;
    Acceptor acceptor{context};
    asio::signal_set signals{context};
    Timer look_timer{context};
    Timer drain_timer{context};
    bool stopping = false;
};

boost::system::error_code Server::State::listen() {
    boost::system::error_code failure;
    const tcp::endpoint endpoint = endpoint_of(settings, failure);
    if (!failure) failure = acceptor.open(endpoint.protocol(), failure);
    // A restart must not wait for the sockets of the run before it.
    if (!failure) failure = acceptor.set_option(Acceptor::reuse_address(true), failure);
    if (!failure) failure = acceptor.bind(endpoint, failure);
    if (!failure) failure = acceptor.listen(Acceptor::max_listen_connections, failure);
    return failure;
}

Awaitable<void> Server::State::accept_connections() {
    while (acceptor.is_open()) {
        auto [failure, socket] = co_await acceptor.async_accept(as_result);
        if (failure == asio::error::operation_aborted) co_return;
        if (failure) {
            // Out of files, mostly: trying again at once would only burn the processor.
            Timer pause(context, accept_pause);
            co_await pause.async_wait(as_result);
            continue;
        }
        auto place = connections.take();
        if (!place) continue;
        boost::system::error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        asio::co_spawn(context.get_executor(), serve_http(std::move(socket), *std::move(place), services),
                       asio::detached);
    }
}

void Server::State::look_at_deadlines() {
    deadlines.look(now_ms());
    if (stopping) end_when_all_are_gone();
    look_timer.expires_after(deadlines.interval());
    look_timer.async_wait([this](boost::system::error_code failure) {
        if (!failure) look_at_deadlines();
    });
}

void Server::State::wait_for_signal() {
    signals.async_wait([this](boost::system::error_code failure, int /*signal*/) {
        if (failure) return;
        stop();
        wait_for_signal();
    });
}

void Server::State::stop() {
    if (std::exchange(stopping, true)) return context.stop();
    boost::system::error_code ignored;
    acceptor.close(ignored);
    const Draining& draining = settings.draining;
    switchboard.drain({.after_ms = draining.come_back_after.count(), .spread_ms = draining.come_back_spread.count()});
    drain_timer.expires_after(draining.close_after);
    drain_timer.async_wait([this](boost::system::error_code failure) {
        if (!failure) close_sockets();
    });
    end_when_all_are_gone();
}

void Server::State::close_sockets() {
    switchboard.close_all(close_code::service_restart);
    drain_timer.expires_after(settings.draining.end_after - settings.draining.close_after);
    drain_timer.async_wait([this](boost::system::error_code /*failure*/) { context.stop(); });
}

void Server::State::end_when_all_are_gone() {
    // A browser keeps connections open that it asks nothing on: these are nobody.
    if (sockets.taken() == 0) context.stop();
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
    asio::co_spawn(state->context.get_executor(), state->accept_connections(), asio::detached);
    state->look_at_deadlines();
    state->relays.start(state->context);
    return std::unique_ptr<Server>(new Server(std::move(state)));
}

std::uint16_t Server::port() const {
    boost::system::error_code ignored;
    return state_->acceptor.local_endpoint(ignored).port();
}

void Server::stop_on_signals() {
    state_->signals.add(SIGINT);
    state_->signals.add(SIGTERM);
    state_->wait_for_signal();
}

void Server::run() { state_->context.run(); }

void Server::stop() {
    asio::post(state_->context, [state = state_.get()] { state->stop(); });
}

}  // namespace parley::net
