#include "ui/views/stage.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <string>

#include "core/actions.hpp"
#include "ui/stage_words.hpp"
#include "ui/views/own_chip.hpp"
#include "ui/views/screen_tile.hpp"
#include "ui/views/stage_pages.hpp"
#include "ui/views/tile_chip.hpp"

namespace parley::ui {

namespace {

using core::Corner;
using core::OwnPicture;
using core::ParticipantView;
using core::Tile;
using Part = Arrangement::Part;
using Placed = Arrangement::Placed;
using Sight = PictureButton::Sight;

constexpr float drag_threshold = 6;  ///< pixels: less is a press

/// One frame of the stage.
struct Scene {
    const core::View& view;
    StageMemory& memory;
    const Arrangement& arrangement = memory.arrangement;
    const std::vector<Rect>& places = memory.places;
};

const ParticipantView& person_of(const core::View& view, const Tile& tile) {
    return *std::ranges::find(view.participants, tile.peer, &ParticipantView::peer);
}

bool has_picture(const core::View& view, const Tile& tile) {
    const ParticipantView& person = person_of(view, tile);
    return tile.kind == Tile::Kind::Screen ? person.screen_shown : person.video_shown;
}

void arrange_stage(const core::View& view, StageMemory& memory, const Rect& area) {
    follow(memory.order, tiles_of(view));
    StagePlan plan = plan_stage(view, memory.order, area);
    exchange(memory.order, memory.large, plan.large);
    plan = plan_stage(view, memory.order, area);
    memory.large = plan.large;
    memory.arrangement = arrange(plan, view.settings.preferences.own_corner, area, memory.page);
    memory.page = memory.arrangement.pages ? memory.arrangement.pages->page : 0;
}

/// What a mouse or a finger does on a tile, past its buttons.
struct Press {
    bool clicked = false;
    bool doubled = false;
    bool held = false;
    bool hovered = false;
};

Press press_on(const Context& context, const Tile& tile, const Rect& rect) {
    const SemanticId id = id_of(context, "on " + core::element_of(tile));
    const ImRect box(top_left(rect), bottom_right(rect));
    Press press;
    if (!ImGui::ItemAdd(box, id, nullptr, ImGuiItemFlags_NoNav)) return press;
    press.clicked = ImGui::ButtonBehavior(box, id, &press.hovered, &press.held);
    press.doubled = press.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
    return press;
}

TileControls controls_of(const Scene& scene, const Placed& placed, const Rect& place) {
    const ParticipantView& person = person_of(scene.view, placed.tile);
    const bool own = person.you && placed.tile.kind == Tile::Kind::Person;
    const bool pinned = std::ranges::find(scene.view.stage.pinned, placed.tile) != scene.view.stage.pinned.end();
    const bool floats = placed.part == Part::Floating;
    TileControls controls{.tile = placed.tile, .label = tile_label(person, placed.tile.kind), .room = {}};
    controls.pin = pinned ? TileControls::Pin::On : TileControls::Pin::Off;
    if (floats) controls.pin = TileControls::Pin::NotOffered;
    if (own) controls.own = floats ? TileControls::Own::Floating : TileControls::Own::InPlace;
    controls.corner = scene.view.settings.preferences.own_corner;
    const bool revealed = is_pointed_at(place) || scene.memory.touched == placed.tile;
    controls.sight = revealed && !scene.memory.dragged ? Sight::Shown : Sight::Resting;
    return controls;
}

/// What floats over a tile takes a side of it from the tile's words or from its buttons.
void keep_clear(TileLook& look, const Rect& tile, const Rect& floating, Corner corner) {
    const float past_left = right(floating) - look.room.x + space::s;
    const float past_right = right(look.room) - floating.x + space::s;
    const bool over =
        floating.x < right(tile) && right(floating) > tile.x && floating.y < bottom(tile) && bottom(floating) > tile.y;
    if (!over) return;
    if (corner == Corner::BottomLeft) take_left(look.room, past_left);
    if (corner == Corner::BottomRight) take_right(look.room, past_right);
    if (corner == Corner::TopRight) take_right(look.controls.room, past_right);
}

TileLook look_of(const Scene& scene, std::size_t index) {
    const Placed& placed = scene.arrangement.tiles[index];
    const Rect& place = scene.places[index];
    const float margin = chip_margin(place);
    TileLook look{.target = placed.rect, .room = inset(place, margin, margin), .controls = {}};
    look.controls = controls_of(scene, placed, place);
    look.controls.room = look.room;
    if (placed.part == Part::Floating) {
        look.level = VideoPlacement::Level::Floating;
        return look;
    }
    const auto& last = scene.arrangement.tiles.back();
    if (last.part != Part::Floating) return look;
    keep_clear(look, place, scene.places.back(), scene.view.settings.preferences.own_corner);
    if (has_picture(scene.view, last.tile)) look.hole = scene.places.back();
    return look;
}

/// The zoom of the tile, if it is one that is looked into.
Zoom* zoom_of(StageMemory& memory, const Placed& placed) {
    if (placed.part != Part::Large || placed.tile.kind != Tile::Kind::Screen) return nullptr;
    return memory.closely == placed.tile ? &memory.zoom : nullptr;
}

/// The first large screen; another one begins whole.
void choose_closely(StageMemory& memory) {
    const auto screen = std::ranges::find(memory.large, Tile::Kind::Screen, &Tile::kind);
    const std::optional<Tile> now = screen == memory.large.end() ? std::nullopt : std::optional(*screen);
    if (now == memory.closely) return;
    memory.closely = now;
    memory.zoom = {};
}

/// Where the tiles are in this frame.
void move_tiles(Context& context, StageMemory& memory) {
    const std::vector<Placed>& tiles = memory.arrangement.tiles;
    if (tiles.empty() || tiles.back().part != Part::Floating) memory.dragged.reset();
    memory.places.clear();
    memory.motion.begin(context.surface);
    for (const Placed& placed : tiles) {
        const bool held = placed.part == Part::Floating && memory.dragged;
        if (held) memory.motion.hold(placed.tile, *memory.dragged);
        memory.places.push_back(held ? *memory.dragged : memory.motion.follow(context, placed.tile, placed.rect));
    }
    memory.motion.end();
}

void show_tiles(Context& context, const Scene& scene) {
    for (std::size_t i = 0; i < scene.arrangement.tiles.size(); ++i) {
        const Placed& placed = scene.arrangement.tiles[i];
        const ParticipantView& person = person_of(scene.view, placed.tile);
        const TileLook look = look_of(scene, i);
        if (placed.tile.kind == Tile::Kind::Screen)
            screen_tile(context, scene.view, person, scene.places[i], look, zoom_of(scene.memory, placed));
        else
            call_tile(context, person, scene.places[i], look);
    }
}

/// A hand takes the floating picture along; let go, it goes to the nearest corner.
void drag_floating(Context& context, Scene& scene, const Placed& placed, const Press& press) {
    StageMemory& memory = scene.memory;
    if (press.hovered) context.result.cursor = Cursor::Grab;
    if (press.held && ImGui::IsMouseDragging(ImGuiMouseButton_Left, drag_threshold)) {
        const ImVec2 way = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, drag_threshold);
        memory.dragged = placed.rect;
        memory.dragged->x += way.x;
        memory.dragged->y += way.y;
        memory.motion.hold(placed.tile, *memory.dragged);
        return request_frame(context, 0);
    }
    if (press.held || !memory.dragged) return;
    const Corner corner = nearest_corner(scene.arrangement.floor, *memory.dragged);
    memory.dragged.reset();
    emit(context, core::action::MoveOwnPicture{corner});
    request_frame(context, 0);
}

void look_closely(Context& context, StageMemory& memory, const Rect& place, const Press& press) {
    if (!press.hovered && !press.held) return;
    const ImGuiIO& io = ImGui::GetIO();
    zoom_by_wheel(context, place, memory.zoom);
    if (press.doubled) {
        memory.zoom = memory.zoom.scale > 1 ? Zoom{} : zoomed({}, place, zoom_toggled, io.MousePos.x, io.MousePos.y);
        return request_frame(context, 0);
    }
    if (memory.zoom.scale <= 1) return;
    context.result.cursor = Cursor::Grab;
    if (!press.held || (io.MouseDelta.x == 0 && io.MouseDelta.y == 0)) return;
    memory.zoom = panned(memory.zoom, place, io.MouseDelta.x, io.MouseDelta.y);
    request_frame(context, 0);
}

}  // namespace

