#include "ui/views/chat_list.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "ui/chat_words.hpp"
#include "ui/components/button.hpp"
#include "ui/components/text.hpp"
#include "ui/views/chat_file.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

using core::ChatLine;
using Lines = std::vector<ChatLine>;

constexpr float bubble_share = 0.86F;  ///< of the list's width that one bubble may take
constexpr float group_gap = 16;
constexpr float line_gap = 4;
constexpr float header_height = 22;
constexpr int group_max_minutes = 5;
constexpr float wheel_step = 100;
constexpr float drag_threshold = 8;
constexpr float page_share = 0.85F;
constexpr float thumb_width = 4;
constexpr float thumb_length_min = 24;
constexpr float new_button_height = 36;
constexpr float new_button_space = new_button_height + 2 * space::s;
constexpr float day_height = 34;
constexpr float lock_size = 14;

/// Whether line `index` stands under a name and a time of its own.
bool starts_group(const Lines& lines, std::size_t index) {
    if (index == 0) return true;
    const ChatLine& before = lines[index - 1];
    const ChatLine& line = lines[index];
    const int minutes = line.minute - before.minute;
    const bool others = before.audience != line.audience || before.to != line.to || before.day != line.day;
    return others || before.you != line.you || before.name != line.name || minutes < 0 || minutes > group_max_minutes;
}

/// Whether the day is said above line `index`. That of a conversation of today goes without saying.
bool starts_day(const ChatListMemory& memory, std::size_t index) {
    const Lines& lines = *memory.lines;
    const std::int64_t before = index == 0 ? memory.today : lines[index - 1].day;
    return lines[index].day != before;
}

BubbleTone tone_of(const ChatLine& line) {
    return line.audience == ChatLine::Audience::Everyone ? BubbleTone::Usual : BubbleTone::Private;
}

float row_height(const ChatListMemory& memory, std::size_t index) {
    const Lines& lines = *memory.lines;
    const ChatLine& line = lines[index];
    float height = starts_group(lines, index) ? group_gap + header_height : line_gap;
    if (starts_day(memory, index)) height += day_height;
    height += line.file ? chat_file_height(line) : bubble_height(memory.rows[index].line_count);
    if (line.delivery != ChatLine::Delivery::Sent) height += type::small.line_height;
    return height;
}

float list_height(const ChatListMemory& memory) {
    float height = 0;
    for (std::size_t i = 0; i < memory.rows.size(); ++i) height += row_height(memory, i);
    return height;
}

void measure(Context& context, ChatListMemory& memory, std::size_t index) {
    ChatListMemory::Row& row = memory.rows[index];
    if (row.measured) return;
    row.links = links_in((*memory.lines)[index].text);
    row.text = bubble_text(context, (*memory.lines)[index].text, std::floor(memory.width * bubble_share));
    row.line_count = std::max<std::size_t>(1, row.text.lines.size());
    row.measured = true;
}

/// Gives every line its row, keeping what was measured before.
void follow_lines(Context& context, ChatListMemory& memory, const std::shared_ptr<const Lines>& lines, float width) {
    const bool same_shape = memory.width == width && memory.pixel_ratio == context.surface.pixel_ratio;
    if (memory.lines == lines && same_shape) return;
    std::vector<ChatListMemory::Row> before = std::exchange(memory.rows, {});
    if (!same_shape) before.clear();
    const std::uint64_t newest = before.empty() ? 0 : before.back().id;
    const bool scrolled_up = memory.from_end > 0;
    memory.lines = lines;
    memory.width = width;
    memory.pixel_ratio = context.surface.pixel_ratio;
    memory.rows.reserve(lines->size());
    auto old = before.begin();
    for (const ChatLine& line : *lines) {
        old = std::ranges::find_if(old, before.end(), [&](const auto& row) { return row.id >= line.id; });
        if (old != before.end() && old->id == line.id)
            memory.rows.push_back(std::move(*old));
        else
            memory.rows.push_back({line.id, estimated_lines(line.text.size(), width * bubble_share), false, {}, {}});
    }
    if (before.empty() || !scrolled_up) return;
    // What the reader looks at stays where it is; only an own message leads to the end.
    for (std::size_t i = memory.rows.size(); i-- > 0 && memory.rows[i].id > newest;) {
        if ((*lines)[i].you) return scroll_to_end(memory);
        measure(context, memory, i);
        memory.from_end += row_height(memory, i);
        memory.unseen = true;
    }
}

