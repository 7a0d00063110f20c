#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "ui/context.hpp"

namespace parley::ui {

/// A few pages of which one is shown, as buttons of equal width beside each other.
struct Tabs {
    std::string_view label = {};  ///< accessible name of the group
    std::span<const std::string_view> names;
    std::size_t shown = 0;
};

/// The one that was pressed in this frame.
std::optional<std::size_t> tabs(Context& context, std::string_view key, const Rect& rect, const Tabs& look);

}  // namespace parley::ui
