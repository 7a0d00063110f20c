#include "protocol/base64url.hpp"

#include <array>

namespace parley {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint8_t not_a_digit = 0xff;

constexpr std::array<std::uint8_t, 256> make_digit_table() {
    std::array<std::uint8_t, 256> table{};
    table.fill(not_a_digit);
    for (std::size_t digit = 0; digit < alphabet.size(); ++digit) {
        table[static_cast<unsigned char>(alphabet[digit])] = static_cast<std::uint8_t>(digit);
    }
    return table;
}
constexpr auto digit_of = make_digit_table();

}  // namespace

std::string encode_base64url(std::span<const std::uint8_t> bytes) {
    std::string text;
    text.reserve((bytes.size() * 4 + 2) / 3);
    std::uint32_t pending = 0;
    unsigned pending_bits = 0;
    for (const std::uint8_t byte : bytes) {
        pending = (pending << 8) | byte;
        pending_bits += 8;
        while (pending_bits >= 6) {
            pending_bits -= 6;
            text += alphabet[(pending >> pending_bits) & 0x3f];
        }
    }
    if (pending_bits > 0) text += alphabet[(pending << (6 - pending_bits)) & 0x3f];
    return text;
}

std::optional<std::vector<std::uint8_t>> decode_base64url(std::string_view text) {
    if (text.size() % 4 == 1) return std::nullopt;
    std::vector<std::uint8_t> bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t pending = 0;
    unsigned pending_bits = 0;
    for (const char character : text) {
        const std::uint8_t digit = digit_of[static_cast<unsigned char>(character)];
        if (digit == not_a_digit) return std::nullopt;
        pending = (pending << 6) | digit;
        pending_bits += 6;
        if (pending_bits >= 8) {
            pending_bits -= 8;
            bytes.push_back(static_cast<std::uint8_t>(pending >> pending_bits));
        }
    }
    const std::uint32_t unused_bits = pending & ((1U << pending_bits) - 1);
    if (unused_bits != 0) return std::nullopt;
    return bytes;
}

}  // namespace parley
