#include <algorithm>

#include "ui/components/button.hpp"
#include "ui/components/panel.hpp"
#include "ui/components/text.hpp"
#include "ui/grid.hpp"
#include "ui/stack.hpp"
#include "ui/views/call_banners.hpp"
#include "ui/views/call_bar.hpp"
#include "ui/views/call_tile.hpp"
#include "ui/views/side_panel.hpp"
#include "ui/views/views.hpp"

namespace parley::ui {

namespace {

constexpr float tile_gap = 8;
constexpr float invite_width = 340;
constexpr float invite_beside_min_width = 720;
constexpr float link_box_height = 44;
constexpr float invite_padding = 20;
constexpr std::string_view invite_title = "You're the only one here";
constexpr std::string_view invite_text = "Send this link to the people you want to talk with.";

bool is_alone(const core::View& view) { return view.participants.size() <= 1; }

Stack invite_content(Context& context, const core::View& view, float width) {
    Stack stack(width);
    stack.add(0, lines_height(context, invite_title, type::heading, width),
              [&](const Rect& row) { heading(context, "title", row, invite_title, 2, type::heading); });
    stack.add(space::xs, lines_height(context, invite_text, type::body, width), [&](const Rect& row) {
        paragraph(context, "text", row, invite_text, type::body, context.palette->text_secondary);
    });
    stack.add(space::m, link_box_height, [&](const Rect& row) {
        fill(*context.draw, row, context.palette->neutral, radius::control);
        draw_line(context, inset(row, space::m, 0), view.link, type::small, context.palette->on_neutral);
        add_node(context, SemanticRole::Text, "link", row, view.link);
    });
    stack.add(space::s, size::control, [&](const Rect& row) {
        if (button(context, "copy", row, "Copy link", {.icon = Icon::Link})) emit(context, core::action::CopyLink{});
    });
    return stack;
}

/// The own picture with a card beside or below it that helps to bring somebody in.
void alone(Context& context, const core::View& view, Rect area) {
    const bool beside = area.width >= invite_beside_min_width;
    const float width = beside ? invite_width : area.width;
    const Stack content = invite_content(context, view, width - 2 * invite_padding);
    const float height = std::min(area.height, content.height() + 2 * invite_padding);
    Rect card = beside ? take_right(area, width) : take_bottom(area, height);
    card = centered(card, width, height);
    if (beside)
        take_right(area, 2 * tile_gap);
    else
        take_bottom(area, tile_gap);

    if (const std::vector<Rect> tiles = tile_grid(area, view.participants.size(), tile_gap); !tiles.empty())
        call_tile(context, view.participants.front(), tiles.front());
    draw_panel(context, card);
    const InsideNode inside(context, add_node(context, SemanticRole::Region, "invite", card, "Invite people"));
    content.place(card.x + invite_padding, card.y + invite_padding);
}

void people(Context& context, const core::View& view, const Rect& area) {
    if (is_alone(view)) return alone(context, view, area);
    const std::vector<Rect> tiles = tile_grid(area, view.participants.size(), tile_gap);
    for (std::size_t i = 0; i < tiles.size(); ++i) call_tile(context, view.participants[i], tiles[i]);
}

}  // namespace

void call_view(Context& context, const core::View& view, CallMemory& memory, const Rect& area) {
    CallBar bar;
    bar.side = side_of(view);
    bar.unread = unread_count(view, memory.side);
    const CallLayout layout = lay_out_call(area, bar.side);
    const bool people_shown = layout.people.width > 0;
    if (people_shown) people(context, view, layout.people);
    call_banners(context, view, people_shown ? inset(layout.people, tile_gap, tile_gap) : layout.side);

    if (people_shown && is_alone(view)) bar.copy_link = CallBar::CopyLink::Elsewhere;
    bar.closed = just_closed(view, memory.side);
    call_bar(context, view, layout.bar, bar);
    side_panel(context, view, memory.side, layout);
}

}  // namespace parley::ui
