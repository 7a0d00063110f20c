#include "tests/lab/line.hpp"

#include <algorithm>

namespace parley::lab {

namespace {

constexpr std::int64_t bit_us_per_byte_s = 8'000'000;

TimeUs sending_time(std::int64_t size_bytes, std::int64_t rate_bit_per_s) {
    return rate_bit_per_s == 0 ? 0 : size_bytes * bit_us_per_byte_s / rate_bit_per_s;
}

}  // namespace

void Line::change(TimeUs now, const LineProperties& properties) {
    const std::int64_t waiting_bytes = properties.cut ? 0 : backlog_bytes(now);
    properties_ = properties;
    busy_until_ = now + sending_time(waiting_bytes, properties_.rate_bit_per_s);
}

std::int64_t Line::backlog_bytes(TimeUs now) const {
    return std::max<TimeUs>(busy_until_ - now, 0) * properties_.rate_bit_per_s / bit_us_per_byte_s;
}

std::optional<TimeUs> Line::carry(TimeUs now, std::size_t size_bytes) {
    if (properties_.cut) return std::nullopt;
    const auto size = static_cast<std::int64_t>(size_bytes);
    if (properties_.rate_bit_per_s > 0 && backlog_bytes(now) + size > properties_.queue_bytes) return std::nullopt;
    // What is lost on the way has been sent nevertheless, and took its time.
    busy_until_ = std::max(now, busy_until_) + sending_time(size, properties_.rate_bit_per_s);
    if (happens(properties_.loss_share)) return std::nullopt;
    last_out_ = std::max(last_out_, busy_until_ + properties_.delay_us + jitter());
    return last_out_;
}

bool Line::happens(double share) {
    constexpr double steps = 1.0 / 9007199254740992.0;  // 2 to the power of -53, as fine as a double is
    return share > 0 && static_cast<double>(random_() >> 11U) * steps < share;
}

TimeUs Line::jitter() {
    if (properties_.jitter_us == 0) return 0;
    return static_cast<TimeUs>(random_() % static_cast<std::uint64_t>(properties_.jitter_us + 1));
}

}  // namespace parley::lab
