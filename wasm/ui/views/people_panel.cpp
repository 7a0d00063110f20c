#include "ui/views/people_panel.hpp"

#include <string>
#include <vector>

#include "ui/components/list.hpp"
#include "ui/components/scroll_area.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

std::string_view state_of(const core::ParticipantView& person) {
    if (person.pair == core::PairState::Connected) return person.microphone_on ? "" : "Muted";
    return pair_text(person.pair);
}

}  // namespace

void people_panel(Context& context, const core::View& view, PeopleMemory& /*memory*/, const Rect& rect,
                  PanelPlace place) {
    const Panel panel = begin_panel(context, {"people panel", "People", "Close people"}, rect, place);
    const InsideNode inside(context, panel.node);
    if (panel.closed) emit(context, core::action::TogglePeople{});
    std::vector<std::string> names;
    names.reserve(view.participants.size());
    for (const core::ParticipantView& person : view.participants) names.push_back(participant_label(person));
    std::vector<ListRow> rows;
    rows.reserve(names.size());
    for (std::size_t i = 0; i < names.size(); ++i)
        rows.push_back({names[i], state_of(view.participants[i]), view.participants[i].peer.value});
    Stack stack(panel.content.width);
    stack.add(0, list_height(rows.size()), [&](const Rect& row) { list(context, "list", row, "People", rows); });
    scroll_area(context, "people", panel.content, stack, {});
}

}  // namespace parley::ui
