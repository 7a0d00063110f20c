#pragma once

#include "core/view/chat.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// The height of what `chat_file` draws for a line that is a file.
float chat_file_height(const core::ChatLine& line);

/// A file among the messages: how it is doing, what it shows, and what can be done about it.
void chat_file(Context& context, const core::ChatLine& line, const Rect& rect, const Rect& seen);

}  // namespace parley::ui
