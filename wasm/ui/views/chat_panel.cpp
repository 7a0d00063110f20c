#include "ui/views/chat_panel.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "protocol/limits.hpp"
#include "ui/chat_words.hpp"
#include "ui/components/icon_toggle.hpp"
#include "ui/components/select.hpp"
#include "ui/components/text.hpp"
#include "ui/news.hpp"
#include "ui/text_layout.hpp"
#include "ui/utf8.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

constexpr float empty_icon_size = 32;
constexpr std::size_t field_lines_max = 5;
constexpr float addressing_height = 40;
constexpr std::string_view message_key = "message";
constexpr std::string_view empty_title = "No messages yet";
constexpr std::string_view empty_text =
    "Messages are sealed: only people in this call can read them. The server that carries them cannot.";
constexpr std::string_view cut_text = "That is as long as one message can be.";

std::string gone_text(const core::ChatView::Addressee& to) {
    return std::string(display_name(to.name)) + " has left. Choose whom this is for.";
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \n\t") == std::string_view::npos; }

/// A field as high as its text, up to a bound; then it scrolls by itself.
float field_height(Context& context, std::string_view text, float width) {
    std::size_t lines = wrapped(context.runs, text, type::body, width, LongWords::Broken).size();
    if (text.ends_with('\n')) ++lines;
    lines = std::clamp<std::size_t>(lines, 1, field_lines_max);
    return size::control + static_cast<float>(lines - 1) * type::body.line_height;
}

/// Takes what was typed, at most as much as one message may hold; true when it is to be sent.
bool read_message(Context& context, ChatMemory& memory) {
    const FieldResult field = read_text_field(context, message_key, memory.message);
    if (field.changed) {
        const std::string_view fitting = cut_to(memory.message.text, limits::chat_text_max);
        memory.cut = fitting.size() < memory.message.text.size();
        if (memory.cut) write_field(memory.message, std::string(fitting));
        emit(context, core::action::ChangeDraft{memory.message.text});
    }
    return field.submitted;
}

using Addressee = core::ChatView::Addressee;

bool is_gone(const core::ChatView& chat) { return chat.to && chat.to->presence == Addressee::Presence::Gone; }

void send(Context& context, const core::ChatView& chat, ChatMemory& memory) {
    if (is_blank(memory.message.text) || is_gone(chat)) return;
    emit(context, core::action::SendChat{memory.message.text});
    emit(context, core::action::ChangeDraft{});
    write_field(memory.message, "");
    memory.cut = false;
    scroll_to_end(memory.list);
}

void draw_empty(Context& context, const Rect& rect) {
    const float text_height = lines_height(context, empty_text, type::small, rect.width);
    Rect content = centered(rect, rect.width, empty_icon_size + 2 * space::s + type::label.line_height + text_height);
    draw_icon(context, take_top(content, empty_icon_size), icon_path(Icon::Lock), empty_icon_size,
              context.palette->text_secondary);
    take_top(content, space::s);
    paragraph(context, "empty title", take_top(content, type::label.line_height), empty_title, type::label,
              context.palette->text, Align::Center);
    take_top(content, space::s);
    paragraph(context, "empty", content, empty_text, type::small, context.palette->text_secondary, Align::Center);
}

struct Composer {
    float field_width = 0;
    float field_height = 0;
    std::string note = {};
    float note_height = 0;  ///< with the space below it; 0 without a note
    [[nodiscard]] float height() const { return addressing_height + space::s + note_height + field_height; }
};

Composer lay_out(Context& context, const core::ChatView& chat, const ChatMemory& memory, float width) {
    Composer composer;
    if (memory.cut) composer.note = cut_text;
    if (is_gone(chat)) composer.note = gone_text(*chat.to);
    composer.field_width = width - size::control - space::s;
    composer.field_height = field_height(context, memory.message.text, composer.field_width - 2 * text_field_padding);
    if (!composer.note.empty())
        composer.note_height = lines_height(context, composer.note, type::small, width) + space::s;
    return composer;
}

/// Whom it is for, and the button for files, which go the same way.
void draw_addressing(Context& context, const core::View& view, Rect row) {
    const Rect attach = take_right(row, addressing_height);
    take_right(row, space::s);
    std::vector<PeerId> peers{PeerId()};
    Select look;
    look.label = "To";
    look.options = {"Everyone"};
    if (view.chat.to) look.chosen = look.options.size() + view.participants.size();
    for (const core::ParticipantView& person : view.participants) {
        if (person.you) continue;
        if (view.chat.to && view.chat.to->peer == person.peer) look.chosen = look.options.size();
        look.options.emplace_back(display_name(person.name));
        peers.push_back(person.peer);
    }
    if (is_gone(view.chat)) look.placeholder = std::string(display_name(view.chat.to->name)) + " (has left)";
    look.choose = [peers](Context& later, std::size_t chosen) {
        emit(later, core::action::AddressChat{peers.at(chosen)});
    };
    select(context, "to", row, std::move(look));
    if (icon_toggle(context, "attach", attach, {.icon = Icon::Attach, .label = "Attach file"}))
        emit(context, core::action::AttachFiles{});
}

void draw_composer(Context& context, const core::View& view, ChatMemory& memory, const Composer& composer, Rect rect) {
    draw_addressing(context, view, take_top(rect, addressing_height));
    take_top(rect, space::s);
    if (composer.note_height > 0) {
        Rect note = take_top(rect, composer.note_height);
        take_bottom(note, space::s);
        paragraph(context, "cut", note, composer.note, type::small, context.palette->danger_text, Align::Left,
                  SemanticRole::Status);
    }
    const std::string placeholder =
        view.chat.to ? "Only to " + std::string(display_name(view.chat.to->name)) : std::string("Message");
    text_field(context, message_key, take_left(rect, composer.field_width), memory.message,
               {.label = "Message",
                .placeholder = placeholder,
                .lines = TextField::Lines::Several,
                .start = TextField::Start::Focused});
    take_left(rect, space::s);
    const bool idle = is_blank(memory.message.text) || is_gone(view.chat);
    const auto state = idle ? IconToggle::State::Disabled : IconToggle::State::Enabled;
    if (!icon_toggle(context, "send", take_bottom(rect, size::control),
                     {.tone = IconToggle::Tone::Accent, .icon = Icon::Send, .label = "Send", .state = state}))
        return;
    send(context, view.chat, memory);
    context.result.focus = id_of(context, message_key);
}

}  // namespace

