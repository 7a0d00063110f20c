#pragma once

#include <cstdint>

#include "core/view.hpp"
#include "ui/components/text_field.hpp"
#include "ui/context.hpp"
#include "ui/views/chat_list.hpp"
#include "ui/views/panel_place.hpp"

namespace parley::ui {

/// What the chat of one call remembers between frames.
struct ChatMemory {
    FieldMemory message;  ///< what is being written
    bool cut = false;     ///< the last that was typed did not fit
    ChatListMemory list;
    bool begun = false;              ///< a frame of this call was shown
    std::uint64_t announced_id = 0;  ///< lines up to this one have had their turn
    std::uint64_t seen_id = 0;       ///< lines up to this one came while the panel was shown
};

/// Tells what others have written since the last frame, whether the panel is open or not: its list holds only what is
/// in sight and can be no live region.
void announce_messages(Context& context, const core::ChatView& chat, ChatMemory& memory);

/// How many messages wait to be seen while something else stands where the open panel would be.
std::uint32_t unseen_behind(const core::ChatView& chat, const ChatMemory& memory);

/// The messages with the field to write one.
void chat_panel(Context& context, const core::View& view, ChatMemory& memory, const Rect& rect, PanelPlace place);

}  // namespace parley::ui
