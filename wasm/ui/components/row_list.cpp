#include "ui/components/row_list.hpp"

#include <algorithm>
#include <cmath>

#include "ui/components/scroll_area.hpp"

namespace parley::ui {

namespace {

struct Range {
    std::size_t first = 0, last = 0;  ///< half open
};

/// What of the rows, the first of which begins at `y`, is inside `seen`, and one more at each end.
Range range_of(const RowList& look, float y, const Rect& seen) {
    const auto count = static_cast<float>(look.count);
    const float first = std::floor((seen.y - y) / look.row_height) - 1;
    const float last = std::ceil((bottom(seen) - y) / look.row_height) + 1;
    return {static_cast<std::size_t>(std::clamp(first, 0.0F, count)),
            static_cast<std::size_t>(std::clamp(last, 0.0F, count))};
}

void show_row(Context& context, const RowList& look, std::size_t index, const Rect& rect) {
    RowList::Words words = look.words(index);
    SemanticNode& node = add_node(context, SemanticRole::ListItem, words.key, rect, words.name);
    node.description = std::move(words.description);
    node.position = static_cast<int>(index + 1);
    node.set_size = static_cast<int>(look.count);
    const InsideNode inside(context, node);
    look.draw(context, index, rect);
}

void show_rows(Context& context, const RowList& look, const Rect& all, const Rect& seen) {
    const Range range = range_of(look, all.y, seen);
    for (std::size_t index = range.first; index < range.last; ++index) {
        const float y = all.y + static_cast<float>(index) * look.row_height;
        show_row(context, look, index, {all.x, y, all.width, look.row_height});
    }
}

}  // namespace

void row_list(Context& context, const Rect& rect, const RowList& look) {
    const InsideNode inside(context, add_node(context, SemanticRole::List, look.key, rect, look.name));
    Stack stack(rect.width);
    stack.add(0, static_cast<float>(look.count) * look.row_height,
              [&](const Rect& all) { show_rows(context, look, all, rect); });
    if (look.scroll == RowList::Scroll::ToTop) ImGui::SetNextWindowScroll({-1, 0});
    scroll_area(context, look.key, rect, stack, {.keys_for = context.focus.id});
}

}  // namespace parley::ui