/// How far the person scrolls up in this frame, in CSS pixels.
float scrolled_by(const Context& context, const Rect& rect) {
    if (context.reach == Reach::Covered) return 0;
    const ImGuiIO& io = ImGui::GetIO();
    float distance = 0;
    if (ImGui::IsMouseHoveringRect(top_left(rect), bottom_right(rect), false)) distance += io.MouseWheel * wheel_step;
    const bool finger =
        io.MouseSource == ImGuiMouseSource_TouchScreen && ImGui::IsMouseDragging(ImGuiMouseButton_Left, drag_threshold);
    const ImVec2 from = io.MouseClickedPos[ImGuiMouseButton_Left];
    if (finger && from.y >= rect.y && from.y < bottom(rect) && from.x >= rect.x && from.x < right(rect))
        distance += io.MouseDelta.y;
    if (happened(context, SemanticEvent::Kind::PageUp)) distance += rect.height * page_share;
    if (happened(context, SemanticEvent::Kind::PageDown)) distance -= rect.height * page_share;
    return distance;
}

void scroll(const Context& context, ChatListMemory& memory, const Rect& rect) {
    const float hidden = std::max(0.0F, list_height(memory) - rect.height);
    memory.from_end = std::clamp(memory.from_end + scrolled_by(context, rect), 0.0F, hidden);
    if (memory.from_end == 0) memory.unseen = false;
}

/// The part of `rect` that is inside `seen`, never without a height: what has none is not said.
Rect visible_part(const Rect& rect, const Rect& seen) {
    const float top = std::clamp(rect.y, seen.y, bottom(seen) - 1);
    const float end = std::clamp(bottom(rect), top + 1, bottom(seen));
    return {rect.x, top, rect.width, end - top};
}

void draw_day(Context& context, const Rect& rect, const Rect& seen, const std::string& day) {
    const Rect row = centered(rect, rect.width, type::small.line_height);
    draw_line(context, row, day, type::small, context.palette->text_secondary, Align::Center);
    const float words = context.runs.width(day, type::small) + 2 * space::m;
    const float side = std::max(0.0F, (row.width - words) / 2);
    const float y = std::round(row.y + row.height / 2);
    for (const float x : {row.x, right(row) - side}) fill(*context.draw, {x, y, side, 1}, context.palette->hairline, 0);
    add_node(context, SemanticRole::Text, "day", visible_part(rect, seen), day + ". ");
}

void draw_header(Context& context, const ChatLine& line, const Rect& rect) {
    const Palette& palette = *context.palette;
    const std::string only = private_text(line);
    const std::string time = only.empty() ? clock_time(line.minute) : only + ", " + clock_time(line.minute);
    Rect rest = rect;
    if (line.you) {
        draw_line(context, rect, time, type::small, palette.text_secondary, Align::Right);
        take_right(rest, std::min(rest.width, context.runs.width(time, type::small) + space::xs));
        if (!only.empty() && rest.width > lock_size)
            draw_icon(context, take_right(rest, lock_size), icon_path(Icon::Lock), lock_size, palette.text_secondary);
        return;
    }
    if (!only.empty()) {
        draw_icon(context, take_left(rest, lock_size), icon_path(Icon::Lock), lock_size, palette.text_secondary);
        take_left(rest, space::xs);
    }
    const float time_width = context.runs.width(time, type::small) + space::s;
    constexpr TextStyle name_style{type::small.size, type::small.line_height, FontWeight::Medium};
    const std::string_view name = display_name(line.name);
    const float name_width =
        std::min(context.runs.width(name, name_style) + 1, std::max(0.0F, rest.width - time_width));
    draw_line(context, take_left(rest, name_width), name, name_style, palette.text);
    take_left(rest, space::s);
    draw_line(context, rest, time, type::small, palette.text_secondary);
}

/// The words themselves, where they are drawn. A little wider, so that rounding breaks no line that fitted.
void say_words(Context& context, const ChatLine& line, const std::vector<TextSpan>& links, Rect words,
               const Rect& seen) {
    words.width += 1;
    SemanticNode& node = add_node(context, SemanticRole::Text, "words", words, line.text);
    node.selectable = true;
    node.links = links;
    const BubbleSide side = line.you ? BubbleSide::Own : BubbleSide::Theirs;
    node.text_rgba = bubble_colors(context, side, tone_of(line)).text;
    node.font_size = type::chat.size;
    node.line_height = type::chat.line_height;
    node.clipped_above = std::clamp(seen.y - words.y, 0.0F, words.height);
    node.clipped_below = std::clamp(bottom(words) - bottom(seen), 0.0F, words.height);
}

