#include "ui/views/side_panel.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/views/call_bar.hpp"

namespace parley::ui {

namespace {

constexpr float gap = 8;
constexpr float side_width = 340;
constexpr float beside_min_width = 720;
constexpr float beside_low_min_width = 560;  ///< where there is little height to share
constexpr float people_share_min = 0.45F;    ///< of the width that the statistics leave to the people beside them
constexpr float sheet_share = 0.58F;         ///< of the height that the statistics take below the people

Side opened(const core::View& view) {
    if (view.chat.open) return Side::Chat;
    return view.people.open ? Side::People : Side::Nothing;
}

/// Unlike the others, the statistics always leave the people in sight: whose picture nobody shows is not sent it, and
/// there would be little to measure.
Rect take_statistics(Rect& rest, const Rect& area) {
    const bool low = area.width > area.height && area.width >= beside_low_min_width;
    if (area.width < beside_min_width && !low) {
        const Rect sheet = take_bottom(rest, std::floor(rest.height * sheet_share));
        take_bottom(rest, gap);
        return sheet;
    }
    const Rect panel = take_right(rest, std::min(side_width, std::floor(rest.width * (1 - people_share_min))));
    take_right(rest, gap);
    return panel;
}

}  // namespace

Side side_of(const core::View& view) { return view.statistics ? Side::Statistics : opened(view); }

CallLayout lay_out_call(const Rect& area, Side side) {
    CallLayout layout;
    Rect rest = area;
    layout.bar = take_bottom(rest, call_bar_height(area));
    rest = inset(rest, gap, 0);
    take_top(rest, gap);
    const bool panel = side == Side::Chat || side == Side::People;
    if (panel && area.width < beside_min_width) {
        layout.place = PanelPlace::Over;
        layout.side = rest;
        return layout;
    }
    if (panel) {
        layout.side = take_right(rest, side_width);
        take_right(rest, gap);
    }
    if (side == Side::Statistics) layout.side = take_statistics(rest, area);
    layout.people = rest;
    return layout;
}

std::uint32_t unread_count(const core::View& view, const SideMemory& memory) {
    const bool covered = view.statistics && view.chat.open;
    return covered ? unseen_behind(view.chat, memory.chat) : view.chat.unread;
}

Side just_closed(const core::View& view, SideMemory& memory) {
    const Side now = opened(view);
    const Side before = std::exchange(memory.before, now);
    return now == Side::Nothing ? before : Side::Nothing;
}

void press_side(Context& context, const core::View& view, Side shown, Side wanted) {
    if (shown == Side::Statistics) emit(context, core::action::CloseStatistics{});
    if (shown == Side::Statistics && opened(view) == wanted) return;
    if (wanted == Side::Chat) emit(context, core::action::ToggleChat{});
    if (wanted == Side::People) emit(context, core::action::TogglePeople{});
}

void side_panel(Context& context, const core::View& view, SideMemory& memory, const CallLayout& layout) {
    announce_messages(context, view.chat, memory.chat);
    follow_statistics(context, view, memory.statistics);
    switch (side_of(view)) {
        case Side::Chat:
            return chat_panel(context, view, memory.chat, layout.side, layout.place);
        case Side::People:
            return people_panel(context, view, memory.people, layout.side, layout.place);
        case Side::Statistics:
            return statistics_panel(context, *view.statistics, view.participants.size(), layout.side);
        case Side::Nothing:
            return;
    }
}

}  // namespace parley::ui
