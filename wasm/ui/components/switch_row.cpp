#include "ui/components/switch_row.hpp"

#include <algorithm>

#include "ui/components/control.hpp"
#include "ui/components/text.hpp"

namespace parley::ui {

namespace {

constexpr float track_width = 44;
constexpr float track_height = 24;
constexpr float knob_on = 18;
constexpr float knob_off = 14;
constexpr float track_border = 2;

float words_width(float width) { return width - track_width - space::m; }

void draw_track(Context& context, const Rect& rect, const SwitchRow& look, const Interaction& interaction) {
    const Palette& palette = *context.palette;
    const bool on = look.position == SwitchRow::Position::On;
    const bool disabled = look.state == SwitchRow::State::Disabled;
    const float opacity = disabled ? shade::disabled : 1;
    const float strength = interaction.held ? shade::press : interaction.hovered ? shade::hover : 0;
    const Color back =
        on ? mixed(palette.accent, palette.on_accent, strength) : mixed(palette.raised, palette.text, strength);
    const Color content = faded(on ? palette.on_accent : palette.outline, opacity);
    const ControlState chosen = on ? ControlState::Chosen : ControlState::Enabled;
    const Color color = draw_control(context, rect, track_height / 2, disabled ? ControlState::Disabled : chosen,
                                     {faded(back, opacity), content}, interaction);
    if (!on && !palette.forced)
        border(*context.draw, rect, faded(palette.outline, opacity), track_height / 2, track_border);

    const float knob = on ? knob_on : knob_off;
    const float edge = (track_height - knob) / 2;
    const float x = on ? right(rect) - edge - knob : rect.x + edge;
    fill(*context.draw, {x, rect.y + edge, knob, knob}, color, knob / 2);
}

}  // namespace

float switch_row_height(Context& context, const SwitchRow& look, float width) {
    const float words = words_width(width);
    return lines_height(context, look.label, type::body, words) + space::xs +
           lines_height(context, look.explanation, type::small, words);
}

bool switch_row(Context& context, std::string_view key, const Rect& rect, const SwitchRow& look) {
    const bool disabled = look.state == SwitchRow::State::Disabled;
    SemanticNode& node = add_node(context, SemanticRole::Switch, key, rect, look.label);
    node.description = look.explanation;
    node.pressed = look.position == SwitchRow::Position::On;
    node.disabled = disabled;
    const SemanticId id = node.id;
    const Interaction interaction = disabled ? Interaction{} : interact(context, id, rect);

    Rect rest = rect;
    const Rect track = take_right(rest, track_width);
    rest.width = words_width(rect.width);
    const Color words = disabled ? disabled_color(*context.palette, context.palette->text) : context.palette->text;
    draw_lines(context, take_top(rest, lines_height(context, look.label, type::body, rest.width)), look.label,
               type::body, words);
    take_top(rest, space::xs);
    draw_lines(context, rest, look.explanation, type::small, context.palette->text_secondary);
    draw_track(context, {track.x, rect.y, track_width, track_height}, look, interaction);
    focus_ring(context, id, outset(rect, space::xs), radius::chip);
    return interaction.pressed;
}

}  // namespace parley::ui
