#include "ui/components/button.hpp"
#include "ui/components/text.hpp"
#include "ui/scroll.hpp"
#include "ui/stack.hpp"
#include "ui/views/illustration.hpp"
#include "ui/views/views.hpp"

namespace parley::ui {

namespace {

constexpr std::string_view headline = "Talk face to face with just a link";
constexpr std::string_view sentence =
    "Video calls that need only a browser and a link. Nothing to install, no account, "
    "and the server that connects you cannot read what you say.";
constexpr std::string_view rejected_text =
    "This is not a meeting link or code. Paste the whole link, up to its very last letter.";

constexpr float column_width_max = 440;
constexpr float illustration_width_max = 520;
constexpr float two_columns_min_width = 860;
constexpr float headline_display_min_width = 400;
constexpr float illustration_row_height = 200;
constexpr float illustration_row_min_height = 760;
constexpr float open_button_width = 88;
constexpr float field_max_length = 2048;

void add_words(Context& context, Stack& stack) {
    stack.add(0, type::heading.line_height + space::xs, [&context](const Rect& row) {
        Rect rest = row;
        draw_logo(context, take_left(rest, row.height));
        take_left(rest, space::s);
        paragraph(context, "product", inset(rest, 0, space::xs / 2), "Parley", type::heading, context.palette->text);
    });
    const TextStyle& style = stack.width() < headline_display_min_width ? type::title : type::display;
    stack.add(space::l, lines_height(context, headline, style, stack.width()),
              [&context, &style](const Rect& row) { heading(context, "title", row, headline, 1, style); });
    stack.add(space::m, lines_height(context, sentence, type::body, stack.width()), [&context](const Rect& row) {
        paragraph(context, "sentence", row, sentence, type::body, context.palette->text_secondary);
    });
}

void open_row(Context& context, LandingMemory& memory, Rect row, TextField::State state) {
    const Rect open = take_right(row, open_button_width);
    take_right(row, space::s);
    const FieldResult result = text_field(context, "link", row, memory.link,
                                          {.label = "Meeting link or code",
                                           .placeholder = "Meeting link or code",
                                           .description = state == TextField::State::Invalid ? rejected_text : "",
                                           .max_length = static_cast<int>(field_max_length),
                                           .state = state});
    const bool filled = !memory.link.text.empty();
    const ButtonLook look{.kind = ButtonLook::Kind::Tonal,
                          .state = filled ? ButtonLook::State::Enabled : ButtonLook::State::Disabled};
    const bool opened = button(context, "open", open, "Open", look);
    if (!filled || !(opened || result.submitted)) return;
    memory.submitted = memory.link.text;
    emit(context, core::action::OpenMeeting{memory.link.text});
}

void add_ways_in(Context& context, const core::View& view, LandingMemory& memory, Stack& stack) {
    stack.add(space::xl - space::s, size::control, [&context](const Rect& row) {
        if (button(context, "new", row, "New meeting", {.icon = Icon::NewMeeting}))
            emit(context, core::action::NewMeeting{});
    });
    const bool rejected = view.link_rejected && memory.submitted == memory.link.text;
    const auto state = rejected ? TextField::State::Invalid : TextField::State::Enabled;
    stack.add(space::l, type::small.line_height, [&context](const Rect& row) {
        draw_line(context, row, "Were you sent a link? Paste it here.", type::small, context.palette->text_secondary);
    });
    stack.add(space::s, size::control,
              [&context, &memory, state](const Rect& row) { open_row(context, memory, row, state); });
    if (!rejected) return;
    stack.add(space::s, lines_height(context, rejected_text, type::small, stack.width()), [&context](const Rect& row) {
        paragraph(context, "error", row, rejected_text, type::small, context.palette->danger_text, Align::Left,
                  SemanticRole::Alert);
    });
}

}  // namespace

void landing_view(Context& context, const core::View& view, LandingMemory& memory, const Rect& area) {
    Rect content = inset(area, page_margin(area.width), page_margin(area.width));
    const bool two_columns = content.width >= two_columns_min_width;
    Stack stack(std::min(content.width, column_width_max));
    if (!two_columns && content.height >= illustration_row_min_height)
        stack.add(0, illustration_row_height, [&context](const Rect& row) { draw_illustration(context, row); });
    add_words(context, stack);
    add_ways_in(context, view, memory, stack);

    float x = content.x + (content.width - stack.width()) / 2;
    if (two_columns) {
        const float drawing_width = std::min(illustration_width_max, content.width - stack.width() - 2 * space::xl);
        const Rect both = centered(content, stack.width() + 2 * space::xl + drawing_width, content.height);
        x = both.x;
        draw_illustration(context, {right(both) - drawing_width, both.y, drawing_width, both.height});
    }
    const float y = begin_page(context, content, stack.height());
    stack.place(x, y);
    end_page(context, content, stack.height());
}

}  // namespace parley::ui
