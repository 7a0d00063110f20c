#pragma once

#include <string_view>

#include "core/view.hpp"
#include "ui/components/button.hpp"
#include "ui/context.hpp"

namespace parley::ui {

inline constexpr float link_box_height = 44;

/// The link, to be read.
void link_box(Context& context, const Rect& rect, std::string_view link);

struct LinkButtons {
    ButtonLook::Kind kind = ButtonLook::Kind::Tonal;  ///< of the first of them
    std::string_view description = {};                ///< said after their names
};

/// `Copy link`, and `Share link` before it where the system has a sheet for that.
void link_buttons(Context& context, const core::View& view, const Rect& row, const LinkButtons& look = {});

}  // namespace parley::ui
