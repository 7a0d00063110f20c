#include "ui/components/sheet.hpp"

#include <algorithm>

#include "ui/components/icon_toggle.hpp"
#include "ui/components/panel.hpp"
#include "ui/components/scroll_area.hpp"
#include "ui/components/text.hpp"
#include "ui/window.hpp"

namespace parley::ui {

namespace {

constexpr float panel_width_max = 560;
constexpr float margin_wide = 24;
constexpr float margin_narrow = 8;
constexpr float padding_wide = 24;
constexpr float padding_narrow = 16;
constexpr float narrow_width = 480;
constexpr float header_height = 60;
constexpr float close_size = 40;
constexpr float foot_padding = 16;
constexpr float scrim_share = 0.7F;
constexpr float body_inset = 4;  ///< keeps the scroll thumb off the panel's border

bool is_narrow(const Context& context) { return context.surface.width < narrow_width; }

float padding(const Context& context) { return is_narrow(context) ? padding_narrow : padding_wide; }

/// What the sheet may take of the page.
Rect available(const Context& context) {
    const Surface& surface = context.surface;
    const float margin = is_narrow(context) ? margin_narrow : margin_wide;
    const Rect safe{surface.inset_left, surface.inset_top, surface.width - surface.inset_left - surface.inset_right,
                    surface.height - surface.inset_top - surface.inset_bottom};
    return inset(safe, margin, std::min(margin, safe.height / 32));
}

float panel_width(const Context& context) { return std::min(panel_width_max, available(context).width); }

/// Title and close button; true when the button was pressed.
bool draw_header(Context& context, std::string_view title, const Rect& rect) {
    Rect rest = rect;
    const Rect close = take_right(rest, close_size);
    heading(context, "title", centered(rest, rest.width, type::heading.line_height), title, 2, type::heading);
    return icon_toggle(context, "close", centered(close, close_size, close_size),
                       {.tone = IconToggle::Tone::Plain, .icon = Icon::Close, .label = "Close"});
}

void draw_edge(Context& context, const Rect& body, float y) {
    fill(*context.draw, {body.x, y, body.width, 1}, context.palette->hairline, 0);
}

}  // namespace

float sheet_width(const Context& context) { return panel_width(context) - 2 * padding(context); }

bool sheet(Context& context, std::string_view key, const Sheet& look, const Stack& body, const Stack& foot) {
    const CoveringWindow window(context, key);
    fill(*context.draw, {0, 0, context.surface.width, context.surface.height},
         faded(context.palette->scrim, scrim_share), 0);

    const bool has_foot = foot.height() > 0;
    const float foot_height = has_foot ? foot.height() + 2 * foot_padding : foot_padding;
    const float body_height = look.body_height > 0 ? look.body_height : scroll_area_height(body);
    const float height = header_height + body_height + foot_height;
    const Rect space = available(context);
    const Rect panel = centered(space, panel_width(context), std::min(height, space.height));
    draw_panel(context, panel);

    SemanticNode& node = add_node(context, SemanticRole::Dialog, key, panel, look.title);
    node.autofocus = true;
    node.inert = context.reach == Reach::Covered;
    const InsideNode inside(context, node);
    Rect rest = panel;
    const bool closed = draw_header(context, look.title, inset(take_top(rest, header_height), padding(context), 0));
    const Rect foot_place = take_bottom(rest, foot_height);
    scroll_area(context, key, inset(rest, body_inset, 0), body, {.padding = padding(context) - body_inset});
    if (scroll_area_height(body) > rest.height) {
        draw_edge(context, rest, rest.y);
        if (has_foot) draw_edge(context, rest, bottom(rest));
    }
    foot.place(foot_place.x + padding(context), foot_place.y + foot_padding);
    return closed || happened(context, SemanticEvent::Kind::Dismiss);
}

}  // namespace parley::ui
