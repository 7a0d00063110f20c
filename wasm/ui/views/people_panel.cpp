#include "ui/views/people_panel.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "ui/components/button.hpp"
#include "ui/components/row_list.hpp"
#include "ui/components/text.hpp"
#include "ui/people_words.hpp"
#include "ui/views/meeting_link.hpp"
#include "ui/views/people_row.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

constexpr std::string_view search_key = "search";
constexpr std::string_view ask_everyone_description = "Everyone is asked; nobody is muted by force";
constexpr std::string_view invite_description = "Whoever has it can come in";
constexpr int search_max_characters = 64;

using Rows = std::vector<std::size_t>;  ///< people by their place in the view

Rows rows_for(const core::View& view, std::string_view search) {
    Rows rows = in_list_order(view.participants);
    const std::string query = folded(search);
    if (!query.empty())
        std::erase_if(rows, [&](std::size_t index) { return !matches(view.participants[index], query); });
    return rows;
}

void show_list(Context& context, const core::View& view, const Rect& rect, const Rows& rows, RowList::Scroll scroll) {
    const auto person = [&](std::size_t row) -> const core::ParticipantView& { return view.participants[rows[row]]; };
    row_list(
        context, rect,
        {.key = "list",
         .name = "People",
         .count = rows.size(),
         .row_height = people_row_height,
         .words =
             [&](std::size_t row) {
                 const core::ParticipantView& one = person(row);
                 return RowList::Words{one.peer.value, participant_label(one), row_description(one)};
             },
         .draw = [&](Context& drawing, std::size_t row, const Rect& place) { people_row(drawing, person(row), place); },
         .scroll = scroll});
}

void invite(Context& context, const core::View& view, Rect& rest) {
    const Rect row = take_top(rest, size::control);
    take_top(rest, space::s);
    link_buttons(context, view, row, {.description = invite_description});
}

void ask_everyone(Context& context, Rect& rest) {
    const Rect row = take_bottom(rest, size::control);
    take_bottom(rest, space::s);
    if (button(context, "mute everyone", row, "Mute everyone",
               {.kind = ButtonLook::Kind::Tonal, .icon = Icon::MicrophoneOff, .description = ask_everyone_description}))
        emit(context, core::action::AskEveryoneToMute{});
}

}  // namespace

void people_panel(Context& context, const core::View& view, PeopleMemory& memory, const Rect& rect, PanelPlace place) {
    const std::string title = people_heading(view.participants.size());
    const Panel panel = begin_panel(
        context, {.key = "people panel", .title = "People", .close = "Close people", .heading = title}, rect, place);
    const InsideNode inside(context, panel.node);
    if (panel.closed) emit(context, core::action::TogglePeople{});
    const bool searched = read_text_field(context, search_key, memory.search).changed;
    Rect rest = panel.content;
    text_field(context, search_key, take_top(rest, size::control), memory.search,
               {.label = "Search people", .placeholder = "Search people", .max_length = search_max_characters});
    take_top(rest, space::s);
    invite(context, view, rest);
    if (view.people.may_ask_everyone) ask_everyone(context, rest);
    const Rows rows = rows_for(view, memory.search.text);
    if (rows.empty())
        return paragraph(context, "nobody", rest, nobody_found_text(memory.search.text), type::small,
                         context.palette->text_secondary, Align::Left, SemanticRole::Status);
    show_list(context, view, rest, rows, searched ? RowList::Scroll::ToTop : RowList::Scroll::Stays);
}

}  // namespace parley::ui
