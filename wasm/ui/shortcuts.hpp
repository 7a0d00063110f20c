#pragma once

#include <string_view>
#include <vector>

#include "core/view.hpp"
#include "ui/context.hpp"

/// What single keys do, wherever the keyboard is but in a field. A person can switch them off (WCAG 2.2, 2.1.4).
namespace parley::ui {

/// Whether `key`, as in KeyboardEvent.key, was pressed in this frame. Letters count in both cases; what is covered by a
/// sheet or a popup hears none.
[[nodiscard]] bool key_pressed(const Context& context, const core::View& view, std::string_view key);

struct Shortcut {
    std::string_view key;    ///< as it is written on a keyboard
    std::string_view words;  ///< what it does
};

/// Everything that keys do in a call, for the sheet that says so.
[[nodiscard]] const std::vector<Shortcut>& call_shortcuts();

}  // namespace parley::ui
