#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/view/chat.hpp"
#include "ui/semantics.hpp"

/// What the chat says beside what people write, in plain English.
namespace parley::ui {

/// Who reads a private message; empty for one that is for everyone.
std::string private_text(const core::ChatLine& line);
/// What is known of a message's way to the others; empty when all is well.
std::string delivery_text(const core::ChatLine& line);
/// "Today", "Yesterday" or a date, from days since 1970-01-01.
std::string day_text(std::int64_t day, std::int64_t today);

/// As in `3.1 MB`.
std::string size_text(std::uint64_t bytes);
/// How a file is doing, in one line.
std::string file_text(const core::FileView& file, bool own);
/// What can be done about one that failed; empty while there is nothing to do.
std::string_view file_advice(const core::FileView& file, bool own);
/// What is said aloud of what somebody wrote or sent.
std::string news_text(const core::ChatLine& line);

/// The addresses of web pages in what somebody wrote, in their order.
std::vector<TextSpan> links_in(std::string_view text);

}  // namespace parley::ui
