#include "ui/components/icon_toggle.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

#include "ui/components/text.hpp"

namespace parley::ui {

namespace {

constexpr float badge_size = 20;
constexpr float tooltip_height = 32;

struct Colors {
    Color background;
    Color icon;
};

Colors colors_of(const Palette& palette, IconToggle::Tone tone) {
    switch (tone) {
        case IconToggle::Tone::Off:
            return {palette.danger_tint, palette.on_danger_tint};
        case IconToggle::Tone::Danger:
            return {palette.danger, palette.on_danger};
        case IconToggle::Tone::Neutral:
            break;
    }
    return {palette.neutral, palette.on_neutral};
}

/// Above the button and inside the page, over everything else.
void draw_tooltip(Context& context, const Rect& around, std::string_view label) {
    const float width = context.runs.width(label, type::small) + 2 * space::m;
    Rect box = centered(around, width, tooltip_height);
    box.y = around.y - tooltip_height - space::s;
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

}  // namespace

bool icon_toggle(Context& context, std::string_view key, const Rect& rect, const IconToggle& look) {
    SemanticNode& node = add_node(context, SemanticRole::Button, key, rect, look.label);
    node.description = look.description;
    const SemanticId id = node.id;
    const Interaction interaction = interact(context, id, rect);

    const Colors colors = colors_of(*context.palette, look.tone);
    const float strength = interaction.held ? shade::press : interaction.hovered ? shade::hover : 0;
    const float round = rect.height / 2;
    fill(*context.draw, rect, mixed(colors.background, colors.icon, strength), round);
    draw_icon(context, rect, icon_path(look.icon), size::icon, colors.icon);
    if (look.warning) {
        const Rect badge{right(rect) - badge_size, rect.y - space::xs, badge_size, badge_size};
        fill(*context.draw, badge, context.palette->warning_tint, badge_size / 2);
        draw_icon(context, badge, icon_path(Icon::Warning), badge_size - 6, context.palette->on_warning_tint);
    }
    focus_ring(context, id, rect, round);
    tooltip(context, id, rect, interaction, look.label);
    return interaction.pressed;
}

}  // namespace parley::ui
