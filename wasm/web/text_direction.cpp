#include "web/text_direction.hpp"

#include <cstddef>
#include <cstdint>

namespace parley::web {

namespace {

struct CodePoint {
    std::uint32_t value = 0;
    std::size_t bytes = 1;
};

/// Decodes the start of `utf8`, which is not empty. Broken sequences come out as one byte without direction.
CodePoint decode(std::string_view utf8) {
    const auto byte = [utf8](std::size_t index) { return static_cast<std::uint8_t>(utf8[index]); };
    const std::uint8_t lead = byte(0);
    const std::size_t bytes = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
    if (bytes == 0 || bytes > utf8.size()) return {};
    if (bytes == 1) return {lead, 1};
    std::uint32_t value = lead & (0x7Fu >> bytes);
    for (std::size_t index = 1; index < bytes; ++index) value = (value << 6) | (byte(index) & 0x3Fu);
    return {value, bytes};
}

struct Block {
    std::uint32_t first, last;
};

/// Hebrew to Arabic Extended-A; their presentation forms; the ancient and newer scripts of plane 1.
constexpr Block right_to_left[] = {
    {0x0590, 0x08FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFE}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}};

bool is_right_to_left(std::uint32_t value) {
    for (const Block& block : right_to_left)
        if (value >= block.first && value <= block.last) return true;
    return value == 0x200F;
}

/// Letters, roughly: everything from the Latin letters on that is neither punctuation nor a symbol or emoji.
bool is_left_to_right(std::uint32_t value) {
    if (value < 0x80) return (value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z');
    if (value < 0xC0 || value == 0xD7 || value == 0xF7) return value == 0xAA || value == 0xB5 || value == 0xBA;
    if (value >= 0x2000 && value < 0x2C00) return value == 0x200E;
    if (value >= 0x3000 && value < 0x3005) return false;
    if (value >= 0xFE00 && value < 0xFE70) return false;
    return value < 0x1F000 || value >= 0x20000;
}

}  // namespace

Direction text_direction(std::string_view utf8) {
    while (!utf8.empty()) {
        const CodePoint point = decode(utf8);
        if (is_right_to_left(point.value)) return Direction::RightToLeft;
        if (is_left_to_right(point.value)) return Direction::LeftToRight;
        utf8.remove_prefix(point.bytes);
    }
    return Direction::LeftToRight;
}

}  // namespace parley::web
