#pragma once

#include <optional>

#include "core/time.hpp"

namespace parley::core {

/// A clock that can be stopped, for deadlines that make sense only while something else is the case: what was to
/// happen in three seconds happens after three seconds in which the clock ran.
class PausedClock {
public:
    /// `now` is the time of the clock that never stops, here and below.
    void run(TimeMs now) {
        if (!stopped_at_) return;
        stood_ms_ += now - *stopped_at_;
        stopped_at_.reset();
    }
    void stop(TimeMs now) {
        if (!stopped_at_) stopped_at_ = now;
    }

    /// It stood for that long without anybody's having noticed.
    void skip(TimeMs duration_ms) { stood_ms_ += duration_ms; }

    [[nodiscard]] bool runs() const { return !stopped_at_; }
    [[nodiscard]] TimeMs read(TimeMs now) const { return stopped_at_.value_or(now) - stood_ms_; }
    /// When this clock will show `at`; nothing while it stands.
    [[nodiscard]] std::optional<TimeMs> when(std::optional<TimeMs> at) const {
        if (!at || stopped_at_) return std::nullopt;
        return *at + stood_ms_;
    }

private:
    TimeMs stood_ms_ = 0;
    std::optional<TimeMs> stopped_at_;
};

}  // namespace parley::core
