#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>

namespace parley::lab {

/// Microseconds of whatever clock the caller has.
using TimeUs = std::int64_t;

/// How one direction of a port treats what goes through it.
struct LineProperties {
    TimeUs delay_us = 0;
    TimeUs jitter_us = 0;              ///< up to so much more delay, evenly spread; nothing overtakes for it
    double loss_share = 0;             ///< of all frames, each by itself: 0 to 1
    std::int64_t rate_bit_per_s = 0;   ///< 0: no limit
    std::int64_t queue_bytes = 65536;  ///< what may wait for its turn at a limited rate; more is dropped
    bool cut = false;                  ///< nothing enters, and what is under way is lost
};

/// One direction of a port. Pure arithmetic: time is handed in and must not run backwards.
class Line {
public:
    /// The same seed and the same calls lose the same frames.
    explicit Line(std::uint64_t seed) : random_(seed) {}

    [[nodiscard]] const LineProperties& properties() const { return properties_; }
    /// From `now` on. What waits in the queue stays there and leaves at the new rate; what has left it is not called
    /// back.
    void change(TimeUs now, const LineProperties& properties);

    /// When a frame that enters at `now` comes out, or nothing when it is lost.
    std::optional<TimeUs> carry(TimeUs now, std::size_t size_bytes);

    /// What waits at `now`, with what is left of the frame that is being sent.
    [[nodiscard]] std::int64_t backlog_bytes(TimeUs now) const;

private:
    bool happens(double share);
    TimeUs jitter();

    LineProperties properties_;
    std::mt19937_64 random_;
    TimeUs busy_until_ = 0;
    TimeUs last_out_ = 0;
};

}  // namespace parley::lab
