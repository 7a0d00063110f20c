#include "app/frame_loop.hpp"

#include <emscripten/emscripten.h>
#include <emscripten/eventloop.h>
#include <emscripten/html5.h>

#include <algorithm>
#include <cmath>

namespace parley::app {

using core::TimeMs;

namespace {

constexpr TimeMs hidden_frame_gap_ms = 1'000;

}  // namespace

TimeMs FrameLoop::now() { return static_cast<TimeMs>(emscripten_get_now()); }
double FrameLoop::precise_now() { return emscripten_get_now(); }

bool FrameLoop::page_hidden() {
    EmscriptenVisibilityChangeEvent status;
    return emscripten_get_visibility_status(&status) == EMSCRIPTEN_RESULT_SUCCESS && status.hidden;
}

void FrameLoop::arrange(const core::FrameScheduler& scheduler, std::optional<TimeMs> deadline) {
    deadline = core::earlier(deadline, scheduler.deadline());
    if (scheduler.wants_animation_frame(now())) {
        if (page_hidden()) {
            deadline = core::earlier(deadline, now() + hidden_frame_gap_ms);
        } else if (!frame_requested_) {
            frame_requested_ = true;
            emscripten_request_animation_frame(&on_animation_frame, this);
        }
    }
    if (deadline) set_timeout(*deadline);
}

void FrameLoop::set_timeout(TimeMs at) {
    if (timeout_at_ && *timeout_at_ <= at) return;
    if (timeout_at_) emscripten_clear_timeout(timeout_);
    timeout_at_ = at;
    timeout_ = emscripten_set_timeout(&on_timeout, static_cast<double>(std::max<TimeMs>(0, at - now())), this);
}

bool FrameLoop::on_animation_frame(double /*time_ms*/, void* self) {
    auto* loop = static_cast<FrameLoop*>(self);
    loop->frame_requested_ = false;
    loop->callbacks_.frame();
    return false;  // asked for again when there is something to draw
}

void FrameLoop::on_timeout(void* self) {
    auto* loop = static_cast<FrameLoop*>(self);
    loop->timeout_at_.reset();
    loop->callbacks_.deadline();
}

}  // namespace parley::app
