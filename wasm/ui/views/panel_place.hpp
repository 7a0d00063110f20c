#pragma once

#include <cstdint>
#include <string_view>

#include "ui/context.hpp"

namespace parley::ui {

/// How a panel lies on the call's page.
enum class PanelPlace : std::uint8_t {
    Beside,  ///< a sheet beside the people
    Over,    ///< the whole of its rectangle, instead of the people
};

struct PanelTitle {
    std::string_view key;
    std::string_view title;
    std::string_view close;         ///< name of the button that closes it
    std::string_view heading = {};  ///< what stands above it, where that is more than the title
};

struct Panel {
    SemanticNode node;
    Rect content;
    bool closed = false;  ///< by its button, or by Escape
};

/// The frame of a panel: background, title and the button that closes it. What it holds goes inside `node`.
Panel begin_panel(Context& context, const PanelTitle& title, const Rect& rect, PanelPlace place);

}  // namespace parley::ui
