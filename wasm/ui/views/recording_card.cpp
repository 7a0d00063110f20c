#include "ui/views/recording_card.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "ui/components/button.hpp"
#include "ui/components/panel.hpp"
#include "ui/components/text.hpp"
#include "ui/recording_words.hpp"

namespace parley::ui {

namespace {

using core::KeptRecording;
using core::recording::Fault;
using Standing = KeptRecording::Standing;

constexpr float card_width_max = 560;
constexpr float card_padding = 16;
constexpr float icon_column = 36;
constexpr float button_height = 40;
constexpr float gap = 8;

/// A card's words and its one or two buttons; an empty label is no button.
struct Card {
    RecordingNote note;
    Icon icon = Icon::Record;
    std::string_view primary = {};
    std::string_view secondary = {};
};

enum class Answer : std::uint8_t { None, Primary, Secondary };

Answer show_card(Context& context, Rect& area, const Card& card) {
    const float width = std::min(area.width, card_width_max);
    const float words = width - 2 * card_padding - icon_column;
    const float title = lines_height(context, card.note.title, type::label, words);
    const float text = lines_height(context, card.note.text, type::small, words);
    const float height = 2 * card_padding + title + space::xs + text + space::s + button_height;
    const Rect panel = centered(take_top(area, height), width, height);
    take_top(area, gap);
    draw_panel(context, panel);
    const InsideNode inside(context, add_node(context, SemanticRole::Region, "recording", panel, "Recording"));
    Rect rest = inset(panel, card_padding, card_padding);
    const Rect sign = take_left(rest, icon_column);
    draw_icon(context, {sign.x, sign.y, size::icon, type::label.line_height}, icon_path(card.icon), size::icon_small,
              context.palette->text_secondary);
    paragraph(context, "title", take_top(rest, title), card.note.title, type::label, context.palette->text, Align::Left,
              SemanticRole::Status);
    take_top(rest, space::xs);
    paragraph(context, "text", take_top(rest, text), card.note.text, type::small, context.palette->text_secondary);
    take_top(rest, space::s);
    Answer answer = Answer::None;
    const auto offer = [&](std::string_view key, std::string_view label, ButtonLook::Kind kind, Answer given) {
        if (label.empty()) return;
        const ButtonLook look{.kind = kind};
        const Rect place = take_left(rest, std::min(rest.width, button_width(context, label, look)));
        take_left(rest, space::s);
        if (button(context, key, {place.x, place.y, place.width, button_height}, label, look)) answer = given;
    };
    offer("first", card.primary, ButtonLook::Kind::Filled, Answer::Primary);
    offer("second", card.secondary, ButtonLook::Kind::Tonal, Answer::Secondary);
    return answer;
}

void discard(Context& context, RecordingMemory& memory, const KeptRecording& kept) {
    memory.asked = {};
    emit(context, core::action::DiscardRecording{kept.recording});
}

void ask_discard(Context& context, RecordingMemory& memory, Rect& area, const KeptRecording& kept) {
    const Card card{.note = {"Discard this recording?", kept.file + " can't be brought back."},
                    .icon = Icon::Warning,
                    .primary = "Keep",
                    .secondary = "Discard for good"};
    const Answer answer = show_card(context, area, card);
    if (answer == Answer::Primary) memory.asked = {};
    if (answer == Answer::Secondary) discard(context, memory, kept);
}

void show_kept(Context& context, RecordingMemory& memory, Rect& area, const KeptRecording& kept) {
    const bool missing = kept.standing == Standing::Missing;
    Card card{.note = kept_note(kept), .primary = missing ? "" : "Save", .secondary = missing ? "Close" : "Discard"};
    if (kept.cause != Fault::None || missing) card.icon = Icon::Warning;
    const Answer answer = show_card(context, area, card);
    if (answer == Answer::Primary) emit(context, core::action::SaveRecording{kept.recording});
    if (answer != Answer::Secondary) return;
    // Of what was never saved there is no other copy.
    if (kept.standing != Standing::Unsaved) return discard(context, memory, kept);
    memory.asked = kept.recording;
    request_frame(context, 0);
}

}  // namespace

void take_recording_card(Context& context, const core::View& view, RecordingMemory& memory, Rect& area) {
    if (view.recording.fault != Fault::None) {
        const Card card{.note = fault_note(view.recording.fault), .icon = Icon::Warning, .primary = "OK"};
        if (show_card(context, area, card) == Answer::Primary) emit(context, core::action::CloseRecordingFault{});
    }
    // One after the other: the latest is the one that the person thinks of.
    if (view.recording.kept.empty()) return;
    const KeptRecording& kept = view.recording.kept.back();
    if (memory.asked == kept.recording) return ask_discard(context, memory, area, kept);
    show_kept(context, memory, area, kept);
}

}  // namespace parley::ui
