#include "web/system_colors.hpp"

#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>

namespace parley::web {

namespace {

using emscripten::val;
using ui::SystemColors;

constexpr std::pair<const char*, std::uint32_t SystemColors::*> keywords[] = {
    {"Canvas", &SystemColors::canvas},          {"CanvasText", &SystemColors::canvas_text},
    {"LinkText", &SystemColors::link_text},     {"ButtonFace", &SystemColors::button_face},
    {"ButtonText", &SystemColors::button_text}, {"ButtonBorder", &SystemColors::button_border},
    {"Highlight", &SystemColors::highlight},    {"HighlightText", &SystemColors::highlight_text},
    {"GrayText", &SystemColors::gray_text},     {"Field", &SystemColors::field},
    {"FieldText", &SystemColors::field_text},
};

/// `computed` is serialised as CSSOM section 6.7.2 says: rgb(R, G, B), or rgba(R, G, B, A), whose alpha is left out.
std::uint32_t color_of(const std::string& computed, std::uint32_t otherwise) {
    unsigned red = 0, green = 0, blue = 0;
    const std::size_t open = computed.find('(');
    if (open == std::string::npos) return otherwise;
    if (std::sscanf(computed.c_str() + open, "(%u, %u, %u", &red, &green, &blue) != 3) return otherwise;
    return (red & 0xFFU) << 24 | (green & 0xFFU) << 16 | (blue & 0xFFU) << 8 | 0xFFU;
}

}  // namespace

SystemColors read_system_colors(const val& probe) {
    SystemColors colors;
    val style = probe["style"];
    const val computed = val::global("window").call<val>("getComputedStyle", probe);
    for (const auto& [keyword, member] : keywords) {
        style.set("color", val(keyword));
        colors.*member = color_of(computed["color"].as<std::string>(), colors.*member);
    }
    return colors;
}

}  // namespace parley::web
