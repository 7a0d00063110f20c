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

/// The blocks of Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours, and the presentation forms.
bool is_right_to_left(char32_t code_point) {
    return is_between(code_point, 0x0590, 0x08FF) || is_between(code_point, 0xFB1D, 0xFDFF) ||
           is_between(code_point, 0xFE70, 0xFEFC) || is_between(code_point, 0x10800, 0x10FFF);
}

/// Latin letters, and every letter of other scripts: what is left after signs, digits and pictures.
bool is_left_to_right(char32_t code_point) {
    const bool latin = is_between(code_point, 'A', 'Z') || is_between(code_point, 'a', 'z');
    const bool other = is_between(code_point, 0x00C0, 0x1FFF) || is_between(code_point, 0x2C00, 0xD7FF) ||
                       is_between(code_point, 0xF900, 0xFAFF);
    return latin || other;
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

std::string_view cut_to(std::string_view text, std::size_t bytes_max) {
    if (text.size() <= bytes_max) return text;
    std::size_t end = 0;
    for (std::size_t next = next_character(text, 0); next <= bytes_max; next = next_character(text, next)) end = next;
    return text.substr(0, end);
}

bool reads_right_to_left(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode(text, at);
        if (is_right_to_left(next.code_point)) return true;
        if (is_left_to_right(next.code_point)) return false;
        at = next.end;
    }
    return false;
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
