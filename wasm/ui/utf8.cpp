#include "ui/utf8.hpp"

#include <cstdint>

namespace parley::ui {

namespace {

constexpr char32_t zero_width_joiner = 0x200D;

struct Decoded {
    char32_t code_point = 0;
    std::size_t end = 0;
};

/// Reads one code point; a byte that starts none is taken alone.
Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
    if (length == 1 || at + length > text.size()) return {byte, at + 1};
    char32_t code_point = byte & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i)
        code_point = (code_point << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    return {code_point, at + length};
}

bool is_between(char32_t value, char32_t first, char32_t last) { return value >= first && value <= last; }

/// Combining marks, variation selectors, skin tones, and the signs that Indic scripts hang on a letter.
bool extends(char32_t code_point) {
    return is_between(code_point, 0x0300, 0x036F) || is_between(code_point, 0x0591, 0x05BD) ||
           is_between(code_point, 0x064B, 0x065F) || is_between(code_point, 0x093A, 0x094F) ||
           is_between(code_point, 0x0E31, 0x0E3A) || is_between(code_point, 0x0E47, 0x0E4E) ||
           is_between(code_point, 0x1AB0, 0x1AFF) || is_between(code_point, 0x20D0, 0x20FF) ||
           is_between(code_point, 0xFE00, 0xFE0F) || is_between(code_point, 0x1F3FB, 0x1F3FF) ||
           code_point == zero_width_joiner;
}

bool is_regional_indicator(char32_t code_point) { return is_between(code_point, 0x1F1E6, 0x1F1FF); }

std::string upper(std::string_view letter) {
    std::string result(letter);
    if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z')
        result[0] = static_cast<char>(letter[0] - 'a' + 'A');
    return result;
}

}  // namespace

std::size_t next_character(std::string_view text, std::size_t from) {
    const Decoded first = decode(text, from);
    std::size_t end = first.end;
    if (is_regional_indicator(first.code_point) && end < text.size()) {
        const Decoded second = decode(text, end);
        return is_regional_indicator(second.code_point) ? second.end : end;
    }
    for (char32_t last = first.code_point; end < text.size();) {
        const Decoded next = decode(text, end);
        if (!extends(next.code_point) && last != zero_width_joiner) break;
        last = next.code_point;
        end = next.end;
    }
    return end;
}

std::string initials(std::string_view name) {
    const std::size_t start = name.find_first_not_of(' ');
    if (start == std::string_view::npos) return {};
    name = name.substr(start, name.find_last_not_of(' ') - start + 1);
    std::string letters = upper(name.substr(0, next_character(name, 0)));
    if (const std::size_t gap = name.rfind(' '); gap != std::string_view::npos)
        letters += upper(name.substr(gap + 1, next_character(name, gap + 1) - gap - 1));
    return letters;
}

}  // namespace parley::ui
