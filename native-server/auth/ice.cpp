#include "auth/ice.hpp"

#include <optional>
#include <span>
#include <utility>

#include "protocol/base64url.hpp"

namespace parley::auth {
namespace {

constexpr std::size_t user_size = 12;
constexpr std::int64_t ms_per_s = 1000;

std::string user_of(Bytes secret, const SessionId& session) {
    const Digest code = hmac_sha256(secret, bytes_of("parley.v1 relay|" + session.value));
    return encode_base64url(std::span(code).first(user_size));
}

}  // namespace

RelayCredential make_relay_credential(Bytes secret, std::string_view user, std::int64_t expires_at_s) {
    std::string username = std::to_string(expires_at_s) + ':';
    username += user;
    std::string password = encode_base64(hmac_sha1(secret, bytes_of(username)));
    return {.username = std::move(username), .password = std::move(password)};
}

std::vector<protocol::IceServer> ice_servers_for(const IceOffer& offer, const SessionId& session,
                                                 std::int64_t expires_at_ms) {
    std::vector<protocol::IceServer> servers;
    if (!offer.stun_urls.empty()) {
        servers.push_back({.urls = offer.stun_urls, .username = std::nullopt, .credential = std::nullopt});
    }
    if (!offer.turn_urls.empty()) {
        const Bytes secret = bytes_of(offer.turn_secret);
        auto [username, password] = make_relay_credential(secret, user_of(secret, session), expires_at_ms / ms_per_s);
        servers.push_back(
            {.urls = offer.turn_urls, .username = std::move(username), .credential = std::move(password)});
    }
    return servers;
}

}  // namespace parley::auth
