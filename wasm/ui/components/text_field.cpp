#include "ui/components/text_field.hpp"

#include "ui/components/control.hpp"
#include "ui/components/text.hpp"

namespace parley::ui {

namespace {

constexpr float border_width = 1;
constexpr float focused_border_width = 2;
constexpr float placeholder_share = 0.62F;
constexpr float several_lines_padding = 12;

void draw_frame(Context& context, SemanticId id, const Rect& rect, TextField::State state) {
    const Palette& palette = *context.palette;
    const bool focused = context.focus.id == id;
    const bool disabled = state == TextField::State::Disabled;
    Color line = focused ? palette.accent : palette.outline;
    if (state == TextField::State::Invalid) line = palette.danger_text;
    if (disabled) line = disabled_color(palette, line);
    fill(*context.draw, rect, faded(palette.field, disabled ? shade::disabled : 1), radius::control);
    border(*context.draw, rect, line, radius::control, focused ? focused_border_width : border_width);
}

/// What the document's own field shows, while that cannot be seen.
void draw_text(Context& context, const Rect& rect, const FieldMemory& memory, const TextField& look) {
    const Rect inner = inset(rect, text_field_padding, 0);
    const bool empty = memory.text.empty();
    const Color color = faded(context.palette->on_field, empty && !context.palette->forced ? placeholder_share : 1);
    const std::string_view text = empty ? look.placeholder : memory.text;
    if (look.lines == TextField::Lines::One) return draw_line(context, inner, text, type::body, color);
    context.draw->PushClipRect(top_left(rect), bottom_right(rect), true);
    draw_lines(context, inset(inner, 0, several_lines_padding), text, type::body, color);
    context.draw->PopClipRect();
}

}  // namespace

void write_field(FieldMemory& memory, std::string_view text) {
    memory.text = text;
    ++memory.revision;
}

void follow_source(const Context& context, std::string_view key, FieldMemory& memory, std::string_view source) {
    const bool typing = context.focus.id == id_of(context, key) && !memory.text.empty();
    if (typing || memory.source == source) return;
    memory.source = source;
    memory.text = source;
}

FieldResult read_text_field(const Context& context, std::string_view key, FieldMemory& memory) {
    const SemanticId id = id_of(context, key);
    FieldResult result;
    const SemanticEvent* input = event_for(context, SemanticEvent::Kind::Input, id);
    result.changed = input != nullptr && input->value != memory.text;
    if (result.changed) memory.text = input->value;
    result.submitted = event_for(context, SemanticEvent::Kind::Submit, id) != nullptr;
    return result;
}

void text_field(Context& context, std::string_view key, const Rect& rect, const FieldMemory& memory,
                const TextField& look) {
    SemanticNode& node = add_node(context, SemanticRole::TextField, key, rect, look.label);
    node.value = memory.text;
    node.placeholder = look.placeholder;
    node.autocomplete = look.autocomplete;
    node.description = look.description;
    node.max_length = look.max_length;
    node.font_size = type::body.size;
    node.line_height = type::body.line_height;
    node.text_inset = text_field_padding;
    node.revision = memory.revision;
    node.multi_line = look.lines == TextField::Lines::Several;
    node.text_rgba = context.palette->on_field;
    node.autofocus = look.start == TextField::Start::Focused;
    node.disabled = look.state == TextField::State::Disabled;
    draw_frame(context, node.id, rect, look.state);
    if (context.reach == Reach::Covered) draw_text(context, rect, memory, look);
}

}  // namespace parley::ui
