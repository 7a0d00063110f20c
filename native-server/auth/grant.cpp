#include "auth/grant.hpp"

#include <openssl/crypto.h>

#include <charconv>
#include <system_error>

#include "protocol/base64url.hpp"

namespace parley::auth {
namespace {

using protocol::Role;

constexpr std::string_view host_text = "host";
constexpr std::string_view participant_text = "participant";
constexpr char separator = '.';

/// `claims` is `<role>.<expiry>`. Neither a room nor a peer has a bar in it, so no two of them make the same statement.
std::string proof_of(Bytes secret, const RoomId& room, const PeerId& peer, std::string_view claims) {
    std::string statement = "parley.v1 grant|" + room.value + '|' + peer.value + '|';
    statement += claims;
    return encode_base64url(hmac_sha256(secret, bytes_of(statement)));
}

/// Takes the same time wherever the texts differ, so that a proof cannot be guessed piece by piece.
bool is_equal(std::string_view left, std::string_view right) {
    return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

std::optional<Role> role_from(std::string_view text) {
    if (text == host_text) return Role::Host;
    if (text == participant_text) return Role::Participant;
    return std::nullopt;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

std::string make_grant(Bytes secret, const RoomId& room, const PeerId& peer, Role role, std::int64_t expires_at_ms) {
    std::string claims(role == Role::Host ? host_text : participant_text);
    claims += separator + std::to_string(expires_at_ms);
    return claims + separator + proof_of(secret, room, peer, claims);
}

std::optional<Role> check_grant(Bytes secret, const RoomId& room, const PeerId& peer, std::string_view grant,
                                std::int64_t now_ms) {
    const std::size_t claims_end = grant.rfind(separator);
    if (claims_end == std::string_view::npos) return std::nullopt;
    const std::string_view claims = grant.substr(0, claims_end);
    if (!is_equal(grant.substr(claims_end + 1), proof_of(secret, room, peer, claims))) return std::nullopt;
    const std::size_t role_end = claims.find(separator);
    if (role_end == std::string_view::npos) return std::nullopt;
    const auto expires_at_ms = whole_number(claims.substr(role_end + 1));
    if (!expires_at_ms || now_ms >= *expires_at_ms) return std::nullopt;
    return role_from(claims.substr(0, role_end));
}

}  // namespace parley::auth
