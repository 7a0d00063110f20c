#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ui/components/button.hpp"
#include "ui/components/chat_bubble.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// A file in the chat, and what can be done about it.
struct FileBubble {
    std::string name;
    std::string detail;             ///< how it is doing
    std::string_view advice = {};   ///< what can be done about that, in a line of its own
    std::string picture = {};       ///< what the document shows of it, if it is a picture
    std::optional<float> progress;  ///< 0 to 1, while it moves
    struct Action {
        std::string_view label;
        ButtonLook::Kind kind = ButtonLook::Kind::Tonal;
    };
    std::vector<Action> actions;  ///< at most two
    BubbleSide side = BubbleSide::Theirs;
    BubbleTone tone = BubbleTone::Usual;
};

float file_bubble_height(const FileBubble& look);

/// Draws it at the side of `row` that is its sender's; which of its actions was pressed in this frame. Of what is
/// outside of `seen` nothing can be pressed.
std::optional<std::size_t> file_bubble(Context& context, const Rect& row, const Rect& seen, const FileBubble& look);

}  // namespace parley::ui
