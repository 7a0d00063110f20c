#include "ui/views/notice_page.hpp"

#include "ui/components/button.hpp"
#include "ui/components/panel.hpp"
#include "ui/components/surface.hpp"
#include "ui/components/text.hpp"
#include "ui/scroll.hpp"
#include "ui/stack.hpp"
#include "ui/views/views.hpp"

namespace parley::ui {

namespace {

constexpr float content_width = 400;
constexpr float card_padding = 16;
constexpr float disc_size = 72;
constexpr float disc_icon_size = 32;

void add_words(Context& context, Stack& stack, const NoticePage& page) {
    stack.add(0, disc_size, [&](const Rect& row) {
        const Rect disc = centered(row, disc_size, disc_size);
        fill_surface(context, disc, context.palette->accent_tint, disc_size / 2);
        draw_icon(context, disc, icon_path(page.icon), disc_icon_size, context.palette->on_accent_tint);
    });
    stack.add(space::l, lines_height(context, page.title, type::title, stack.width()),
              [&](const Rect& row) { heading(context, "title", row, page.title, 1, type::title, Align::Center); });
    stack.add(space::s, lines_height(context, page.text, type::body, stack.width()), [&](const Rect& row) {
        paragraph(context, "text", row, page.text, type::body, context.palette->text_secondary, Align::Center);
    });
}

void add_card(Context& context, Stack& stack, const NoticePage& page) {
    if (page.card == nullptr) return;
    stack.add(space::l, page.card->height() + 2 * card_padding, [&context, &page](const Rect& row) {
        draw_panel(context, row);
        const InsideNode inside(context, add_node(context, SemanticRole::Region, "card", row, page.card_name));
        page.card->place(row.x + card_padding, row.y + card_padding);
    });
}

float notice_width(const Rect& area) { return std::min(area.width - 2 * page_margin(area.width), content_width); }

}  // namespace

float notice_card_width(const Rect& area) { return notice_width(area) - 2 * card_padding; }

NoticeAnswer notice_page(Context& context, const Rect& area, const NoticePage& page) {
    NoticeAnswer answer = NoticeAnswer::None;
    const Rect content = inset(area, page_margin(area.width), page_margin(area.width));
    Stack stack(notice_width(area));
    add_words(context, stack, page);
    add_card(context, stack, page);
    stack.add(space::l + space::s, size::control, [&](const Rect& row) {
        if (button(context, "primary", row, page.primary)) answer = NoticeAnswer::Primary;
    });
    const auto add_quiet = [&](std::string_view key, std::string_view label, NoticeAnswer meaning) {
        if (label.empty()) return;
        stack.add(space::s, size::control, [&context, &answer, key, label, meaning](const Rect& row) {
            if (button(context, key, row, label, {.kind = ButtonLook::Kind::Text})) answer = meaning;
        });
    };
    add_quiet("secondary", page.secondary, NoticeAnswer::Secondary);
    add_quiet("tertiary", page.tertiary, NoticeAnswer::Tertiary);
    const float y = begin_page(context, content, stack.height());
    stack.place(content.x + (content.width - stack.width()) / 2, y);
    end_page(context, content, stack.height());
    return answer;
}

}  // namespace parley::ui
