#include <algorithm>
#include <string>

#include "ui/components/control.hpp"
#include "ui/components/text.hpp"
#include "ui/people_words.hpp"
#include "ui/popup.hpp"
#include "ui/views/reactions.hpp"

namespace parley::ui {

namespace {

constexpr int kinds = static_cast<int>(protocol::ReactionKind::Count);
constexpr int kinds_in_row = 4;
constexpr float button_size = 56;
constexpr float popup_padding = 8;
constexpr TextStyle emoji_style{28, 36, FontWeight::Regular};

void show_button(Context& context, protocol::ReactionKind kind, const Rect& rect) {
    SemanticNode& node = add_node(context, SemanticRole::Button, reaction_label(kind), rect, reaction_label(kind));
    node.autofocus = kind == protocol::ReactionKind{};
    const SemanticId id = node.id;
    const Interaction interaction = interact(context, id, rect);
    const bool pointed = interaction.hovered || interaction.held;
    const ControlColors own{faded(context.palette->neutral, pointed ? 1 : 0), context.palette->text};
    const Color color = draw_control(context, rect, radius::control, ControlState::Enabled, own, interaction);
    draw_line(context, rect, reaction_emoji(kind), emoji_style, color, Align::Center);
    focus_ring(context, id, inset(rect, size::focus_ring, size::focus_ring), radius::control);
    if (!interaction.pressed) return;
    close_popup(context);
    emit(context, core::action::SendReaction{kind});
}

Stack rows(Context& context, float width) {
    Stack stack(width);
    for (int first = 0; first < kinds; first += kinds_in_row)
        stack.add(0, button_size, [&context, first](Rect row) {
            const float each = row.width / kinds_in_row;
            for (int i = first; i < std::min(first + kinds_in_row, kinds); ++i)
                show_button(context, static_cast<protocol::ReactionKind>(i), take_left(row, each));
        });
    return stack;
}

}  // namespace

void reaction_picker(Context& context, SemanticId opener, const Rect& otherwise) {
    if (!popup_is_open(context, opener)) return;
    popup(context, opener, popup_anchor(context, opener, otherwise),
          {.name = "Reactions",
           .role = SemanticRole::Region,
           .width = kinds_in_row * button_size + 2 * popup_padding,
           .content = rows});
}

}  // namespace parley::ui
