#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/ids.hpp"

/// What surrounds a sealed string. The cipher itself (AES-256-GCM, NIST SP 800-38D) is the platform's: WebCrypto in the
/// page. Nothing here is secret, and the server links it only because it shares the folder.
namespace parley::protocol {

enum class SealKind { Presence, Message };

/// What a key is for: a stream of sealed things of one kind, by one run of one peer, for one peer or for everyone.
struct SealContext {
    SealKind kind = SealKind::Message;
    PeerId from;
    PeerId to;  ///< empty: everyone
    RunId run;  ///< of the sender
    friend auto operator<=>(const SealContext&, const SealContext&) = default;
};

/// `parley.v1 seal|<kind>|<from>|<to or *>|<run>`: the info of the key's derivation (HKDF, RFC 5869, salted with
/// SHA-256 of the room's id) and the additional data of every seal.
std::string seal_info(const SealContext& context);

/// Four zero bytes and the counter, big-endian. A counter is used once for each context: 1, 2, 3 ...
std::array<std::uint8_t, 12> seal_nonce(std::uint64_t counter);

/// A sealed string taken apart.
struct SealedParts {
    RunId run;  ///< what the sender claims; true if it opens
    std::uint64_t counter = 0;
    std::vector<std::uint8_t> ciphertext;  ///< with its tag of 16 bytes at the end
};

/// base64url(0x01 || run (16) || counter (8, big-endian) || ciphertext || tag). `run` must be base64url of 16 bytes.
std::string encode_sealed(const SealedParts& parts);
/// Nothing: it is no sealed string of this version, or too short for one.
std::optional<SealedParts> decode_sealed(std::string_view text);

/// The first byte of a plaintext that is deflated (RFC 1951) after it; no JSON text begins with it.
inline constexpr std::uint8_t deflated_mark = 0;

}  // namespace parley::protocol
