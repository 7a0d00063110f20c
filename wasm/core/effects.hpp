#pragma once

#include <optional>

#include "core/camera_effect.hpp"
#include "core/handles.hpp"
#include "core/input.hpp"
#include "core/outbox.hpp"
#include "core/track_filter.hpp"
#include "core/view.hpp"

namespace parley::core {

/// What is done to the person's camera and microphone before anybody else sees and hears them.
class Effects {
public:
    Effects(Outbox& outbox, Numbers& numbers) : outbox_(outbox), numbers_(numbers) {}

    /// What failed is tried again when it is chosen again.
    void choose(CameraEffect effect);
    void choose(NoiseFilter filter, output::Sound sound);
    /// Whether there is a picture of the person's own.
    void set_own_backdrop(OwnBackdrop own) { own_backdrop_ = own; }
    /// The person's own picture is another one: who shows it is told so.
    void show_picture_again() { said_effect_.reset(); }
    /// What is captured now.
    void settle(TimeMs now, std::optional<TrackId> camera, std::optional<TrackId> microphone);

    /// What just went wrong, if the answer says so: to be told to the person.
    std::optional<NoticeKind> on_input(const input::FilterFailed& failed);
    void on_input(const input::FilterStarted& started);
    std::optional<NoticeKind> on_input(const input::EffectMeasured& measured);
    std::optional<NoticeKind> tick(TimeMs now);
    [[nodiscard]] std::optional<TimeMs> deadline() const;

    /// What others get.
    [[nodiscard]] std::optional<TrackId> camera_track() const { return camera_.outgoing(); }
    [[nodiscard]] std::optional<TrackId> microphone_track() const { return microphone_.outgoing(); }
    /// Whether the camera runs and nobody sees it yet, because what hides its background is not ready.
    [[nodiscard]] bool camera_withheld() const { return camera_.withheld(); }
    [[nodiscard]] EffectsView view() const { return {camera_.state(), microphone_.state(), own_backdrop_}; }

private:
    Outbox& outbox_;
    Numbers& numbers_;
    TrackFilter camera_;
    TrackFilter microphone_;
    CameraEffect effect_;
    std::optional<CameraEffect> said_effect_;  ///< what the running filter was told
    OwnBackdrop own_backdrop_ = OwnBackdrop::None;
    TrackFilter::Wanted noise_wanted_ = TrackFilter::Wanted::No;
    int slow_in_a_row_ = 0;
};

}  // namespace parley::core
