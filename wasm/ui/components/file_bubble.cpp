#include "ui/components/file_bubble.hpp"

#include <algorithm>
#include <cmath>

#include "ui/components/surface.hpp"
#include "ui/components/text.hpp"

namespace parley::ui {

namespace {

constexpr float bubble_width = 264;
constexpr float padding = 12;
constexpr float picture_height = 150;
constexpr float bar_height = 4;
constexpr float action_height = 36;

float words_height(const FileBubble& look) {
    const float lines = look.advice.empty() ? 1 : 2;
    return type::label.line_height + lines * type::small.line_height;
}

bool is_inside(const Rect& rect, const Rect& seen) { return rect.y >= seen.y && bottom(rect) <= bottom(seen); }

void show_picture(Context& context, const Rect& rect, const Rect& seen, const FileBubble& look) {
    if (bottom(rect) <= seen.y || rect.y >= bottom(seen)) return;
    SemanticNode& node = add_node(context, SemanticRole::Image, "picture", rect, look.name);
    node.value = look.picture;
    node.clipped_above = std::clamp(seen.y - rect.y, 0.0F, rect.height);
    node.clipped_below = std::clamp(bottom(rect) - bottom(seen), 0.0F, rect.height);
    fill(*context.draw, rect, faded(context.palette->text_secondary, 0.2F), radius::chip);
}

void show_progress(Context& context, const Rect& rect, const FileBubble& look, const BubbleColors& colors) {
    SemanticNode& node = add_node(context, SemanticRole::Progress, "progress", rect, look.name);
    node.value_now = std::round(*look.progress * 100);
    node.value_max = 100;
    node.value = look.detail;
    fill(*context.draw, rect, faded(colors.text, 0.25F), bar_height / 2);
    Rect done = rect;
    done.width = std::max(bar_height, rect.width * *look.progress);
    fill(*context.draw, done, colors.text, bar_height / 2);
}

}  // namespace

float file_bubble_height(const FileBubble& look) {
    float height = 2 * padding + words_height(look);
    if (!look.picture.empty()) height += picture_height + space::s;
    if (look.progress) height += space::s + bar_height;
    if (!look.actions.empty()) height += space::s + action_height;
    return height;
}

std::optional<std::size_t> file_bubble(Context& context, const Rect& row, const Rect& seen, const FileBubble& look) {
    const BubbleColors colors = bubble_colors(context, look.side, look.tone);
    Rect rest = row;
    const float width = std::min(bubble_width, row.width);
    const Rect bubble = look.side == BubbleSide::Own ? take_right(rest, width) : take_left(rest, width);
    fill_surface(context, bubble, colors.fill, radius::card);
    Rect content = inset(bubble, padding, padding);
    if (!look.picture.empty()) {
        show_picture(context, take_top(content, picture_height), seen, look);
        take_top(content, space::s);
    }
    Rect words = take_top(content, words_height(look));
    const Rect sign = take_left(words, size::icon);
    draw_icon(context, {sign.x, sign.y, sign.width, type::label.line_height + type::small.line_height},
              icon_path(Icon::File), size::icon, colors.text);
    take_left(words, space::s);
    paragraph(context, "name", take_top(words, type::label.line_height), look.name, type::label, colors.text);
    paragraph(context, "detail", take_top(words, type::small.line_height), look.detail, type::small, colors.text);
    if (!look.advice.empty()) paragraph(context, "advice", words, look.advice, type::small, colors.text);
    if (look.progress) {
        take_top(content, space::s);
        show_progress(context, take_top(content, bar_height), look, colors);
    }
    if (look.actions.empty()) return std::nullopt;
    take_top(content, space::s);
    std::optional<std::size_t> pressed;
    for (std::size_t i = 0; i < look.actions.size() && is_inside(content, seen); ++i) {
        const auto& [label, kind] = look.actions[i];
        const ButtonLook button_look{.kind = kind, .description = look.name};
        const Rect place = take_left(content, button_width(context, label, button_look));
        take_left(content, space::s);
        if (button(context, label, place, label, button_look)) pressed = i;
    }
    return pressed;
}

}  // namespace parley::ui
