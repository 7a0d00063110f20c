#pragma once

#include <algorithm>
#include <optional>

#include "core/quality/steps.hpp"
#include "core/time.hpp"

namespace parley::core::quality {

/// How many steps down this machine sends because it can't make more: down when encoders have been short of it for a
/// while, back up when they have not been for longer. Who is short again soon after waits twice as long the next time.
class Load {
public:
    /// Encoders of one connection have been short of processor since then, without a break.
    void short_since(TimeMs now, TimeMs since) {
        short_at_ = now;
        if (now - since < down_after_ms || (moved_down_at_ && now - *moved_down_at_ < down_gap_ms)) return;
        if (steps_down_ >= lowest_step) return;
        if (moved_up_at_) pause_ms_ = now - *moved_up_at_ < again_ms ? std::min(2 * pause_ms_, up_max_ms) : up_after_ms;
        moved_up_at_.reset();
        moved_down_at_ = now;
        ++steps_down_;
    }
    void tick(TimeMs now) {
        if (const auto at = deadline(); !at || now < *at) return;
        --steps_down_;
        moved_up_at_ = now;
    }
    [[nodiscard]] int steps_down() const { return steps_down_; }
    [[nodiscard]] std::optional<TimeMs> deadline() const {
        if (steps_down_ == 0) return std::nullopt;
        return std::max(short_at_, moved_up_at_.value_or(short_at_)) + pause_ms_;
    }

private:
    static constexpr TimeMs down_after_ms = 5'000;
    static constexpr TimeMs down_gap_ms = 10'000;
    static constexpr TimeMs up_after_ms = 30'000;
    static constexpr TimeMs up_max_ms = 300'000;
    static constexpr TimeMs again_ms = 30'000;

    int steps_down_ = 0;
    TimeMs short_at_ = 0;
    TimeMs pause_ms_ = up_after_ms;
    std::optional<TimeMs> moved_down_at_;
    std::optional<TimeMs> moved_up_at_;  ///< if that was after the last step down
};

}  // namespace parley::core::quality
