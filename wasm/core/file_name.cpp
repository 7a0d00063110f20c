#include <string>
#include <string_view>

#include "core/files.hpp"

namespace parley::core {
namespace {

constexpr std::size_t shown_max = 255;  // bytes, as most file systems have it

/// The bytes of a control that changes the direction of writing (Unicode, Bidi_Control) at the front of `text`, or 0:
/// it would let a name end otherwise than it seems to.
std::size_t direction_control(std::string_view text) {
    if (text.starts_with("\u200e") || text.starts_with("\u200f") || text.starts_with("\u061c")) {
        return text.starts_with("\u061c") ? 2 : 3;
    }
    if (text.size() < 3 || text[0] != '\xe2') return 0;
    const auto second = static_cast<unsigned char>(text[1]);
    const auto third = static_cast<unsigned char>(text[2]);
    const bool embedding = second == 0x80 && third >= 0xaa && third <= 0xae;
    const bool isolate = second == 0x81 && third >= 0xa6 && third <= 0xa9;
    return embedding || isolate ? 3 : 0;
}

}  // namespace

std::string tidied_file_name(std::string_view name) {
    std::string tidied;
    for (std::size_t at = 0; at < name.size();) {
        if (const std::size_t length = direction_control(name.substr(at)); length > 0) {
            at += length;
            continue;
        }
        const char byte = name[at++];
        const auto value = static_cast<unsigned char>(byte);
        const bool splits = byte == '/' || byte == '\\' || byte == ':';
        tidied += value < ' ' || value == 0x7FU || splits ? '_' : byte;
    }
    // The ending says what it is: what is too long is cut before it.
    if (tidied.size() > shown_max) {
        const auto dot = tidied.rfind('.');
        const std::string ending =
            dot == std::string::npos || tidied.size() - dot > 16 ? std::string() : tidied.substr(dot);
        std::size_t cut = shown_max - ending.size();
        while (cut > 0 && (static_cast<unsigned char>(tidied[cut]) & 0xC0U) == 0x80U) --cut;
        tidied = tidied.substr(0, cut) + ending;
    }
    const auto first = tidied.find_first_not_of(" .");
    return first == std::string::npos ? "file" : tidied.substr(first);
}

}  // namespace parley::core
