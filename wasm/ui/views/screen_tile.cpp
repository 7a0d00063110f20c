#include "ui/views/screen_tile.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/components/text.hpp"
#include "ui/screen_words.hpp"
#include "ui/shortcuts.hpp"
#include "ui/stage_words.hpp"
#include "ui/views/tile_chip.hpp"

namespace parley::ui {

namespace {

using core::Tile;
using Kind = SemanticEvent::Kind;

constexpr float waiting_icon = 40;
constexpr float wheel_factor_max = 1.6F;  ///< in one frame
constexpr float key_share = 0.125F;       ///< of the tile, that an arrow moves what is seen
constexpr float card_width = 300;
constexpr float card_padding = 8;
constexpr float preview_shape = 16.0F / 9;

void place_picture(Context& context, const Rect& rect, const TileLook& look, const Zoom* zoom) {
    VideoPlacement& video = context.result.videos.emplace_back();
    video.element = core::element_of(look.controls.tile);
    video.rect = rect;
    video.corner_radius = radius::tile;
    video.fit = VideoPlacement::Fit::Contain;
    video.level = look.level;
    if (zoom != nullptr && zoom->scale > 1) video.whole = whole_of(*zoom, rect);
}

void say_awaited(Context& context, const core::ParticipantView& presenter, const Rect& rect) {
    const std::string text = screen_waiting_text(presenter);
    const Rect inner = inset(rect, space::m, 0);
    Rect middle =
        centered(inner, inner.width, waiting_icon + space::s + lines_height(context, text, type::small, inner.width));
    draw_icon(context, take_top(middle, waiting_icon), icon_path(Icon::Screen), waiting_icon,
              context.palette->text_secondary);
    take_top(middle, space::s);
    paragraph(context, "awaited", middle, text, type::small, context.palette->text_secondary, Align::Center,
              SemanticRole::Status);
}

void zoom_controls(Context& context, const TileLook& look, const Rect& place, Zoom& zoom) {
    using Sight = PictureButton::Sight;
    const Sight sight = zoom.scale > 1 ? Sight::Shown : look.controls.sight;
    Rect row = look.room;
    row = take_bottom(row, picture_button_size);
    const auto next = [&row] {
        const Rect spot = take_right(row, picture_button_size);
        take_right(row, space::xs);
        return spot;
    };
    const Zoom before = zoom;
    // From the right, and said from the left.
    const Rect in = next(), fit = next(), out = next();
    if (picture_button(context, "zoom out", out, {.icon = Icon::Minus, .label = "Zoom out", .sight = sight}))
        zoom = zoomed(zoom, place, 1 / zoom_step);
    if (picture_button(context, "fit", fit, {.icon = Icon::Fit, .label = "Fit", .sight = sight})) zoom = {};
    if (picture_button(context, "zoom in", in, {.icon = Icon::Plus, .label = "Zoom in", .sight = sight}))
        zoom = zoomed(zoom, place, zoom_step);
    if (zoom != before) request_frame(context, 0);
}

/// An arrow, where the keyboard is nowhere or on these controls: elsewhere it means something else.
bool arrow(const Context& context, Kind kind, std::string_view key) {
    const SemanticId here[] = {0, id_of(context, "zoom out"), id_of(context, "fit"), id_of(context, "zoom in")};
    return context.reach == Reach::Open && std::ranges::any_of(context.events, [&](const SemanticEvent& event) {
               return event.kind == kind && event.value == key && std::ranges::find(here, event.id) != std::end(here);
           });
}

void zoom_by_keys(Context& context, const core::View& view, const Rect& place, Zoom& zoom) {
    for (const std::string_view key : {"+", "="})
        if (key_pressed(context, view, key)) zoom = zoomed(zoom, place, zoom_step);
    if (key_pressed(context, view, "-")) zoom = zoomed(zoom, place, 1 / zoom_step);
    if (zoom.scale <= 1) return;
    const float across = place.width * key_share;
    const float along = place.height * key_share;
    if (arrow(context, Kind::Key, "ArrowLeft")) zoom = panned(zoom, place, across, 0);
    if (arrow(context, Kind::Key, "ArrowRight")) zoom = panned(zoom, place, -across, 0);
    if (arrow(context, Kind::Up, "")) zoom = panned(zoom, place, 0, along);
    if (arrow(context, Kind::Down, "")) zoom = panned(zoom, place, 0, -along);
}

}  // namespace

void screen_tile(Context& context, const core::View& view, const core::ParticipantView& presenter, const Rect& rect,
                 const TileLook& look, Zoom* zoom) {
    const std::string label = tile_label(presenter, Tile::Kind::Screen);
    const SemanticNode& group =
        add_node(context, SemanticRole::Group, core::screen_element(presenter.peer), rect, label);
    const InsideNode inside(context, group);
    if (zoom != nullptr) zoom_by_keys(context, view, look.target, *zoom);
    TileFrame& frame = context.result.tiles.emplace_back();
    frame.rect = rect;
    frame.corner_radius = radius::tile;
    frame.hole = look.hole;
    if (!presenter.screen_shown) frame.fill_rgba = context.palette->tile;
    tell_picture(context, look.controls.tile, look.target.height * (zoom != nullptr ? zoom->scale : 1));
    if (presenter.screen_shown)
        place_picture(context, rect, look, zoom);
    else
        say_awaited(context, presenter, rect);
    Rect room = look.room;
    if (zoom != nullptr) take_right(room, 3 * (picture_button_size + space::xs));
    Chip chip{.text = label, .sign = Sign::Screen};
    take_place(context, chip, room);
    draw_chip(context, chip);
    tile_controls(context, look.controls);
    if (zoom != nullptr) zoom_controls(context, look, look.target, *zoom);
}

void zoom_by_wheel(Context& context, const Rect& place, Zoom& zoom) {
    context.result.pinch = FrameResult::Pinch::Canvas;
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseWheel == 0) return;
    const float factor = std::exp(io.MouseWheel * zoom_per_wheel_line);
    zoom =
        zoomed(zoom, place, std::clamp(factor, 1 / wheel_factor_max, wheel_factor_max), io.MousePos.x, io.MousePos.y);
    request_frame(context, 0);
}

void presenting_card(Context& context, const core::ParticipantView& you, const Rect& rect) {
    const Rect card = centered(rect, std::min(card_width, rect.width), rect.height);
    const Tile tile{you.peer, Tile::Kind::Screen};
    add_node(context, SemanticRole::Group, core::element_of(tile), card, tile_label(you, tile.kind));
    TileFrame& frame = context.result.tiles.emplace_back();
    frame.rect = card;
    frame.corner_radius = radius::tile;
    frame.fill_rgba = context.palette->tile;
    Rect content = inset(card, card_padding, card_padding);
    const Rect preview = take_left(content, std::floor(content.height * preview_shape));
    take_left(content, space::m);
    if (you.screen_shown) {
        frame.hole = preview;
        context.result.videos.push_back({.element = core::element_of(tile),
                                         .rect = preview,
                                         .corner_radius = radius::tile,
                                         .fit = VideoPlacement::Fit::Contain});
    } else {
        draw_icon(context, preview, icon_path(Icon::Screen), size::icon, context.palette->text_secondary);
    }
    draw_line(context, content, own_screen_text, type::label, context.palette->text);
    add_node(context, SemanticRole::Status, "presenting", content, own_screen_text);
}

}  // namespace parley::ui
