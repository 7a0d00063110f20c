#pragma once

#include <string_view>

#include "core/view/devices.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// Which device of a kind is used, to be chosen from those that there are.
void device_select(Context& context, std::string_view key, const Rect& rect, core::DeviceKind kind,
                   const core::DeviceChoiceView& choice);

}  // namespace parley::ui
