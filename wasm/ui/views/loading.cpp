#include "ui/components/spinner.hpp"
#include "ui/components/text.hpp"
#include "ui/views/views.hpp"

namespace parley::ui {

void loading_view(Context& context, const Rect& area) {
    constexpr float spinner_size = 32;
    Rect content = centered(area, std::min(area.width, 320.0F), spinner_size + space::m + type::heading.line_height);
    spinner(context, "progress", centered(take_top(content, spinner_size), spinner_size, spinner_size), "Loading");
    take_top(content, space::m);
    heading(context, "title", content, "Getting ready", 1, type::heading, Align::Center);
}

}  // namespace parley::ui
