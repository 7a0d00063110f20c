#pragma once

#include <cstdint>

#include "core/view.hpp"
#include "ui/context.hpp"

namespace parley::ui {

float call_bar_height(const Rect& area);

/// What depends on the rest of the call's page.
struct CallBar {
    enum class CopyLink : std::uint8_t { Offered, Elsewhere } copy_link = CopyLink::Offered;
    /// What lies at the side. The chat may be open and have to wait until the statistics are closed.
    enum class Side : std::uint8_t { Nothing, Chat, Statistics } side = Side::Nothing;
    std::uint32_t unread = 0;  ///< messages that nobody can have seen
    enum class ChatFocus : std::uint8_t { Stays, Returns } chat_focus = ChatFocus::Stays;  ///< to the button `Chat`
};

/// The call's controls in the middle of `rect`, and the room's name beside them where there is room.
void call_bar(Context& context, const core::View& view, const Rect& rect, const CallBar& look);

}  // namespace parley::ui
