#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

/// What was read back from a canvas: red, green, blue and alpha of each pixel, not premultiplied.
namespace parley::web {

/// Plain glyphs were drawn in white. Whatever is visible and not white brought its own colours.
inline bool has_own_colors(const std::vector<std::uint8_t>& rgba) {
    constexpr std::uint8_t visible = 16, nearly_white = 240;
    for (std::size_t pixel = 0; pixel + 3 < rgba.size(); pixel += 4) {
        const std::uint8_t least = std::min({rgba[pixel], rgba[pixel + 1], rgba[pixel + 2]});
        if (rgba[pixel + 3] >= visible && least < nearly_white) return true;
    }
    return false;
}

inline bool is_blank(const std::vector<std::uint8_t>& rgba) {
    for (std::size_t pixel = 0; pixel + 3 < rgba.size(); pixel += 4)
        if (rgba[pixel + 3] != 0) return false;
    return true;
}

inline void paint_white(std::vector<std::uint8_t>& rgba) {
    for (std::size_t pixel = 0; pixel + 3 < rgba.size(); pixel += 4) std::fill_n(&rgba[pixel], 3, std::uint8_t{255});
}

}  // namespace parley::web
