#include "net/switchboard.hpp"

#include <openssl/rand.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <utility>
#include <variant>

#include "auth/grant.hpp"
#include "auth/identity.hpp"
#include "net/clock.hpp"
#include "protocol/base64url.hpp"
#include "protocol/codec.hpp"

namespace parley::net {
namespace {

constexpr std::size_t session_id_size = 16;

SessionId random_session() {
    std::array<std::uint8_t, session_id_size> bytes{};
    // A guessable session could be taken over by a stranger.
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) std::abort();
    return SessionId(encode_base64url(bytes));
}

}  // namespace

Switchboard::Switchboard(boost::asio::io_context& context, hub::Settings settings, std::string secret,
                         auth::IceOffer ice)
    : hub_(settings), secret_(std::move(secret)), ice_(std::move(ice)), timer_(context) {}

hub::ConnectionId Switchboard::connect(Outlet& outlet) {
    const hub::ConnectionId connection{++last_connection_};
    outlets_.emplace(connection, &outlet);
    if (closing_all_with_) outlet.close(*closing_all_with_);
    return connection;
}

void Switchboard::receive(hub::ConnectionId connection, std::string_view frame) {
    if (auto relay = send_reader_.read(frame, wall_clock_ms())) return handle(connection, *std::move(relay));
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

void Switchboard::drain(const protocol::Drain& notice) {
    hub_.drain(notice);
    carry_out_all();
}

void Switchboard::close_all(std::uint16_t close_code) {
    closing_all_with_ = close_code;
    for (const auto& [connection, outlet] : outlets_) outlet->close(close_code);
}

void Switchboard::handle(hub::ConnectionId connection, hub::Input input) {
    hub_.handle(now_ms(), connection, std::move(input));
    carry_out_all();
}

hub::Input Switchboard::to_input(protocol::ClientMessage message) const {
    if (const auto* const join = std::get_if<protocol::Join>(&message)) return to_input(*join);
    if (auto* const send = std::get_if<protocol::Send>(&message)) return relay_of(std::move(*send), wall_clock_ms());
    return hub::input::Received{.message = std::move(message)};
}

hub::Input Switchboard::to_input(const protocol::Join& join) const {
    auto verified = auth::verify(join);
    if (!verified) return hub::input::Fault{.error = verified.error()};
    auth::VerifiedJoin claims = std::move(verified).value();
    std::optional<protocol::Role> granted;
    if (join.grant) {
        granted = auth::check_grant(auth::bytes_of(secret_), claims.room, claims.peer, *join.grant, wall_clock_ms());
    }
    return hub::input::Join{.room = std::move(claims.room),
                            .room_key = std::move(claims.room_key),
                            .peer = std::move(claims.peer),
                            .session = random_session(),
                            .presence = std::move(claims.presence),
                            .granted = granted,
                            .resume = join.resume};
}

void Switchboard::carry_out_all() {
    while (auto output = hub_.poll()) {
        std::visit([this](auto&& alternative) { carry_out(std::forward<decltype(alternative)>(alternative)); },
                   *std::move(output));
    }
    wait_for_deadline();
}

void Switchboard::carry_out(const hub::output::Deliver& deliver) {
    if (Outlet* const outlet = outlet_of(deliver.to)) outlet->deliver(deliver.frame);
}

void Switchboard::carry_out(hub::output::Admit admit) {
    Outlet* const outlet = outlet_of(admit.to);
    if (outlet == nullptr) return;
    admit.joined.ice_servers =
        auth::ice_servers_for(ice_, admit.joined.session, wall_clock_ms() + admit.joined.ice_ttl_ms);
    admit.joined.grant = auth::make_grant(auth::bytes_of(secret_), admit.room, admit.joined.peer, admit.granted,
                                          wall_clock_ms() + auth::grant_lifetime_ms);
    outlet->deliver({.text = hub::share(protocol::encode(std::move(admit.joined))), .s = 0});
}

// The answer's outputs come after those that wait to be carried out already.
void Switchboard::carry_out(const hub::output::RenewIce& renewal) {
    auto servers = auth::ice_servers_for(ice_, renewal.session, wall_clock_ms() + renewal.lifetime_ms);
    hub_.handle(now_ms(), renewal.to, hub::input::IceRenewed{.ice_servers = std::move(servers)});
}

void Switchboard::carry_out(const hub::output::Close& close) {
    if (Outlet* const outlet = outlet_of(close.connection)) outlet->close(close.code);
}

Outlet* Switchboard::outlet_of(hub::ConnectionId connection) const {
    const auto found = outlets_.find(connection);
    return found == outlets_.end() ? nullptr : found->second;
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
        carry_out_all();
    });
}

}  // namespace parley::net
