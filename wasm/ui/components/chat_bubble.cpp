#include "ui/components/chat_bubble.hpp"

#include <cmath>

#include "ui/components/surface.hpp"
#include "ui/components/text.hpp"
#include "ui/text_layout.hpp"
#include "ui/utf8.hpp"

namespace parley::ui {

namespace {

constexpr float padding_x = 12;
constexpr float padding_y = 8;
constexpr float usual_advance = 0.5F;  ///< of a character, for its size

}  // namespace

BubbleText bubble_text(Context& context, std::string_view text, float width) {
    BubbleText result;
    result.lines = wrapped(context.runs, text, type::chat, width - 2 * padding_x, LongWords::Broken);
    for (const std::string& line : result.lines)
        result.width = std::max(result.width, std::ceil(context.runs.width(line, type::chat)));
    if (reads_right_to_left(text)) result.reading = BubbleText::Reading::RightToLeft;
    return result;
}

float bubble_height(std::size_t lines) { return static_cast<float>(lines) * type::chat.line_height + 2 * padding_y; }

std::size_t estimated_lines(std::size_t bytes, float width) {
    const float line = std::max(1.0F, width - 2 * padding_x);
    const float length = static_cast<float>(bytes) * type::chat.size * usual_advance;
    return static_cast<std::size_t>(std::ceil(std::max(1.0F, length / line)));
}

BubbleColors bubble_colors(const Context& context, BubbleSide side, BubbleTone tone) {
    const Palette& palette = *context.palette;
    if (palette.forced) return {palette.raised, palette.text};
    if (tone == BubbleTone::Private) return {palette.accent_tint, palette.on_accent_tint};
    if (side == BubbleSide::Own) return {palette.accent, palette.on_accent};
    return {palette.neutral, palette.on_neutral};
}

Rect draw_bubble(Context& context, const Rect& row, const BubbleText& text, BubbleSide side, BubbleTone tone) {
    const bool own = side == BubbleSide::Own;
    const BubbleColors colors = bubble_colors(context, side, tone);
    Rect rest = row;
    const float width = text.width + 2 * padding_x;
    const Rect bubble = own ? take_right(rest, width) : take_left(rest, width);
    fill_surface(context, bubble, colors.fill, radius::card);
    const Rect words = inset(bubble, padding_x, padding_y);
    const Align align = text.reading == BubbleText::Reading::RightToLeft ? Align::Right : Align::Left;
    Rect line = words;
    line.height = type::chat.line_height;
    for (const std::string& letters : text.lines) {
        draw_whole_line(context, line, letters, type::chat, colors.text, align);
        line.y += line.height;
    }
    return words;
}

}  // namespace parley::ui
