#include "ui/views/call_bar.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "ui/components/icon_toggle.hpp"
#include "ui/components/menu.hpp"
#include "ui/components/text.hpp"
#include "ui/popup.hpp"
#include "ui/shortcuts.hpp"
#include "ui/views/call_controls.hpp"

namespace parley::ui {

namespace {

constexpr float short_height = 480;
constexpr float bar_padding = 12;
constexpr float bar_padding_short = 6;
constexpr float usual_gap = 12;
constexpr float narrow_gap = 8;
constexpr float gap_min = 4;
constexpr float leave_share = 1.35F;  ///< the leave button's width for its height
constexpr float room_min_width = 760;
constexpr std::string_view more_key = "more";
constexpr std::string_view bar_key = "call controls";

void draw_room(Context& context, const core::View& view, const Rect& bar, const Rect& buttons) {
    Rect place = inset(bar, space::l, 0);
    place.width = buttons.x - space::m - place.x;
    if (bar.width < room_min_width || place.width < context.runs.width(view.room, type::label)) return;
    draw_line(context, place, view.room, type::label, context.palette->text_secondary);
}

struct Sizes {
    float side;   ///< diameter of a button
    float leave;  ///< width of the one that leaves
    float gap;
};

/// The width of `round` round buttons and the one that leaves.
float row_width(const Sizes& sizes, std::size_t round) {
    return (sizes.side + sizes.gap) * static_cast<float>(round) + sizes.leave;
}

/// Buttons stay large enough for a finger: on a narrow page first the gaps give way, then the width of `Leave call`.
Sizes sizes_for(const Rect& bar, std::size_t round) {
    const float available = bar.width - 2 * narrow_gap;
    Sizes sizes{size::toggle, size::toggle * leave_share, usual_gap};
    if (bar.height > size::toggle + bar_padding && row_width(sizes, round) <= available) return sizes;
    sizes = {size::toggle_small, size::toggle_small * leave_share, narrow_gap};
    const auto shrink_gap = [&] {
        sizes.gap -= std::max(0.0F, row_width(sizes, round) - available) / static_cast<float>(round);
    };
    shrink_gap();
    if (sizes.gap >= gap_min) return sizes;
    sizes = {size::toggle_small, size::toggle_small, narrow_gap};
    shrink_gap();
    return sizes;
}

bool fits(const Rect& bar, std::size_t round) { return sizes_for(bar, round).gap >= gap_min; }

struct Shared {
    std::vector<CallControl> bar;
    std::vector<CallControl> more;
};

/// Those with the best ranks stand in the bar, in their order; `More` takes a place too, if anything is in it.
Shared share(std::vector<CallControl> controls, const Rect& bar) {
    using Rank = CallControl::Rank;
    std::vector<Rank> ranks;
    for (const CallControl& control : controls)
        if (control.rank != Rank::MenuOnly) ranks.push_back(control.rank);
    std::ranges::sort(ranks);
    std::size_t places = ranks.size();
    const bool all = ranks.size() == controls.size();
    while (places > 1 && !fits(bar, places + (all && places == ranks.size() ? 0 : 1))) --places;
    Shared shared;
    for (CallControl& control : controls) {
        const auto before = static_cast<std::size_t>(
            std::ranges::count_if(shared.bar, [&](const CallControl& other) { return other.rank == control.rank; }));
        const auto better = static_cast<std::size_t>(std::ranges::lower_bound(ranks, control.rank) - ranks.begin());
        const bool placed = control.rank != Rank::MenuOnly && better + before < places;
        (placed ? shared.bar : shared.more).push_back(std::move(control));
    }
    return shared;
}

void show(Context& context, const Rect& rect, const CallControl& control) {
    const bool pressed = icon_toggle(context, control.key, rect,
                                     {.tone = control.tone,
                                      .icon = control.icon,
                                      .label = control.label,
                                      .description = control.description,
                                      .shortcut = control.shortcut,
                                      .warning = control.warning,
                                      .count = control.count,
                                      .pressed = control.pressed});
    if (pressed) control.act(context);
}

std::vector<MenuItem> items_of(const std::vector<CallControl>& controls) {
    std::vector<MenuItem> items;
    items.reserve(controls.size());
    for (const CallControl& control : controls)
        items.push_back({.label = control.label,
                         .icon = control.icon,
                         .detail = control.count > 0 ? std::to_string(control.count) : std::string(),
                         .act = control.act});
    return items;
}

void show_more(Context& context, const Rect& rect, const std::vector<CallControl>& controls) {
    const SemanticId id = id_of(context, more_key);
    std::uint32_t count = 0;
    for (const CallControl& control : controls) count += control.count;
    if (icon_toggle(context, more_key, rect,
                    {.icon = Icon::More, .label = "More", .count = count, .expanded = popup_is_open(context, id)}))
        open_popup(context, id);
    popup_menu(context, id, rect, "More", items_of(controls));
}

/// The button of what has just gone, or where it is to be found.
SemanticId opener_of(const Context& context, Side side, const std::vector<CallControl>& bar) {
    const std::string_view key = side == Side::People ? "people" : "chat";
    const bool in_bar = std::ranges::any_of(bar, [&](const CallControl& control) { return control.key == key; });
    return id_of(context, in_bar ? key : more_key);
}

}  // namespace

float call_bar_height(const Rect& area) {
    return area.height < short_height ? size::toggle_small + 2 * bar_padding_short : size::toggle + 2 * bar_padding;
}

SemanticId call_control_id(const Context& context, std::string_view key) {
    return id_inside(id_of(context, bar_key), key);
}

void call_bar(Context& context, const core::View& view, const Rect& rect, const CallBar& look) {
    std::vector<CallControl> all = call_controls(view, look);
    for (const CallControl& control : all)
        if (key_pressed(context, view, control.shortcut)) control.act(context);
    const Shared controls = share(std::move(all), rect);
    const std::size_t round = controls.bar.size() + (controls.more.empty() ? 0 : 1);
    const Sizes sizes = sizes_for(rect, round);
    Rect row = centered(rect, row_width(sizes, round), sizes.side);
    draw_room(context, view, rect, row);
    const InsideNode inside(context, add_node(context, SemanticRole::Toolbar, bar_key, row, "Call controls"));
    const auto next = [&row, between = sizes.gap](float width) {
        const Rect place = take_left(row, width);
        take_left(row, between);
        return place;
    };
    for (const CallControl& control : controls.bar) show(context, next(sizes.side), control);
    if (!controls.more.empty()) show_more(context, next(sizes.side), controls.more);
    if (icon_toggle(context, "leave", next(sizes.leave),
                    {.tone = IconToggle::Tone::Danger, .icon = Icon::Leave, .label = "Leave call"}))
        emit(context, core::action::Leave{});
    if (look.focus == CallBar::Focus::Comes) context.result.focus = id_of(context, controls.bar.front().key);
    if (look.closed != Side::Nothing) context.result.focus = opener_of(context, look.closed, controls.bar);
}

}  // namespace parley::ui
