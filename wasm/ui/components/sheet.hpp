#pragma once

#include <string_view>

#include "ui/context.hpp"
#include "ui/stack.hpp"

namespace parley::ui {

/// A panel over the whole page that has to be closed before the page can be used again: a modal Dialog in the semantic
/// layer. Its body scrolls when it is higher than the page; its title and its foot stay.
struct Sheet {
    std::string_view title = {};
    float body_height = 0;  ///< for a body that changes, so that the panel does not move; 0 for the body's own
};

/// The width that body and foot are to be made for.
float sheet_width(const Context& context);

/// Draws the sheet over everything of the page, which must be complete. True when the person closes it in this frame:
/// with its button `Close`, or with Escape. `foot` may be empty.
bool sheet(Context& context, std::string_view key, const Sheet& look, const Stack& body, const Stack& foot);

}  // namespace parley::ui
