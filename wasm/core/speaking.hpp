#pragma once

#include <optional>

#include "core/bounds.hpp"
#include "core/time.hpp"

namespace parley::core {

/// Whether somebody speaks: at once when it gets loud, for a moment longer when it gets quiet, so that a ring
/// around a picture doesn't flicker between words.
class Speaking {
public:
    /// `level` is linear, 0 to 1.
    void hear(TimeMs now, float level) {
        if (level >= bounds::speaking_threshold) quiet_at_ = now + bounds::speaking_hold_ms;
    }
    void tick(TimeMs now) {
        if (quiet_at_ && *quiet_at_ <= now) quiet_at_.reset();
    }
    void stop() { quiet_at_.reset(); }

    [[nodiscard]] bool active() const { return quiet_at_.has_value(); }
    [[nodiscard]] std::optional<TimeMs> deadline() const { return quiet_at_; }

private:
    std::optional<TimeMs> quiet_at_;
};

}  // namespace parley::core
