#include "ui/views/mute_request.hpp"

#include <algorithm>
#include <string>

#include "ui/components/button.hpp"
#include "ui/components/surface.hpp"
#include "ui/components/text.hpp"
#include "ui/people_words.hpp"

namespace parley::ui {

namespace {

constexpr float width_max = 420;
constexpr float padding = 12;
constexpr float icon_column = 32;
constexpr float icon_size = 20;
constexpr float button_height = 36;

using Answer = core::action::AnswerMuteRequest::Answer;

void answer_button(Context& context, Rect& row, std::string_view label, ButtonLook::Kind kind, Answer answer) {
    const ButtonLook look{.kind = kind};
    const Rect place = take_left(row, button_width(context, label, look));
    take_left(row, space::s);
    if (button(context, label, place, label, look)) emit(context, core::action::AnswerMuteRequest{answer});
}

}  // namespace

void mute_request_card(Context& context, const core::MuteRequestView& request, Rect& area) {
    const std::string words = mute_request_text(request);
    const float width = std::min(area.width, width_max);
    const float text = lines_height(context, words, type::chat, width - 2 * padding - icon_column);
    const Rect row = take_top(area, 2 * padding + text + space::s + button_height);
    take_top(area, space::s);
    const Rect card = centered(row, width, row.height);
    fill_surface(context, card, context.palette->accent_tint, radius::control);
    const InsideNode inside(context, add_node(context, SemanticRole::Region, "mute request", card, "Request to mute"));
    Rect rest = inset(card, padding, padding);
    Rect icon = take_left(rest, icon_column);
    icon = take_top(icon, type::chat.line_height);
    icon.width = icon_size;
    draw_icon(context, icon, icon_path(Icon::MicrophoneOff), icon_size, context.palette->on_accent_tint);
    paragraph(context, "text", take_top(rest, text), words, type::chat, context.palette->on_accent_tint, Align::Left,
              SemanticRole::Status);
    take_top(rest, space::s);
    answer_button(context, rest, "Mute", ButtonLook::Kind::Filled, Answer::Mute);
    answer_button(context, rest, "Not now", ButtonLook::Kind::Text, Answer::NotNow);
}

}  // namespace parley::ui
