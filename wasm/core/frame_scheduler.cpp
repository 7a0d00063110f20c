#include "core/frame_scheduler.hpp"

#include <algorithm>

#include "core/bounds.hpp"

namespace parley::core {

void FrameScheduler::request(TimeMs now, FrameReason reason) {
    const bool by_hand = reason == FrameReason::Pointer || reason == FrameReason::Semantics;
    if (!due_) due_since_ = now;
    // A frame by hand doesn't wait behind one that does.
    if (!due_ || (by_hand && *due_ == FrameReason::View)) due_ = reason;
}

bool FrameScheduler::waits(TimeMs now) const {
    return pace_ == Pace::Patient && (!due_ || *due_ == FrameReason::View) &&
           now < due_since_ + bounds::drawing_patience_ms;
}

std::optional<TimeMs> FrameScheduler::deadline() const {
    if (pace_ == Pace::Prompt) return animation_at_;
    const TimeMs patient_until = due_since_ + bounds::drawing_patience_ms;
    if (due_ || settle_left_ > 0) return patient_until;
    return animation_at_ ? std::optional(std::max(*animation_at_, patient_until)) : std::nullopt;
}

std::optional<FrameReason> FrameScheduler::take(TimeMs now) {
    if (waits(now)) return std::nullopt;
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
    due_since_ = now;
    animation_at_.reset();
    ++drawn_[static_cast<std::size_t>(*reason)];
    return reason;
}

bool FrameScheduler::wants_animation_frame(TimeMs now) const {
    return !waits(now) && (due_ || settle_left_ > 0 || (animation_at_ && *animation_at_ <= now));
}

std::string_view name_of(FrameReason reason) {
    static constexpr std::array<std::string_view, static_cast<std::size_t>(FrameReason::Count)> names = {
        "view", "pointer", "semantics", "surface", "animation", "context restored", "settle"};
    return names[static_cast<std::size_t>(reason)];
}

}  // namespace parley::core
