#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ui/context.hpp"
#include "ui/icons.hpp"
#include "ui/stack.hpp"

namespace parley::ui {

struct MenuItem {
    std::string label;
    std::optional<Icon> icon = {};
    std::string detail = {};          ///< small, at the end
    std::optional<bool> chosen = {};  ///< of several of which one is chosen
    enum class State : std::uint8_t { Enabled, Disabled } state = State::Enabled;
    std::function<void(Context&)> act = {};  ///< holds copies: it is called after the frame was built
};

/// Actions below each other. Up, Down, Home and End move the keyboard from one to the next.
Stack menu(Context& context, std::vector<MenuItem> items, float width);

/// The same in a popup of `opener`, to be called in every frame in which the opener is there. What is pressed is done,
/// and the menu is gone.
void popup_menu(Context& context, SemanticId opener, const Rect& anchor, std::string name, std::vector<MenuItem> items);

}  // namespace parley::ui