void show_row(Context& context, const ChatListMemory& memory, std::size_t index, Rect rect, const Rect& seen) {
    const ChatLine& line = (*memory.lines)[index];
    const bool first = starts_group(*memory.lines, index);
    const Rect day = take_top(rect, starts_day(memory, index) ? day_height : 0);
    take_top(rect, first ? group_gap : line_gap);
    const InsideNode inside(context, add_node(context, SemanticRole::ListItem, "message " + std::to_string(line.id),
                                              visible_part(rect, seen), ""));
    if (day.height > 0) draw_day(context, day, seen, day_text(line.day, memory.today));
    const Rect header = take_top(rect, first ? header_height : 0);
    if (first) draw_header(context, line, header);
    add_node(context, SemanticRole::Text, "by", visible_part(header, seen), chat_byline(line));
    if (line.file) return chat_file(context, line, take_top(rect, chat_file_height(line)), seen);
    const ChatListMemory::Row& row = memory.rows[index];
    const Rect bubble = take_top(rect, bubble_height(row.line_count));
    const BubbleSide side = line.you ? BubbleSide::Own : BubbleSide::Theirs;
    say_words(context, line, row.links, draw_bubble(context, bubble, row.text, side, tone_of(line)), seen);
    const std::string delivery = delivery_text(line);
    if (delivery.empty()) return;
    draw_line(context, rect, delivery, type::small, context.palette->text_secondary, Align::Right);
    add_node(context, SemanticRole::Text, "delivery", visible_part(rect, seen), delivery);
}

struct Seen {
    std::size_t first = 0, last = 0;  ///< half open
    float y = 0;                      ///< where `first` begins
};

/// Measures what is seen, from the end upwards, so that a measured height moves only what is above it.
Seen lay_out(Context& context, ChatListMemory& memory, const Rect& rect) {
    Seen seen;
    seen.first = seen.last = memory.rows.size();
    seen.y = bottom(rect) + memory.from_end;
    while (seen.first > 0 && seen.y > rect.y) {
        const std::size_t index = seen.first - 1;
        const float estimated_top = seen.y - row_height(memory, index);
        if (estimated_top < bottom(rect)) measure(context, memory, index);
        seen.y -= row_height(memory, index);
        seen.first = index;
        if (seen.y >= bottom(rect)) seen.last = index;
    }
    return seen;
}

void draw_thumb(Context& context, const ChatListMemory& memory, const Rect& rect) {
    const float height = list_height(memory);
    if (height <= rect.height) return;
    const float length = std::max(thumb_length_min, rect.height * rect.height / height);
    const float part = std::clamp(memory.from_end / (height - rect.height), 0.0F, 1.0F);
    fill(*context.draw, {right(rect) + space::s, rect.y + (1 - part) * (rect.height - length), thumb_width, length},
         faded(context.palette->text_secondary, 0.5F), thumb_width / 2);
}

}  // namespace

void scroll_to_end(ChatListMemory& memory) {
    memory.from_end = 0;
    memory.unseen = false;
}

bool chat_list(Context& context, const core::ChatView& chat, ChatListMemory& memory, const Rect& rect) {
    memory.today = chat.today;
    follow_lines(context, memory, chat.lines, rect.width);
    scroll(context, memory, rect);
    Seen seen = lay_out(context, memory, rect);
    if (seen.y > rect.y && memory.from_end > 0) {
        // What was measured turned out to be lower than estimated: there is less to scroll through.
        memory.from_end = std::max(0.0F, memory.from_end - (seen.y - rect.y));
        seen = lay_out(context, memory, rect);
    }
    seen.y = std::min(seen.y, rect.y);
    Rect readable = rect;
    const Rect button_row = memory.unseen ? take_bottom(readable, new_button_space) : Rect{};

    context.draw->PushClipRect(top_left(readable), bottom_right(readable), true);
    {
        const InsideNode inside(context, add_node(context, SemanticRole::List, "messages", rect, "Messages"));
        float y = seen.y;
        for (std::size_t i = seen.first; i < seen.last; ++i) {
            const float height = row_height(memory, i);
            show_row(context, memory, i, {rect.x, std::round(y), rect.width, height}, readable);
            y += height;
        }
    }
    context.draw->PopClipRect();
    draw_thumb(context, memory, rect);
    if (!memory.unseen) return false;
    const float width = button_width(context, "New messages");
    if (!button(context, "new", centered(button_row, width, new_button_height), "New messages")) return false;
    scroll_to_end(memory);
    request_frame(context, 0);
    return true;
}

}  // namespace parley::ui
