#include "ui/views/illustration.hpp"

#include "ui/components/text.hpp"
#include "ui/icons.hpp"

namespace parley::ui {

namespace {

constexpr float design_width = 500;
constexpr float design_height = 400;

/// Draws in the units of the design, scaled and centred into a rectangle.
class Sketch {
public:
    Sketch(Context& context, const Rect& rect)
        : context_(context),
          scale_(std::min(rect.width / design_width, rect.height / design_height)),
          origin_(centered(rect, design_width * scale_, design_height * scale_)) {}

    [[nodiscard]] Rect at(float x, float y, float width, float height) const {
        return {origin_.x + x * scale_, origin_.y + y * scale_, width * scale_, height * scale_};
    }
    void box(const Rect& rect, Color color, float corner_radius) const {
        fill(*context_.draw, rect, color, corner_radius * scale_);
    }
    void disc(float x, float y, float disc_radius, Color color) const {
        box(at(x - disc_radius, y - disc_radius, 2 * disc_radius, 2 * disc_radius), color, disc_radius);
    }
    void icon(const Rect& rect, Icon which, Color color) const {
        draw_icon(context_, rect, icon_path(which), rect.width, color);
    }

    /// A tile with a person in it: head and shoulders, cut off at the tile's lower edge.
    void person(const Rect& tile, float x, float y, Color background, Color shape, Color skin) const {
        box(tile, background, 28);
        context_.draw->PushClipRect(top_left(tile), bottom_right(tile), true);
        box(at(x - 74, y + 44, 148, 140), shape, 64);
        disc(x, y, 42, skin);
        context_.draw->PopClipRect();
    }

private:
    Context& context_;
    float scale_;
    Rect origin_;
};

}  // namespace

void draw_illustration(Context& context, const Rect& rect) {
    const Palette& palette = *context.palette;
    // It is made of tints: without them it would be a picture of nothing.
    if (palette.forced) return;
    const Sketch sketch(context, rect);
    sketch.disc(250, 200, 190, mixed(palette.page, palette.accent_tint, 0.6F));

    sketch.person(sketch.at(28, 60, 250, 188), 153, 148, palette.accent_tint, avatar_colors[0],
                  mixed(avatar_colors[0], 0xFFFFFFFF, 0.55F));
    sketch.person(sketch.at(222, 152, 250, 188), 347, 240, palette.warning_tint, avatar_colors[5],
                  mixed(avatar_colors[5], 0xFFFFFFFF, 0.6F));

    sketch.disc(250, 200, 42, palette.page);
    sketch.disc(250, 200, 34, palette.accent);
    sketch.icon(sketch.at(233, 183, 34, 34), Icon::Lock, palette.on_accent);

    sketch.box(sketch.at(300, 78, 150, 44), palette.inverse, 22);
    sketch.icon(sketch.at(316, 89, 22, 22), Icon::Link, palette.on_inverse);
    sketch.box(sketch.at(350, 96, 80, 8), faded(palette.on_inverse, 0.55F), 4);

    sketch.box(sketch.at(60, 284, 132, 44), palette.neutral, 22);
    sketch.icon(sketch.at(76, 295, 22, 22), Icon::Microphone, palette.on_neutral);
    for (int bar = 0; bar < 6; ++bar) {
        constexpr float heights[] = {10, 20, 14, 24, 16, 8};
        sketch.box(sketch.at(112 + static_cast<float>(bar) * 11, 306 - heights[bar] / 2, 5, heights[bar]),
                   palette.success, 2.5F);
    }
}

void draw_logo(Context& context, const Rect& rect) {
    const float unit = std::min(rect.width, rect.height) / 32;
    const Rect box = centered(rect, 32 * unit, 32 * unit);
    const Palette& palette = *context.palette;
    fill(*context.draw, {box.x + 1 * unit, box.y + 4 * unit, 20 * unit, 16 * unit}, palette.accent, 6 * unit);
    fill(*context.draw, {box.x + 9 * unit, box.y + 10 * unit, 24 * unit, 20 * unit}, palette.page, 8 * unit);
    fill(*context.draw, {box.x + 11 * unit, box.y + 12 * unit, 20 * unit, 16 * unit}, avatar_colors[5], 6 * unit);
}

}  // namespace parley::ui
