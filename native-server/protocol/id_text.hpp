#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "protocol/ids.hpp"

/// How hashes become ids: the page and the server must spell them alike, each with a hash of its own.
namespace parley::protocol {

/// What is hashed (SHA-256): `room_hash_label` || SHA-256(access).
inline constexpr std::string_view room_hash_label = "parley.v1 room";
/// What is hashed (SHA-256): `peer_hash_label` || public key (raw, 65 bytes) || SHA-256(secret).
inline constexpr std::string_view peer_hash_label = "parley.v1 id";

/// `xxxx-xxxx-xxxx` in lowercase Crockford base32, from the first 60 bits. `digest` has at least 8 bytes.
RoomId room_id_from(std::span<const std::uint8_t> digest);

/// 26 characters of lowercase base32 (RFC 4648 section 6), from the first 130 bits. `digest` has at least 17 bytes.
PeerId peer_id_from(std::span<const std::uint8_t> digest);

/// Whether the text has the form that `room_id_from` gives.
bool is_derived_room(std::string_view text);

}  // namespace parley::protocol
