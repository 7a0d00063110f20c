#pragma once

#include <functional>
#include <optional>

#include "core/frame_scheduler.hpp"
#include "core/time.hpp"

namespace parley::app {

/// The browser's clocks: calls back in its animation frames while a frame is due, and at the next deadline.
/// A hidden tab has no animation frames; there a frame is due at most once a second.
class FrameLoop {
public:
    struct Callbacks {
        std::function<void()> frame;     ///< draw if the scheduler says so
        std::function<void()> deadline;  ///< time has come
    };

    explicit FrameLoop(Callbacks callbacks) : callbacks_(std::move(callbacks)) {}
    FrameLoop(const FrameLoop&) = delete;
    FrameLoop& operator=(const FrameLoop&) = delete;

    /// Milliseconds since the page began to load.
    static core::TimeMs now();
    /// The same with fractions, to measure with.
    static double precise_now();
    static bool page_hidden();

    /// Arranges the next calls. `deadline`: when `deadline` must be called if nothing happens before.
    void arrange(const core::FrameScheduler& scheduler, std::optional<core::TimeMs> deadline);

private:
    static bool on_animation_frame(double time_ms, void* self);
    static void on_timeout(void* self);
    void set_timeout(core::TimeMs at);

    Callbacks callbacks_;
    bool frame_requested_ = false;
    int timeout_ = 0;
    std::optional<core::TimeMs> timeout_at_;
};

}  // namespace parley::app
