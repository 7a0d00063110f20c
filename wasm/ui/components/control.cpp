#include "ui/components/control.hpp"

namespace parley::ui {

namespace {

constexpr float edge_width = 1;
constexpr float edge_width_pointed = 2;  ///< instead of a shade, which might come to nothing

}  // namespace

ControlColors control_colors(const Palette& palette, ControlState state, const ControlColors& own) {
    if (!palette.forced) return own;
    switch (state) {
        case ControlState::Chosen:
            return {palette.forced->chosen, palette.forced->on_chosen};
        case ControlState::Disabled:
            return {palette.forced->face, palette.forced->disabled};
        case ControlState::Enabled:
            break;
    }
    return {palette.forced->face, palette.forced->text};
}

Color disabled_color(const Palette& palette, Color own) {
    return palette.forced ? palette.forced->disabled : faded(own, shade::disabled);
}

Color draw_control(Context& context, const Rect& rect, float corner_radius, ControlState state,
                   const ControlColors& own, const Interaction& interaction) {
    const Palette& palette = *context.palette;
    const ControlColors colors = control_colors(palette, state, own);
    fill(*context.draw, rect, colors.face, corner_radius);
    if (!palette.forced) return colors.content;
    const Color edge = state == ControlState::Disabled ? palette.forced->disabled : palette.forced->edge;
    const bool pointed = interaction.hovered || interaction.held;
    border(*context.draw, rect, edge, corner_radius, pointed ? edge_width_pointed : edge_width);
    return colors.content;
}

}  // namespace parley::ui
