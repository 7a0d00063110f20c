#include "ui/views/call_tile.hpp"

#include <cmath>
#include <string>

#include "ui/components/avatar.hpp"
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

/// Words on a dark chip, readable on any picture.
void draw_chip(Context& context, const Rect& rect, std::string_view text, const Icon* icon) {
    fill(*context.draw, rect, context.palette->scrim, radius::chip);
    Rect content = inset(rect, chip_padding, 0);
    if (icon != nullptr) {
        draw_icon(context, take_left(content, chip_icon), icon_path(*icon), chip_icon, context.palette->on_scrim);
        take_left(content, space::xs);
    }
    draw_line(context, content, text, type::small, context.palette->on_scrim);
}

float chip_width(Context& context, std::string_view text, const Icon* icon, float available) {
    const float words = context.runs.width(text, type::small) + 1;
    return std::min(available, words + 2 * chip_padding + (icon != nullptr ? chip_icon + space::xs : 0));
}

void name_chip(Context& context, const core::ParticipantView& participant, const Rect& tile) {
    const std::string label = participant_label(participant);
    constexpr Icon muted = Icon::MicrophoneOff;
    const Icon* icon = participant.microphone_on ? nullptr : &muted;
    const Rect inner = inset(tile, chip_margin, chip_margin);
    const float width = chip_width(context, label, icon, inner.width);
    draw_chip(context, {inner.x, bottom(inner) - chip_height, width, chip_height}, label, icon);
}

void state_chip(Context& context, const core::ParticipantView& participant, const Rect& tile) {
    const std::string_view text = pair_text(participant.pair);
    if (text.empty()) return;
    const bool failed = participant.pair == core::PairState::Failed;
    constexpr Icon warning = Icon::Warning;
    const Icon* icon = failed ? &warning : nullptr;
    const Rect inner = inset(tile, chip_margin, chip_margin);
    const Rect chip{inner.x, inner.y, chip_width(context, text, icon, inner.width), chip_height};
    draw_chip(context, chip, text, icon);
    add_node(context, SemanticRole::Status, "connection", chip, text);
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
    say_devices(context, participant, rect);
    name_chip(context, participant, rect);
    state_chip(context, participant, rect);
}

}  // namespace parley::ui
