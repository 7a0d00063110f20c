#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ui/context.hpp"
#include "ui/icons.hpp"

namespace parley::ui {

/// One of several, chosen in a popup: a button that shows what is chosen.
struct Select {
    std::string label;                 ///< accessible name, and what the popup is called
    std::vector<std::string> options;  ///< not empty unless it is disabled
    std::size_t chosen = 0;
    std::string placeholder = {};   ///< stands there when `chosen` is none of the options
    std::optional<Icon> icon = {};  ///< of what is chosen, before the words
    enum class State : std::uint8_t { Enabled, Disabled } state = State::Enabled;
    std::function<void(Context&, std::size_t)> choose;  ///< holds copies: called after the frame was built
};

void select(Context& context, std::string_view key, const Rect& rect, Select look);

}  // namespace parley::ui
