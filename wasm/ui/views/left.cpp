#include <string>

#include "ui/components/text.hpp"
#include "ui/quality_words.hpp"
#include "ui/views/notice_page.hpp"
#include "ui/views/views.hpp"

namespace parley::ui {

namespace {

constexpr std::string_view summary_title = "How well it went";

void add_line(Context& context, Stack& stack, std::string_view key, std::string words, Color color) {
    if (words.empty()) return;
    const float height = lines_height(context, words, type::small, stack.width());
    stack.add(space::xs, height, [&context, key, words = std::move(words), color](const Rect& row) {
        paragraph(context, key, row, words, type::small, color);
    });
}

Stack summary_content(Context& context, const core::CallSummary& summary, float width) {
    const Palette& palette = *context.palette;
    Stack stack(width);
    stack.add(0, type::label.line_height,
              [&context](const Rect& row) { heading(context, "summary", row, summary_title, 2, type::label); });
    add_line(context, stack, "well", wellness_text(summary), palette.text);
    add_line(context, stack, "trouble", std::string(trouble_text(summary)), palette.text);
    add_line(context, stack, "people", attendance_text(summary), palette.text_secondary);
    add_line(context, stack, "data", data_text(summary), palette.text_secondary);
    return stack;
}

}  // namespace

void left_view(Context& context, const core::View& view, const Rect& area) {
    Stack summary(notice_card_width(area));
    if (view.summary) summary = summary_content(context, *view.summary, summary.width());
    const NoticeAnswer answer = notice_page(context, area,
                                            {.icon = Icon::Leave,
                                             .title = "You left the meeting",
                                             .text = "Your camera and microphone are off.",
                                             .card = view.summary ? &summary : nullptr,
                                             .card_name = summary_title,
                                             .primary = "Rejoin",
                                             .secondary = "Home"});
    if (answer == NoticeAnswer::Primary) emit(context, core::action::Rejoin{});
    if (answer == NoticeAnswer::Secondary) emit(context, core::action::GoHome{});
}

}  // namespace parley::ui
