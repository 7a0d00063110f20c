#include "ui/views/chat_panel.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "protocol/limits.hpp"
#include "ui/components/icon_toggle.hpp"
#include "ui/components/text.hpp"
#include "ui/text_layout.hpp"
#include "ui/utf8.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

constexpr float empty_icon_size = 32;
constexpr std::size_t field_lines_max = 5;
constexpr std::size_t announced_max = 3;
constexpr std::string_view message_key = "message";
constexpr std::string_view empty_title = "No messages yet";
constexpr std::string_view empty_text =
    "Messages are sealed: only people in this call can read them. The server that carries them cannot.";
constexpr std::string_view cut_text = "That is as long as one message can be.";

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
    }
    return field.submitted;
}

void send(Context& context, ChatMemory& memory) {
    if (is_blank(memory.message.text)) return;
    emit(context, core::action::SendChat{memory.message.text});
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
    float note_height = 0;  ///< with the space below it; 0 without a note
    [[nodiscard]] float height() const { return note_height + field_height; }
};

Composer lay_out(Context& context, const ChatMemory& memory, float width) {
    Composer composer;
    composer.field_width = width - size::control - space::s;
    composer.field_height = field_height(context, memory.message.text, composer.field_width - 2 * text_field_padding);
    if (memory.cut) composer.note_height = lines_height(context, cut_text, type::small, width) + space::s;
    return composer;
}

void draw_composer(Context& context, ChatMemory& memory, const Composer& composer, Rect rect) {
    if (composer.note_height > 0) {
        Rect note = take_top(rect, composer.note_height);
        take_bottom(note, space::s);
        paragraph(context, "cut", note, cut_text, type::small, context.palette->danger_text, Align::Left,
                  SemanticRole::Status);
    }
    text_field(context, message_key, take_left(rect, composer.field_width), memory.message,
               {.label = "Message",
                .placeholder = "Message",
                .lines = TextField::Lines::Several,
                .start = TextField::Start::Focused});
    take_left(rect, space::s);
    const auto state = is_blank(memory.message.text) ? IconToggle::State::Disabled : IconToggle::State::Enabled;
    if (!icon_toggle(context, "send", take_bottom(rect, size::control),
                     {.tone = IconToggle::Tone::Accent, .icon = Icon::Send, .label = "Send", .state = state}))
        return;
    send(context, memory);
    context.result.focus = id_of(context, message_key);
}

}  // namespace

void announce_messages(Context& context, const core::ChatView& chat, ChatMemory& memory) {
    // What was written before this person came is there to be read, not news.
    const bool silent = !std::exchange(memory.begun, true);
    const auto begin = std::ranges::upper_bound(*chat.lines, memory.announced_id, {}, &core::ChatLine::id);
    if (begin == chat.lines->end()) return;
    memory.announced_id = chat.lines->back().id;
    if (silent) return;
    const auto theirs = [](const core::ChatLine& line) { return !line.you; };
    const auto count = static_cast<std::size_t>(std::count_if(begin, chat.lines->end(), theirs));
    if (count > announced_max) return announce(context, std::to_string(count) + " new messages");
    for (auto line = begin; line != chat.lines->end(); ++line)
        if (theirs(*line)) announce(context, std::string(display_name(line->name)) + " wrote: " + line->text);
}

std::uint32_t unseen_behind(const core::ChatView& chat, const ChatMemory& memory) {
    return static_cast<std::uint32_t>(std::ranges::count_if(
        *chat.lines, [&](const core::ChatLine& line) { return line.id > memory.seen_id && !line.you; }));
}

void chat_panel(Context& context, const core::ChatView& chat, ChatMemory& memory, const Rect& rect, PanelPlace place) {
    if (!chat.lines->empty()) memory.seen_id = chat.lines->back().id;
    const Panel panel = begin_panel(context, {"chat panel", "Chat", "Close chat"}, rect, place);
    const InsideNode inside(context, panel.node);
    if (panel.closed) emit(context, core::action::ToggleChat{});
    Rect rest = panel.content;
    if (read_message(context, memory)) send(context, memory);
    const Composer composer = lay_out(context, memory, rest.width);
    const Rect writing = take_bottom(rest, composer.height());
    take_bottom(rest, space::s);
    if (chat.lines->empty())
        draw_empty(context, rest);
    else if (chat_list(context, chat, memory.list, rest))
        context.result.focus = id_of(context, message_key);
    draw_composer(context, memory, composer, writing);
}

}  // namespace parley::ui
