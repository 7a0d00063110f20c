#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace parley::core {

/// Milliseconds on a clock that never goes back; its origin means nothing. Always handed in, never read.
using TimeMs = std::int64_t;

/// The earlier of two deadlines, either of which may be absent.
inline std::optional<TimeMs> earlier(std::optional<TimeMs> left, std::optional<TimeMs> right) {
    if (!left || !right) return left ? left : right;
    return std::min(*left, *right);
}

/// At most one deadline for each value of an enum whose last value is `Count`.
template <class Timer>
class TimerTable {
public:
    void set(Timer timer, TimeMs at) { slot(timer) = at; }
    void clear(Timer timer) { slot(timer).reset(); }
    void clear_all() { deadlines_.fill(std::nullopt); }
    [[nodiscard]] std::optional<TimeMs> at(Timer timer) const { return deadlines_[static_cast<std::size_t>(timer)]; }
    [[nodiscard]] bool is_set(Timer timer) const { return at(timer).has_value(); }

    [[nodiscard]] std::optional<TimeMs> deadline() const {
        std::optional<TimeMs> first;
        for (const auto& at : deadlines_) first = earlier(first, at);
        return first;
    }

    /// The earliest timer that is due, cleared; call until there is none.
    std::optional<Timer> expired(TimeMs now) {
        const auto due =
            std::min_element(deadlines_.begin(), deadlines_.end(),
                             [](const auto& left, const auto& right) { return left && (!right || *left < *right); });
        if (!*due || **due > now) return std::nullopt;
        due->reset();
        return static_cast<Timer>(due - deadlines_.begin());
    }

private:
    std::optional<TimeMs>& slot(Timer timer) { return deadlines_[static_cast<std::size_t>(timer)]; }

    std::array<std::optional<TimeMs>, static_cast<std::size_t>(Timer::Count)> deadlines_{};
};

}  // namespace parley::core
