#pragma once

#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "core/time.hpp"

namespace parley::core {

/// Everything that will happen in a world, in the order of its time; what falls on the same time happens in the order
/// in which it was planned. The only clock there is.
class Timeline {
public:
    using Event = std::function<void()>;

    [[nodiscard]] TimeMs now() const { return now_; }
    [[nodiscard]] std::optional<TimeMs> next() const {
        return events_.empty() ? std::nullopt : std::optional(events_.begin()->first);
    }

    void after(TimeMs delay_ms, Event event) { events_.emplace(now_ + delay_ms, std::move(event)); }
    void move_to(TimeMs time) { now_ = time; }
    /// Moves to the next event and lets it happen. There must be one.
    void run_next() {
        auto first = events_.extract(events_.begin());
        now_ = first.key();
        first.mapped()();
    }

private:
    TimeMs now_ = 1'000'000;
    std::multimap<TimeMs, Event> events_;
};

}  // namespace parley::core
