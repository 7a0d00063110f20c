#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "core/time.hpp"

namespace parley::world {

using core::TimeMs;

/// Everything that will happen in a world, in the order of its time; what falls on the same time happens in the order
/// in which it was planned. The only clock there is.
class Timeline {
public:
    using Event = std::function<void()>;

    [[nodiscard]] TimeMs now() const { return now_; }
    [[nodiscard]] std::optional<TimeMs> next() const {
        return events_.empty() ? std::nullopt : std::optional(events_.front().at);
    }

    void after(TimeMs delay_ms, Event event) { at(now_ + delay_ms, std::move(event)); }
    void at(TimeMs time, Event event) {
        events_.push_back({time, ++planned_, std::move(event)});
        std::ranges::push_heap(events_, later);
    }
    void move_to(TimeMs time) { now_ = time; }
    /// Moves to the next event and lets it happen. There must be one.
    void run_next() {
        std::ranges::pop_heap(events_, later);
        Planned first = std::move(events_.back());
        events_.pop_back();
        now_ = first.at;
        first.event();
    }

private:
    struct Planned {
        TimeMs at = 0;
        std::uint64_t number = 0;
        Event event;
    };
    static bool later(const Planned& left, const Planned& right) {
        return std::tie(left.at, left.number) > std::tie(right.at, right.number);
    }

    TimeMs now_ = 1'000'000;
    std::uint64_t planned_ = 0;
    std::vector<Planned> events_;  ///< a heap
};

/// Lets things happen after one another that each take their own time.
class Queue {
public:
    /// When the next one happens that is ready at `time`.
    TimeMs place(TimeMs time) { return free_at_ = std::max(free_at_, time); }
    /// Whether one may still be to happen.
    [[nodiscard]] bool busy(TimeMs time) const { return free_at_ >= time; }

private:
    TimeMs free_at_ = 0;
};

}  // namespace parley::world
