#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ui/context.hpp"
#include "ui/icons.hpp"

namespace parley::ui {

struct MenuItem {
    std::string_view label = {};
    std::optional<Icon> icon = {};
    enum class State : std::uint8_t { Enabled, Disabled } state = State::Enabled;
};

float menu_height(std::size_t items);

/// A raised panel of actions; the index of the one that was pressed in this frame.
std::optional<std::size_t> menu(Context& context, std::string_view key, const Rect& rect, std::string_view name,
                                const std::vector<MenuItem>& items);

}  // namespace parley::ui
