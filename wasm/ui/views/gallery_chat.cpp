#include "ui/views/gallery_chat.hpp"

#include <string>

#include "ui/components/chat_bubble.hpp"
#include "ui/components/file_bubble.hpp"
#include "ui/views/gallery_section.hpp"

namespace parley::ui {

namespace {

constexpr float gap = 16;

void bubble(Context& context, Stack& stack, std::string_view key, FileBubble look) {
    stack.add(gap, file_bubble_height(look), [&context, key = std::string(key), look](const Rect& row) {
        const InsideNode inside(context, add_node(context, SemanticRole::Group, key, row, key));
        file_bubble(context, row, row, look);
    });
}

}  // namespace

void gallery_chat(Context& context, Stack& stack) {
    using Kind = ButtonLook::Kind;
    gallery_section(context, stack, "Private messages and files");
    const BubbleText words = bubble_text(context, "Only you two read this.", stack.width() * 0.8F);
    for (const BubbleSide side : {BubbleSide::Theirs, BubbleSide::Own})
        stack.add(gap, bubble_height(words.lines.size()), [&context, words, side](const Rect& row) {
            draw_bubble(context, row, words, side, BubbleTone::Private);
        });
    bubble(context, stack, "A file that is asked about",
           {.name = "A very long name that has no end in sight.tar.gz",
            .detail = "1.2 GB",
            .progress = {},
            .actions = {{"Accept", Kind::Filled}, {"Decline", Kind::Tonal}}});
    bubble(context, stack, "A file on its way",
           {.name = "minutes.pdf",
            .detail = "42 % of 3.1 MB",
            .progress = 0.42F,
            .actions = {{"Cancel", Kind::Tonal}},
            .side = BubbleSide::Own});
    bubble(context, stack, "A file that is here",
           {.name = "minutes.pdf",
            .detail = "3.1 MB, here until you close this page",
            .progress = {},
            .actions = {{"Save", Kind::Filled}},
            .tone = BubbleTone::Private});
    bubble(context, stack, "A file that did not come",
           {.name = "minutes.pdf", .detail = "It was taken back", .progress = {}, .actions = {}});
    bubble(context, stack, "A file that failed",
           {.name = "minutes.pdf",
            .detail = "It stopped arriving",
            .advice = "Ask for it to be sent again",
            .progress = {},
            .actions = {}});
}

}  // namespace parley::ui
