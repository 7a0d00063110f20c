#include "ui/components/key_row.hpp"

#include <algorithm>
#include <string>

#include "ui/components/text.hpp"

namespace parley::ui {

namespace {

constexpr float cap_column = 64;
constexpr float cap_height = 30;
constexpr float cap_padding = 9;

}  // namespace

float key_row_height(Context& context, std::string_view words, float width) {
    return std::max(cap_height, lines_height(context, words, type::body, width - cap_column));
}

void key_row(Context& context, const Rect& rect, std::string_view key, std::string_view words) {
    const std::string said = std::string(key).append(": ").append(words);
    add_node(context, SemanticRole::ListItem, key, rect, said);
    Rect rest = rect;
    Rect cap = centered(take_left(rest, cap_column), cap_column, cap_height);
    cap.width = std::max(cap_height, context.runs.width(key, type::label) + 2 * cap_padding);
    fill(*context.draw, cap, context.palette->neutral, radius::chip);
    border(*context.draw, cap, context.palette->outline, radius::chip, 1);
    draw_line(context, cap, key, type::label, context.palette->on_neutral, Align::Center);
    draw_lines(context, centered(rest, rest.width, lines_height(context, words, type::body, rest.width)), words,
               type::body, context.palette->text);
}

}  // namespace parley::ui
