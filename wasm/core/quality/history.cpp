#include "core/quality/history.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "core/quality/counters.hpp"

namespace parley::core::quality {

namespace {

constexpr std::size_t samples_max = 120;
constexpr TimeMs recent_ms = 5'000;  ///< what a mark rests on
constexpr TimeMs better_after_ms = 3'000;
constexpr std::uint64_t packets_min = 25;  ///< of fewer, one that is lost says nothing
constexpr std::size_t frame_intervals_min = 3;
constexpr std::uint16_t large_height = 360;  ///< from here on pictures are sent at full rate
/// What lasts longer is a pause, not a freeze: W3C WebRTC Statistics draws the line here too (pauseCount).
constexpr float freeze_max_s = 5;

struct Limits {
    float concealed;
    float loss;
    float frames_per_s;
    float round_trip_ms;
};
constexpr Limits poor{.concealed = 0.05F, .loss = 0.08F, .frames_per_s = 5, .round_trip_ms = 800};
constexpr Limits fair{.concealed = 0.01F, .loss = 0.02F, .frames_per_s = 12, .round_trip_ms = 400};
constexpr float freeze_poor_s = 1;

constexpr std::array<Slot, 2> pictures{Slot::Camera, Slot::Screen};

std::size_t index_of(Slot slot) { return static_cast<std::size_t>(slot); }

float per_second(std::uint64_t amount, TimeMs duration_ms) {
    return duration_ms > 0 ? static_cast<float>(amount) * 1'000.0F / static_cast<float>(duration_ms) : 0.0F;
}

Mark grade(float value, float fair_above, float poor_above) {
    if (value > poor_above) return Mark::Poor;
    return value > fair_above ? Mark::Fair : Mark::Good;
}

/// Both directions are told in the same way. `received` packets were counted where they came, so those that were lost
/// come on top.
enum class Side : std::uint8_t { Received, Sent };

template <class Media>
Traffic traffic(const std::array<Media, slot_count>& before, const std::array<Media, slot_count>& now,
                TimeMs duration_ms, Side side) {
    Traffic traffic;
    std::uint64_t packets = 0;
    std::uint64_t lost = 0;
    for (std::size_t slot = 0; slot < slot_count; ++slot) {
        const Media base = baseline(before[slot], now[slot]);
        packets += now[slot].packets - base.packets;
        lost += lost_since(base, now[slot]);
    }
    traffic.loss = share_of(lost, side == Side::Received ? packets + lost : packets);
    for (const Slot slot : pictures) {
        const Media& media = now[index_of(slot)];
        const std::uint64_t frames = risen(baseline(before[index_of(slot)], media).frames, media.frames);
        if (frames == 0 || traffic.height > 0) continue;
        traffic.width = media.width;
        traffic.height = media.height;
        traffic.frames_per_s = per_second(frames, duration_ms);
        traffic.codec = media.codec;
    }
    return traffic;
}

}  // namespace

void History::begin_connection() {
    // Its counters begin with nothing, so that what it carried before the first measurement counts as well.
    if (last_) last_ = Measurement();
}

void History::add(TimeMs now, const Measurement& measurement) {
    const Measurement nothing;
    const Measurement& before = last_ ? *last_ : nothing;
    carried_.received += risen(before.received_bytes, measurement.received_bytes);
    carried_.sent += risen(before.sent_bytes, measurement.sent_bytes);
    const TimeMs duration_ms = last_ ? now - last_at_ : 0;
    keep(measurement, duration_ms);
    if (duration_ms > 0) {
        recent_.push_back(compare(now, measurement));
        std::erase_if(recent_, [&](const Interval& interval) { return interval.at <= now - recent_ms; });
        std::uint64_t samples = 0;
        std::uint64_t concealed = 0;
        // Of the last one it is not known yet whether the microphone was switched off in it.
        for (const Interval& interval : std::span(recent_).first(recent_.size() - 1)) {
            samples += interval.samples;
            concealed += interval.concealed;
        }
        concealed_ = share_of(concealed, samples);
        loses_ = lost() > fair.loss;
        late_ = round_trip_ms().value_or(0) > fair.round_trip_ms;
        settle_mark(now, judge());
    }
    last_ = measurement;
    last_at_ = now;
}

void History::keep(const Measurement& measurement, TimeMs duration_ms) {
    const Measurement before = last_.value_or(Measurement());
    Sample sample{.received = traffic(before.received, measurement.received, duration_ms, Side::Received),
                  .sent = traffic(before.sent, measurement.sent, duration_ms, Side::Sent),
                  .round_trip_ms = measurement.round_trip_ms,
                  .path = measurement.path};
    const auto bits_per_s = [&](std::uint64_t bytes_before, std::uint64_t bytes) {
        return static_cast<std::uint32_t>(per_second(8 * risen(bytes_before, bytes), duration_ms));
    };
    sample.received.bits_per_s = bits_per_s(before.received_bytes, measurement.received_bytes);
    sample.sent.bits_per_s = bits_per_s(before.sent_bytes, measurement.sent_bytes);
    sample.received.jitter_ms = measurement.received[index_of(Slot::Microphone)].jitter_ms;
    const auto first = samples_->begin() + (samples_->size() >= samples_max ? 1 : 0);
    auto samples = std::make_shared<std::vector<Sample>>();
    samples->reserve(samples_max);
    samples->assign(first, samples_->end());
    samples->push_back(sample);
    samples_ = std::move(samples);
}

History::Interval History::compare(TimeMs now, const Measurement& measurement) {
    Interval interval{
        .at = now, .duration_ms = now - last_at_, .round_trip_ms = measurement.round_trip_ms, .sound_came = false};
    for (std::size_t slot = 0; slot < slot_count; ++slot) {
        const ReceivedMedia base = baseline(last_->received[slot], measurement.received[slot]);
        interval.packets += measurement.received[slot].packets - base.packets;
        interval.lost += lost_since(base, measurement.received[slot]);
    }

    const ReceivedMedia& sound = measurement.received[index_of(Slot::Microphone)];
    const ReceivedMedia& sound_before = last_->received[index_of(Slot::Microphone)];
    const ReceivedMedia sound_base = baseline(sound_before, sound);
    interval.sound_came = sound.packets > sound_base.packets;
    // Who switched the microphone off sends none, and the receiver makes up silence: nothing that anybody misses.
    // When nothing at all comes, it is missed.
    const bool silent_on_purpose = !interval.sound_came && measurement.received_bytes != last_->received_bytes;
    // What was made up when it was switched off is no loss either.
    if (silent_on_purpose && !recent_.empty()) recent_.back().samples = recent_.back().concealed = 0;
    const bool began_again = !recent_.empty() && !recent_.back().sound_came;
    if (!silent_on_purpose && !(interval.sound_came && began_again)) {
        interval.samples = risen(sound_base.samples, sound.samples);
        interval.concealed = risen(sound_base.concealed_samples, sound.concealed_samples);
    }

    const ReceivedMedia& camera = measurement.received[index_of(Slot::Camera)];
    const ReceivedMedia camera_base = baseline(last_->received[index_of(Slot::Camera)], camera);
    interval.frames = static_cast<std::uint32_t>(risen(camera_base.frames, camera.frames));
    interval.height = camera.height;
    const float freeze_s = camera.freeze_s - camera_base.freeze_s;
    if (freeze_s > 0 && freeze_s <= freeze_max_s) interval.freeze_s = freeze_s;
    return interval;
}

float History::lost() const {
    std::uint64_t packets = 0;
    std::uint64_t lost = 0;
    for (const Interval& interval : recent_) {
        packets += interval.packets;
        lost += interval.lost;
    }
    return packets + lost >= packets_min ? share_of(lost, packets + lost) : 0;
}

std::optional<float> History::round_trip_ms() const {
    float sum = 0;
    int count = 0;
    for (const Interval& interval : recent_) {
        if (!interval.round_trip_ms) continue;
        sum += *interval.round_trip_ms;
        ++count;
    }
    if (count == 0) return std::nullopt;
    return sum / static_cast<float>(count);
}

// Between the first and the last frame only: before and after, the sender may have paused it on purpose. In the second
// in which it came or went there were frames for a part of it.
std::optional<float> History::frame_rate() const {
    const auto has_frames = [](const Interval& interval) { return interval.frames > 0; };
    auto first = std::ranges::find_if(recent_, has_frames);
    auto last = std::find_if(recent_.rbegin(), recent_.rend(), has_frames).base();
    if (first == recent_.end()) return std::nullopt;
    const bool came = first != recent_.begin();
    const bool went = last != recent_.end();
    const auto seen = static_cast<std::size_t>(last - first);
    if (seen < frame_intervals_min) return std::nullopt;
    if (came) ++first;
    if (went && seen > frame_intervals_min) --last;
    std::uint64_t frames = 0;
    TimeMs duration_ms = 0;
    for (auto interval = first; interval != last; ++interval) {
        frames += interval->frames;
        duration_ms += interval->duration_ms;
    }
    return per_second(frames, duration_ms);
}

Mark History::judge_picture() const {
    float frozen_s = 0;
    for (const Interval& interval : recent_) frozen_s += interval.freeze_s;
    if (frozen_s > freeze_poor_s) return Mark::Poor;
    const std::optional<float> rate = frame_rate();
    if (!rate) return Mark::Good;
    if (*rate < poor.frames_per_s) return Mark::Poor;
    return *rate < fair.frames_per_s && recent_.back().height >= large_height ? Mark::Fair : Mark::Good;
}

Mark History::judge() const {
    const Mark heard = grade(concealed_, fair.concealed, poor.concealed);
    const Mark came = grade(lost(), fair.loss, poor.loss);
    const Mark timely = grade(round_trip_ms().value_or(0), fair.round_trip_ms, poor.round_trip_ms);
    return std::min({heard, came, timely, judge_picture()});
}

void History::settle_mark(TimeMs now, Mark judged) {
    if (mark_ == Mark::Unknown || judged <= mark_) {
        mark_ = judged;
        better_since_.reset();
        return;
    }
    if (!better_since_) {
        better_since_ = now;
        better_ = judged;
    }
    better_ = std::min(better_, judged);
    if (now - *better_since_ < better_after_ms) return;
    mark_ = better_;
    better_since_.reset();
}

}  // namespace parley::core::quality
