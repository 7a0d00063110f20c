#include "core/display_name.hpp"

#include <cstddef>

#include "protocol/limits.hpp"

namespace parley::core {

std::string shortened_name(std::string_view text) {
    std::string name;
    std::size_t characters = 0;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        const bool starts_character = (value & 0xC0U) != 0x80U;
        if (starts_character && ++characters > limits::name_max_characters) break;
        name += value < ' ' || value == 0x7FU ? ' ' : byte;
    }
    return name;
}

std::string tidied_name(std::string_view text) {
    // Blanks at the front don't count: they are cut before the name is.
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    const std::string name = shortened_name(text.substr(first));
    return name.substr(0, name.find_last_not_of(' ') + 1);
}

}  // namespace parley::core
