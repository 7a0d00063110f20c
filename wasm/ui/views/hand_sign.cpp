#include "ui/views/hand_sign.hpp"

#include <algorithm>
#include <string>

#include "ui/components/surface.hpp"
#include "ui/components/text.hpp"
#include "ui/icons.hpp"
#include "ui/people_words.hpp"

namespace parley::ui {

namespace {

constexpr float height = 32;
constexpr float margin = 8;
constexpr float padding = 8;

}  // namespace

void hand_sign(Context& context, const core::ParticipantView& participant, const Rect& tile) {
    if (participant.hand_place == 0) return;
    const std::string place = std::to_string(participant.hand_place);
    const float words = context.runs.width(place, type::label) + 1;
    const float from_edge = std::min(margin, tile.width / 8);
    const Rect chip{tile.x + from_edge, tile.y + from_edge, size::icon_small + space::xs + words + 2 * padding, height};
    add_node(context, SemanticRole::Text, "hand", chip, hand_text(participant.hand_place));
    fill_surface(context, chip, context.palette->accent, height / 2);
    Rect content = inset(chip, padding, 0);
    draw_icon(context, take_left(content, size::icon_small), icon_path(Icon::Hand), size::icon_small,
              context.palette->on_accent);
    take_left(content, space::xs);
    draw_line(context, content, place, type::label, context.palette->on_accent);
}

}  // namespace parley::ui
