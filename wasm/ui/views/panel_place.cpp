#include "ui/views/panel_place.hpp"

#include "ui/components/icon_toggle.hpp"
#include "ui/components/panel.hpp"
#include "ui/components/text.hpp"

namespace parley::ui {

namespace {

constexpr float header_height = 56;
constexpr float close_size = 40;

bool draw_header(Context& context, const PanelTitle& title, Rect row) {
    const Rect close = centered(take_right(row, close_size), close_size, close_size);
    heading(context, "title", centered(row, row.width, type::heading.line_height),
            title.heading.empty() ? title.title : title.heading, 2, type::heading);
    return icon_toggle(context, "close", close, {.icon = Icon::Close, .label = title.close});
}

}  // namespace

Panel begin_panel(Context& context, const PanelTitle& title, const Rect& rect, PanelPlace place) {
    if (place == PanelPlace::Beside) draw_panel(context, rect);
    Panel panel;
    panel.node = add_node(context, SemanticRole::Region, title.key, rect, title.title);
    const InsideNode inside(context, panel.node);
    const float padding = place == PanelPlace::Beside ? space::m : space::s;
    panel.content = inset(rect, padding, 0);
    panel.closed = draw_header(context, title, take_top(panel.content, header_height)) ||
                   happened(context, SemanticEvent::Kind::Dismiss);
    take_bottom(panel.content, padding);
    return panel;
}

}  // namespace parley::ui
