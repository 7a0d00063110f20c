#include "core/quality/way.hpp"

#include <algorithm>
#include <array>

#include "core/quality/counters.hpp"
#include "core/quality/steps.hpp"

namespace parley::core::quality {

namespace {

using Activity = Encoding::Activity;

constexpr TimeMs warm_up_ms = 4'000;  ///< congestion control begins with 300 kbit/s, and doubts nothing yet
constexpr TimeMs gap_max_ms = 5'000;  ///< after a longer one nothing is known: the page was asleep
constexpr TimeMs fresh_ms = 2'500;
constexpr float loss_max = 0.1F;           ///< GCC's loss-based control gives way from here on
constexpr std::uint32_t packets_min = 20;  ///< of fewer, one that is lost says nothing
constexpr double risen_by = 1.04;          ///< from one second to the next
constexpr double fallen = 0.9;             ///< the same

std::size_t index_of(Slot slot) { return static_cast<std::size_t>(slot); }
std::uint32_t taken(const Encoding& encoding) {
    return encoding.activity == Activity::Sent ? encoding.bitrate_max_bps : 0;
}

std::uint32_t reserve(const SoundEncoding& sound) {
    return sound_headers_bps + (sound.bitrate_max_bps > 0 ? sound.bitrate_max_bps : plain_speech_bps);
}
std::uint32_t taken(const SoundEncoding& sound) { return sound.activity == Activity::Sent ? reserve(sound) : 0; }
bool has_picture(const Choice& choice) {
    return choice.camera.activity == Activity::Sent || choice.screen.activity == Activity::Sent;
}

}  // namespace

std::uint32_t allowed_bps(const Choice& choice) {
    return taken(choice.sound) + choice.screen_sound_bps + taken(choice.camera) + taken(choice.screen);
}

std::uint32_t wanted_bps(const Choice& choice) {
    return reserve(choice.sound) + choice.screen_sound_bps + taken(choice.camera) + taken(choice.screen);
}

std::uint32_t useful_bps(const Choice& choice) {
    const std::uint32_t camera =
        choice.camera.activity == Activity::Sent ? camera_steps[lowest_step].bitrate_min_bps : 0;
    return taken(choice.sound) + choice.screen_sound_bps + camera +
           (choice.screen.activity == Activity::Sent ? screen_bitrate_min_bps : 0);
}

bool Way::is_known(TimeMs now) const { return last_ && now - measured_at_ <= fresh_ms; }

void Way::count_packets(const Measurement& measurement) {
    Packets came;
    for (const Slot slot : {Slot::Camera, Slot::Screen}) {
        const SentMedia& media = measurement.sent[index_of(slot)];
        const SentMedia base = baseline(last_->sent[index_of(slot)], media);
        came.sent += media.packets - base.packets;
        came.lost += lost_since(base, media);
    }
    const std::uint32_t sent = packets_.sent + came.sent;
    loss_ = sent >= packets_min ? share_of(packets_.lost + came.lost, sent) : 0;
    packets_ = came;
}

// A picture that is not sent keeps the limitation that it had.
bool Way::is_limited_by(Limitation limitation, const Measurement& measurement, const Choice& sent) const {
    const auto limits = [&](Slot slot, const Encoding& encoding) {
        const SentMedia& media = measurement.sent[index_of(slot)];
        return media.limitation == limitation && encoding.activity == Activity::Sent &&
               media.bytes != last_->sent[index_of(slot)].bytes;
    };
    return limits(Slot::Camera, sent.camera) || limits(Slot::Screen, sent.screen);
}

void Way::see(TimeMs now, const Measurement& measurement, const Choice& sent) {
    const TimeMs passed_ms = now - measured_at_;
    if (!last_ || passed_ms <= 0 || passed_ms > gap_max_ms) {
        const auto warm_at = warm_at_;
        *this = Way();
        warm_at_ = warm_at;
        last_ = measurement;
        measured_at_ = now;
        estimate_bps_ = measurement.available_bps.value_or(0);
        return;
    }
    if (!warm_at_ && measurement.sent_bytes > 0) warm_at_ = measured_at_ + warm_up_ms;
    const std::uint64_t bits = 8 * risen(last_->sent_bytes, measurement.sent_bytes);
    sent_bps_ = static_cast<std::uint32_t>(bits * 1'000 / static_cast<std::uint64_t>(passed_ms));
    count_packets(measurement);

    const std::uint32_t allowed = allowed_bps(sent);
    const bool carries_all = measurement.available_bps && *measurement.available_bps >= allowed;
    const bool held_back = is_limited_by(Limitation::Bandwidth, measurement, sent) && !carries_all;
    // With so little no picture is sent at all, and a picture that is not sent says nothing.
    const bool starved =
        has_picture(sent) && measurement.available_bps && *measurement.available_bps < useful_bps(sent);
    const bool is_short = warm_at_ && now >= *warm_at_ && (held_back || starved || loss_ > loss_max);
    if (!is_short) short_since_.reset();
    if (is_short && !short_since_) short_since_ = now;

    const bool processor_short = is_limited_by(Limitation::Processor, measurement, sent);
    if (!processor_short) processor_short_since_.reset();
    if (processor_short && !processor_short_since_) processor_short_since_ = now;

    // Without an estimate what was sent has to do, less half of what was lost on its way (as GCC's loss-based control
    // does); pictures are not given up on such a guess.
    const auto carried = static_cast<std::uint32_t>(static_cast<float>(sent_bps_) * (1 - loss_ / 2));
    const std::uint32_t guess = is_short ? std::max(carried, useful_bps(sent)) : wanted_bps(sent);
    const std::uint32_t estimate = measurement.available_bps.value_or(guess);
    if (estimate < fallen * estimate_bps_) fell_at_ = now;
    rises_ = measurement.available_bps && estimate >= risen_by * estimate_bps_;
    estimate_bps_ = estimate;
    last_ = measurement;
    measured_at_ = now;
}

}  // namespace parley::core::quality
