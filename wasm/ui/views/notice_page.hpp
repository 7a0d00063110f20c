#pragma once

#include <string_view>

#include "ui/context.hpp"
#include "ui/icons.hpp"

namespace parley::ui {

/// A page that says one thing and offers one to three ways on.
struct NoticePage {
    Icon icon = Icon::Warning;
    std::string_view title = {};
    std::string_view text = {};
    std::string_view primary = {};    ///< label of the filled button
    std::string_view secondary = {};  ///< label of the quiet button, empty for none
    std::string_view tertiary = {};   ///< label of another quiet one
};

enum class NoticeAnswer : std::uint8_t { None, Primary, Secondary, Tertiary };

NoticeAnswer notice_page(Context& context, const Rect& area, const NoticePage& page);

}  // namespace parley::ui
