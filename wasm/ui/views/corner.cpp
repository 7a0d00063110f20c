#include "ui/views/corner.hpp"

#include <algorithm>

#include "ui/components/icon_toggle.hpp"

namespace parley::ui {

void settings_corner(Context& context, const Rect& content, float y) {
    constexpr float side = 48;
    constexpr float overhang = 12;  ///< so that the icon itself, and not its disc, ends with the content
    const Rect place{right(content) - side + overhang, std::min(content.y, y) - overhang, side, side};
    if (icon_toggle(context, "settings", place,
                    {.tone = IconToggle::Tone::Plain, .icon = Icon::Settings, .label = "Settings"}))
        emit(context, core::action::OpenSettings{});
}

}  // namespace parley::ui
