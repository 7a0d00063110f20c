#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// base64url without padding (RFC 4648 section 5).
namespace parley {

std::string encode_base64url(std::span<const std::uint8_t> bytes);

/// Strict, so that one value has one spelling: nothing for padding, foreign characters, an impossible length or
/// unused bits that are not zero.
std::optional<std::vector<std::uint8_t>> decode_base64url(std::string_view text);

}  // namespace parley
