#include "ui/views/call_tile.hpp"

#include <cmath>
#include <string>

#include "ui/components/avatar.hpp"
#include "ui/components/button.hpp"
#include "ui/components/spinner.hpp"
#include "ui/components/text.hpp"
#include "ui/icons.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

constexpr float chip_height = 28;
constexpr float chip_padding = 10;
constexpr float chip_margin = 8;
constexpr float chip_icon = 16;
constexpr float ring_width = 3;
constexpr float avatar_share = 0.42F;
constexpr float avatar_size_max = 160;
constexpr float still_picture_shade = 0.45F;
constexpr float why_height = 36;
constexpr std::string_view why_label = "Find out why";

void place_frame(Context& context, const core::ParticipantView& participant, const Rect& rect) {
    TileFrame& frame = context.result.tiles.emplace_back();
    frame.rect = rect;
    frame.corner_radius = radius::tile;
    if (!participant.video_shown) frame.fill_rgba = context.palette->tile;
    if (!participant.speaking) return;
    frame.ring_rgba = context.palette->success;
    frame.ring_width = ring_width;
}

/// In the middle of the tile, or of what its name leaves of a small one.
Rect avatar_place(const Rect& tile) {
    const float size = std::floor(std::min(avatar_size_max, std::min(tile.width, tile.height) * avatar_share));
    Rect place = centered(tile, size, size);
    const float name_top = bottom(tile) - chip_margin - chip_height;
    place.y = std::max(tile.y + space::xs, std::min(place.y, name_top - space::xs - size));
    return place;
}

/// What stands before the words of a chip.
enum class Mark : std::uint8_t { None, MicrophoneOff, Warning, Working };

/// Words on a dark chip, readable on any picture.
void draw_chip(Context& context, const Rect& rect, std::string_view text, Mark mark) {
    const Color color = context.palette->on_scrim;
    fill(*context.draw, rect, context.palette->scrim, radius::chip);
    Rect content = inset(rect, chip_padding, 0);
    if (mark != Mark::None) {
        const Rect sign = take_left(content, chip_icon);
        if (mark == Mark::Working)
            draw_spinner(context, centered(sign, chip_icon, chip_icon), color);
        else
            draw_icon(context, sign, icon_path(mark == Mark::Warning ? Icon::Warning : Icon::MicrophoneOff), chip_icon,
                      color);
        take_left(content, space::xs);
    }
    draw_line(context, content, text, type::small, color);
}

/// The place for a chip with its lower left corner in that of `room`; what it takes is cut off.
Rect take_chip(Context& context, Rect& room, std::string_view text, Mark mark) {
    const float words = context.runs.width(text, type::small) + 1;
    const float width = words + 2 * chip_padding + (mark != Mark::None ? chip_icon + space::xs : 0);
    Rect chip = take_bottom(room, chip_height);
    chip.width = std::min(room.width, width);
    take_bottom(room, space::xs);
    return chip;
}

void name_chip(Context& context, const core::ParticipantView& participant, Rect& room) {
    const std::string label = participant_label(participant);
    const Mark mark = participant.microphone_on ? Mark::None : Mark::MicrophoneOff;
    draw_chip(context, take_chip(context, room, label, mark), label, mark);
}

/// The way from a connection that does not come about to what is in its way: beside the chip that says so, or above it
/// in a narrow tile.
void offer_check(Context& context, const Rect& chip, Rect room) {
    const ButtonLook look{.kind = ButtonLook::Kind::Tonal};
    const float width = std::min(room.width, button_width(context, why_label, look));
    Rect place = centered(chip, width, why_height);
    place.x = right(chip) + space::s;
    if (right(place) > right(room)) {
        place = take_bottom(room, why_height);
        place.width = width;
    }
    if (button(context, "why", place, why_label, look)) emit(context, core::action::CheckConnection{});
}

/// Above the name, where no banner of the call covers it.
void state_chip(Context& context, core::PairState pair, Rect& room) {
    const std::string_view text = pair_text(pair);
    if (text.empty()) return;
    Mark mark = Mark::None;
    if (pair == core::PairState::Reconnecting) mark = Mark::Working;
    if (pair == core::PairState::Failed) mark = Mark::Warning;
    const Rect chip = take_chip(context, room, text, mark);
    draw_chip(context, chip, text, mark);
    add_node(context, SemanticRole::Status, "connection", chip, text);
    if (pair == core::PairState::Failed) offer_check(context, chip, room);
}

/// A picture that stands still is a little darker than one that moves.
void dim_picture(Context& context, const core::ParticipantView& participant, const Rect& tile) {
    const bool still = participant.pair == core::PairState::Reconnecting || participant.pair == core::PairState::Failed;
    if (still && participant.video_shown)
        fill(*context.draw, tile, faded(context.palette->scrim, still_picture_shade), radius::tile);
}

void say_devices(Context& context, const core::ParticipantView& participant, const Rect& tile) {
    if (!participant.microphone_on) add_node(context, SemanticRole::Text, "microphone", tile, "Microphone off");
    if (!participant.camera_on) add_node(context, SemanticRole::Text, "camera", tile, "Camera off");
}

}  // namespace

void call_tile(Context& context, const core::ParticipantView& participant, const Rect& rect) {
    const SemanticNode& group =
        add_node(context, SemanticRole::Group, participant.peer.value, rect, participant_label(participant));
    const InsideNode inside(context, group);
    place_frame(context, participant, rect);
    if (participant.video_shown) {
        context.result.videos.push_back(
            {participant.peer.value, rect, radius::tile, participant.you, VideoPlacement::Fit::Cover});
    } else {
        draw_avatar(context, avatar_place(rect), participant.name, participant.peer.value);
    }
    dim_picture(context, participant, rect);
    say_devices(context, participant, rect);
    Rect room = inset(rect, chip_margin, chip_margin);
    name_chip(context, participant, room);
    state_chip(context, participant.pair, room);
}

}  // namespace parley::ui
