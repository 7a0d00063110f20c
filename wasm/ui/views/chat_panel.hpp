#pragma once

#include <cstdint>

#include "core/view.hpp"
#include "ui/components/text_field.hpp"
#include "ui/context.hpp"
#include "ui/views/chat_list.hpp"

namespace parley::ui {

/// What the chat of one call remembers between frames.
struct ChatMemory {
    FieldMemory message;  ///< what is being written
    bool cut = false;     ///< the last that was typed did not fit
    ChatListMemory list;
    bool was_open = false;
    bool begun = false;              ///< a frame of this call was shown
    std::uint64_t announced_id = 0;  ///< lines up to this one have had their turn
    std::uint64_t seen_id = 0;       ///< lines up to this one came while the panel was shown
};

/// How the panel lies on the page.
enum class ChatPlace : std::uint8_t {
    Beside,  ///< a sheet beside the people
    Over,    ///< the whole of `rect`, instead of the people
};

/// Has what others have written since the last frame said, whether the panel is open or not.
void announce_messages(Context& context, const core::ChatView& chat, ChatMemory& memory);

/// How many messages wait to be seen while something else stands where the open panel would be.
std::uint32_t unseen_behind(const core::ChatView& chat, const ChatMemory& memory);

/// True in the one frame in which the panel has just been closed: the focus belongs to what opened it.
bool chat_has_closed(const core::ChatView& chat, ChatMemory& memory);

/// The messages with the field to write one.
void chat_panel(Context& context, const core::ChatView& chat, ChatMemory& memory, const Rect& rect, ChatPlace place);

}  // namespace parley::ui
