#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace parley::auth {

using Bytes = std::span<const std::uint8_t>;
using Digest = std::array<std::uint8_t, 32>;
using Sha1Code = std::array<std::uint8_t, 20>;

/// SHA-256 (FIPS 180-4) over the parts as if they were one.
Digest sha256(std::initializer_list<Bytes> parts);

/// HMAC (RFC 2104) with SHA-256, or with SHA-1 where others ask for it.
Digest hmac_sha256(Bytes key, Bytes message);
Sha1Code hmac_sha1(Bytes key, Bytes message);

/// base64 with padding (RFC 4648 section 4).
std::string encode_base64(Bytes bytes);

inline Bytes bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace parley::auth
