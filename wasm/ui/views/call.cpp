#include <algorithm>

#include "ui/components/skip_link.hpp"
#include "ui/views/alone.hpp"
#include "ui/views/call_banners.hpp"
#include "ui/views/call_bar.hpp"
#include "ui/views/layout_menu.hpp"
#include "ui/views/reactions.hpp"
#include "ui/views/recording_chip.hpp"
#include "ui/views/recording_control.hpp"
#include "ui/views/side_panel.hpp"
#include "ui/views/stage.hpp"
#include "ui/views/views.hpp"

namespace parley::ui {

namespace {

bool is_alone(const core::View& view) { return view.participants.size() <= 1; }

void people(Context& context, const core::View& view, StageMemory& memory, const Rect& area) {
    if (is_alone(view)) return alone_view(context, view, area);
    stage_view(context, view, memory, area);
}

}  // namespace

void call_view(Context& context, const core::View& view, CallMemory& memory, const Rect& area) {
    talk_by_key(context, view, memory.talk_key);
    CallBar bar;
    bar.side = side_of(view);
    bar.unread = unread_count(view, memory.side);
    const CallLayout layout = lay_out_call(area, bar.side);
    if (skip_link(context, "skip", area, "Skip to call controls")) bar.focus = CallBar::Focus::Comes;
    // The room's name is the page's heading. Where the bar has no room for it, it is still said.
    add_node(context, SemanticRole::Heading, "title", layout.bar, "Meeting " + view.room).level = 1;
    const bool people_shown = layout.people.width > 0;
    if (people_shown) people(context, view, memory.stage, layout.people);
    show_reactions(context, view, memory.reactions, people_shown ? layout.people : layout.side);
    Rect over = people_shown ? inset(layout.people, tile_gap, tile_gap) : layout.side;
    take_recording_chips(context, view, over);
    take_recording_card(context, view, memory.recording, over);
    call_banners(context, view, over);

    if (people_shown && is_alone(view)) {
        bar.link_buttons = CallBar::Link::Elsewhere;
        if (alone_shows_qr_button(context, view, layout.people)) bar.qr_code = CallBar::Link::Elsewhere;
    }
    bar.closed = just_closed(view, memory.side);
    bar.picture = main_picture(view, memory.stage);
    bar.layout_opener = layout_opener(context);
    bar.reactions = call_control_id(context, "reactions");
    call_bar(context, view, layout.bar, bar);
    layout_menu(context, view, layout.bar);
    reaction_picker(context, bar.reactions, layout.bar);
    record_one_menu(context, view, layout.bar);
    if (people_shown && !is_alone(view)) stage_presses(context, view, memory.stage);
    side_panel(context, view, memory.side, layout);
}

}  // namespace parley::ui
