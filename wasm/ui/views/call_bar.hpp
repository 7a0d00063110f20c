#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/view.hpp"
#include "ui/context.hpp"
#include "ui/views/side_panel.hpp"

namespace parley::ui {

float call_bar_height(const Rect& area);

/// What depends on the rest of the call's page.
struct CallBar {
    /// Whether the link is offered here, or beside the people already.
    enum class Link : std::uint8_t { Offered, Elsewhere };
    Link link_buttons = Link::Offered;
    Link qr_code = Link::Offered;
    Side side = Side::Nothing;               ///< what lies there now
    std::uint32_t unread = 0;                ///< messages that nobody can have seen
    std::optional<core::Tile> picture = {};  ///< the one that could float over other windows
    SemanticId layout_opener = 0;
    Side closed = Side::Nothing;  ///< what has just gone: the focus returns to its button
    SemanticId reactions = 0;     ///< the button that opens the reactions
    enum class Focus : std::uint8_t { Stays, Comes } focus = Focus::Stays;  ///< Comes: to the first control
};

/// The id of a control that stands in the bar. To be asked for beside the bar, not inside of something.
[[nodiscard]] SemanticId call_control_id(const Context& context, std::string_view key);

/// The call's controls in the middle of `rect`, and the room's name beside them where there is room. What finds no
/// place among them is in the menu `More`.
void call_bar(Context& context, const core::View& view, const Rect& rect, const CallBar& look);

}  // namespace parley::ui
