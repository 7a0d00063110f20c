#include "ui/components/menu.hpp"

#include <string>

#include "ui/components/panel.hpp"
#include "ui/components/text.hpp"

namespace parley::ui {

namespace {

constexpr float item_height = 44;

bool menu_item(Context& context, std::string_view key, const Rect& rect, const MenuItem& item) {
    const bool disabled = item.state == MenuItem::State::Disabled;
    SemanticNode& node = add_node(context, SemanticRole::Button, key, rect, item.label);
    node.disabled = disabled;
    const SemanticId id = node.id;
    const Interaction interaction = disabled ? Interaction{} : interact(context, id, rect);
    if (interaction.hovered || interaction.held) fill(*context.draw, rect, context.palette->neutral, radius::chip);

    const Color color = faded(context.palette->text, disabled ? shade::disabled : 1);
    Rect content = inset(rect, space::s, 0);
    if (item.icon) draw_icon(context, take_left(content, size::icon), icon_path(*item.icon), size::icon_small, color);
    take_left(content, space::s);
    draw_line(context, content, item.label, type::label, color);
    focus_ring(context, id, inset(rect, size::focus_ring, size::focus_ring), radius::chip);
    return interaction.pressed;
}

}  // namespace

float menu_height(std::size_t items) { return static_cast<float>(items) * item_height + 2 * space::s; }

std::optional<std::size_t> menu(Context& context, std::string_view key, const Rect& rect, std::string_view name,
                                const std::vector<MenuItem>& items) {
    std::optional<std::size_t> chosen;
    draw_panel(context, rect);
    const InsideNode inside(context, add_node(context, SemanticRole::Group, key, rect, name));
    Rect rest = inset(rect, space::s, space::s);
    for (std::size_t i = 0; i < items.size(); ++i)
        if (menu_item(context, std::to_string(i), take_top(rest, item_height), items[i])) chosen = i;
    return chosen;
}

}  // namespace parley::ui
