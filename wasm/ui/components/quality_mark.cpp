#include "ui/components/quality_mark.hpp"

#include <cmath>

#include "ui/components/control.hpp"
#include "ui/components/tooltip.hpp"

namespace parley::ui {

namespace {

constexpr int bars = 3;
constexpr float bar_share = 0.26F;  ///< of the height: a bar's width
constexpr float gap_share = 0.14F;
constexpr float lowest_share = 0.4F;
constexpr float sign_height = 14;
constexpr float quiet_share = 0.7F;   ///< what is good draws no attention
constexpr float unlit_share = 0.35F;  ///< still to be seen, so that one lit bar is seen to be one of three
constexpr float shade_inset = 2;      ///< of what shows that it can be pressed

Color lit_color(const Palette& palette, QualityLevel level) {
    if (level == QualityLevel::Poor) return palette.warning_on_scrim;
    if (palette.forced) return palette.on_scrim;
    return level == QualityLevel::Good ? faded(palette.on_scrim, quiet_share) : palette.on_scrim;
}

Interaction interaction_of(Context& context, SemanticId id, const Rect& rect, QualityMark::Use use) {
    if (use == QualityMark::Use::Button) return interact(context, id, rect);
    return {.hovered = hovered(id, rect)};
}

}  // namespace

void draw_quality_bars(Context& context, const Rect& rect, QualityLevel level, float height, Color lit, Color unlit) {
    const float width = std::round(height * bar_share);
    const float gap = std::round(height * gap_share);
    const Rect box = centered(rect, bars * width + (bars - 1) * gap, height);
    for (int i = 0; i < bars; ++i) {
        const float share = lowest_share + (1 - lowest_share) * static_cast<float>(i) / (bars - 1);
        const float bar = std::round(height * share);
        const Rect place{box.x + static_cast<float>(i) * (width + gap), bottom(box) - bar, width, bar};
        const bool is_lit = i < static_cast<int>(level);
        if (!is_lit && context.palette->forced)
            border(*context.draw, place, lit, 1, 1);
        else
            fill(*context.draw, place, is_lit ? lit : unlit, 1);
    }
}

bool quality_mark(Context& context, std::string_view key, const Rect& rect, const QualityMark& look) {
    const bool is_button = look.use == QualityMark::Use::Button;
    SemanticNode& node =
        add_node(context, is_button ? SemanticRole::Button : SemanticRole::Text, key, rect, look.label);
    if (is_button) node.description = look.tooltip;
    const SemanticId id = node.id;
    const Interaction interaction = interaction_of(context, id, rect, look.use);
    const Palette& palette = *context.palette;
    const float strength = interaction.held ? shade::press : interaction.hovered && is_button ? shade::hover : 0;
    const Rect face = inset(rect, shade_inset, shade_inset);
    constexpr float round = radius::chip - shade_inset;
    const ControlColors own{faded(palette.on_scrim, 2 * strength), lit_color(palette, look.level)};
    const Color lit =
        is_button ? draw_control(context, face, round, ControlState::Enabled, own, interaction) : own.content;
    draw_quality_bars(context, rect, look.level, sign_height, lit, faded(palette.on_scrim, unlit_share));
    focus_ring(context, id, rect, radius::chip);
    tooltip(context, id, rect, interaction, look.tooltip);
    return interaction.pressed;
}

}  // namespace parley::ui
