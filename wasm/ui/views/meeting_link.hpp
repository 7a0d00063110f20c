#pragma once

#include <string_view>

#include "core/view.hpp"
#include "ui/components/button.hpp"
#include "ui/context.hpp"

namespace parley::ui {

struct LinkButtons {
    ButtonLook::Kind kind = ButtonLook::Kind::Tonal;  ///< of the first of them
    std::string_view description = {};                ///< said after their names
};

/// `Copy link`, and `Share link` before it where the system has a sheet for that.
void link_buttons(Context& context, const core::View& view, const Rect& row, const LinkButtons& look = {});

}  // namespace parley::ui
