#include <algorithm>
#include <cmath>

#include "ui/components/banner.hpp"
#include "ui/components/button.hpp"
#include "ui/components/panel.hpp"
#include "ui/components/text.hpp"
#include "ui/grid.hpp"
#include "ui/stack.hpp"
#include "ui/views/call_bar.hpp"
#include "ui/views/call_tile.hpp"
#include "ui/views/views.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

constexpr float tile_gap = 8;
constexpr float banner_width_max = 640;
constexpr float side_width = 340;
constexpr float side_beside_min_width = 720;
constexpr float side_beside_low_min_width = 560;  ///< where there is little height to share
constexpr float people_share_min = 0.45F;         ///< of the width that the statistics leave to the people beside them
constexpr float sheet_share = 0.58F;              ///< of the height that the statistics take below the people
constexpr float invite_width = 340;
constexpr float invite_beside_min_width = 720;
constexpr float link_box_height = 44;
constexpr float invite_padding = 20;
constexpr std::string_view invite_title = "You're the only one here";
constexpr std::string_view invite_text = "Send this link to the people you want to talk with.";

/// Cuts a banner off the top of `area`; true when its button was pressed.
bool take_banner(Context& context, std::string_view key, Rect& area, const Banner& look) {
    const float width = std::min({area.width, banner_width_max, banner_width(context, look)});
    const Rect row = take_top(area, banner_height(context, look, width));
    take_top(area, tile_gap);
    return banner(context, key, centered(row, width, row.height), look);
}

void take_banners(Context& context, const core::View& view, Rect& area) {
    if (view.sound_blocked && take_banner(context, "sound", area,
                                          {.tone = Banner::Tone::Neutral,
                                           .icon = Icon::Speaker,
                                           .text = "Your browser is holding the sound back.",
                                           .action = "Tap to hear"}))
        emit(context, core::action::EnableSound{});
    if (view.server != core::ServerLink::Reconnecting) return;
    const bool loses_nobody = std::ranges::all_of(
        view.participants, [](const auto& person) { return person.you || person.pair == core::PairState::Connected; });
    take_banner(context, "server", area,
                {.tone = loses_nobody ? Banner::Tone::Neutral : Banner::Tone::Warning,
                 .icon = Icon::Connection,
                 .text = reconnecting_text(view.participants)});
}

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

using Side = CallBar::Side;

/// The statistics take the chat's place while they are there.
Side side_of(const core::View& view) {
    if (view.statistics) return Side::Statistics;
    return view.chat.open ? Side::Chat : Side::Nothing;
}

/// Where everything lies. Rectangles without a width are not shown.
struct Layout {
    Rect people, side, bar;
    ChatPlace chat_place = ChatPlace::Beside;
};

/// Unlike the chat, the statistics always leave the people in sight: whose picture nobody shows is not sent it, and
/// there would be little to measure.
Rect take_statistics(Rect& rest, const Rect& area) {
    const bool low = area.width > area.height && area.width >= side_beside_low_min_width;
    if (area.width < side_beside_min_width && !low) {
        const Rect sheet = take_bottom(rest, std::floor(rest.height * sheet_share));
        take_bottom(rest, tile_gap);
        return sheet;
    }
    const Rect panel = take_right(rest, std::min(side_width, std::floor(rest.width * (1 - people_share_min))));
    take_right(rest, tile_gap);
    return panel;
}

Layout lay_out(const Rect& area, Side side) {
    Layout layout;
    Rect rest = area;
    layout.bar = take_bottom(rest, call_bar_height(area));
    rest = inset(rest, tile_gap, 0);
    take_top(rest, tile_gap);
    if (side == Side::Chat && area.width < side_beside_min_width) {
        layout.chat_place = ChatPlace::Over;
        layout.side = rest;
        return layout;
    }
    if (side == Side::Chat) {
        layout.side = take_right(rest, side_width);
        take_right(rest, tile_gap);
    }
    if (side == Side::Statistics) layout.side = take_statistics(rest, area);
    layout.people = rest;
    return layout;
}

}  // namespace

void call_view(Context& context, const core::View& view, CallMemory& memory, const Rect& area) {
    CallBar bar;
    bar.side = side_of(view);
    bar.unread =
        bar.side == Side::Statistics && view.chat.open ? unseen_behind(view.chat, memory.chat) : view.chat.unread;
    Layout layout = lay_out(area, bar.side);
    const bool people_shown = layout.people.width > 0;
    if (people_shown) people(context, view, layout.people);
    // Over the pictures, so that none of them moves when a banner comes or goes.
    Rect over_people = inset(layout.people, tile_gap, tile_gap);
    take_banners(context, view, people_shown ? over_people : layout.side);

    if (people_shown && is_alone(view)) bar.copy_link = CallBar::CopyLink::Elsewhere;
    if (chat_has_closed(view.chat, memory.chat)) bar.chat_focus = CallBar::ChatFocus::Returns;
    call_bar(context, view, layout.bar, bar);
    announce_messages(context, view.chat, memory.chat);
    follow_statistics(context, view, memory.statistics);
    if (bar.side == Side::Chat) chat_panel(context, view.chat, memory.chat, layout.side, layout.chat_place);
    if (bar.side == Side::Statistics)
        statistics_panel(context, *view.statistics, view.participants.size(), layout.side);
}

}  // namespace parley::ui