void announce_messages(Context& context, const core::ChatView& chat, ChatMemory& memory) {
    // What was written before this person came is there to be read, not news.
    const bool silent = !std::exchange(memory.begun, true);
    const auto begin = std::ranges::upper_bound(*chat.lines, memory.announced_id, {}, &core::ChatLine::id);
    if (silent) write_field(memory.message, chat.draft);
    if (begin == chat.lines->end()) return;
    memory.announced_id = chat.lines->back().id;
    if (silent) return;
    for (auto line = begin; line != chat.lines->end(); ++line)
        if (!line->you) tell(context, News::Message, news_text(*line));
}

std::uint32_t unseen_behind(const core::ChatView& chat, const ChatMemory& memory) {
    return static_cast<std::uint32_t>(std::ranges::count_if(
        *chat.lines, [&](const core::ChatLine& line) { return line.id > memory.seen_id && !line.you; }));
}

void chat_panel(Context& context, const core::View& view, ChatMemory& memory, const Rect& rect, PanelPlace place) {
    const core::ChatView& chat = view.chat;
    if (!chat.lines->empty()) memory.seen_id = chat.lines->back().id;
    const Panel panel = begin_panel(context, {"chat panel", "Chat", "Close chat"}, rect, place);
    const InsideNode inside(context, panel.node);
    if (panel.closed) emit(context, core::action::ToggleChat{});
    Rect rest = panel.content;
    if (read_message(context, memory)) send(context, chat, memory);
    const Composer composer = lay_out(context, chat, memory, rest.width);
    const Rect writing = take_bottom(rest, composer.height());
    take_bottom(rest, space::s);
    if (chat.lines->empty())
        draw_empty(context, rest);
    else if (chat_list(context, chat, memory.list, rest))
        context.result.focus = id_of(context, message_key);
    draw_composer(context, view, memory, composer, writing);
}

}  // namespace parley::ui
