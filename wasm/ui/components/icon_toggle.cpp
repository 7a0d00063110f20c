#include "ui/components/icon_toggle.hpp"

#include <algorithm>
#include <string>

#include "ui/components/control.hpp"
#include "ui/components/surface.hpp"
#include "ui/components/text.hpp"
#include "ui/components/tooltip.hpp"

namespace parley::ui {

namespace {

constexpr float badge_size = 20;
constexpr std::uint32_t count_max = 99;

/// A bar at the lower edge of what is shown: its colour alone would not tell.
constexpr float bar_width = 16;
constexpr float bar_height = 3;
constexpr float bar_space = 6;

/// What hovering and pressing make of a background; one that is not there appears.
Color shaded(const ControlColors& colors, float strength) {
    if ((colors.face & 0xFFU) == 0) return faded(colors.content, strength);
    return mixed(colors.face, colors.content, strength);
}

ControlColors colors_of(const Palette& palette, IconToggle::Tone tone) {
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

void draw_badge(Context& context, const Rect& rect, const IconToggle& look) {
    Rect badge{right(rect) - badge_size, rect.y - space::xs, badge_size, badge_size};
    if (look.warning) {
        fill_surface(context, badge, context.palette->warning_tint, badge_size / 2);
        draw_icon(context, badge, icon_path(Icon::Warning), badge_size - 6, context.palette->on_warning_tint);
    } else if (look.count > 0) {
        const std::string count = look.count > count_max ? std::to_string(count_max) + "+" : std::to_string(look.count);
        badge.width = std::max(badge_size, context.runs.width(count, type::small) + space::s);
        fill_surface(context, badge, context.palette->accent, badge_size / 2);
        draw_line(context, badge, count, type::small, context.palette->on_accent, Align::Center);
    }
}

ControlState state_of(const IconToggle& look) {
    if (look.state == IconToggle::State::Disabled) return ControlState::Disabled;
    return look.tone == IconToggle::Tone::Accent ? ControlState::Chosen : ControlState::Enabled;
}

void draw_bar(Context& context, const Rect& rect, Color color) {
    Rect bar = centered(rect, bar_width, bar_height);
    bar.y = bottom(rect) - bar_space - bar_height;
    fill(*context.draw, bar, color, bar_height / 2);
}

/// What it does, and with which key.
std::string tooltip_words(const IconToggle& look) {
    std::string words(look.label);
    if (!look.shortcut.empty()) words.append(" (").append(look.shortcut).append(")");
    return words;
}

}  // namespace

bool icon_toggle(Context& context, std::string_view key, const Rect& rect, const IconToggle& look) {
    const bool disabled = look.state == IconToggle::State::Disabled;
    const SemanticRole role = look.pressed ? SemanticRole::ToggleButton : SemanticRole::Button;
    SemanticNode& node = add_node(context, role, key, rect, look.label);
    node.description = look.description;
    node.pressed = look.pressed;
    node.expanded = look.expanded;
    node.shortcut = look.shortcut;
    node.disabled = disabled;
    const SemanticId id = node.id;
    const Interaction interaction = disabled ? Interaction{} : interact(context, id, rect);
    const float opacity = disabled ? shade::disabled : 1;

    const ControlColors colors = colors_of(*context.palette, look.tone);
    const float strength = interaction.held ? shade::press : interaction.hovered ? shade::hover : 0;
    const float round = rect.height / 2;
    const Color color =
        draw_control(context, rect, round, state_of(look),
                     {faded(shaded(colors, strength), opacity), faded(colors.content, opacity)}, interaction);
    draw_icon(context, rect, icon_path(look.icon), size::icon, color);
    if (look.pressed.value_or(false)) draw_bar(context, rect, color);
    draw_badge(context, rect, look);
    focus_ring(context, id, rect, round);
    if (look.tooltip == IconToggle::Tooltip::Label) tooltip(context, id, rect, interaction, tooltip_words(look));
    return interaction.pressed;
}

}  // namespace parley::ui
