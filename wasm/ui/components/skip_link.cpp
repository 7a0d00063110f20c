#include "ui/components/skip_link.hpp"

#include <algorithm>
#include <utility>

#include "ui/components/button.hpp"
#include "ui/components/control.hpp"
#include "ui/components/text.hpp"

namespace parley::ui {

namespace {

constexpr float height = 40;
constexpr float margin = 8;

}  // namespace

bool skip_link(Context& context, std::string_view key, const Rect& area, std::string_view label) {
    const float width = std::min(button_width(context, label), area.width - 2 * margin);
    const Rect rect{area.x + margin, area.y + margin, width, height};
    const SemanticId id = add_node(context, SemanticRole::Button, key, rect, label).id;
    const bool shown = context.focus.id == id && context.focus.visible;
    // A pointer must not find what it can't see.
    if (!shown) return event_for(context, SemanticEvent::Kind::Activate, id) != nullptr;
    const Interaction interaction = interact(context, id, rect);
    ImDrawList* page = std::exchange(context.draw, ImGui::GetForegroundDrawList());
    const ControlColors own{context.palette->inverse, context.palette->on_inverse};
    const Color color = draw_control(context, rect, radius::control, ControlState::Enabled, own, interaction);
    draw_line(context, inset(rect, space::s, 0), label, type::label, color, Align::Center);
    focus_ring(context, id, rect, radius::control);
    context.draw = page;
    return interaction.pressed;
}

}  // namespace parley::ui
