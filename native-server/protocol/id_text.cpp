#include "protocol/id_text.hpp"

#include <cassert>
#include <string>

namespace parley::protocol {
namespace {

constexpr std::string_view crockford_alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::string_view base32_alphabet = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::size_t bits_per_digit = 5;
constexpr std::size_t peer_id_characters = 26;
constexpr std::size_t room_id_characters = 12;
constexpr std::size_t room_id_group_characters = 4;

std::string first_digits(std::span<const std::uint8_t> bytes, std::string_view alphabet, std::size_t count) {
    assert(bytes.size() * 8 >= count * bits_per_digit);
    std::string text;
    for (std::size_t digit = 0; digit < count; ++digit) {
        unsigned value = 0;
        for (std::size_t bit = digit * bits_per_digit; bit < (digit + 1) * bits_per_digit; ++bit) {
            value = (value << 1U) | ((bytes[bit / 8] >> (7 - bit % 8)) & 1U);
        }
        text += alphabet[value];
    }
    return text;
}

}  // namespace

RoomId room_id_from(std::span<const std::uint8_t> digest) {
    std::string text = first_digits(digest, crockford_alphabet, room_id_characters);
    text.insert(2 * room_id_group_characters, 1, '-');
    text.insert(room_id_group_characters, 1, '-');
    return RoomId(std::move(text));
}

PeerId peer_id_from(std::span<const std::uint8_t> digest) {
    return PeerId(first_digits(digest, base32_alphabet, peer_id_characters));
}

bool is_derived_room(std::string_view text) {
    if (text.size() != room_id_characters + 2) return false;
    for (std::size_t index = 0; index < text.size(); ++index) {
        const bool separator = index % (room_id_group_characters + 1) == room_id_group_characters;
        if (separator ? text[index] != '-' : crockford_alphabet.find(text[index]) == std::string_view::npos) {
            return false;
        }
    }
    return true;
}

}  // namespace parley::protocol
