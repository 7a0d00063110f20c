#include "tests/sealing/reference.hpp"

namespace parley::reference {
namespace {

constexpr std::string_view base64url_alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The bits of the bytes as characters: what is easy to cut is easy to get right.
std::string to_bits(const Bytes& bytes) {
    std::string bits;
    for (const std::uint8_t byte : bytes) {
        for (int bit = 7; bit >= 0; --bit) bits += (byte >> bit & 1) != 0 ? '1' : '0';
    }
    return bits;
}

std::size_t from_bits(const std::string& bits) { return std::stoul(bits, nullptr, 2); }

}  // namespace

Bytes to_bytes(std::string_view text) { return {text.begin(), text.end()}; }
std::string to_text(const Bytes& bytes) { return {bytes.begin(), bytes.end()}; }

Bytes together(const std::vector<Bytes>& parts) {
    Bytes all;
    for (const Bytes& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

std::string to_base64url(const Bytes& bytes) {
    std::string bits = to_bits(bytes);
    while (bits.size() % 6 != 0) bits += '0';
    std::string text;
    for (std::size_t at = 0; at < bits.size(); at += 6) text += base64url_alphabet[from_bits(bits.substr(at, 6))];
    return text;
}

std::optional<Bytes> from_base64url(std::string_view text) {
    std::string bits;
    for (const char letter : text) {
        const auto value = base64url_alphabet.find(letter);
        if (value == std::string_view::npos) return std::nullopt;
        bits += to_bits({static_cast<std::uint8_t>(value)}).substr(2);
    }
    Bytes bytes;
    for (std::size_t at = 0; at + 8 <= bits.size(); at += 8) {
        bytes.push_back(static_cast<std::uint8_t>(from_bits(bits.substr(at, 8))));
    }
    if (to_base64url(bytes) != text) return std::nullopt;
    return bytes;
}

std::string to_base32(const Bytes& bytes, std::string_view alphabet, std::size_t letters) {
    const std::string bits = to_bits(bytes);
    std::string text;
    for (std::size_t at = 0; at < letters; ++at) text += alphabet[from_bits(bits.substr(5 * at, 5))];
    return text;
}

}  // namespace parley::reference
