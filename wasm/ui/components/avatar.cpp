#include "ui/components/avatar.hpp"

#include <cmath>
#include <string>

#include "ui/components/surface.hpp"
#include "ui/components/text.hpp"
#include "ui/icons.hpp"
#include "ui/utf8.hpp"

namespace parley::ui {

void draw_avatar(Context& context, const Rect& rect, std::string_view name, std::string_view peer_id) {
    const float diameter = std::min(rect.width, rect.height);
    const Rect disc = centered(rect, diameter, diameter);
    const Palette& palette = *context.palette;
    fill_surface(context, disc, palette.forced ? palette.page : avatar_color(peer_id), diameter / 2);
    const Color color = palette.forced ? palette.text : avatar_text;
    const std::string letters = initials(name);
    if (letters.empty()) {
        draw_icon(context, disc, icon_path(Icon::Person), std::round(diameter * 0.6F), color);
        return;
    }
    const float size = std::round(diameter * 0.4F);
    draw_line(context, disc, letters, {size, diameter, FontWeight::Medium}, color, Align::Center);
}

}  // namespace parley::ui
