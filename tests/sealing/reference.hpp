#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Sealing and identities written a second time, from their description alone. Everything on the wire is text; bytes
/// are vectors. Slow and plain on purpose.
namespace parley::reference {

using Bytes = std::vector<std::uint8_t>;

Bytes to_bytes(std::string_view text);
std::string to_text(const Bytes& bytes);
/// All parts in a row.
Bytes together(const std::vector<Bytes>& parts);
/// RFC 4648 section 5, without padding; nothing for any other spelling.
std::string to_base64url(const Bytes& bytes);
std::optional<Bytes> from_base64url(std::string_view text);
/// Five bits a letter, from the first bit on.
std::string to_base32(const Bytes& bytes, std::string_view alphabet, std::size_t letters);

Bytes sha256(const Bytes& bytes);
/// RFC 5869 with SHA-256; 32 bytes.
Bytes hkdf(const Bytes& key, const Bytes& salt, std::string_view info);

struct Room {
    std::string access;
    std::string id;
};
/// What a link's key of 16 bytes leads to.
Room room_of(const Bytes& key);

/// What one key seals: one kind of thing by one run of one peer, for one peer or (`to` is empty) for everyone.
struct Stream {
    std::string key;  ///< of the room, base64url
    std::string room;
    std::string kind;
    std::string from;
    std::string to;
    std::string run;
};
enum class Packing { Plain, Deflated };

std::string seal(const Stream& stream, std::uint64_t counter, Packing packing, std::string_view plaintext);
/// Nothing: it is not what that stream sealed under that counter.
std::optional<std::string> open(const Stream& stream, std::uint64_t counter, std::string_view sealed);

/// RFC 1951.
Bytes deflate(const Bytes& bytes);
/// Nothing for what is not one whole deflated text, or is longer than `size_max`.
std::optional<Bytes> inflate(const Bytes& bytes, std::size_t size_max);

/// Who somebody says they are, as in presences.
struct Claim {
    std::string peer;
    std::string run;
    std::string sign;
    std::string secret_hash;
    std::string certificate_fingerprint;
    std::string signature;
};
bool is_genuine(const Claim& claim);

}  // namespace parley::reference
