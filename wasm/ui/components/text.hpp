#pragma once

#include <string_view>

#include "ui/context.hpp"

/// Words on the screen. Nothing here can be pressed except `link`.
namespace parley::ui {

enum class Align : std::uint8_t { Left, Center, Right };

/// One line in the vertical middle of `rect`, ellipsised to its width; not said in the semantic layer.
void draw_line(Context& context, const Rect& rect, std::string_view text, const TextStyle& style, Color color,
               Align align = Align::Left);
/// The same for words that are known to fit.
void draw_whole_line(Context& context, const Rect& rect, std::string_view text, const TextStyle& style, Color color,
                     Align align = Align::Left);
/// One line at the right end of `rect` in which all digits are as wide as the widest, so that a number that changes
/// moves nothing; not said in the semantic layer.
void draw_figures(Context& context, const Rect& rect, std::string_view text, const TextStyle& style, Color color);
/// As many lines as `text` takes in `rect`'s width, from its top; not said in the semantic layer.
void draw_lines(Context& context, const Rect& rect, std::string_view text, const TextStyle& style, Color color,
                Align align = Align::Left);
/// The height that `draw_lines` takes.
float lines_height(Context& context, std::string_view text, const TextStyle& style, float width);

/// Lines of text that are also said, as `role`: Text, Status or Alert.
void paragraph(Context& context, std::string_view key, const Rect& rect, std::string_view text, const TextStyle& style,
               Color color, Align align = Align::Left, SemanticRole role = SemanticRole::Text);

/// A heading of `level` 1 to 6.
void heading(Context& context, std::string_view key, const Rect& rect, std::string_view text, int level,
             const TextStyle& style, Align align = Align::Left);

/// Underlined words that act; true when pressed.
bool link(Context& context, std::string_view key, const Rect& rect, std::string_view text);

/// An icon in the middle of `rect`.
void draw_icon(Context& context, const Rect& rect, std::string_view path, float size, Color color);

}  // namespace parley::ui
