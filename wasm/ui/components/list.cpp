#include "ui/components/list.hpp"

#include <string>

#include "ui/components/avatar.hpp"
#include "ui/components/text.hpp"

namespace parley::ui {

namespace {

constexpr float row_height = 56;
constexpr float avatar_size = 36;

void draw_row(Context& context, const Rect& rect, const ListRow& row) {
    Rect rest = rect;
    draw_avatar(context, centered(take_left(rest, row_height), avatar_size, avatar_size), row.title, row.avatar);
    if (!row.detail.empty()) {
        const float width = context.runs.width(row.detail, type::small);
        draw_line(context, take_right(rest, width), row.detail, type::small, context.palette->text_secondary);
        take_right(rest, space::s);
    }
    draw_line(context, rest, row.title, type::body, context.palette->text);
}

}  // namespace

float list_height(std::size_t rows) { return static_cast<float>(rows) * row_height; }

void list(Context& context, std::string_view key, const Rect& rect, std::string_view name,
          const std::vector<ListRow>& rows) {
    const InsideNode inside(context, add_node(context, SemanticRole::List, key, rect, name));
    Rect rest = rect;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Rect place = take_top(rest, row_height);
        SemanticNode& node = add_node(context, SemanticRole::ListItem, std::to_string(i), place, rows[i].title);
        node.description = rows[i].detail;
        draw_row(context, place, rows[i]);
    }
}

}  // namespace parley::ui
