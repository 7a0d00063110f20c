#include "ui/views/recording_control.hpp"

#include <string>
#include <utility>

#include "ui/components/menu.hpp"
#include "ui/popup.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

using core::recording::Subject;
using Rank = CallControl::Rank;
using State = core::RecordingView::State;

/// The same wherever it is asked for: a menu's line is not inside of what the menu belongs to.
SemanticId one_person_opener(Context& context) {
    const SemanticId parent = std::exchange(context.parent, 0);
    const SemanticId id = id_of(context, "record one person");
    context.parent = parent;
    return id;
}

}  // namespace

void add_recording_controls(std::vector<CallControl>& controls, const core::View& view) {
    const State state = view.recording.state;
    if (state == State::Unavailable || state == State::Ending) return;
    if (state != State::Idle) {
        controls.push_back({.key = "record",
                            .tone = IconToggle::Tone::Off,
                            .icon = Icon::Stop,
                            .label = "Stop recording",
                            .rank = Rank::Rare,
                            .act = [](Context& context) { emit(context, core::action::StopRecording{}); }});
        return;
    }
    controls.push_back({.key = "record",
                        .icon = Icon::Record,
                        .label = "Record",
                        .description = "The whole meeting. Everyone sees that you record.",
                        .rank = Rank::MenuOnly,
                        .act = [](Context& context) { emit(context, core::action::StartRecording{}); }});
    if (view.participants.size() < 2) return;
    controls.push_back({.key = "record one",
                        .icon = Icon::Person,
                        .label = "Record one person",
                        .rank = Rank::MenuOnly,
                        .act = [](Context& context) { open_popup(context, one_person_opener(context)); }});
}

void record_one_menu(Context& context, const core::View& view, const Rect& bar) {
    std::vector<MenuItem> items;
    for (const core::ParticipantView& person : view.participants) {
        const Subject subject{Subject::Kind::Person, person.peer};
        items.push_back({.label = "Record " + participant_label(person),
                         .icon = Icon::Record,
                         .act = [subject](Context& drawing) { emit(drawing, core::action::StartRecording{subject}); }});
    }
    const SemanticId opener = one_person_opener(context);
    popup_menu(context, opener, popup_anchor(context, opener, bar), "Record one person", std::move(items));
}

}  // namespace parley::ui
