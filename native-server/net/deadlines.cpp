#include "net/deadlines.hpp"

namespace parley::net {

void Deadline::set(std::chrono::milliseconds delay) {
    // The last look may be a whole interval ago.
    over_at_ms_ = all_.looked_at_ms_ + (delay + all_.interval_).count();
    if (!is_linked()) all_.set_.push_back(*this);
}

void Deadlines::look(std::int64_t now_ms) {
    looked_at_ms_ = now_ms;
    for (auto next = set_.begin(); next != set_.end();) {
        Deadline& deadline = *next++;
        if (deadline.over_at_ms_ > now_ms) continue;
        deadline.unlink();
        over_.push_back(deadline);
    }
    // What one of them does may set, clear or destroy others.
    while (!over_.empty()) {
        Deadline& deadline = over_.front();
        deadline.unlink();
        deadline.when_over_();
    }
}

}  // namespace parley::net
