#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "auth/digest.hpp"
#include "protocol/ids.hpp"
#include "protocol/messages.hpp"
#include "protocol/result.hpp"

/// Who someone is and which room they may enter, worked out from what they send and from nothing that is stored.
namespace parley::auth {

inline constexpr std::size_t access_size = 32;
inline constexpr std::size_t secret_size = 32;
/// An uncompressed P-256 point (SEC 1 section 2.3.3): 0x04, x, y.
inline constexpr std::size_t sign_size = 65;

/// The room that `access` opens: `xxxx-xxxx-xxxx` in lowercase Crockford base32.
RoomId room_for_access(Bytes access);

/// The id of the peer that holds `secret` and the private half of `sign`: 26 characters of lowercase base32.
PeerId peer_for_keys(Bytes secret, Bytes sign);

/// How a room's id is made, which decides what a join must prove.
enum class RoomKind {
    Derived,  ///< from the key in its link; the id itself proves the key
    Named,    ///< 10 to 64 of `a-z 0-9 -`; its first joiner sets the key, or that there is none
    Invalid,
};
RoomKind kind_of(const RoomId& room);

/// A join whose claims hold. `room_key` is what a later joiner of the room must match; empty means "no key".
struct VerifiedJoin {
    RoomId room;
    std::string room_key;
    PeerId peer;
    std::string presence;
};

/// Refuses with `BadMessage` what is malformed and with `WrongKey` an `access` that does not open the room.
Result<VerifiedJoin, protocol::Error> verify(const protocol::Join& join);

}  // namespace parley::auth
