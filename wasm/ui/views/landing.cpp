#include "ui/components/button.hpp"
#include "ui/components/text.hpp"
#include "ui/scroll.hpp"
#include "ui/stack.hpp"
#include "ui/views/corner.hpp"
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
constexpr float column_width_max_short = 600;
constexpr float illustration_width_max = 520;
constexpr float two_columns_min_width = 860;
constexpr float headline_display_min_width = 400;
constexpr float short_height = 440;
constexpr float illustration_row_height = 200;
constexpr float illustration_row_min_height = 760;
constexpr float open_button_width = 88;
constexpr int field_max_length = 2048;

/// How much air there is between the rows: a phone on its side has none to spare.
struct Spacing {
    float words;
    float ways_in;
};
constexpr Spacing roomy{space::l, space::xl - space::s};
constexpr Spacing tight{space::s, space::m};

void add_words(Context& context, Stack& stack, const Spacing& spacing, const TextStyle& style) {
    stack.add(0, type::heading.line_height + space::xs, [&context](const Rect& row) {
        Rect rest = row;
        draw_logo(context, take_left(rest, row.height));
        take_left(rest, space::s);
        paragraph(context, "product", inset(rest, 0, space::xs / 2), "Parley", type::heading, context.palette->text);
    });
    stack.add(spacing.words, lines_height(context, headline, style, stack.width()),
              [&context, &style](const Rect& row) { heading(context, "title", row, headline, 1, style); });
    stack.add(std::min(spacing.words, space::m), lines_height(context, sentence, type::body, stack.width()),
              [&context](const Rect& row) {
                  paragraph(context, "sentence", row, sentence, type::body, context.palette->text_secondary);
              });
}

void open(Context& context, LandingMemory& memory) {
    memory.submitted = memory.link.text;
    emit(context, core::action::OpenMeeting{memory.link.text});
}

void open_row(Context& context, LandingMemory& memory, Rect row, TextField::State state) {
    const Rect beside = take_right(row, open_button_width);
    take_right(row, space::s);
    text_field(context, "link", row, memory.link,
               {.label = "Meeting link or code",
                .placeholder = "Meeting link or code",
                .description = state == TextField::State::Invalid ? rejected_text : "",
                .max_length = field_max_length,
                .state = state});
    const auto enabled = memory.link.text.empty() ? ButtonLook::State::Disabled : ButtonLook::State::Enabled;
    if (button(context, "open", beside, "Open", {.kind = ButtonLook::Kind::Tonal, .state = enabled}))
        open(context, memory);
}

void add_ways_in(Context& context, const core::View& view, LandingMemory& memory, Stack& stack,
                 const Spacing& spacing) {
    stack.add(spacing.ways_in, size::control, [&context](const Rect& row) {
        if (button(context, "new", row, "New meeting", {.icon = Icon::NewMeeting}))
            emit(context, core::action::NewMeeting{});
    });
    if (read_text_field(context, "link", memory.link).submitted && !memory.link.text.empty()) open(context, memory);
    const bool rejected = view.link_rejected && memory.submitted == memory.link.text;
    const auto state = rejected ? TextField::State::Invalid : TextField::State::Enabled;
    stack.add(std::min(spacing.ways_in, space::l), type::small.line_height, [&context](const Rect& row) {
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
    const Rect content = inset(area, page_margin(area.width), page_margin(area.width));
    const bool is_short = content.height < short_height;
    const bool two_columns = content.width >= two_columns_min_width && !is_short;
    Stack stack(std::min(content.width, is_short ? column_width_max_short : column_width_max));
    if (!two_columns && content.height >= illustration_row_min_height)
        stack.add(0, illustration_row_height, [&context](const Rect& row) { draw_illustration(context, row); });
    const bool small_headline = is_short || stack.width() < headline_display_min_width;
    add_words(context, stack, is_short ? tight : roomy, small_headline ? type::title : type::display);
    add_ways_in(context, view, memory, stack, is_short ? tight : roomy);

    float x = content.x + (content.width - stack.width()) / 2;
    if (two_columns) {
        const float drawing_width = std::min(illustration_width_max, content.width - stack.width() - 2 * space::xl);
        const Rect both = centered(content, stack.width() + 2 * space::xl + drawing_width, content.height);
        x = both.x;
        draw_illustration(context, {right(both) - drawing_width, both.y, drawing_width, both.height});
    }
    const float y = begin_page(context, content, stack.height());
    stack.place(x, y);
    settings_corner(context, content, y);
    end_page(context, content, stack.height());
}

}  // namespace parley::ui
