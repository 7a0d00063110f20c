#include "ui/views/notice_page.hpp"
#include "ui/views/views.hpp"

namespace parley::ui {

void left_view(Context& context, const Rect& area) {
    const NoticeAnswer answer = notice_page(context, area,
                                            {.icon = Icon::Leave,
                                             .title = "You left the meeting",
                                             .text = "Your camera and microphone are off.",
                                             .primary = "Rejoin",
                                             .secondary = "Home"});
    if (answer == NoticeAnswer::Primary) emit(context, core::action::Rejoin{});
    if (answer == NoticeAnswer::Secondary) emit(context, core::action::GoHome{});
}

}  // namespace parley::ui
