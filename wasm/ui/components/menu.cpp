#include "ui/components/menu.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "ui/components/control.hpp"
#include "ui/components/text.hpp"
#include "ui/popup.hpp"

namespace parley::ui {

namespace {

constexpr float item_height = 44;
constexpr float width_min = 200;
constexpr float width_max = 360;
constexpr float popup_padding = 8;

using Items = std::shared_ptr<const std::vector<MenuItem>>;

std::string key_of(std::size_t index) { return "item " + std::to_string(index); }

bool is_disabled(const MenuItem& item) { return item.state == MenuItem::State::Disabled; }

bool has_signs(const std::vector<MenuItem>& items) {
    return std::ranges::any_of(items, [](const MenuItem& item) { return item.icon || item.chosen; });
}

/// Where the keyboard begins: at what is chosen, or else at the first that can be.
std::size_t first_of(const std::vector<MenuItem>& items) {
    const auto chosen = std::ranges::find(items, std::optional(true), &MenuItem::chosen);
    if (chosen != items.end()) return static_cast<std::size_t>(chosen - items.begin());
    const auto usable = std::ranges::find_if_not(items, is_disabled);
    return static_cast<std::size_t>(usable - items.begin());
}

/// The next one that can be used, and from the last to the first.
std::size_t next_of(const std::vector<MenuItem>& items, std::size_t from, std::size_t step) {
    std::size_t next = from;
    do next = (next + step) % items.size();
    while (next != from && is_disabled(items[next]));
    return next;
}

void move_by_key(Context& context, const std::vector<MenuItem>& items, std::size_t index, SemanticId id) {
    using Kind = SemanticEvent::Kind;
    const auto pressed = [&](Kind kind) { return event_for(context, kind, id) != nullptr; };
    const auto go = [&](std::size_t to) { context.result.focus = id_of(context, key_of(to)); };
    const std::size_t last = items.size() - 1;
    if (pressed(Kind::Down)) go(next_of(items, index, 1));
    if (pressed(Kind::Up)) go(next_of(items, index, last == 0 ? 1 : last));
    if (pressed(Kind::Home)) go(next_of(items, last, 1));
    if (pressed(Kind::End)) go(next_of(items, 0, last == 0 ? 1 : last));
}

/// The menu has an edge, its lines have none: the one that is pointed at is filled.
Color draw_back(Context& context, const Rect& rect, const MenuItem& item, const Interaction& interaction) {
    const Palette& palette = *context.palette;
    if (is_disabled(item)) return disabled_color(palette, palette.text);
    if (!interaction.hovered && !interaction.held) return palette.text;
    const ControlColors colors = control_colors(palette, ControlState::Chosen, {palette.neutral, palette.text});
    fill(*context.draw, rect, colors.face, radius::chip);
    return colors.content;
}

void draw_item(Context& context, const Rect& rect, const MenuItem& item, bool signs, Color color) {
    const Palette& palette = *context.palette;
    Rect content = inset(rect, space::s, 0);
    if (signs) {
        const Rect sign = take_left(content, size::icon);
        if (item.chosen.value_or(false))
            draw_icon(context, sign, icon_path(Icon::Check), size::icon_small, palette.forced ? color : palette.accent);
        else if (item.icon)
            draw_icon(context, sign, icon_path(*item.icon), size::icon_small, color);
        take_left(content, space::s);
    }
    if (!item.detail.empty()) {
        const float width = std::min(content.width / 2, context.runs.width(item.detail, type::small) + 1);
        const float opacity = is_disabled(item) ? shade::disabled : 1;
        draw_line(context, take_right(content, width), item.detail, type::small,
                  palette.forced ? color : faded(palette.text_secondary, opacity));
        take_right(content, space::s);
    }
    draw_line(context, content, item.label, type::label, color);
}

void show_item(Context& context, const Items& items, std::size_t index, const Rect& rect) {
    const MenuItem& item = (*items)[index];
    const auto role = item.chosen ? SemanticRole::MenuItemRadio : SemanticRole::MenuItem;
    SemanticNode& node = add_node(context, role, key_of(index), rect, item.label);
    node.description = item.detail;
    node.pressed = item.chosen;
    node.disabled = is_disabled(item);
    node.autofocus = index == first_of(*items) && context.popup.opener != 0;
    const SemanticId id = node.id;
    const Interaction interaction = is_disabled(item) ? Interaction{} : interact(context, id, rect);
    draw_item(context, rect, item, has_signs(*items), draw_back(context, rect, item, interaction));
    focus_ring(context, id, inset(rect, size::focus_ring, size::focus_ring), radius::chip);
    move_by_key(context, *items, index, id);
    if (!interaction.pressed) return;
    if (context.popup.opener != 0) close_popup(context);
    if (item.act) item.act(context);
}

Stack stack_of(Context& context, const Items& items, float width) {
    Stack stack(width);
    for (std::size_t i = 0; i < items->size(); ++i)
        stack.add(0, item_height, [&context, items, i](const Rect& row) { show_item(context, items, i, row); });
    return stack;
}

float width_of(Context& context, const std::vector<MenuItem>& items) {
    float widest = 0;
    for (const MenuItem& item : items) {
        const float detail = item.detail.empty() ? 0 : context.runs.width(item.detail, type::small) + space::m;
        widest = std::max(widest, context.runs.width(item.label, type::label) + detail);
    }
    const float signs = has_signs(items) ? size::icon + space::s : 0;
    return std::clamp(widest + signs + 2 * (space::s + popup_padding) + space::s, width_min, width_max);
}

}  // namespace

Stack menu(Context& context, std::vector<MenuItem> items, float width) {
    return stack_of(context, std::make_shared<const std::vector<MenuItem>>(std::move(items)), width);
}

void popup_menu(Context& context, SemanticId opener, const Rect& anchor, std::string name,
                std::vector<MenuItem> items) {
    if (!popup_is_open(context, opener) || items.empty()) return;
    const float width = width_of(context, items);
    const auto shared = std::make_shared<const std::vector<MenuItem>>(std::move(items));
    popup(context, opener, anchor,
          {.name = std::move(name), .width = width, .content = [shared](Context& drawing, float inner) {
               return stack_of(drawing, shared, inner);
           }});
}

}  // namespace parley::ui
