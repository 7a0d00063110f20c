#include "ui/components/icon_toggle.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <string>
#include <utility>

#include "ui/components/text.hpp"

namespace parley::ui {

namespace {

constexpr float badge_size = 20;
constexpr float tooltip_height = 32;
constexpr std::uint32_t count_max = 99;

struct Colors {
    Color background;
    Color icon;
};

/// What hovering and pressing make of a background; one that is not there appears.
Color shaded(const Colors& colors, float strength) {
    if ((colors.background & 0xFFU) == 0) return faded(colors.icon, strength);
    return mixed(colors.background, colors.icon, strength);
}

Colors colors_of(const Palette& palette, IconToggle::Tone tone) {
    switch (tone) {
        case IconToggle::Tone::Off:
            return {palette.danger_tint, palette.on_danger_tint};
        case IconToggle::Tone::Accent:
            return {palette.accent, palette.on_accent};
        case IconToggle::Tone::Danger:
            return {palette.danger, palette.on_danger};
        case IconToggle::Tone::Plain:
            return {faded(palette.text, 0), palette.text_secondary};
        case IconToggle::Tone::Neutral:
            break;
    }
    return {palette.neutral, palette.on_neutral};
}

/// Above the button, or below it where the page ends, and inside the page, over everything else.
void draw_tooltip(Context& context, const Rect& around, std::string_view label) {
    const float width = context.runs.width(label, type::small) + 2 * space::m;
    Rect box = centered(around, width, tooltip_height);
    box.y = around.y - tooltip_height - space::s;
    if (box.y < 0) box.y = bottom(around) + space::s;
    box.x = std::clamp(box.x, space::xs, std::max(space::xs, context.surface.width - width - space::xs));
    ImDrawList* page = std::exchange(context.draw, ImGui::GetForegroundDrawList());
    fill(*context.draw, box, context.palette->inverse, radius::chip);
    draw_line(context, box, label, type::small, context.palette->on_inverse, Align::Center);
    context.draw = page;
}

void tooltip(Context& context, SemanticId id, const Rect& rect, const Interaction& interaction,
             std::string_view label) {
    const bool by_keyboard = context.focus.id == id && context.focus.visible;
    if (!by_keyboard && (!interaction.hovered || interaction.held)) return;
    const double waited = ImGui::GetCurrentContext()->HoveredIdTimer;
    if (by_keyboard || waited >= duration::tooltip_delay_s)
        draw_tooltip(context, rect, label);
    else
        request_frame(context, duration::tooltip_delay_s - waited);
}

void draw_badge(Context& context, const Rect& rect, const IconToggle& look) {
    Rect badge{right(rect) - badge_size, rect.y - space::xs, badge_size, badge_size};
    if (look.warning) {
        fill(*context.draw, badge, context.palette->warning_tint, badge_size / 2);
        draw_icon(context, badge, icon_path(Icon::Warning), badge_size - 6, context.palette->on_warning_tint);
    } else if (look.count > 0) {
        const std::string count = look.count > count_max ? std::to_string(count_max) + "+" : std::to_string(look.count);
        badge.width = std::max(badge_size, context.runs.width(count, type::small) + space::s);
        fill(*context.draw, badge, context.palette->accent, badge_size / 2);
        draw_line(context, badge, count, type::small, context.palette->on_accent, Align::Center);
    }
}

}  // namespace

bool icon_toggle(Context& context, std::string_view key, const Rect& rect, const IconToggle& look) {
    const bool disabled = look.state == IconToggle::State::Disabled;
    const SemanticRole role = look.pressed ? SemanticRole::ToggleButton : SemanticRole::Button;
    SemanticNode& node = add_node(context, role, key, rect, look.label);
    node.description = look.description;
    node.pressed = look.pressed;
    node.disabled = disabled;
    const SemanticId id = node.id;
    const Interaction interaction = disabled ? Interaction{} : interact(context, id, rect);
    const float opacity = disabled ? shade::disabled : 1;

    const Colors colors = colors_of(*context.palette, look.tone);
    const float strength = interaction.held ? shade::press : interaction.hovered ? shade::hover : 0;
    const float round = rect.height / 2;
    fill(*context.draw, rect, faded(shaded(colors, strength), opacity), round);
    draw_icon(context, rect, icon_path(look.icon), size::icon, faded(colors.icon, opacity));
    draw_badge(context, rect, look);
    focus_ring(context, id, rect, round);
    tooltip(context, id, rect, interaction, look.label);
    return interaction.pressed;
}

}  // namespace parley::ui
