#include <string>

#include "ui/components/avatar.hpp"
#include "ui/components/banner.hpp"
#include "ui/components/button.hpp"
#include "ui/components/chat_bubble.hpp"
#include "ui/components/dialog.hpp"
#include "ui/components/icon_toggle.hpp"
#include "ui/components/list.hpp"
#include "ui/components/menu.hpp"
#include "ui/components/meter.hpp"
#include "ui/components/panel.hpp"
#include "ui/components/select.hpp"
#include "ui/components/slider.hpp"
#include "ui/components/spinner.hpp"
#include "ui/components/text.hpp"
#include "ui/components/text_field.hpp"
#include "ui/components/toast.hpp"
#include "ui/scroll.hpp"
#include "ui/stack.hpp"
#include "ui/views/gallery_chat.hpp"
#include "ui/views/gallery_effects.hpp"
#include "ui/views/gallery_panels.hpp"
#include "ui/views/gallery_quality.hpp"
#include "ui/views/gallery_section.hpp"
#include "ui/views/views.hpp"

namespace parley::ui {

namespace {

constexpr float column_width_max = 560;
constexpr float gap = 12;

/// Places `width` wide pieces from the left of `row`.
class Pieces {
public:
    explicit Pieces(const Rect& row) : rest_(row) {}
    Rect next(float width) {
        const Rect piece = take_left(rest_, width);
        take_left(rest_, gap);
        return piece;
    }

private:
    Rect rest_;
};

void button_row(Context& context, Stack& stack, std::string key, ButtonLook::State state) {
    stack.add(gap, size::control, [&context, key, state](const Rect& row) {
        const float width = (row.width - 3 * gap) / 4;
        Pieces pieces(row);
        button(context, key + " filled", pieces.next(width), "Filled", {.state = state});
        button(context, key + " tonal", pieces.next(width), "Tonal", {.kind = ButtonLook::Kind::Tonal, .state = state});
        button(context, key + " text", pieces.next(width), "Text", {.kind = ButtonLook::Kind::Text, .state = state});
        button(context, key + " danger", pieces.next(width), "Danger",
               {.kind = ButtonLook::Kind::Danger, .state = state});
    });
}

void buttons(Context& context, Stack& stack) {
    gallery_section(context, stack, "Buttons");
    button_row(context, stack, "enabled", ButtonLook::State::Enabled);
    button_row(context, stack, "busy", ButtonLook::State::Busy);
    button_row(context, stack, "disabled", ButtonLook::State::Disabled);
    gallery_section(context, stack, "Toggles");
    stack.add(gap, size::toggle, [&context](const Rect& row) {
        Pieces pieces(row);
        icon_toggle(context, "on", pieces.next(size::toggle), {.icon = Icon::Microphone, .label = "On"});
        icon_toggle(context, "off", pieces.next(size::toggle),
                    {.tone = IconToggle::Tone::Off, .icon = Icon::MicrophoneOff, .label = "Off"});
        icon_toggle(context, "warned", pieces.next(size::toggle),
                    {.tone = IconToggle::Tone::Off, .icon = Icon::CameraOff, .label = "Warned", .warning = true});
        icon_toggle(context, "leave", pieces.next(size::toggle * 1.35F),
                    {.tone = IconToggle::Tone::Danger, .icon = Icon::Leave, .label = "Leave"});
    });
    stack.add(gap, size::toggle, [&context](const Rect& row) {
        Pieces pieces(row);
        icon_toggle(context, "unread", pieces.next(size::toggle), {.icon = Icon::Chat, .label = "Unread", .count = 3});
        icon_toggle(context, "accent", pieces.next(size::toggle),
                    {.tone = IconToggle::Tone::Accent, .icon = Icon::Send, .label = "Accent"});
        icon_toggle(context, "plain", pieces.next(size::toggle),
                    {.tone = IconToggle::Tone::Plain, .icon = Icon::Settings, .label = "Plain"});
    });
}

void fields(Context& context, Stack& stack) {
    gallery_section(context, stack, "Fields");
    const auto field = [&](std::string key, std::string text, TextField::State state) {
        stack.add(gap, size::control, [&context, key = std::move(key), text = std::move(text), state](const Rect& row) {
            const FieldMemory memory{text, text};
            text_field(context, key, row, memory, {.label = key, .placeholder = "Placeholder", .state = state});
        });
    };
    field("Empty field", "", TextField::State::Enabled);
    field("Filled field", "Ada Lovelace", TextField::State::Enabled);
    field("Invalid field", "No link", TextField::State::Invalid);
    field("Disabled field", "Fixed", TextField::State::Disabled);
    stack.add(gap, size::control, [&context](const Rect& row) {
        select(context, "choice", row,
               {.label = "Choice", .options = {"The first", "The second"}, .chosen = 1, .choose = {}});
    });
    stack.add(gap, size::control, [&context](const Rect& row) {
        slider(context, "slider", row, {.label = "Slider", .words = "60 %", .value = 0.6F});
    });
}

void words(Context& context, Stack& stack) {
    gallery_section(context, stack, "Text");
    const auto line = [&](std::string key, const TextStyle& style) {
        stack.add(space::xs, style.line_height, [&context, key = std::move(key), style](const Rect& row) {
            paragraph(context, key, row,
                      key + " \u0645\u0631\u062d\u0628\u0627 \u0928\u092e\u0938\u094d\u0924\u0947 \U0001F44B\U0001F3FD",
                      style, context.palette->text);
        });
    };
    line("Display", type::display);
    line("Title", type::title);
    line("Heading", type::heading);
    line("Body", type::body);
    line("Label", type::label);
    line("Small", type::small);
    stack.add(gap, type::body.line_height,
              [&context](const Rect& row) { link(context, "link", row, "A link that acts"); });
}

void notes(Context& context, Stack& stack) {
    gallery_section(context, stack, "Notes");
    const auto note = [&](std::string key, Banner look) {
        stack.add(gap, banner_height(context, look, stack.width()),
                  [&context, key = std::move(key), look](const Rect& row) { banner(context, key, row, look); });
    };
    note("neutral", {.icon = Icon::Speaker, .text = "Something can be done.", .action = "Do it"});
    note("warning", {.tone = Banner::Tone::Warning, .title = "Something is off", .text = "It will pass by itself."});
    note("success", {.tone = Banner::Tone::Success, .icon = Icon::Check, .title = "All is well", .text = "Go on."});
    note("danger", {.tone = Banner::Tone::Danger, .title = "Something broke", .text = "Somebody has to act."});
    stack.add(gap, size::control, [&context](const Rect& row) { draw_toast(context, row, "A toast passes", 1); });
}

void sheets(Context& context, Stack& stack) {
    gallery_section(context, stack, "Menu, dialog and list");
    const Stack items = menu(context,
                             {{.label = "Copy link", .icon = Icon::Link},
                              {.label = "People", .icon = Icon::People, .detail = "12", .chosen = true},
                              {.label = "Not now", .icon = Icon::Close, .state = MenuItem::State::Disabled}},
                             stack.width() - 2 * space::s);
    stack.add(gap, items.height() + 2 * space::s, [&context, items](const Rect& row) {
        draw_panel(context, row);
        const InsideNode inside(context, add_node(context, SemanticRole::Menu, "menu", row, "A menu"));
        items.place(row.x + space::s, row.y + space::s);
    });
    const Dialog question{.title = "Leave the call?",
                          .text = "The others stay connected without you.",
                          .confirm = "Leave",
                          .cancel = "Stay",
                          .confirm_kind = ButtonLook::Kind::Danger};
    stack.add(gap, dialog_height(context, question, stack.width()),
              [&context, question](const Rect& row) { dialog(context, "dialog", row, question); });
    stack.add(gap, list_height(3), [&context](const Rect& row) {
        list(context, "list", row, "People",
             {{"Ada Lovelace", "You", "ada"}, {"Grace Hopper", "Muted", "grace"}, {"", "Connecting", "nobody"}});
    });
}

void bubbles(Context& context, Stack& stack) {
    gallery_section(context, stack, "Messages");
    const auto bubble = [&](std::string_view words, BubbleSide side) {
        const BubbleText text = bubble_text(context, words, stack.width() * 0.8F);
        stack.add(gap, bubble_height(text.lines.size()),
                  [&context, text, side](const Rect& row) { draw_bubble(context, row, text, side); });
    };
    bubble("Shall we look at the second page? It says what was measured, and on which machine.", BubbleSide::Theirs);
    bubble("Yes \U0001F44D\U0001F3FD", BubbleSide::Own);
    bubble("\u0645\u0631\u062d\u0628\u0627 \u0628\u0643\u0645 \u062c\u0645\u064a\u0639\u0627", BubbleSide::Theirs);
    bubble("https://example.org/a-very-long-address-without-any-space-that-has-to-be-broken-somewhere",
           BubbleSide::Own);
}

void signs(Context& context, Stack& stack) {
    gallery_section(context, stack, "Meters, progress, avatars and icons");
    for (const std::uint8_t level : {std::uint8_t{0}, std::uint8_t{4}, std::uint8_t{10}})
        stack.add(gap, space::m, [&context, level](const Rect& row) {
            meter(context, "meter " + std::to_string(level), row, "Level", level, 10);
        });
    stack.add(gap, size::control, [&context](const Rect& row) {
        Pieces pieces(row);
        spinner(context, "spinner", inset(pieces.next(size::control), space::s, space::s), "Working");
        for (const char* name : {"Ada Lovelace", "Grace Hopper", "\u5f20\u4f1f", "\u00c9mile", ""})
            draw_avatar(context, pieces.next(size::control), name, name);
    });
    const auto in_row = static_cast<std::size_t>(std::max(1.0F, (stack.width() + gap) / (size::icon + gap)));
    const auto icon_rows = (static_cast<std::size_t>(icon_count) + in_row - 1) / in_row;
    stack.add(gap, static_cast<float>(icon_rows) * (size::icon + gap), [&context](const Rect& row) {
        const auto columns = std::max(1, static_cast<int>((row.width + gap) / (size::icon + gap)));
        for (int icon = 0; icon < icon_count; ++icon) {
            const int line = icon / columns;
            const Rect place{row.x + static_cast<float>(icon - line * columns) * (size::icon + gap),
                             row.y + static_cast<float>(line) * (size::icon + gap), size::icon, size::icon};
            draw_icon(context, place, icon_path(static_cast<Icon>(icon)), size::icon, context.palette->text);
        }
    });
}

Stack specimens(Context& context, float width) {
    Stack stack(width);
    buttons(context, stack);
    fields(context, stack);
    words(context, stack);
    notes(context, stack);
    sheets(context, stack);
    bubbles(context, stack);
    gallery_chat(context, stack);
    signs(context, stack);
    add_panels(context, stack);
    add_quality(context, stack);
    add_effects(context, stack);
    return stack;
}

std::string_view name_of(Theme theme) {
    if (theme == Theme::Forced) return "Forced";
    return theme == Theme::Light ? "Light" : "Dark";
}

/// One theme's sheet of everything.
void show(Context& context, Theme theme, const Rect& rect, const Stack& stack) {
    const Palette palette = palette_for(theme, context.surface.system_colors);
    const Palette* outer = std::exchange(context.palette, &palette);
    fill(*context.draw, rect, context.palette->page, radius::card);
    border(*context.draw, rect, context.palette->hairline, radius::card, 1);
    {
        const std::string_view name = name_of(theme);
        const InsideNode inside(context, add_node(context, SemanticRole::Region, name, rect, name));
        stack.place(rect.x + space::l, rect.y + space::l);
    }
    context.palette = outer;
}

}  // namespace

void gallery_view(Context& context, const Rect& area) {
    const Rect content = inset(area, page_margin(area.width), page_margin(area.width));
    const bool side_by_side = content.width >= 2 * 400 + gap;
    const float width = std::min(column_width_max, side_by_side ? (content.width - gap) / 2 : content.width);
    const Stack stack = specimens(context, width - 2 * space::l);
    const float sheet = stack.height() + 2 * space::l;

    constexpr float title_height = type::title.line_height + space::m;
    const float height = title_height + (side_by_side ? sheet : 2 * sheet + gap);
    const float y = begin_page(context, content, height);
    const float x = content.x + (content.width - (side_by_side ? 2 * width + gap : width)) / 2;
    heading(context, "title", {x, y, width, type::title.line_height}, "Components", 1, type::title);
    const Rect first{x, y + title_height, width, sheet};
    const Rect second =
        side_by_side ? Rect{right(first) + gap, first.y, width, sheet} : Rect{x, bottom(first) + gap, width, sheet};
    // Nothing of the page's own colours is to be seen where the system's are forced.
    const bool forced = context.surface.theme == Theme::Forced;
    show(context, forced ? Theme::Forced : Theme::Light, first, stack);
    if (!forced) show(context, Theme::Dark, second, stack);
    end_page(context, content, height);
}

}  // namespace parley::ui
