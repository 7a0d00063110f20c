#pragma once

#include <string_view>

#include "core/camera_effect.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// A choice that is shown as a small picture of what it gives, with its name below.
struct PictureTile {
    std::string_view label = {};
    core::Backdrop backdrop = core::Backdrop::Plain;
    enum class Choice : std::uint8_t { Other, Chosen } choice = Choice::Other;
};

float picture_tile_height(float width);

/// True when it was pressed in this frame.
bool picture_tile(Context& context, std::string_view key, const Rect& rect, const PictureTile& look);

}  // namespace parley::ui
