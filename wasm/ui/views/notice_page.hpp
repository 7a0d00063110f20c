#pragma once

#include <string_view>

#include "ui/context.hpp"
#include "ui/icons.hpp"
#include "ui/stack.hpp"

namespace parley::ui {

/// A page that says one thing and offers one to three ways on.
struct NoticePage {
    Icon icon = Icon::Warning;
    std::string_view title = {};
    std::string_view text = {};
    const Stack* card = nullptr;      ///< what stands on a panel below the words, `notice_card_width` wide; may be null
    std::string_view card_name = {};  ///< of that panel
    std::string_view primary = {};    ///< label of the filled button
    std::string_view secondary = {};  ///< label of the quiet button, empty for none
    std::string_view tertiary = {};   ///< label of another quiet one
};

enum class NoticeAnswer : std::uint8_t { None, Primary, Secondary, Tertiary };

/// The width of what stands on the panel.
float notice_card_width(const Rect& area);

NoticeAnswer notice_page(Context& context, const Rect& area, const NoticePage& page);

}  // namespace parley::ui