/// From the last to the first: what floats lies over the others.
void stage_presses(Context& context, const core::View& view, StageMemory& memory) {
    Scene scene{.view = view, .memory = memory};
    for (std::size_t i = scene.arrangement.tiles.size(); i-- > 0;) {
        const Placed& placed = scene.arrangement.tiles[i];
        const Press press = press_on(context, placed.tile, scene.places[i]);
        if (press.clicked && ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen) {
            memory.touched = memory.touched == placed.tile ? std::nullopt : std::optional(placed.tile);
            request_frame(context, 0);
        }
        if (placed.part == Part::Floating)
            drag_floating(context, scene, placed, press);
        else if (zoom_of(memory, placed) != nullptr)
            look_closely(context, memory, scene.places[i], press);
        else if (press.doubled)
            toggle_pin(context, controls_of(scene, placed, scene.places[i]));
    }
}

void stage_view(Context& context, const core::View& view, StageMemory& memory, const Rect& area) {
    Rect rest = area;
    const ParticipantView& you = view.participants.front();
    if (you.screen_on) {
        presenting_card(context, you, take_top(rest, presenting_card_height));
        take_top(rest, tile_gap);
    }
    arrange_stage(view, memory, rest);
    choose_closely(memory);
    move_tiles(context, memory);
    show_tiles(context, {.view = view, .memory = memory});
    const Arrangement& arrangement = memory.arrangement;
    if (arrangement.pages) memory.page = stage_pages(context, *arrangement.pages);
    if (view.settings.preferences.own_picture == OwnPicture::Hidden)
        own_chip(context, you, arrangement.floor, view.settings.preferences.own_corner);
}

std::optional<Tile> main_picture(const core::View& view, const StageMemory& memory) {
    const auto is_there = [&](const Tile& tile) {
        return std::ranges::find(view.participants, tile.peer, &ParticipantView::peer) != view.participants.end() &&
               has_picture(view, tile);
    };
    for (const std::vector<Tile>* tiles : {&memory.large, &memory.order}) {
        for (const Tile& tile : *tiles) {
            if (is_there(tile) && !person_of(view, tile).you) return tile;
        }
    }
    return std::nullopt;
}

}  // namespace parley::ui
