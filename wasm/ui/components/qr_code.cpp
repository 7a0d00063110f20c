#include "ui/components/qr_code.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "ui/geometry.hpp"

namespace parley::ui {

namespace {

constexpr Color dark = 0x000000FF;
constexpr Color light = 0xFFFFFFFF;
constexpr std::size_t quiet_zone = 4;  ///< modules

/// The place of the code with its quiet zone.
Rect square_in(const Context& context, const Rect& rect, float side) {
    const float ratio = context.surface.pixel_ratio;
    const auto on_pixel = [ratio](float place) { return std::round(place * ratio) / ratio; };
    return {on_pixel(rect.x + (rect.width - side) / 2), on_pixel(rect.y + (rect.height - side) / 2), side, side};
}

/// The dark modules of one row, those that touch as one: an edge between two could shine through.
void draw_row(Context& context, const core::QrCode& code, std::size_t row, const Rect& first) {
    for (std::size_t begin = 0; begin < code.size; ++begin) {
        std::size_t end = begin;
        while (end < code.size && code.is_dark(end, row)) ++end;
        if (end == begin) continue;
        const float x = first.x + static_cast<float>(begin) * first.width;
        fill(*context.draw, {x, first.y, static_cast<float>(end - begin) * first.width, first.height}, dark, 0);
        begin = end;
    }
}

}  // namespace

void qr_code(Context& context, std::string_view key, const Rect& rect, const core::QrCode& code,
             std::string_view name) {
    const auto modules = static_cast<float>(code.size + 2 * quiet_zone);
    const float ratio = context.surface.pixel_ratio;
    const float module = std::max(1.0F, std::floor(std::min(rect.width, rect.height) * ratio / modules)) / ratio;
    const Rect square = square_in(context, rect, modules * module);
    add_node(context, SemanticRole::Image, key, square, name);
    fill(*context.draw, square, light, 0);
    for (std::size_t row = 0; row < code.size; ++row) {
        const float y = square.y + static_cast<float>(quiet_zone + row) * module;
        draw_row(context, code, row, {square.x + static_cast<float>(quiet_zone) * module, y, module, module});
    }
}

}  // namespace parley::ui
