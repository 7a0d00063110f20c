#include "ui/views/qr_sheet.hpp"

#include <algorithm>
#include <string_view>

#include "ui/components/button.hpp"
#include "ui/components/qr_code.hpp"
#include "ui/components/sheet.hpp"
#include "ui/components/spinner.hpp"
#include "ui/components/text.hpp"
#include "ui/views/meeting_link.hpp"

namespace parley::ui {

namespace {

using State = core::QrCodeView::State;

constexpr float side_max = 360;
constexpr float side_min = 180;
constexpr float height_around = 320;  ///< of the page, what else is on the sheet and around it
constexpr float spinner_size = 40;
constexpr std::string_view advice = "Point a phone's camera at it. Whoever has the link can come in.";
constexpr std::string_view failed = "The QR code could not be made. Copy the link instead.";

/// As large as it gets without having to be scrolled.
float side_of(const Context& context, float width) {
    return std::min(width, std::clamp(context.surface.height - height_around, side_min, side_max));
}

void add_words(Context& context, Stack& stack, std::string_view words, SemanticRole role) {
    stack.add(space::m, lines_height(context, words, type::body, stack.width()),
              [&context, words, role](const Rect& row) {
                  paragraph(context, "words", row, words, type::body, context.palette->text, Align::Center, role);
              });
}

}  // namespace

Stack qr_content(Context& context, const core::View& view, float width) {
    Stack stack(width);
    if (view.qr_code.state == State::Failed) {
        add_words(context, stack, failed, SemanticRole::Status);
    } else {
        const float side = side_of(context, width);
        stack.add(0, side, [&context, &view](const Rect& row) {
            if (view.qr_code.state == State::Made)
                return qr_code(context, "code", row, *view.qr_code.code, "QR code of the meeting's link");
            spinner(context, "making", centered(row, spinner_size, spinner_size), "Making the QR code");
        });
        add_words(context, stack, advice, SemanticRole::Text);
    }
    stack.add(space::m, link_box_height, [&context, &view](const Rect& row) { link_box(context, row, view.link); });
    return stack;
}

void qr_sheet(Context& context, const core::View& view) {
    const float width = sheet_width(context);
    Stack foot(width);
    foot.add(0, size::control, [&](const Rect& row) {
        if (button(context, "copy", row, "Copy link", {.icon = Icon::Link})) emit(context, core::action::CopyLink{});
    });
    if (sheet(context, "qr sheet", {.title = "Join on another device"}, qr_content(context, view, width), foot))
        emit(context, core::action::CloseQrCode{});
}

}  // namespace parley::ui
