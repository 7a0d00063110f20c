#pragma once

#include <cstddef>
#include <cstdint>
#include <set>

namespace parley::core {

/// Which counters of one stream have come, so that none counts twice. At most `ahead_max` are remembered beyond the
/// first gap: with more, what is missing there counts as come and is refused from then on.
class SeenCounters {
public:
    explicit SeenCounters(std::size_t ahead_max) : ahead_max_(ahead_max) {}

    /// False: it has come before.
    bool take(std::uint64_t counter) {
        if (counter <= whole_ || !ahead_.insert(counter).second) return false;
        if (ahead_.size() > ahead_max_) whole_ = *ahead_.begin() - 1;
        close_gap();
        return true;
    }

private:
    void close_gap() {
        while (!ahead_.empty() && *ahead_.begin() == whole_ + 1) {
            ++whole_;
            ahead_.erase(ahead_.begin());
        }
    }

    std::size_t ahead_max_;
    std::uint64_t whole_ = 0;  ///< all up to this one have come
    std::set<std::uint64_t> ahead_;
};

}  // namespace parley::core
