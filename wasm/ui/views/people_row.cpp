#include "ui/views/people_row.hpp"

#include <string>
#include <vector>

#include "ui/components/avatar.hpp"
#include "ui/components/icon_toggle.hpp"
#include "ui/components/menu.hpp"
#include "ui/components/text.hpp"
#include "ui/icons.hpp"
#include "ui/people_words.hpp"
#include "ui/popup.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

constexpr float avatar_size = 36;
constexpr float ring_gap = 2;
constexpr float ring_width = 2;
constexpr float sign_width = 28;
constexpr float menu_size = 40;
constexpr std::string_view menu_key = "menu";

/// What can be done about the person. A new action is one more here.
std::vector<MenuItem> items_for(const core::ParticipantView& person) {
    std::vector<MenuItem> items;
    if (person.you && person.hand_place > 0)
        items.push_back({.label = "Lower hand", .icon = Icon::Hand, .act = [](Context& context) {
                             emit(context, core::action::ToggleHand{});
                         }});
    if (person.you) return items;
    if (person.microphone_on)
        items.push_back(
            {.label = "Ask to mute", .icon = Icon::MicrophoneOff, .act = [peer = person.peer](Context& context) {
                 emit(context, core::action::AskToMute{peer});
             }});
    items.push_back(
        {.label = "Connection details", .icon = Icon::Connection, .act = [peer = person.peer](Context& context) {
             emit(context, core::action::ShowStatistics{peer});
         }});
    return items;
}

void show_menu(Context& context, const core::ParticipantView& person, const Rect& rect) {
    std::vector<MenuItem> items = items_for(person);
    if (items.empty()) return;
    const std::string name = "Actions for " + participant_label(person);
    const SemanticId id = id_of(context, menu_key);
    if (icon_toggle(context, menu_key, rect,
                    {.tone = IconToggle::Tone::Plain,
                     .icon = Icon::More,
                     .label = name,
                     .expanded = popup_is_open(context, id),
                     .tooltip = IconToggle::Tooltip::None}))
        open_popup(context, id);
    popup_menu(context, id, rect, name, std::move(items));
}

void draw_sign(Context& context, Rect& rest, Icon icon, Color color) {
    draw_icon(context, take_right(rest, sign_width), icon_path(icon), size::icon_small, color);
}

void draw_signs(Context& context, const core::ParticipantView& person, Rect& rest) {
    const Palette& palette = *context.palette;
    if (person.microphone_on)
        draw_sign(context, rest, Icon::Microphone, person.speaking ? palette.success : palette.text_secondary);
    else
        draw_sign(context, rest, Icon::MicrophoneOff, palette.danger_text);
    if (!person.camera_on) draw_sign(context, rest, Icon::CameraOff, palette.text_secondary);
    if (person.hand_place > 0) draw_sign(context, rest, Icon::Hand, palette.accent);
    const bool trouble = person.pair == core::PairState::Failed || person.mark == core::quality::Mark::Poor;
    if (trouble) draw_sign(context, rest, Icon::Warning, palette.danger_text);
}

void draw_avatar_of(Context& context, const core::ParticipantView& person, const Rect& place) {
    draw_avatar(context, place, person.name, person.peer.value);
    if (!person.speaking) return;
    const Rect ring = outset(place, ring_gap + ring_width);
    border(*context.draw, ring, context.palette->success, ring.width / 2, ring_width);
}

void draw_words(Context& context, const core::ParticipantView& person, Rect rest) {
    const std::string below = row_text(person);
    if (below.empty()) return draw_line(context, rest, participant_label(person), type::body, context.palette->text);
    rest = centered(rest, rest.width, type::body.line_height + type::small.line_height);
    draw_line(context, take_top(rest, type::body.line_height), participant_label(person), type::body,
              context.palette->text);
    draw_line(context, rest, below, type::small, context.palette->text_secondary);
}

}  // namespace

void people_row(Context& context, const core::ParticipantView& person, const Rect& rect) {
    Rect rest = rect;
    draw_avatar_of(context, person,
                   centered(take_left(rest, avatar_size + 2 * (ring_gap + ring_width)), avatar_size, avatar_size));
    take_left(rest, space::s);
    const Rect button = take_right(rest, menu_size);
    draw_signs(context, person, rest);
    take_right(rest, space::xs);
    draw_words(context, person, rest);
    show_menu(context, person, centered(button, menu_size, menu_size));
}

}  // namespace parley::ui
