#include "ui/views/meeting_link.hpp"

#include "ui/components/surface.hpp"
#include "ui/components/text.hpp"
#include "ui/geometry.hpp"

namespace parley::ui {

void link_box(Context& context, const Rect& rect, std::string_view link) {
    fill_surface(context, rect, context.palette->neutral, radius::control);
    draw_line(context, inset(rect, space::m, 0), link, type::small, context.palette->on_neutral);
    add_node(context, SemanticRole::Text, "link", rect, link);
}

void link_buttons(Context& context, const core::View& view, const Rect& row, const LinkButtons& look) {
    Rect rest = row;
    ButtonLook button_look{.kind = look.kind, .description = look.description};
    if (view.share_offered) {
        const Rect half = take_left(rest, (row.width - space::s) / 2);
        take_left(rest, space::s);
        button_look.icon = Icon::Share;
        if (button(context, "share", half, "Share link", button_look)) emit(context, core::action::ShareLink{});
        button_look.kind = ButtonLook::Kind::Tonal;
    }
    button_look.icon = Icon::Link;
    if (button(context, "copy", rest, "Copy link", button_look)) emit(context, core::action::CopyLink{});
}

}  // namespace parley::ui
