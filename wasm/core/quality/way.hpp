#pragma once

#include <cstdint>
#include <optional>

#include "core/quality/measurement.hpp"
#include "core/quality/policy.hpp"
#include "core/time.hpp"

namespace parley::core::quality {

/// What the measurements of one connection say of the way to its viewer, as of the last seconds.
class Way {
public:
    /// `sent`: how the viewer has been sent the pictures since the measurement before.
    void see(TimeMs now, const Measurement& measurement, const Choice& sent);

    /// Whether there was a measurement lately.
    [[nodiscard]] bool is_known(TimeMs now) const;
    [[nodiscard]] TimeMs measured_at() const { return measured_at_; }
    /// Since when without a break pictures wanted more than the way carried.
    [[nodiscard]] std::optional<TimeMs> short_since() const { return short_since_; }
    /// Since when without a break they could not be made fast enough.
    [[nodiscard]] std::optional<TimeMs> processor_short_since() const { return processor_short_since_; }
    /// What it is believed to carry; where the browser doesn't say, what it carried when it was short.
    [[nodiscard]] std::uint32_t estimate_bps() const { return estimate_bps_; }
    [[nodiscard]] bool rises() const { return rises_; }  ///< more is believed in than a second ago
    /// The same, and not only because it fell before.
    [[nodiscard]] bool climbs() const { return rises_ && (!fell_at_ || measured_at_ - *fell_at_ >= fell_for_ms); }
    [[nodiscard]] std::uint32_t sent_bps() const { return sent_bps_; }
    [[nodiscard]] float loss() const { return loss_; }

private:
    static constexpr TimeMs fell_for_ms = 5'000;  ///< what rises so soon after a fall only recovers

    struct Packets {
        std::uint32_t sent = 0;
        std::uint32_t lost = 0;
    };
    void count_packets(const Measurement& measurement);
    [[nodiscard]] bool is_limited_by(Limitation limitation, const Measurement& measurement, const Choice& sent) const;

    std::optional<Measurement> last_;
    TimeMs measured_at_ = 0;
    std::optional<TimeMs> warm_at_;
    std::optional<TimeMs> short_since_;
    std::optional<TimeMs> processor_short_since_;
    std::uint32_t estimate_bps_ = 0;
    std::uint32_t sent_bps_ = 0;
    bool rises_ = false;
    std::optional<TimeMs> fell_at_;
    Packets packets_;  ///< of the last interval
    float loss_ = 0;
};

/// What is let out to a viewer at most, sound included, which a muted microphone has none of.
std::uint32_t allowed_bps(const Choice& choice);
/// The same as soon as somebody speaks.
std::uint32_t wanted_bps(const Choice& choice);
/// With less than this no picture that is to be sent gets through.
std::uint32_t useful_bps(const Choice& choice);

}  // namespace parley::core::quality
