#include "ui/views/settings_rows.hpp"

#include <algorithm>
#include <utility>

#include "ui/components/text.hpp"

namespace parley::ui {

void add_settings_title(Context& context, Stack& stack, std::string_view title) {
    stack.add(space::l, type::label.line_height, [&context, title](const Rect& row) {
        heading(context, std::string("heading ").append(title), row, title, 3, type::label);
    });
}

void add_settings_text(Context& context, Stack& stack, float gap, std::string_view key, std::string text,
                       SemanticRole role) {
    const float height = lines_height(context, text, type::small, stack.width());
    stack.add(gap, height, [&context, key, text = std::move(text), role](const Rect& row) {
        paragraph(context, key, row, text, type::small, context.palette->text_secondary, Align::Left, role);
    });
}

void add_settings_switch(Context& context, Stack& stack, float gap, const SwitchRow& look,
                         const core::UserAction& change) {
    stack.add(gap, switch_row_height(context, look, stack.width()), [&context, look, change](const Rect& row) {
        if (switch_row(context, look.label, row, look)) emit(context, change);
    });
}

void add_settings_button(Context& context, Stack& stack, float gap, std::string_view label, const ButtonLook& look,
                         const core::UserAction& action) {
    stack.add(gap, size::control, [&context, label, look, action](const Rect& row) {
        Rect place = row;
        place.width = std::min(row.width, button_width(context, label, look));
        if (button(context, label, place, label, look)) emit(context, action);
    });
}

SwitchRow::Position switch_position(bool on) { return on ? SwitchRow::Position::On : SwitchRow::Position::Off; }

}  // namespace parley::ui
