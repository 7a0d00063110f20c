#include "ui/components/dialog.hpp"

#include "ui/components/panel.hpp"
#include "ui/components/text.hpp"

namespace parley::ui {

float dialog_height(Context& context, const Dialog& dialog, float width) {
    const float inner = width - 2 * space::l;
    return 2 * space::l + lines_height(context, dialog.title, type::heading, inner) + space::s +
           lines_height(context, dialog.text, type::body, inner) + space::l + size::control;
}

DialogAnswer dialog(Context& context, std::string_view key, const Rect& rect, const Dialog& dialog) {
    draw_panel(context, rect);
    const InsideNode inside(context, add_node(context, SemanticRole::Dialog, key, rect, dialog.title));
    Rect rest = inset(rect, space::l, space::l);
    Rect buttons = take_bottom(rest, size::control);

    heading(context, "title", take_top(rest, lines_height(context, dialog.title, type::heading, rest.width)),
            dialog.title, 2, type::heading);
    take_top(rest, space::s);
    paragraph(context, "text", rest, dialog.text, type::body, context.palette->text_secondary);

    const ButtonLook quiet{.kind = ButtonLook::Kind::Text};
    const ButtonLook loud{.kind = dialog.confirm_kind};
    const Rect confirm = take_right(buttons, button_width(context, dialog.confirm, loud));
    take_right(buttons, space::s);
    const Rect cancel = take_right(buttons, button_width(context, dialog.cancel, quiet));
    DialogAnswer answer = DialogAnswer::None;
    if (button(context, "cancel", cancel, dialog.cancel, quiet)) answer = DialogAnswer::Cancel;
    if (button(context, "confirm", confirm, dialog.confirm, loud)) answer = DialogAnswer::Confirm;
    return answer;
}

}  // namespace parley::ui
