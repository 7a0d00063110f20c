#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/context.hpp"

namespace parley::ui {

/// The words of one message, broken into lines once and kept.
struct BubbleText {
    std::vector<std::string> lines;
    float width = 0;  ///< of the longest line
    enum class Reading : std::uint8_t { LeftToRight, RightToLeft } reading = Reading::LeftToRight;
};

enum class BubbleSide : std::uint8_t { Theirs, Own };
/// Private: for one person alone.
enum class BubbleTone : std::uint8_t { Usual, Private };

struct BubbleColors {
    Color fill;
    Color text;
};
BubbleColors bubble_colors(const Context& context, BubbleSide side, BubbleTone tone);

/// Breaks `text` for a bubble that is at most `width` wide.
BubbleText bubble_text(Context& context, std::string_view text, float width);

/// The height of a bubble with `lines` lines.
float bubble_height(std::size_t lines);

/// How many lines `bytes` bytes of text may take in a bubble `width` wide, without measuring them.
std::size_t estimated_lines(std::size_t bytes, float width);

/// Draws the bubble at the side of `row` that is its writer's and returns where its words lie.
Rect draw_bubble(Context& context, const Rect& row, const BubbleText& text, BubbleSide side,
                 BubbleTone tone = BubbleTone::Usual);

}  // namespace parley::ui
