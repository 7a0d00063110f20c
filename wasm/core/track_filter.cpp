#include "core/track_filter.hpp"

#include "core/bounds.hpp"

namespace parley::core {

using Stage = FilterState::Stage;

TrackFilter::Change TrackFilter::settle(TimeMs now, std::optional<TrackId> captured, Wanted wanted, Until until,
                                        Numbering<TrackId>& tracks) {
    const bool wants = wanted == Wanted::Yes && state_.stage != Stage::Failed;
    const bool another = captured != captured_;
    // What failed may be forgiven before it was stopped: it is of no use, and the next one starts in its place.
    const bool useless = another || !wants || state_.stage == Stage::Off;
    Change change;
    if (filtered_ && useless) {
        change.stop = filtered_;
        filtered_.reset();
        give_up_at_.reset();
        if (state_.stage != Stage::Failed) state_ = {};
    }
    if (wanted == Wanted::No) state_ = {};
    captured_ = captured;
    if (captured && wants && !filtered_) {
        // Who was seen as they are so far stays so until the filter works; what nobody saw yet waits for it.
        until_ = seen_ == captured ? Until::Unfiltered : until;
        filtered_ = tracks.next();
        give_up_at_ = now + bounds::filter_start_ms;
        state_ = {Stage::Starting, FilterTrouble::None};
        change.start = captured;
    }
    seen_ = outgoing();
    return change;
}

bool TrackFilter::started(TrackId track) {
    if (filtered_ != track) return false;
    give_up_at_.reset();
    state_ = {Stage::On, FilterTrouble::None};
    return true;
}

bool TrackFilter::failed(TrackId track, FilterTrouble trouble) {
    if (filtered_ != track) return false;
    give_up_at_.reset();
    state_ = {Stage::Failed, trouble};
    return true;
}

void TrackFilter::forgive() {
    if (state_.stage == Stage::Failed) state_ = {};
}

std::optional<TrackId> TrackFilter::outgoing() const {
    if (state_.stage == Stage::On) return filtered_;
    if (state_.stage == Stage::Starting && until_ == Until::Nothing) return std::nullopt;
    return captured_;
}

bool TrackFilter::tick(TimeMs now) {
    if (!give_up_at_ || now < *give_up_at_) return false;
    return failed(*filtered_, FilterTrouble::NotLoaded);
}

}  // namespace parley::core
