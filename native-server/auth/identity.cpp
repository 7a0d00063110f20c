#include "auth/identity.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "protocol/base64url.hpp"
#include "protocol/id_text.hpp"
#include "protocol/limits.hpp"

namespace parley::auth {
namespace {

constexpr std::uint8_t uncompressed_point = 0x04;

bool is_name_character(char character) {
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') || character == '-';
}

std::optional<std::vector<std::uint8_t>> decode_exactly(std::string_view text, std::size_t size) {
    auto bytes = decode_base64url(text);
    if (bytes && bytes->size() != size) return std::nullopt;
    return bytes;
}

protocol::Error refusal(ErrorCode code, std::string message) {
    return {.code = code, .message = std::move(message), .n = std::nullopt, .retry_after_ms = std::nullopt};
}

}  // namespace

RoomId room_for_access(Bytes access) {
    const Digest access_hash = sha256({access});
    const Digest digest = sha256({bytes_of(protocol::room_hash_label), access_hash});
    return protocol::room_id_from(digest);
}

PeerId peer_for_keys(Bytes secret, Bytes sign) {
    const Digest secret_hash = sha256({secret});
    const Digest digest = sha256({bytes_of(protocol::peer_hash_label), sign, secret_hash});
    return protocol::peer_id_from(digest);
}

RoomKind kind_of(const RoomId& room) {
    // A derived id is also a well-formed name: it must never be enterable as one, without its key.
    if (protocol::is_derived_room(room.value)) return RoomKind::Derived;
    const bool fits =
        room.value.size() >= limits::room_name_min_characters && room.value.size() <= limits::room_name_max_characters;
    return fits && std::ranges::all_of(room.value, is_name_character) ? RoomKind::Named : RoomKind::Invalid;
}

Result<VerifiedJoin, protocol::Error> verify(const protocol::Join& join) {
    const RoomKind kind = kind_of(join.room);
    if (kind == RoomKind::Invalid) return refusal(ErrorCode::BadMessage, "`room` is not a room's id");
    const auto secret = decode_exactly(join.secret, secret_size);
    if (!secret) return refusal(ErrorCode::BadMessage, "`secret` is not 32 bytes in base64url");
    const auto sign = decode_exactly(join.sign, sign_size);
    if (!sign || sign->front() != uncompressed_point) {
        return refusal(ErrorCode::BadMessage, "`sign` is not a P-256 public key in base64url");
    }
    std::string room_key;
    if (join.access) {
        const auto access = decode_exactly(*join.access, access_size);
        if (!access) return refusal(ErrorCode::BadMessage, "`access` is not 32 bytes in base64url");
        if (kind == RoomKind::Derived && room_for_access(*access) != join.room) {
            return refusal(ErrorCode::WrongKey, "the key in the link does not open this room");
        }
        room_key = encode_base64url(sha256({*access}));
    } else if (kind == RoomKind::Derived) {
        return refusal(ErrorCode::WrongKey, "this room opens only with the key in its link");
    }
    return VerifiedJoin{.room = join.room,
                        .room_key = std::move(room_key),
                        .peer = peer_for_keys(*secret, *sign),
                        .presence = join.presence};
}

}  // namespace parley::auth
