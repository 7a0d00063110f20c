#pragma once

#include <cstdint>
#include <string_view>

#include "ui/context.hpp"

namespace parley::ui {

/// How loud something is, as steps that light up. `level` is 0 to `level_max`.
void meter(Context& context, std::string_view key, const Rect& rect, std::string_view name, std::uint8_t level,
           std::uint8_t level_max);

}  // namespace parley::ui
