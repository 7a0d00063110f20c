#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "auth/digest.hpp"
#include "protocol/ids.hpp"
#include "protocol/messages.hpp"

/// A role that a server gave once, kept by the peer itself: every server with the same secret believes it, and none has
/// to remember it. Times are milliseconds since the Unix epoch.
namespace parley::auth {

/// How long a grant is good for. Each join makes a fresh one.
inline constexpr std::int64_t grant_lifetime_ms = std::int64_t{30} * 24 * 60 * 60 * 1000;

/// `<role>.<expiry>.<proof>` with an HMAC-SHA-256 (RFC 2104) over room, peer, role and expiry as the proof. Shorter
/// than `limits::grant_max_characters`.
std::string make_grant(Bytes secret, const RoomId& room, const PeerId& peer, protocol::Role role,
                       std::int64_t expires_at_ms);

/// The role that this peer was granted in this room. Nothing when it was made for others, with another secret, by
/// nobody, or is good no more.
std::optional<protocol::Role> check_grant(Bytes secret, const RoomId& room, const PeerId& peer, std::string_view grant,
                                          std::int64_t now_ms);

}  // namespace parley::auth
