#include "ui/components/select.hpp"

#include <utility>

#include "ui/components/control.hpp"
#include "ui/components/menu.hpp"
#include "ui/components/text.hpp"
#include "ui/popup.hpp"

namespace parley::ui {

namespace {

constexpr float padding = 14;

std::vector<MenuItem> items_of(const Select& look) {
    std::vector<MenuItem> items;
    items.reserve(look.options.size());
    for (std::size_t i = 0; i < look.options.size(); ++i)
        items.push_back(
            {.label = look.options[i], .chosen = i == look.chosen, .act = [choose = look.choose, i](Context& context) {
                 if (choose) choose(context, i);
             }});
    return items;
}

void draw(Context& context, const Rect& rect, const Select& look, std::string_view words,
          const Interaction& interaction) {
    const Palette& palette = *context.palette;
    const bool disabled = look.state == Select::State::Disabled;
    const bool raised = interaction.hovered || interaction.held;
    const float opacity = disabled ? shade::disabled : 1;
    const Color color = draw_control(
        context, rect, radius::control, disabled ? ControlState::Disabled : ControlState::Enabled,
        {faded(raised ? palette.neutral : palette.raised, opacity), faded(palette.text, opacity)}, interaction);
    if (!palette.forced) border(*context.draw, rect, faded(palette.outline, opacity), radius::control, 1);
    Rect content = inset(rect, padding, 0);
    draw_icon(context, take_right(content, size::icon_small), icon_path(Icon::ChevronDown), size::icon_small, color);
    take_right(content, space::xs);
    if (look.icon) {
        draw_icon(context, take_left(content, size::icon_small), icon_path(*look.icon), size::icon_small,
                  palette.forced ? color : faded(palette.text_secondary, opacity));
        take_left(content, space::s);
    }
    draw_line(context, content, words, type::body, color);
}

}  // namespace

void select(Context& context, std::string_view key, const Rect& rect, Select look) {
    const bool disabled = look.state == Select::State::Disabled;
    const std::string words = look.chosen < look.options.size() ? look.options[look.chosen] : look.placeholder;
    SemanticNode& node = add_node(context, SemanticRole::Button, key, rect, look.label);
    const SemanticId id = node.id;
    node.description = words;
    node.disabled = disabled;
    node.expanded = popup_is_open(context, id);
    const Interaction interaction = disabled ? Interaction{} : interact(context, id, rect);
    draw(context, rect, look, words, interaction);
    focus_ring(context, id, rect, radius::control);
    if (interaction.pressed) open_popup(context, id);
    std::string name = look.label;
    popup_menu(context, id, rect, std::move(name), items_of(look));
}

}  // namespace parley::ui
