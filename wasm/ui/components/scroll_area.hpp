#pragma once

#include <string_view>

#include "ui/context.hpp"
#include "ui/stack.hpp"

namespace parley::ui {

/// Kept free above and below what scrolls: room for a focus ring.
inline constexpr float scroll_area_padding = 4;

inline float scroll_area_height(const Stack& body) { return body.height() + 2 * scroll_area_padding; }

/// A part of the page that scrolls by itself when `body` is higher than it.
struct ScrollArea {
    float padding = 0;        ///< left and right of the body, so that no focus ring is cut off
    SemanticId keys_for = 0;  ///< the element in which the keys PageUp and PageDown scroll it; 0 for none
};

/// What of `body` is scrolled out of `rect` is said in the semantic layer all the same.
void scroll_area(Context& context, std::string_view key, const Rect& rect, const Stack& body, const ScrollArea& look);

}  // namespace parley::ui
