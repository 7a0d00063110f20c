#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "auth/digest.hpp"
#include "protocol/ids.hpp"
#include "protocol/messages.hpp"

/// What pages are given to find paths to each other with: STUN servers and relays, with credentials that end soon.
namespace parley::auth {

/// How long a credential for a relay is good for.
inline constexpr std::int64_t relay_credential_lifetime_ms = std::int64_t{60} * 60 * 1000;

/// What this server offers. Nothing of it is the server's own: it names others.
struct IceOffer {
    std::vector<std::string> stun_urls;  ///< RFC 7064
    std::vector<std::string> turn_urls;  ///< RFC 7065
    std::string turn_secret;             ///< what the relays know too; empty when there are none
};

struct RelayCredential {
    std::string username;
    std::string password;
};

/// What a relay lets somebody in with who shares its secret (draft-uberti-behave-turn-rest, coturn's
/// `use-auth-secret`): `<expiry>:<user>`, and base64 of its HMAC-SHA-1 (RFC 2104) by the secret. The expiry is in
/// seconds since the Unix epoch; `user` is what a relay counts quotas by, and must name no person.
RelayCredential make_relay_credential(Bytes secret, std::string_view user, std::int64_t expires_at_s);

/// The offer as one session gets it. Its relays know the session by a keyed hash, the same each time. Times are
/// milliseconds since the Unix epoch.
std::vector<protocol::IceServer> ice_servers_for(const IceOffer& offer, const SessionId& session,
                                                 std::int64_t expires_at_ms);

}  // namespace parley::auth
