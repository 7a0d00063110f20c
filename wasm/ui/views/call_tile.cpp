#include "ui/views/call_tile.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "ui/components/avatar.hpp"
#include "ui/components/button.hpp"
#include "ui/components/quality_mark.hpp"
#include "ui/components/text.hpp"
#include "ui/quality_words.hpp"
#include "ui/views/hand_sign.hpp"
#include "ui/views/tile_chip.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

constexpr float ring_width = 3;
constexpr float avatar_share = 0.42F;
constexpr float avatar_size_max = 160;
constexpr float still_picture_shade = 0.45F;
constexpr float why_height = 36;
constexpr float avatar_size_min = 12;
constexpr float rounding = 0.01F;
constexpr std::string_view sound_only_short = "Sound only";
constexpr std::string_view why_label = "Find out why";

void place_frame(Context& context, const core::ParticipantView& participant, const Rect& rect, const Rect& hole) {
    TileFrame& frame = context.result.tiles.emplace_back();
    frame.rect = rect;
    frame.corner_radius = radius::tile;
    frame.hole = hole;
    if (!participant.video_shown) frame.fill_rgba = context.palette->tile;
    if (!participant.speaking) return;
    frame.ring_rgba = context.palette->success;
    frame.ring_width = ring_width;
}

/// How high the whole of a picture of the usual shape would be, of which the tile shows the middle.
float whole_height(const Rect& tile) {
    constexpr float shape = 9.0F / 16;
    return std::max(tile.height, tile.width * shape);
}

/// What chips one above the other take of a tile's height.
float chips_height(const Rect& tile, int chips) {
    return chip_margin(tile) + static_cast<float>(chips) * (chip_height + space::xs);
}

/// In the middle of the tile, or of what its chips leave of a small one.
Rect avatar_place(const Rect& tile, int chips) {
    const float free = tile.height - chips_height(tile, chips) - space::xs;
    const float size = std::floor(std::min({avatar_size_max, std::min(tile.width, tile.height) * avatar_share, free}));
    if (size < avatar_size_min) return {};
    Rect place = centered(tile, size, size);
    place.y = std::min(place.y, bottom(tile) - chips_height(tile, chips) - size);
    return place;
}

/// Whether a second chip leaves room for an avatar that is still one.
bool has_room_for_two(const Rect& tile) {
    constexpr float least = 24;
    return avatar_place(tile, 2).height >= least;
}

void show_mark(Context& context, const core::ParticipantView& participant, const Rect& rect) {
    const std::string label = mark_label(participant);
    const std::string words = connection_text(participant.mark, participant.cause);
    const bool pressed = quality_mark(context, "quality", rect,
                                      {.level = static_cast<QualityLevel>(participant.mark),
                                       .label = label,
                                       .tooltip = words,
                                       .use = participant.you ? QualityMark::Use::Sign : QualityMark::Use::Button});
    if (pressed) emit(context, core::action::ShowStatistics{participant.peer});
}

/// The name, and behind it how the connection is.
void name_chip(Context& context, const core::ParticipantView& participant, Rect& room) {
    const std::string label = participant_label(participant);
    const bool marked = participant.mark != core::quality::Mark::Unknown;
    Chip chip{.text = label,
              .sign = participant.microphone_on ? Sign::None : Sign::MicrophoneOff,
              .end = marked ? quality_mark_width : 0};
    take_place(context, chip, room);
    draw_chip(context, chip);
    if (marked) show_mark(context, participant, take_right(chip.place, quality_mark_width));
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

/// How many stand one above the other: the name, what the connection does, what keeps a picture away.
int chips_on(const core::ParticipantView& participant, const Rect& tile) {
    const int second = pair_text(participant.pair).empty() ? 0 : 1;
    const int third = !sound_only_text(participant).empty() && has_room_for_two(tile) ? 1 : 0;
    return 1 + second + third;
}

/// Above the name, where no banner of the call covers it.
void state_chip(Context& context, core::PairState pair, Rect& room) {
    Chip chip{.text = pair_text(pair)};
    if (chip.text.empty()) return;
    if (pair == core::PairState::Reconnecting) chip.sign = Sign::Working;
    if (pair == core::PairState::Failed) chip.sign = Sign::Warning;
    take_place(context, chip, room);
    draw_chip(context, chip);
    add_node(context, SemanticRole::Status, "connection", chip.place, chip.text);
    if (pair == core::PairState::Failed) offer_check(context, chip.place, room);
}

/// The same place for what keeps a picture away. A tile without room for it says it to those who can't see its mark.
void sound_only_chip(Context& context, std::string_view text, const Rect& tile, Rect& room) {
    Chip chip{.text = text, .sign = Sign::CameraOff};
    Rect rest = room;
    take_place(context, chip, rest);
    add_node(context, SemanticRole::Status, "sound only", chip.place, text);
    if (!has_room_for_two(tile)) return;
    if (context.runs.width(text, type::small) > chip.content.width - chip_icon - space::xs) {
        chip.text = sound_only_short;
        rest = room;
        take_place(context, chip, rest);
    }
    room = rest;
    draw_chip(context, chip);
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

TileLook still_look(const core::ParticipantView& participant, const Rect& rect) {
    const Rect room = inset(rect, chip_margin(rect), chip_margin(rect));
    TileLook look{.target = rect, .room = room, .controls = {}};
    look.controls.tile = {participant.peer, core::Tile::Kind::Person};
    look.controls.label = participant_label(participant);
    look.controls.room = room;
    return look;
}

void tell_picture(Context& context, const core::Tile& tile, float lines) {
    constexpr float most = std::numeric_limits<std::uint16_t>::max();
    const float height = std::ceil(lines * context.surface.pixel_ratio - rounding);
    context.result.pictures.push_back({core::element_of(tile), static_cast<std::uint16_t>(std::min(most, height))});
}

void call_tile(Context& context, const core::ParticipantView& participant, const Rect& rect, const TileLook& look) {
    const SemanticNode& group =
        add_node(context, SemanticRole::Group, participant.peer.value, rect, participant_label(participant));
    const InsideNode inside(context, group);
    place_frame(context, participant, rect, look.hole);
    if (!participant.you) tell_picture(context, look.controls.tile, whole_height(look.target));
    const std::string_view sound_only = sound_only_text(participant);
    if (participant.video_shown) {
        const bool mirrored = participant.you && participant.mirror == core::Mirror::On;
        context.result.videos.push_back({.element = participant.peer.value,
                                         .rect = rect,
                                         .corner_radius = radius::tile,
                                         .mirrored = mirrored,
                                         .level = look.level});
    } else {
        if (const Rect place = avatar_place(rect, chips_on(participant, rect)); place.width > 0)
            draw_avatar(context, place, participant.name, participant.peer.value);
    }
    dim_picture(context, participant, rect);
    say_devices(context, participant, rect);
    hand_sign(context, participant, rect);
    Rect room = look.room;
    name_chip(context, participant, room);
    state_chip(context, participant.pair, room);
    if (!sound_only.empty()) sound_only_chip(context, sound_only, rect, room);
    tile_controls(context, look.controls);
}

}  // namespace parley::ui
