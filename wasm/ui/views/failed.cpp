#include "ui/views/notice_page.hpp"
#include "ui/views/views.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

/// Whether the connection may be to blame: the server gave no reason of its own, or one of its own troubles.
bool check_may_tell(const core::Failure& failure) {
    return failure.reason == core::FailureReason::Refused &&
           (!failure.code || *failure.code == ErrorCode::Internal || *failure.code == ErrorCode::JoinTimeout);
}

}  // namespace

void failed_view(Context& context, const core::View& view, const Rect& area) {
    const core::Failure failure = view.failure.value_or(core::Failure{});
    const Message message = failure_message(failure);
    const bool again = can_try_again(failure.reason);
    const NoticeAnswer answer = notice_page(context, area,
                                            {.icon = Icon::Warning,
                                             .title = message.title,
                                             .text = message.text,
                                             .primary = again ? "Try again" : "Home",
                                             .secondary = again ? "Home" : "",
                                             .tertiary = check_may_tell(failure) ? "Check connection" : ""});
    if (answer == NoticeAnswer::None) return;
    if (answer == NoticeAnswer::Tertiary) return emit(context, core::action::CheckConnection{});
    if (again && answer == NoticeAnswer::Primary)
        emit(context, core::action::Rejoin{});
    else
        emit(context, core::action::GoHome{});
}

}  // namespace parley::ui
