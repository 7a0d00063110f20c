#pragma once

#include <optional>

#include "core/camera_effect.hpp"
#include "core/handles.hpp"
#include "core/time.hpp"

namespace parley::core {

/// One captured track on its way through something that changes it: which of the two others get, and when. What failed
/// stays away until it is chosen anew, and the captured track goes out as it is.
class TrackFilter {
public:
    /// What others get of a track that was just captured, until the filter works.
    enum class Until : std::uint8_t {
        Unfiltered,
        Nothing,  ///< it may show what nobody should see
    };
    enum class Wanted : std::uint8_t { No, Yes };
    struct Change {
        std::optional<TrackId> stop;   ///< the filtered track that is of no use any more
        std::optional<TrackId> start;  ///< the captured track that is to be filtered, into `outgoing`
    };

    /// Brings it in line with what is captured and wanted now. `outgoing` comes from `tracks` when one is needed.
    Change settle(TimeMs now, std::optional<TrackId> captured, Wanted wanted, Until until, Numbering<TrackId>& tracks);
    /// Whether the answer was for this filter.
    bool started(TrackId track);
    bool failed(TrackId track, FilterTrouble trouble);
    /// Something else was chosen: what failed may be tried again.
    void forgive();

    [[nodiscard]] const FilterState& state() const { return state_; }
    /// The filtered track, made or being made.
    [[nodiscard]] std::optional<TrackId> filtered() const { return filtered_; }
    /// What others get.
    [[nodiscard]] std::optional<TrackId> outgoing() const;
    /// Whether there is something captured that nobody gets yet.
    [[nodiscard]] bool withheld() const { return captured_ && !outgoing(); }

    /// When to give up waiting for what was started.
    [[nodiscard]] std::optional<TimeMs> deadline() const { return give_up_at_; }
    /// Whether it has just been given up.
    bool tick(TimeMs now);

private:
    std::optional<TrackId> captured_;
    std::optional<TrackId> filtered_;
    std::optional<TrackId> seen_;  ///< what others got when it was settled last
    std::optional<TimeMs> give_up_at_;
    Until until_ = Until::Unfiltered;
    FilterState state_;
};

}  // namespace parley::core
