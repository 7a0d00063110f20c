#include "ui/views/own_chip.hpp"

#include <algorithm>
#include <string>

#include "ui/arrangement.hpp"
#include "ui/components/picture_button.hpp"
#include "ui/components/surface.hpp"
#include "ui/components/text.hpp"
#include "ui/stage_words.hpp"
#include "ui/views/tile_chip.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

constexpr float height = 44;
constexpr float padding = 6;
constexpr float ring_width = 3;
constexpr float name_width_max = 180;

}  // namespace

void own_chip(Context& context, const core::ParticipantView& you, const Rect& floor, core::Corner corner) {
    const std::string label = participant_label(you);
    const float sign = you.microphone_on ? 0 : chip_icon + space::xs;
    const float words = std::min(name_width_max, context.runs.width(label, type::small) + 1);
    const float width = 2 * padding + space::s + sign + words + space::s + picture_button_size;
    const Rect rect = in_corner(floor, corner, std::min(width, floor.width), height);
    const SemanticNode& group = add_node(context, SemanticRole::Group, you.peer.value, rect, label);
    const InsideNode inside(context, group);
    const float round = height / 2;
    fill_surface(context, rect, context.palette->scrim, round);
    if (you.speaking) border(*context.draw, rect, context.palette->success, round, ring_width);
    Rect content = inset(rect, padding, padding);
    const Rect show = take_right(content, picture_button_size);
    take_left(content, space::s);
    if (!you.microphone_on) {
        draw_icon(context, take_left(content, chip_icon), icon_path(Icon::MicrophoneOff), chip_icon,
                  context.palette->on_scrim);
        take_left(content, space::xs);
        add_node(context, SemanticRole::Text, "microphone", rect, "Microphone off");
    }
    if (!you.camera_on) add_node(context, SemanticRole::Text, "camera", rect, "Camera off");
    draw_line(context, content, label, type::small, context.palette->on_scrim);
    if (picture_button(context, "show", show,
                       {.icon = Icon::Person, .label = own_picture_label(core::OwnPicture::Hidden)}))
        emit(context, core::action::ShowOwnPicture{core::OwnPicture::Shown});
}

}  // namespace parley::ui
