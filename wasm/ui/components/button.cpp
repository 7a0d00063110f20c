#include "ui/components/button.hpp"

#include "ui/components/control.hpp"
#include "ui/components/spinner.hpp"
#include "ui/components/text.hpp"

namespace parley::ui {

namespace {

constexpr float side_padding = 20;
constexpr float icon_gap = 8;
constexpr float icon_size = 20;

ControlColors colors_of(const Palette& palette, ButtonLook::Kind kind) {
    switch (kind) {
        case ButtonLook::Kind::Filled:
            return {palette.accent, palette.on_accent};
        case ButtonLook::Kind::Tonal:
            return {palette.accent_tint, palette.on_accent_tint};
        case ButtonLook::Kind::Danger:
            return {palette.danger, palette.on_danger};
        case ButtonLook::Kind::Text:
            break;
    }
    return {faded(palette.accent_tint, 0), palette.link};
}

Color background_of(const Palette& palette, const ButtonLook& look, const Interaction& interaction) {
    const ControlColors colors = colors_of(palette, look.kind);
    if (!interaction.hovered && !interaction.held) return colors.face;
    if (look.kind == ButtonLook::Kind::Text) return interaction.held ? palette.neutral : palette.accent_tint;
    return mixed(colors.face, colors.content, interaction.held ? shade::press : shade::hover);
}

bool has_mark(const ButtonLook& look) { return look.icon || look.state == ButtonLook::State::Busy; }

void draw_content(Context& context, const Rect& rect, std::string_view label, const ButtonLook& look, Color color) {
    const float mark = has_mark(look) ? icon_size + icon_gap : 0;
    const float available = rect.width - 2 * space::s - mark;
    const float label_width = std::min(available, context.runs.width(label, type::label));
    Rect content = centered(rect, mark + label_width, rect.height);
    if (look.state == ButtonLook::State::Busy)
        draw_spinner(context, centered(take_left(content, icon_size), icon_size, icon_size), color);
    else if (look.icon)
        draw_icon(context, take_left(content, icon_size), icon_path(*look.icon), icon_size, color);
    if (mark > 0) take_left(content, icon_gap);
    draw_line(context, content, label, type::label, color);
}

}  // namespace

bool button(Context& context, std::string_view key, const Rect& rect, std::string_view label, const ButtonLook& look) {
    const bool disabled = look.state != ButtonLook::State::Enabled;
    SemanticNode& node = add_node(context, SemanticRole::Button, key, rect, label);
    node.disabled = disabled;
    node.description = look.description;
    const SemanticId id = node.id;

    const Interaction interaction = disabled ? Interaction{} : interact(context, id, rect);
    const auto state = look.state == ButtonLook::State::Disabled ? ControlState::Disabled : ControlState::Enabled;
    const float opacity = state == ControlState::Disabled ? shade::disabled : 1;
    const ControlColors own{faded(background_of(*context.palette, look, interaction), opacity),
                            faded(colors_of(*context.palette, look.kind).content, opacity)};
    draw_content(context, rect, label, look, draw_control(context, rect, radius::control, state, own, interaction));
    focus_ring(context, id, rect, radius::control);
    return interaction.pressed;
}

float button_width(Context& context, std::string_view label, const ButtonLook& look) {
    return context.runs.width(label, type::label) + 2 * side_padding + (has_mark(look) ? icon_size + icon_gap : 0);
}

}  // namespace parley::ui
