#include "ui/theme.hpp"

#include <cmath>

namespace parley::ui {

namespace {

constexpr Palette light = {
    .page = 0xFFFFFFFF,
    .raised = 0xF6F7F9FF,
    .field = 0xF6F7F9FF,
    .on_field = 0x15181DFF,
    .hairline = 0xE3E6EBFF,
    .outline = 0x7D8794FF,
    .text = 0x15181DFF,
    .text_secondary = 0x545D6AFF,
    .link = 0x3552D0FF,
    .accent = 0x3552D0FF,
    .on_accent = 0xFFFFFFFF,
    .accent_tint = 0xE8ECFCFF,
    .on_accent_tint = 0x2A44B0FF,
    .neutral = 0xDFE3E9FF,
    .on_neutral = 0x22272EFF,
    .danger = 0xD0342CFF,
    .on_danger = 0xFFFFFFFF,
    .danger_tint = 0xFCE4E2FF,
    .on_danger_tint = 0xA3211AFF,
    .danger_text = 0xB3261EFF,
    .success = 0x1F8A45FF,
    .success_tint = 0xDDF3E4FF,
    .on_success_tint = 0x14562CFF,
    .warning_tint = 0xFFF3D1FF,
    .on_warning_tint = 0x5A4200FF,
    .focus_ring = 0x3552D0FF,
    .tile = 0xEDF0F4FF,
    .scrim = 0x000000A6,
    .on_scrim = 0xFFFFFFFF,
    .warning_on_scrim = 0xFFC247FF,
    .inverse = 0x23282FFF,
    .on_inverse = 0xF5F7FAFF,
};

constexpr Palette dark = {
    .page = 0x121417FF,
    .raised = 0x1C1F24FF,
    .field = 0x1C1F24FF,
    .on_field = 0xF2F4F7FF,
    .hairline = 0x2C3138FF,
    .outline = 0x7C8591FF,
    .text = 0xF2F4F7FF,
    .text_secondary = 0xAEB6C1FF,
    .link = 0x9DB1FFFF,
    .accent = 0x9DB1FFFF,
    .on_accent = 0x0E1738FF,
    .accent_tint = 0x29304DFF,
    .on_accent_tint = 0xC9D4FFFF,
    .neutral = 0x343A42FF,
    .on_neutral = 0xF2F4F7FF,
    .danger = 0xD93A32FF,
    .on_danger = 0xFFFFFFFF,
    .danger_tint = 0x55211EFF,
    .on_danger_tint = 0xFFD9D5FF,
    .danger_text = 0xFF9A91FF,
    .success = 0x4CC777FF,
    .success_tint = 0x17371FFF,
    .on_success_tint = 0xB5ECC6FF,
    .warning_tint = 0x3A3012FF,
    .on_warning_tint = 0xFFE1A0FF,
    .focus_ring = 0xB7C6FFFF,
    .tile = 0x22262CFF,
    .scrim = 0x000000A6,
    .on_scrim = 0xFFFFFFFF,
    .warning_on_scrim = 0xFFC247FF,
    .inverse = 0xEDF0F4FF,
    .on_inverse = 0x181B20FF,
};

/// Words stand on the system's canvas in its own text colour; what lights up is in that of a selection.
Palette forced_palette(const SystemColors& system) {
    return {
        .page = system.canvas,
        .raised = system.canvas,
        .field = system.field,
        .on_field = system.field_text,
        .hairline = system.canvas_text,
        .outline = system.button_border,
        .text = system.canvas_text,
        .text_secondary = system.canvas_text,
        .link = system.link_text,
        .accent = system.highlight,
        .on_accent = system.highlight_text,
        .accent_tint = system.canvas,
        .on_accent_tint = system.canvas_text,
        .neutral = system.canvas,
        .on_neutral = system.canvas_text,
        .danger = system.canvas_text,
        .on_danger = system.canvas,
        .danger_tint = system.canvas,
        .on_danger_tint = system.canvas_text,
        .danger_text = system.canvas_text,
        .success = system.highlight,
        .success_tint = system.canvas,
        .on_success_tint = system.canvas_text,
        .warning_tint = system.canvas,
        .on_warning_tint = system.canvas_text,
        .focus_ring = system.canvas_text,
        .tile = system.canvas,
        .scrim = system.canvas,
        .on_scrim = system.canvas_text,
        .warning_on_scrim = system.canvas_text,
        .inverse = system.canvas,
        .on_inverse = system.canvas_text,
        .forced = ForcedControls{.face = system.button_face,
                                 .text = system.button_text,
                                 .edge = system.button_border,
                                 .chosen = system.highlight,
                                 .on_chosen = system.highlight_text,
                                 .disabled = system.gray_text},
    };
}

constexpr std::uint32_t channel(Color color, unsigned shift) { return (color >> shift) & 0xFFU; }

std::uint32_t blend(std::uint32_t under, std::uint32_t over, float opacity) {
    const float sum = static_cast<float>(under) * (1 - opacity) + static_cast<float>(over) * opacity;
    return static_cast<std::uint32_t>(std::lround(sum));
}

}  // namespace

Palette palette_for(Theme theme, const SystemColors& system) {
    if (theme == Theme::Forced) return forced_palette(system);
    return theme == Theme::Dark ? dark : light;
}

Color avatar_color(std::string_view peer_id) {
    std::uint32_t sum = 0;
    for (const char letter : peer_id) sum = sum * 31 + static_cast<unsigned char>(letter);
    return avatar_colors[sum % avatar_colors.size()];
}

Color faded(Color color, float opacity) { return (color & 0xFFFFFF00U) | blend(0, channel(color, 0), opacity); }

Color mixed(Color under, Color over, float opacity) {
    Color result = channel(under, 0);
    for (const unsigned shift : {8U, 16U, 24U})
        result |= blend(channel(under, shift), channel(over, shift), opacity) << shift;
    return result;
}

}  // namespace parley::ui
