#include "net/switchboard.hpp"

#include <openssl/rand.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <utility>
#include <variant>

#include "auth/identity.hpp"
#include "protocol/base64url.hpp"
#include "protocol/codec.hpp"

namespace parley::net {
namespace {

constexpr std::size_t session_id_size = 16;

std::int64_t now_ms() {
    const auto since_start = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since_start).count();
}

SessionId random_session() {
    std::array<std::uint8_t, session_id_size> bytes{};
    // A guessable session could be taken over by a stranger.
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) std::abort();
    return SessionId(encode_base64url(bytes));
}

hub::Input to_input(protocol::ClientMessage message) {
    const auto* const join = std::get_if<protocol::Join>(&message);
    if (join == nullptr) return hub::input::Received{.message = std::move(message)};
    auto verified = auth::verify(*join);
    if (!verified) return hub::input::Fault{.error = verified.error()};
    auth::VerifiedJoin claims = std::move(verified).value();
    return hub::input::Join{.room = std::move(claims.room),
                            .room_key = std::move(claims.room_key),
                            .peer = std::move(claims.peer),
                            .session = random_session(),
                            .presence = std::move(claims.presence)};
}

}  // namespace

Switchboard::Switchboard(boost::asio::io_context& context, hub::Settings settings)
    : hub_(std::move(settings)), timer_(context) {}

hub::ConnectionId Switchboard::connect(Outlet& outlet) {
    const hub::ConnectionId connection{++last_connection_};
    outlets_.emplace(connection, &outlet);
    if (closing_all_with_) outlet.close(*closing_all_with_);
    return connection;
}

void Switchboard::receive(hub::ConnectionId connection, std::string_view frame) {
    auto decoded = protocol::decode_client(frame);
    if (!decoded) return fault(connection, decoded.error().code, decoded.error().message);
    handle(connection, to_input(std::move(decoded).value()));
}

void Switchboard::fault(hub::ConnectionId connection, ErrorCode code, std::string message) {
    handle(
        connection,
        hub::input::Fault{
            .error = {.code = code, .message = std::move(message), .n = std::nullopt, .retry_after_ms = std::nullopt}});
}

void Switchboard::disconnect(hub::ConnectionId connection, std::uint16_t close_code) {
    if (outlets_.erase(connection) > 0) handle(connection, hub::input::Lost{.close_code = close_code});
}

void Switchboard::close_all(std::uint16_t close_code) {
    closing_all_with_ = close_code;
    for (const auto& [connection, outlet] : outlets_) outlet->close(close_code);
}

void Switchboard::handle(hub::ConnectionId connection, hub::Input input) {
    hub_.handle(now_ms(), connection, std::move(input));
    drain();
}

void Switchboard::drain() {
    while (auto output = hub_.poll()) {
        if (const auto* const deliver = std::get_if<hub::output::Deliver>(&*output)) {
            const auto outlet = outlets_.find(deliver->to);
            if (outlet != outlets_.end()) outlet->second->deliver(protocol::encode(deliver->message));
        } else if (const auto* const close = std::get_if<hub::output::Close>(&*output)) {
            const auto outlet = outlets_.find(close->connection);
            if (outlet != outlets_.end()) outlet->second->close(close->code);
        }
    }
    wait_for_deadline();
}

void Switchboard::wait_for_deadline() {
    const auto deadline_ms = hub_.deadline();
    if (deadline_ms == waiting_for_ms_) return;
    waiting_for_ms_ = deadline_ms;
    timer_.cancel();
    if (!deadline_ms) return;
    timer_.expires_at(std::chrono::steady_clock::time_point(std::chrono::milliseconds(*deadline_ms)));
    timer_.async_wait([this](boost::system::error_code failure) {
        if (failure) return;
        waiting_for_ms_.reset();
        hub_.tick(now_ms());
        drain();
    });
}

}  // namespace parley::net
