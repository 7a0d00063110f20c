#include "core/quality/line.hpp"

#include <algorithm>

namespace parley::core::quality {

namespace {

constexpr TimeMs rise_after_ms = 3'000;
constexpr TimeMs forget_after_ms = 10'000;
constexpr TimeMs trial_ms = 4'000;
constexpr TimeMs long_trial_ms = 12'000;  ///< while the estimate still climbs
constexpr TimeMs failure_shows_ms = 10'000;
constexpr TimeMs probe_after_ms = 5'000;
constexpr TimeMs pause_min_ms = 5'000;
constexpr TimeMs pause_max_ms = 60'000;
constexpr float loss_low = 0.02F;

constexpr double worth_a_rise = 1.1;
constexpr double probe_step = 1.25;
constexpr double filled = 0.9;        ///< of what is allowed: the estimate could not show more
constexpr double still_there = 0.9;   ///< of the estimate at a trial's beginning
constexpr double safe = 0.8;          ///< of what failed
constexpr double another_line = 0.8;  ///< who falls below this has another line than before

std::uint32_t times(double factor, std::uint32_t bps) {
    return static_cast<std::uint32_t>(std::min(factor * static_cast<double>(bps), 4e9));
}

}  // namespace

void Line::see(TimeMs now, const Sign& sign) {
    if (sign.fill == Sign::Fill::Short) see_short(now, sign);
    if (trial_ && now - trial_->began_at >= trial_ms) end_trial(now, sign);
    if (trial_) trial_->best_bps = std::max(trial_->best_bps, sign.believed_bps);
    if (bps_ && !trial_ && sign.may_try) look_up(now, sign);
    const bool enough = bps_ && *bps_ >= sign.wanted_bps;
    if (enough && now - std::max(short_at_, moved_at_) >= forget_after_ms) forget();
}

void Line::see_short(TimeMs now, const Sign& sign) {
    short_at_ = now;
    if (trial_) {
        if (sign.believed_bps < times(still_there, trial_->best_bps)) fail(now, sign);
        return;
    }
    if (bps_ && sign.estimate_bps >= *bps_) return;
    const bool raised_lately = raised_at_ && now - *raised_at_ < failure_shows_ms;
    if (raised_lately && sign.estimate_bps < times(still_there, *bps_)) return fail(now, sign);
    fall(now, sign.estimate_bps);
}

void Line::end_trial(TimeMs now, const Sign& sign) {
    const Trial trial = *trial_;
    if (sign.fill == Sign::Fill::Short && sign.estimate_bps < *bps_) {
        const bool climbs = sign.believed_bps > trial.best_bps && now - trial.began_at < long_trial_ms;
        if (climbs) return;
        // It is not there, or not all of it.
        const std::uint32_t least_bps = std::max(times(worth_a_rise, trial.from_bps), sign.useful_bps);
        if (sign.estimate_bps < least_bps) return fail(now, sign);
        bps_ = sign.estimate_bps;
    }
    trial_.reset();
    if (!failed_bps_ || *bps_ < *failed_bps_) return;
    failed_bps_.reset();
    pause_ms_ = 0;
}

void Line::fail(TimeMs now, const Sign& sign) {
    const std::uint32_t tried_bps = std::min(*bps_, sign.wanted_bps);
    failed_bps_ = std::min(tried_bps, failed_bps_.value_or(tried_bps));
    failed_at_ = now;
    pause_ms_ = std::clamp(2 * pause_ms_, pause_min_ms, pause_max_ms);
    bps_ = std::min(*bps_, sign.estimate_bps);
    trial_.reset();
    raised_at_.reset();
    above_since_.reset();
    moved_at_ = now;
}

void Line::fall(TimeMs now, std::uint32_t estimate_bps) {
    const bool settled = !failed_bps_ || now - failed_at_ >= pause_min_ms;
    if (bps_ && settled && estimate_bps < times(another_line, *bps_)) {
        failed_bps_.reset();
        pause_ms_ = 0;
    }
    bps_ = estimate_bps;
    above_since_.reset();
    moved_at_ = now;
}

void Line::look_up(TimeMs now, const Sign& sign) {
    const bool rested = !failed_bps_ || now - failed_at_ >= pause_ms_;
    // Where a rise failed already the estimate is not to be trusted further than a guess would be.
    std::uint32_t target_bps = sign.estimate_bps;
    if (failed_bps_) target_bps = std::min(target_bps, rested ? times(probe_step, *bps_) : times(safe, *failed_bps_));
    if (target_bps > times(worth_a_rise, *bps_) && sign.loss <= loss_low) {
        if (!above_since_) above_since_ = now;
        if (now - *above_since_ >= rise_after_ms) raise(now, sign, target_bps);
        return;
    }
    above_since_.reset();
    // Nobody knows whether it carries more until more is sent.
    const bool stands = now - std::max(short_at_, moved_at_) >= probe_after_ms;
    if (!stands || !rested || *bps_ >= sign.wanted_bps || sign.loss > loss_low) return;
    if (sign.estimate_bps >= times(filled, sign.allowed_bps)) {
        raise(now, sign, std::max(times(probe_step, *bps_), sign.useful_bps));
    }
}

void Line::raise(TimeMs now, const Sign& sign, std::uint32_t to_bps) {
    trial_ = Trial{.began_at = now, .from_bps = *bps_, .best_bps = sign.believed_bps};
    bps_ = to_bps;
    raised_at_ = now;
    above_since_.reset();
    moved_at_ = now;
}

}  // namespace parley::core::quality
