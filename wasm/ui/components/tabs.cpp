#include "ui/components/tabs.hpp"

#include <algorithm>

#include "ui/components/control.hpp"
#include "ui/components/text.hpp"

namespace parley::ui {

namespace {

constexpr float edge = 4;  ///< around the one that is shown
constexpr float bar_height = 3;
constexpr float bar_space = 3;

/// Under the name of the one that is shown: its colour alone would not tell.
void draw_bar(Context& context, const Rect& tab, std::string_view name, Color color) {
    const float width = std::min(tab.width - 2 * space::s, context.runs.width(name, type::label));
    Rect bar = centered(tab, width, bar_height);
    bar.y = bottom(tab) - bar_space - bar_height;
    fill(*context.draw, bar, color, bar_height / 2);
}

void draw_tab(Context& context, const Rect& rect, std::string_view name, bool shown, const Interaction& interaction) {
    const Palette& palette = *context.palette;
    const float strength = interaction.held ? shade::press : interaction.hovered ? shade::hover : 0;
    const Color back = shown ? palette.accent_tint : palette.neutral;
    const Color words = shown ? palette.on_accent_tint : palette.on_neutral;
    const Color color =
        draw_control(context, rect, radius::control - edge, shown ? ControlState::Chosen : ControlState::Enabled,
                     {mixed(back, words, strength), words}, interaction);
    draw_line(context, inset(rect, space::xs, 0), name, type::label, color, Align::Center);
    if (shown) draw_bar(context, rect, name, color);
}

}  // namespace

std::optional<std::size_t> tabs(Context& context, std::string_view key, const Rect& rect, const Tabs& look) {
    const InsideNode inside(context, add_node(context, SemanticRole::Group, key, rect, look.label));
    fill(*context.draw, rect, context.palette->neutral, radius::control);
    Rect row = inset(rect, edge, edge);
    const float width = row.width / static_cast<float>(look.names.size());
    std::optional<std::size_t> pressed;
    for (std::size_t index = 0; index < look.names.size(); ++index) {
        const Rect place = take_left(row, width);
        SemanticNode& node = add_node(context, SemanticRole::ToggleButton, look.names[index], place, look.names[index]);
        node.pressed = index == look.shown;
        const SemanticId id = node.id;
        const Interaction interaction = interact(context, id, place);
        draw_tab(context, place, look.names[index], index == look.shown, interaction);
        focus_ring(context, id, place, radius::control - edge);
        if (interaction.pressed) pressed = index;
    }
    return pressed;
}

}  // namespace parley::ui
