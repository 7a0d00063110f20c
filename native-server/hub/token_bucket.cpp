#include "hub/token_bucket.hpp"

#include <algorithm>

namespace parley::hub {
namespace {

constexpr std::int64_t milli = 1000;

}  // namespace

TokenBucket::TokenBucket(Rate rate, std::int64_t now_ms)
    : milli_tokens_(rate.burst * milli), rate_(rate), refilled_at_ms_(now_ms) {}

bool TokenBucket::take(std::int64_t now_ms, std::int64_t cost) {
    if (now_ms > refilled_at_ms_) {
        const std::int64_t full = rate_.burst * milli;
        // A long pause is cut to what fills the bucket, so that the product cannot overflow.
        const std::int64_t elapsed_ms = std::min(now_ms - refilled_at_ms_, full / rate_.per_second + 1);
        milli_tokens_ = std::min(full, milli_tokens_ + elapsed_ms * rate_.per_second);
        refilled_at_ms_ = now_ms;
    }
    if (milli_tokens_ < cost * milli) return false;
    milli_tokens_ -= cost * milli;
    return true;
}

std::int64_t TokenBucket::wait_ms(std::int64_t cost) const {
    const std::int64_t missing = std::max<std::int64_t>(0, cost * milli - milli_tokens_);
    return (missing + rate_.per_second - 1) / rate_.per_second;
}

}  // namespace parley::hub
