#include "ui/components/picture_tile.hpp"

#include <imgui_internal.h>

#include <array>

#include "ui/components/surface.hpp"
#include "ui/components/text.hpp"
#include "ui/icons.hpp"

namespace parley::ui {

namespace {

using core::Backdrop;

constexpr float aspect = 9.0F / 16.0F;
constexpr float chosen_border = 3;
constexpr float tick_size = 20;
constexpr float tick_icon = 14;
constexpr float tick_margin = 6;

/// Two colours, from the top to the bottom.
struct Slope {
    Color top;
    Color bottom;
};

// Like the scenes themselves, which only a camera's worker draws.
Slope slope_for(const Palette& palette, Backdrop backdrop) {
    switch (backdrop) {
        case Backdrop::Dawn:
            return {0x6F7FB4FF, 0xF3C3A2FF};
        case Backdrop::Lagoon:
            return {0x9FD3E6FF, 0x57B9B4FF};
        case Backdrop::Evening:
            return {0x10142EFF, 0x5A3C6BFF};
        case Backdrop::Studio:
            return {0xEDEBE6FF, 0xB9B9BBFF};
        default:
            return {palette.raised, palette.neutral};
    }
}

void fill_slope(ImDrawList& list, const Rect& rect, const Slope& slope, float round) {
    const int first = list.VtxBuffer.Size;
    fill(list, rect, 0xFFFFFFFF, round);
    ImGui::ShadeVertsLinearColorGradientKeepAlpha(&list, first, list.VtxBuffer.Size, {rect.x, rect.y},
                                                  {rect.x, bottom(rect)}, packed(slope.top), packed(slope.bottom));
}

void fill_circle(ImDrawList& list, const Rect& rect, float x, float y, float size, Color color) {
    list.AddCircleFilled({rect.x + rect.width * x, rect.y + rect.height * y}, rect.height * size, packed(color));
}

/// What stands behind the person, in shapes.
void draw_things(Context& context, const Rect& rect, Backdrop backdrop) {
    ImDrawList& list = *context.draw;
    const Palette& palette = *context.palette;
    // Lamps of a room, sharp or not.
    static constexpr std::array<std::array<float, 2>, 3> lamps = {{{0.2F, 0.3F}, {0.82F, 0.25F}, {0.86F, 0.66F}}};
    const auto draw_lamps = [&](float size, int rings) {
        for (const auto& [x, y] : lamps) {
            for (int ring = rings; ring > 0; --ring) {
                const float share = static_cast<float>(ring) / static_cast<float>(rings);
                fill_circle(list, rect, x, y, size * share, faded(palette.accent, 0.6F / static_cast<float>(rings)));
            }
        }
    };
    switch (backdrop) {
        case Backdrop::Plain:
            return draw_lamps(0.07F, 1);
        case Backdrop::BlurLight:
            return draw_lamps(0.15F, 4);
        case Backdrop::BlurStrong:
            return draw_lamps(0.26F, 8);
        case Backdrop::Dawn:
            return fill_circle(list, rect, 0.76F, 0.5F, 0.13F, 0xFFF3DCFF);
        case Backdrop::Lagoon: {
            Rect sand = rect;
            fill(list, take_bottom(sand, rect.height * 0.22F), 0xF1E3C4FF, radius::chip);
            return;
        }
        case Backdrop::Evening:
            fill_circle(list, rect, 0.2F, 0.55F, 0.12F, 0xE08A4880);
            fill_circle(list, rect, 0.8F, 0.45F, 0.16F, 0x7FA3E080);
            return fill_circle(list, rect, 0.9F, 0.75F, 0.1F, 0xE0B04880);
        case Backdrop::Studio:
            fill(list, {rect.x + rect.width * 0.7F, rect.y + rect.height * 0.28F, rect.width * 0.22F, 3}, 0x8F7458FF,
                 0);
            return fill_circle(list, rect, 0.16F, 0.35F, 0.1F, 0xF6D9A0FF);
        case Backdrop::Picture:
        case Backdrop::Count:
            return;
    }
}

/// In a corner of what is chosen: the colour of its border alone would not tell.
void draw_tick(Context& context, const Rect& picture) {
    const Rect disc{right(picture) - tick_size - tick_margin, picture.y + tick_margin, tick_size, tick_size};
    fill_surface(context, disc, context.palette->accent, tick_size / 2);
    draw_icon(context, disc, icon_path(Icon::Check), tick_icon, context.palette->on_accent);
}

void draw_person(Context& context, const Rect& rect) {
    ImDrawList& list = *context.draw;
    const Color color = context.palette->text_secondary;
    fill_circle(list, rect, 0.5F, 0.42F, 0.2F, color);
    const float width = rect.width * 0.42F;
    const float top = rect.y + rect.height * 0.68F;
    list.AddRectFilled({rect.x + (rect.width - width) / 2, top}, {rect.x + (rect.width + width) / 2, bottom(rect)},
                       packed(color), width * 0.3F, ImDrawFlags_RoundCornersTop);
}

}  // namespace

float picture_tile_height(float width) { return width * aspect + space::xs + type::small.line_height; }

bool picture_tile(Context& context, std::string_view key, const Rect& rect, const PictureTile& look) {
    const bool chosen = look.choice == PictureTile::Choice::Chosen;
    SemanticNode& node = add_node(context, SemanticRole::ToggleButton, key, rect, look.label);
    node.pressed = chosen;
    const SemanticId id = node.id;
    const Interaction interaction = interact(context, id, rect);
    const Palette& palette = *context.palette;

    Rect rest = rect;
    const Rect picture = take_top(rest, rect.width * aspect);
    fill_slope(*context.draw, picture, slope_for(palette, look.backdrop), radius::chip);
    draw_things(context, picture, look.backdrop);
    if (look.backdrop == Backdrop::Picture) {
        draw_icon(context, picture, icon_path(Icon::Plus), size::icon, palette.text);
    } else {
        draw_person(context, picture);
    }
    const float strength = interaction.held ? shade::press : interaction.hovered ? shade::hover : 0;
    if (strength > 0) fill(*context.draw, picture, faded(palette.text, strength), radius::chip);
    border(*context.draw, picture, chosen ? palette.accent : palette.outline, radius::chip, chosen ? chosen_border : 1);
    if (chosen) draw_tick(context, picture);
    take_top(rest, space::xs);
    draw_line(context, rest, look.label, type::small, chosen ? palette.text : palette.text_secondary, Align::Center);
    focus_ring(context, id, outset(rect, size::focus_gap), radius::chip);
    return interaction.pressed;
}

}  // namespace parley::ui
