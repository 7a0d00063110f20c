#include "ui/components/text.hpp"

#include <algorithm>

#include "ui/text_layout.hpp"

namespace parley::ui {

namespace {

constexpr std::string_view digits = "0123456789";

float digit_width(TextRuns& runs, const TextStyle& style) {
    float widest = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) widest = std::max(widest, runs.width(digits.substr(i, 1), style));
    return widest;
}

/// Cuts the next digit off `text`, or all that stands before it.
std::string_view take_piece(std::string_view& text) {
    const std::size_t end = std::max<std::size_t>(1, std::min(text.find_first_of(digits), text.size()));
    const std::string_view piece = text.substr(0, end);
    text.remove_prefix(end);
    return piece;
}

bool is_digit(std::string_view piece) { return digits.find(piece.front()) != std::string_view::npos; }

float start_of(TextRuns& runs, const Rect& rect, std::string_view text, const TextStyle& style, Align align) {
    if (align == Align::Left) return rect.x;
    const float space = rect.width - runs.width(text, style);
    return rect.x + (align == Align::Center ? space / 2 : space);
}

}  // namespace

void draw_whole_line(Context& context, const Rect& rect, std::string_view text, const TextStyle& style, Color color,
                     Align align) {
    const FontMetrics metrics = context.runs.metrics(style);
    const float baseline = rect.y + (rect.height + metrics.ascent_px - metrics.descent_px) / 2;
    context.runs.draw(*context.draw, text, style, start_of(context.runs, rect, text, style, align), baseline, color);
}

void draw_figures(Context& context, const Rect& rect, std::string_view text, const TextStyle& style, Color color) {
    const float pitch = digit_width(context.runs, style);
    const auto advance = [&](std::string_view piece) {
        return is_digit(piece) ? pitch : context.runs.width(piece, style);
    };
    float width = 0;
    for (std::string_view rest = text; !rest.empty();) width += advance(take_piece(rest));
    Rect place = rect;
    place.x = right(rect) - width;
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view piece = take_piece(rest);
        place.width = advance(piece);
        draw_whole_line(context, place, piece, style, color, Align::Center);
        place.x += place.width;
    }
}

void draw_line(Context& context, const Rect& rect, std::string_view text, const TextStyle& style, Color color,
               Align align) {
    draw_whole_line(context, rect, ellipsised(context.runs, text, style, rect.width), style, color, align);
}

void draw_lines(Context& context, const Rect& rect, std::string_view text, const TextStyle& style, Color color,
                Align align) {
    Rect line{rect.x, rect.y, rect.width, style.line_height};
    for (const std::string& words : wrapped(context.runs, text, style, rect.width)) {
        draw_whole_line(context, line, words, style, color, align);
        line.y += style.line_height;
    }
}

float lines_height(Context& context, std::string_view text, const TextStyle& style, float width) {
    return static_cast<float>(wrapped(context.runs, text, style, width).size()) * style.line_height;
}

void paragraph(Context& context, std::string_view key, const Rect& rect, std::string_view text, const TextStyle& style,
               Color color, Align align, SemanticRole role) {
    add_node(context, role, key, rect, text);
    draw_lines(context, rect, text, style, color, align);
}

void heading(Context& context, std::string_view key, const Rect& rect, std::string_view text, int level,
             const TextStyle& style, Align align) {
    add_node(context, SemanticRole::Heading, key, rect, text).level = level;
    draw_lines(context, rect, text, style, context.palette->text, align);
}

bool link(Context& context, std::string_view key, const Rect& rect, std::string_view text) {
    const SemanticId id = add_node(context, SemanticRole::Button, key, rect, text).id;
    const Interaction interaction = interact(context, id, rect);
    draw_line(context, rect, text, type::body, context.palette->link);
    const float width = std::min(rect.width, context.runs.width(text, type::body));
    const float thickness = interaction.hovered ? 2 : 1;
    fill(*context.draw, {rect.x, rect.y + rect.height / 2 + type::body.size / 2, width, thickness},
         context.palette->link, 0);
    focus_ring(context, id, rect, radius::chip);
    return interaction.pressed;
}

void draw_icon(Context& context, const Rect& rect, std::string_view path, float size, Color color) {
    const Rect box = centered(rect, size, size);
    context.runs.draw_icon(*context.draw, path, size, box.x, box.y, color);
}

}  // namespace parley::ui
