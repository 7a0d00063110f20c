#include "ui/components/picture_button.hpp"

#include "ui/components/control.hpp"
#include "ui/components/text.hpp"
#include "ui/components/tooltip.hpp"

namespace parley::ui {

bool picture_button(Context& context, std::string_view key, const Rect& rect, const PictureButton& look) {
    const SemanticRole role = look.pressed ? SemanticRole::ToggleButton : SemanticRole::Button;
    SemanticNode& node = add_node(context, role, key, rect, look.label);
    node.pressed = look.pressed;
    node.disabled = look.state == PictureButton::State::Disabled;
    const bool disabled = node.disabled;
    const SemanticId id = node.id;
    const bool by_keyboard = context.focus.id == id && context.focus.visible;
    if (look.sight == PictureButton::Sight::Resting && !by_keyboard) {
        const bool activated = !disabled && event_for(context, SemanticEvent::Kind::Activate, id) != nullptr;
        if (activated) context.pressed = id;
        return activated;
    }
    const Interaction interaction = disabled ? Interaction{} : interact(context, id, rect);
    const Palette& palette = *context.palette;
    const float strength = interaction.held ? shade::press : interaction.hovered ? shade::hover : 0;
    const float round = rect.height / 2;
    const ControlState chosen = look.pressed.value_or(false) ? ControlState::Chosen : ControlState::Enabled;
    const Color color =
        draw_control(context, rect, round, disabled ? ControlState::Disabled : chosen,
                     {palette.scrim, faded(palette.on_scrim, disabled ? shade::disabled : 1)}, interaction);
    if (strength > 0 && !palette.forced) fill(*context.draw, rect, faded(palette.on_scrim, 2 * strength), round);
    draw_icon(context, rect, icon_path(look.icon), size::icon_small, color);
    focus_ring(context, id, rect, round);
    tooltip(context, id, rect, interaction, look.label);
    return interaction.pressed;
}

}  // namespace parley::ui
