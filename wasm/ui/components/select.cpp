#include "ui/components/select.hpp"

#include <utility>

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

void draw(Context& context, const Rect& rect, const Select& look, std::string_view words, bool raised) {
    const Palette& palette = *context.palette;
    const float opacity = look.state == Select::State::Disabled ? shade::disabled : 1;
    fill(*context.draw, rect, faded(raised ? palette.neutral : palette.raised, opacity), radius::control);
    border(*context.draw, rect, faded(palette.outline, opacity), radius::control, 1);
    Rect content = inset(rect, padding, 0);
    const Color color = faded(palette.text, opacity);
    draw_icon(context, take_right(content, size::icon_small), icon_path(Icon::ChevronDown), size::icon_small, color);
    take_right(content, space::xs);
    if (look.icon) {
        draw_icon(context, take_left(content, size::icon_small), icon_path(*look.icon), size::icon_small,
                  faded(palette.text_secondary, opacity));
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
    draw(context, rect, look, words, interaction.hovered || interaction.held);
    focus_ring(context, id, rect, radius::control);
    if (interaction.pressed) open_popup(context, id);
    std::string name = look.label;
    popup_menu(context, id, rect, std::move(name), items_of(look));
}

}  // namespace parley::ui
