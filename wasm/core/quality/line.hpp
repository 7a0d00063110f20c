#pragma once

#include <cstdint>
#include <optional>

#include "core/time.hpp"

namespace parley::core::quality {

/// What is known of a line that turned out to be short, of one way or of all ways out together.
///
/// A fall counts at once, a rise when it has lasted. Congestion control knows little of a line that it is not allowed
/// to fill: its estimate stays near what is sent, or runs ahead of what the line has. So each rise is a trial. One that
/// fails is not repeated for a while, which doubles with each failure; up to well below where it failed, the line may
/// still recover meanwhile.
class Line {
public:
    /// What was seen in about a second.
    struct Sign {
        enum class Fill : std::uint8_t { Enough, Short } fill = Fill::Enough;  ///< Short: pictures wanted more
        std::uint32_t estimate_bps = 0;                                        ///< what it carries, as far as is known
        std::uint32_t believed_bps = 0;  ///< the same as congestion control says it, all ways added up
        std::uint32_t allowed_bps = 0;   ///< what was let out onto it at most
        std::uint32_t wanted_bps = 0;    ///< what would be, if it were known of no line
        std::uint32_t useful_bps = 0;    ///< with less than this no picture gets through
        float loss = 0;                  ///< share of the packets, 0 to 1
        bool may_try = true;             ///< nothing else is tried meanwhile that a failure could be laid to
    };
    void see(TimeMs now, const Sign& sign);
    void forget() { *this = Line(); }

    /// Nothing: it carries what is wanted.
    [[nodiscard]] std::optional<std::uint32_t> bps() const { return bps_; }
    /// Whether more is let out onto it to see whether it carries that.
    [[nodiscard]] bool is_tried() const { return trial_.has_value(); }

private:
    struct Trial {
        TimeMs began_at = 0;
        std::uint32_t from_bps = 0;
        std::uint32_t best_bps = 0;  ///< the most that was believed in meanwhile
    };
    void see_short(TimeMs now, const Sign& sign);
    void end_trial(TimeMs now, const Sign& sign);
    void fail(TimeMs now, const Sign& sign);
    void fall(TimeMs now, std::uint32_t estimate_bps);
    void look_up(TimeMs now, const Sign& sign);
    void raise(TimeMs now, const Sign& sign, std::uint32_t to_bps);

    std::optional<std::uint32_t> bps_;
    TimeMs short_at_ = 0;  ///< when it was short last
    TimeMs moved_at_ = 0;  ///< when it fell or rose last
    std::optional<TimeMs> above_since_;
    std::optional<Trial> trial_;
    std::optional<TimeMs> raised_at_;          ///< what falls soon after failed, if late
    std::optional<std::uint32_t> failed_bps_;  ///< the least that was tried in vain
    TimeMs failed_at_ = 0;
    TimeMs pause_ms_ = 0;  ///< after a failure, before more is tried
};

}  // namespace parley::core::quality
