#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/view/chat.hpp"
#include "ui/components/chat_bubble.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// What the list of messages remembers between frames. Only messages that are seen are measured; the height of the
/// others is estimated from their length, which moves nothing that is seen, because the list hangs from its end.
struct ChatListMemory {
    struct Row {
        std::uint64_t id = 0;
        std::size_t line_count = 0;  ///< measured or estimated
        bool measured = false;
        BubbleText text;  ///< when it is measured
        std::vector<TextSpan> links;
    };
    std::shared_ptr<const std::vector<core::ChatLine>> lines;  ///< what `rows` stand for, one each
    std::vector<Row> rows;
    std::int64_t today = 0;
    float width = 0;        ///< that `rows` are measured for
    float pixel_ratio = 0;  ///< the same
    float from_end = 0;     ///< CSS pixels of the list below what is seen: 0 follows new messages
    bool unseen = false;    ///< something came below what is seen
};

/// Brings the newest message into sight.
void scroll_to_end(ChatListMemory& memory);

/// The messages in `rect`, scrolled by wheel, finger, or the keys PageUp and PageDown. True when the button that
/// leads to new messages was pressed in this frame.
bool chat_list(Context& context, const core::ChatView& chat, ChatListMemory& memory, const Rect& rect);

}  // namespace parley::ui
