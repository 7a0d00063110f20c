#include "ui/components/value_table.hpp"

#include "ui/components/text.hpp"

namespace parley::ui {

namespace {

constexpr TextStyle heading_style{13, 18, FontWeight::Medium};
constexpr float row_height = 26;
constexpr float heading_height = 28;
constexpr float column_share = 0.345F;  ///< of the width

std::size_t columns_of(const ValueTable& table) { return std::max<std::size_t>(1, table.columns.size()); }

Rect column_place(const Rect& rect, std::size_t column, std::size_t columns) {
    if (columns == 1) return rect;
    const float width = rect.width * column_share;
    const auto from_right = static_cast<float>(columns - column);
    return {right(rect) - from_right * width, rect.y, width, rect.height};
}

void draw_labels(Context& context, const Rect& rect, const ValueTable& table) {
    Rect rest = rect;
    if (!table.columns.empty()) take_top(rest, heading_height);
    for (const ValueTable::Row& row : table.rows) {
        fill(*context.draw, {rest.x, rest.y, rest.width, 1}, context.palette->hairline, 0);
        draw_line(context, take_top(rest, row_height), row.label, type::small, context.palette->text_secondary);
    }
}

void show_column(Context& context, Rect rest, const ValueTable& table, std::size_t column) {
    if (!table.columns.empty())
        draw_line(context, take_top(rest, heading_height), table.columns[column], heading_style, context.palette->text,
                  Align::Right);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const Rect place = take_top(rest, row_height);
        const std::string& value = table.rows[i].values[column];
        if (value.empty()) continue;
        const InsideNode inside(context, add_node(context, SemanticRole::ListItem, std::to_string(i), place, ""));
        add_node(context, SemanticRole::Text, "value", place, std::string(table.rows[i].label) + ": " + value);
        draw_figures(context, place, value, type::small, context.palette->text);
    }
}

}  // namespace

float value_table_height(const ValueTable& table) {
    return (table.columns.empty() ? 0 : heading_height) + static_cast<float>(table.rows.size()) * row_height;
}

void value_table(Context& context, std::string_view key, const Rect& rect, std::string_view name,
                 const ValueTable& table) {
    draw_labels(context, rect, table);
    for (std::size_t column = 0; column < columns_of(table); ++column) {
        const Rect place = column_place(rect, column, columns_of(table));
        const std::string_view heading = table.columns.empty() ? name : table.columns[column];
        const InsideNode inside(context, add_node(context, SemanticRole::List,
                                                  std::string(key) + " " + std::to_string(column), place, heading));
        show_column(context, place, table, column);
    }
}

}  // namespace parley::ui
