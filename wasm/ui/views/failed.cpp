#include "ui/views/notice_page.hpp"
#include "ui/views/views.hpp"
#include "ui/words.hpp"

namespace parley::ui {

void failed_view(Context& context, const core::View& view, const Rect& area) {
    const core::Failure failure = view.failure.value_or(core::Failure{});
    const Message message = failure_message(failure);
    const bool again = can_try_again(failure.reason);
    const NoticeAnswer answer = notice_page(context, area,
                                            {.icon = Icon::Warning,
                                             .title = message.title,
                                             .text = message.text,
                                             .primary = again ? "Try again" : "Home",
                                             .secondary = again ? "Home" : ""});
    if (answer == NoticeAnswer::None) return;
    if (again && answer == NoticeAnswer::Primary)
        emit(context, core::action::Rejoin{});
    else
        emit(context, core::action::GoHome{});
}

}  // namespace parley::ui
