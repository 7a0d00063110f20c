#include "ui/views/alone.hpp"

#include <algorithm>

#include "ui/arrangement.hpp"
#include "ui/components/button.hpp"
#include "ui/components/panel.hpp"
#include "ui/components/text.hpp"
#include "ui/grid.hpp"
#include "ui/shortcuts.hpp"
#include "ui/stack.hpp"
#include "ui/views/call_tile.hpp"
#include "ui/views/meeting_link.hpp"
#include "ui/views/own_chip.hpp"

namespace parley::ui {

namespace {

constexpr float invite_width = 340;
constexpr float invite_beside_min_width = 720;
constexpr float invite_padding = 20;
constexpr std::string_view invite_title = "You're the only one here";
constexpr std::string_view invite_text = "Send this link to the people you want to talk with.";

Stack invite_content(Context& context, const core::View& view, float width) {
    Stack stack(width);
    stack.add(0, lines_height(context, invite_title, type::heading, width),
              [&](const Rect& row) { heading(context, "title", row, invite_title, 2, type::heading); });
    stack.add(space::xs, lines_height(context, invite_text, type::body, width), [&](const Rect& row) {
        paragraph(context, "text", row, invite_text, type::body, context.palette->text_secondary);
    });
    stack.add(space::m, link_box_height, [&](const Rect& row) { link_box(context, row, view.link); });
    stack.add(space::s, size::control,
              [&](const Rect& row) { link_buttons(context, view, row, {.kind = ButtonLook::Kind::Filled}); });
    return stack;
}

void add_qr_button(Context& context, Stack& stack) {
    stack.add(space::s, size::control, [&context](const Rect& row) {
        if (button(context, "qr code", row, "Show QR code", {.kind = ButtonLook::Kind::Text, .icon = Icon::QrCode}))
            emit(context, core::action::ShowQrCode{});
    });
}

bool is_beside(const Rect& area) { return area.width >= invite_beside_min_width; }

void own_place(Context& context, const core::View& view, const Rect& area) {
    const core::ParticipantView& you = view.participants.front();
    const core::output::StorePreferences& preferences = view.settings.preferences;
    if (preferences.own_picture == core::OwnPicture::Hidden)
        return own_chip(context, you, area, preferences.own_corner);
    const Rect tile = tile_grid(area, 1, tile_gap).front();
    TileLook look = still_look(you, tile);
    look.controls.own = TileControls::Own::InPlace;
    if (is_pointed_at(tile)) look.controls.sight = PictureButton::Sight::Shown;
    call_tile(context, you, tile, look);
}

}  // namespace

void alone_view(Context& context, const core::View& view, Rect area) {
    const bool beside = is_beside(area);
    const float width = beside ? invite_width : area.width;
    Stack content = invite_content(context, view, width - 2 * invite_padding);
    if (alone_shows_qr_button(context, view, area)) add_qr_button(context, content);
    const float height = std::min(area.height, content.height() + 2 * invite_padding);
    Rect card = beside ? take_right(area, width) : take_bottom(area, height);
    card = centered(card, width, height);
    if (beside)
        take_right(area, 2 * tile_gap);
    else
        take_bottom(area, tile_gap);

    if (!view.participants.empty()) own_place(context, view, area);
    draw_panel(context, card);
    const InsideNode inside(context, add_node(context, SemanticRole::Region, "invite", card, "Invite people"));
    content.place(card.x + invite_padding, card.y + invite_padding);
    // Here the call's bar, whose controls have their keys, leaves the link to this card.
    if (key_pressed(context, view, "L")) emit(context, core::action::CopyLink{});
}

bool alone_shows_qr_button(Context& context, const core::View& view, const Rect& area) {
    const float content = invite_content(context, view, invite_width - 2 * invite_padding).height();
    return is_beside(area) && content + space::s + size::control + 2 * invite_padding <= area.height;
}

}  // namespace parley::ui
