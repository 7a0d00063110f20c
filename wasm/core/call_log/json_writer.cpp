#include "core/call_log/json_writer.hpp"

#include "core/call_log/tokens.hpp"

namespace parley::core::call_log {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::size_t sealed_characters_max = 64 * 1024;

bool is_json(TextKind kind) {
    return kind == TextKind::FromServer || kind == TextKind::ToServer || kind == TextKind::Plaintext;
}

void append_escaped(std::string& json, unsigned char character) {
    if (character >= 0x7F) {
        json += '?';
    } else if (character < ' ') {
        json += "\\u00";
        json += hex_digits[character >> 4U];
        json += hex_digits[character & 0xFU];
    } else {
        if (character == '"' || character == '\\') json += '\\';
        json += static_cast<char>(character);
    }
}

}  // namespace

void append_quoted(std::string& json, std::string_view text) {
    json += '"';
    for (const char character : text) append_escaped(json, static_cast<unsigned char>(character));
    json += '"';
}

std::string folded(std::string_view sealed) {
    const std::size_t end = sealed.find_last_not_of('A') + 1;
    return std::string(sealed.substr(0, end)) + '*' + std::to_string(sealed.size());
}

std::string unfolded(std::string_view text) {
    const auto [begin, length] = split(text, '*');
    std::size_t size = 0;
    if (is_number(length)) {
        for (const char digit : length) size = size * 10 + static_cast<std::size_t>(digit - '0');
    }
    std::string sealed(begin);
    if (size > begin.size() && size <= sealed_characters_max) sealed.resize(size, 'A');
    return sealed;
}

void JsonWriter::operator()(const char* name, const std::string& text, TextKind kind) {
    member(name);
    // Messages are JSON themselves.
    if (is_json(kind) && text.starts_with('{')) {
        json_ += text;
    } else {
        append_quoted(json_, kind == TextKind::OwnSealed ? folded(text) : text);
    }
}

void JsonWriter::member(const char* name) {
    if (!std::exchange(first_, false)) json_ += ',';
    append_quoted(json_, name);
    json_ += ':';
}

}  // namespace parley::core::call_log
