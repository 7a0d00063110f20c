#include "ui/views/tile_chip.hpp"

#include <algorithm>

#include "ui/components/spinner.hpp"
#include "ui/components/surface.hpp"
#include "ui/components/text.hpp"
#include "ui/icons.hpp"

namespace parley::ui {

namespace {

constexpr float chip_padding = 10;
constexpr float chip_padding_narrow = 6;
constexpr float margin_narrow = 4;
constexpr float margin_usual = 8;
constexpr float words_min = 14;      ///< an ellipsis alone says nothing
constexpr float narrow_width = 112;  ///< of a tile

Icon icon_of(Sign sign) {
    if (sign == Sign::Warning) return Icon::Warning;
    if (sign == Sign::Screen) return Icon::Screen;
    return sign == Sign::CameraOff ? Icon::CameraOff : Icon::MicrophoneOff;
}

}  // namespace

float chip_margin(const Rect& tile) { return tile.width < narrow_width ? margin_narrow : margin_usual; }

void take_place(Context& context, Chip& chip, Rect& room) {
    const float padding = room.width < narrow_width - 2 * margin_narrow ? chip_padding_narrow : chip_padding;
    const float after = chip.end > 0 ? chip.end : padding;
    const float sign = chip.sign != Sign::None ? chip_icon + space::xs : 0;
    const float words = context.runs.width(chip.text, type::small) + 1;
    chip.place = take_bottom(room, chip_height);
    chip.place.width = std::min(room.width, padding + sign + words + after);
    take_bottom(room, space::xs);
    chip.content = chip.place;
    take_left(chip.content, padding);
    take_right(chip.content, after);
}

void draw_chip(Context& context, const Chip& chip) {
    const Color color = context.palette->on_scrim;
    fill_surface(context, chip.place, context.palette->scrim, radius::chip);
    Rect content = chip.content;
    if (chip.sign != Sign::None) {
        const Rect place = take_left(content, chip_icon);
        if (chip.sign == Sign::Working)
            draw_spinner(context, centered(place, chip_icon, chip_icon), color);
        else
            draw_icon(context, place, icon_path(icon_of(chip.sign)), chip_icon, color);
        take_left(content, space::xs);
    }
    if (content.width >= words_min) draw_line(context, content, chip.text, type::small, color);
}

}  // namespace parley::ui
