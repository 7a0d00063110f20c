#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "tests/core/world.hpp"

/// What the person at a page sees.
namespace parley::core {

using Texts = std::vector<std::string>;

inline const LocalView& local(const Page& page) { return page.client.view().local; }

/// How often they were told so.
inline std::size_t told(const Page& page, NoticeKind kind) {
    return static_cast<std::size_t>(std::ranges::count(page.client.view().notices, kind, &Notice::kind));
}

inline const std::vector<ChatLine>& lines(const Page& page) { return *page.client.view().chat.lines; }

inline Texts read_by(const Page& page) {
    Texts found;
    for (const ChatLine& line : lines(page)) found.push_back(line.text);
    return found;
}

}  // namespace parley::core
