#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/view.hpp"
#include "ui/components/icon_toggle.hpp"
#include "ui/context.hpp"
#include "ui/views/call_bar.hpp"

namespace parley::ui {

/// One control of the call, as a button of the bar or as a line of the menu `More`.
struct CallControl {
    std::string key;
    IconToggle::Tone tone = IconToggle::Tone::Neutral;
    Icon icon = Icon::More;
    std::string label;               ///< accessible name, tooltip and the menu's words
    std::string description = {};    ///< said after the name
    std::string_view shortcut = {};  ///< the key that does the same
    bool warning = false;
    std::uint32_t count = 0;           ///< on a badge
    std::optional<bool> pressed = {};  ///< for a name that does not change
    /// Who finds a place in the bar where there is little of it: the lowest first. The last only ever stand in `More`.
    enum class Rank : std::uint8_t { Device, Talk, Usual, Rare, MenuOnly } rank = Rank::Usual;
    std::function<void(Context&)> act;  ///< holds copies: a menu calls it after the frame was built
};

/// All of them but `More` and `Leave call`, in the order in which they stand. A new control is one more here.
std::vector<CallControl> call_controls(const core::View& view, const CallBar& look);

}  // namespace parley::ui
