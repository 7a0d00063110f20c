#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "ui/context.hpp"

namespace parley::ui {

/// A list of rows of one height that scrolls by itself. Only the rows that are seen exist, and one more at each end,
/// for the keyboard to go to; each says which of how many it is.
struct RowList {
    std::string_view key = {};
    std::string_view name = {};  ///< accessible name
    std::size_t count = 0;
    float row_height = 0;
    struct Words {
        std::string key;  ///< the same for the same row in every frame
        std::string name;
        std::string description;
    };
    std::function<Words(std::size_t)> words;
    /// Called inside the row's node.
    std::function<void(Context&, std::size_t, const Rect&)> draw;
    enum class Scroll : std::uint8_t { Stays, ToTop } scroll = Scroll::Stays;
};

void row_list(Context& context, const Rect& rect, const RowList& look);

}  // namespace parley::ui
