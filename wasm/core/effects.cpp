#include "core/effects.hpp"

#include <utility>

#include "core/bounds.hpp"

namespace parley::core {

using Wanted = TrackFilter::Wanted;
using Until = TrackFilter::Until;

void Effects::choose(CameraEffect effect) {
    effect_ = effect;
    camera_.forgive();
}

// What takes noise out takes instruments out too.
void Effects::choose(NoiseFilter filter, output::Sound sound) {
    const bool wanted = filter == NoiseFilter::Strong && sound == output::Sound::Speech;
    noise_wanted_ = wanted ? Wanted::Yes : Wanted::No;
    microphone_.forgive();
}

void Effects::settle(TimeMs now, std::optional<TrackId> camera, std::optional<TrackId> microphone) {
    const Wanted wanted = effect_.none() ? Wanted::No : Wanted::Yes;
    const Until until = effect_.backdrop == Backdrop::Plain ? Until::Unfiltered : Until::Nothing;
    const auto pictures = camera_.settle(now, camera, wanted, until, numbers_.tracks);
    if (pictures.stop) outbox_.push(output::StopTrack{*pictures.stop});
    if (pictures.start) {
        slow_in_a_row_ = 0;
        outbox_.push(output::StartEffect{*pictures.start, *camera_.filtered(), effect_});
    } else if (camera_.filtered() && said_effect_ != effect_) {
        outbox_.push(output::ChangeEffect{*camera_.filtered(), effect_});
    }
    said_effect_ = effect_;
    const auto sound = microphone_.settle(now, microphone, noise_wanted_, Until::Unfiltered, numbers_.tracks);
    if (sound.stop) outbox_.push(output::StopTrack{*sound.stop});
    if (sound.start) outbox_.push(output::StartNoiseFilter{*sound.start, *microphone_.filtered()});
}

void Effects::on_input(const input::FilterStarted& started) {
    if (!camera_.started(started.track)) microphone_.started(started.track);
}

std::optional<NoticeKind> Effects::on_input(const input::FilterFailed& failed) {
    const bool picture = failed.trouble == FilterTrouble::NoPicture;
    if (camera_.failed(failed.track, failed.trouble)) {
        return picture ? NoticeKind::PictureUnreadable : NoticeKind::EffectFailed;
    }
    if (microphone_.failed(failed.track, failed.trouble)) return NoticeKind::NoiseFilterFailed;
    return std::nullopt;
}

std::optional<NoticeKind> Effects::on_input(const input::EffectMeasured& measured) {
    if (camera_.filtered() != measured.track) return std::nullopt;
    slow_in_a_row_ = measured.frame_ms > bounds::effect_frame_max_ms ? slow_in_a_row_ + 1 : 0;
    if (slow_in_a_row_ < bounds::effect_slow_reports_max) return std::nullopt;
    return on_input(input::FilterFailed{measured.track, FilterTrouble::TooSlow});
}

std::optional<NoticeKind> Effects::tick(TimeMs now) {
    std::optional<NoticeKind> trouble;
    if (microphone_.tick(now)) trouble = NoticeKind::NoiseFilterFailed;
    if (camera_.tick(now)) trouble = NoticeKind::EffectFailed;
    return trouble;
}

std::optional<TimeMs> Effects::deadline() const { return earlier(camera_.deadline(), microphone_.deadline()); }

}  // namespace parley::core
