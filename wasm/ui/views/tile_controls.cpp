#include "ui/views/tile_controls.hpp"

#include <imgui.h>

#include "core/actions.hpp"
#include "ui/arrangement.hpp"
#include "ui/stage_words.hpp"

namespace parley::ui {

namespace {

using Sight = PictureButton::Sight;

constexpr float narrow = 100;
constexpr float narrow_button = 28;

}  // namespace

bool is_pointed_at(const Rect& rect) {
    // What is held stays: a button that went away between press and release could not be pressed.
    constexpr ImGuiHoveredFlags held_too = ImGuiHoveredFlags_AllowWhenBlockedByActiveItem;
    return ImGui::GetIO().MouseSource != ImGuiMouseSource_TouchScreen && ImGui::IsWindowHovered(held_too) &&
           ImGui::IsMouseHoveringRect(top_left(rect), bottom_right(rect), false);
}

void toggle_pin(Context& context, const TileControls& controls) {
    if (controls.pin == TileControls::Pin::Off) emit(context, core::action::PinTile{controls.tile});
    if (controls.pin == TileControls::Pin::On) emit(context, core::action::UnpinTile{controls.tile});
}

void tile_controls(Context& context, const TileControls& controls) {
    const float side = controls.room.width < narrow ? narrow_button : picture_button_size;
    Rect row = controls.room;
    row = take_top(row, side);
    const auto next = [&row, side] {
        const Rect place = take_right(row, side);
        take_right(row, space::xs);
        return place;
    };
    if (controls.pin != TileControls::Pin::NotOffered) {
        const bool pinned = controls.pin == TileControls::Pin::On;
        const std::string label = pin_label(controls.label, pinned);
        if (picture_button(context, "pin", next(),
                           {.icon = pinned ? Icon::PinOff : Icon::Pin,
                            .label = label,
                            .sight = pinned ? Sight::Shown : controls.sight}))
            toggle_pin(context, controls);
    }
    if (controls.own == TileControls::Own::No) return;
    if (picture_button(
            context, "hide", next(),
            {.icon = Icon::Hide, .label = own_picture_label(core::OwnPicture::Shown), .sight = controls.sight}))
        emit(context, core::action::ShowOwnPicture{core::OwnPicture::Hidden});
    if (controls.own == TileControls::Own::Floating &&
        picture_button(context, "move", next(),
                       {.icon = Icon::Move, .label = "Move my picture", .sight = controls.sight}))
        emit(context, core::action::MoveOwnPicture{after(controls.corner)});
}

}  // namespace parley::ui
