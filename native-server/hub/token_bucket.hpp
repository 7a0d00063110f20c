#pragma once

#include <cstdint>

namespace parley::hub {

/// How much may happen at once (`burst`) and in the long run (`per_second`).
struct Rate {
    std::int64_t per_second = 1;
    std::int64_t burst = 1;
};

/// A token bucket whose time is handed in. It starts full; time that runs backwards refills nothing.
class TokenBucket {
public:
    TokenBucket(Rate rate, std::int64_t now_ms);

    /// Takes `cost` and says true, or takes nothing and says false.
    bool take(std::int64_t now_ms, std::int64_t cost = 1);

    /// How long until `cost` can be taken, 0 when it can be now. Asked at the time of the last `take`.
    [[nodiscard]] std::int64_t wait_ms(std::int64_t cost = 1) const;

private:
    // Thousandths of a token, so that a millisecond refills a whole number of them.
    std::int64_t milli_tokens_;
    Rate rate_;
    std::int64_t refilled_at_ms_;
};

}  // namespace parley::hub
