#include "ui/views/stage_pages.hpp"

#include <string>

#include "ui/components/icon_toggle.hpp"
#include "ui/components/text.hpp"
#include "ui/stage_words.hpp"

namespace parley::ui {

namespace {

constexpr float button_side = 40;
constexpr float row_width = 220;
constexpr float words_min_width = 150;
constexpr float stacked_height = button_side + type::small.line_height + space::xs;

}  // namespace

std::size_t stage_pages(Context& context, const Arrangement::Pages& pages) {
    const std::string text = page_text(pages.page, pages.count);
    const bool roomy = pages.rect.width >= words_min_width;
    const bool in_a_row = roomy || pages.rect.height < stacked_height;
    const float height = in_a_row ? button_side : stacked_height;
    Rect place = centered(pages.rect, std::min(row_width, pages.rect.width), height);
    Rect words = place;
    Rect buttons = place;
    if (in_a_row) {
        words = inset(words, button_side, 0);
    } else {
        words = take_top(buttons, type::small.line_height);
        buttons = take_bottom(place, button_side);
    }
    add_node(context, SemanticRole::Status, "page", words, text);
    const std::string shown = in_a_row && !roomy ? short_page_text(pages.page, pages.count) : text;
    draw_line(context, words, shown, type::small, context.palette->text_secondary, Align::Center);
    std::size_t wanted = pages.page;
    using State = IconToggle::State;
    const auto turn = [&](std::string_view key, const Rect& rect, Icon icon, std::string_view label, bool possible) {
        return icon_toggle(context, key, rect,
                           {.tone = IconToggle::Tone::Plain,
                            .icon = icon,
                            .label = label,
                            .state = possible ? State::Enabled : State::Disabled});
    };
    if (turn("previous page", take_left(buttons, button_side), Icon::Back, "Previous page", pages.page > 0)) --wanted;
    if (turn("next page", take_right(buttons, button_side), Icon::ChevronRight, "Next page",
             pages.page + 1 < pages.count))
        ++wanted;
    if (wanted != pages.page) request_frame(context, 0);
    return wanted;
}

}  // namespace parley::ui
