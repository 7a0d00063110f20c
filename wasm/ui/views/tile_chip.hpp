#pragma once

#include <cstdint>
#include <string_view>

#include "ui/context.hpp"

namespace parley::ui {

/// What stands before the words of a chip.
enum class Sign : std::uint8_t { None, MicrophoneOff, CameraOff, Warning, Working, Screen };

/// Words on a dark chip, readable on any picture.
struct Chip {
    std::string_view text = {};
    Sign sign = Sign::None;
    float end = 0;  ///< kept free at its end for what else stands in it
    Rect place = {};
    Rect content = {};
};

inline constexpr float chip_height = 28;
inline constexpr float chip_icon = 16;

/// Between a tile's edges and what lies in its corners.
float chip_margin(const Rect& tile);

/// Puts the chip with its lower left corner in that of `room`; what it takes is cut off.
void take_place(Context& context, Chip& chip, Rect& room);

void draw_chip(Context& context, const Chip& chip);

}  // namespace parley::ui
