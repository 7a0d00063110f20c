#include "core/quality/history.hpp"

namespace parley::core::quality {

void History::begin_connection() { last_.reset(); }
void History::add(TimeMs now, const Measurement& measurement) {
    last_ = measurement;
    last_at_ = now;
}

}  // namespace parley::core::quality
