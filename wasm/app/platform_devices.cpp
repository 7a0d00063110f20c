#include "app/platform.hpp"

// What concerns devices and how they are heard.

namespace parley::app {

namespace output = core::output;

void Platform::run(const output::OpenDevices& order) { devices_.open(order); }
void Platform::run(const output::EnableTrack& order) { devices_.enable(order.track, order.enabled); }
// Whoever made something of the track lets go of it before it ends.
void Platform::run(const output::StopTrack& order) {
    levels_.let_go(devices_.track(order.track));
    effects_.stop(order.track);
    noise_filters_.stop(order.track);
    devices_.stop(order.track);
    screens_.stop(order.track);
}

void Platform::run(const output::WatchLevels& order) { levels_.watch(order.mode, devices_.track(order.microphone)); }
void Platform::run(const output::ListDevices& /*order*/) { device_lister_.list(); }
void Platform::run(const output::TuneCamera& order) { devices_.tune(order); }

void Platform::run(const output::UseSpeaker& order) {
    videos_.use_speaker_of(order.device);
    test_sound_.use_speaker_of(order.device);
}

void Platform::run(const output::SetVolume& order) { videos_.set_volume(order.element, order.percent); }

}  // namespace parley::app
