#include "core/frame_scheduler.hpp"

namespace parley::core {

void FrameScheduler::request(FrameReason reason) {
    if (!due_) due_ = reason;
}

std::optional<FrameReason> FrameScheduler::take(TimeMs now) {
    std::optional<FrameReason> reason = due_;
    if (!reason && animation_at_ && *animation_at_ <= now) reason = FrameReason::Animation;
    if (reason) {
        // An animation brings its own next frame; everything else may need layout to come to rest.
        settle_left_ = *reason == FrameReason::Animation ? 0 : settle_frames;
    } else if (settle_left_ > 0) {
        --settle_left_;
        reason = FrameReason::Settle;
    } else {
        return std::nullopt;
    }
    due_.reset();
    animation_at_.reset();
    ++drawn_[static_cast<std::size_t>(*reason)];
    return reason;
}

bool FrameScheduler::wants_animation_frame(TimeMs now) const {
    return due_ || settle_left_ > 0 || (animation_at_ && *animation_at_ <= now);
}

std::string_view name_of(FrameReason reason) {
    static constexpr std::array<std::string_view, static_cast<std::size_t>(FrameReason::Count)> names = {
        "view", "pointer", "semantics", "surface", "animation", "context restored", "settle"};
    return names[static_cast<std::size_t>(reason)];
}

}  // namespace parley::core
