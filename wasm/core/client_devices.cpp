#include <algorithm>
#include <array>
#include <utility>

#include "core/client.hpp"
#include "core/device_choice.hpp"

// The fifth part of the client: cameras, microphones, speakers, and how loud everybody is heard.

namespace parley::core {
namespace {

/// What each event of a device is called, by its kind.
struct NoticesOfKind {
    NoticeKind replaced;
    NoticeKind back;
    NoticeKind kept;
    NoticeKind failed;
    NoticeKind held;
    NoticeKind freed;
};
constexpr NoticesOfKind microphone_notices = {.replaced = NoticeKind::MicrophoneReplaced,
                                              .back = NoticeKind::MicrophoneBack,
                                              .kept = NoticeKind::MicrophoneKept,
                                              .failed = NoticeKind::MicrophoneFailed,
                                              .held = NoticeKind::MicrophoneHeld,
                                              .freed = NoticeKind::MicrophoneFreed};
constexpr NoticesOfKind camera_notices = {.replaced = NoticeKind::CameraReplaced,
                                          .back = NoticeKind::CameraBack,
                                          .kept = NoticeKind::CameraKept,
                                          .failed = NoticeKind::CameraFailed,
                                          .held = NoticeKind::CameraHeld,
                                          .freed = NoticeKind::CameraFreed};

NoticeKind notice_of(const LocalMedia::Event& event) {
    const NoticesOfKind& of_kind = event.kind == DeviceKind::Camera ? camera_notices : microphone_notices;
    switch (event.happened.what) {
        case Capture::Event::What::Replaced:
            return of_kind.replaced;
        case Capture::Event::What::Back:
            return of_kind.back;
        case Capture::Event::What::Kept:
            return of_kind.kept;
        case Capture::Event::What::Failed:
            break;
        case Capture::Event::What::Held:
            return of_kind.held;
        case Capture::Event::What::Freed:
            return of_kind.freed;
    }
    return of_kind.failed;
}

}  // namespace

void Client::on(TimeMs now, const input::DevicesOpened& opened) { media_.on_input(now, opened); }
void Client::on(TimeMs /*now*/, const input::DevicesFailed& failed) { media_.on_input(failed); }
void Client::on(TimeMs now, const input::TrackEnded& ended) {
    if (screen_share_.on_input(ended)) notify(NoticeKind::ScreenEnded, {});
    media_.on_input(now, ended);
}

void Client::on(TimeMs now, const input::TrackSilent& silent) { media_.on_input(now, silent); }
void Client::on(TimeMs /*now*/, const input::TrackSounding& sounding) { media_.on_input(sounding); }
void Client::on(TimeMs /*now*/, const input::DevicesListed& listed) { media_.on_input(listed); }
void Client::on(TimeMs /*now*/, const input::CameraTuned& tuned) { media_.on_input(tuned); }

void Client::act(TimeMs /*now*/, const action::ToggleMicrophone& /*action*/) { media_.toggle_microphone(); }
void Client::act(TimeMs /*now*/, const action::ToggleCamera& /*action*/) { media_.toggle_camera(); }
void Client::act(TimeMs /*now*/, const action::RetryMicrophone& /*action*/) { media_.retry_microphone(); }
void Client::act(TimeMs /*now*/, const action::RetryCamera& /*action*/) { media_.retry_camera(); }

void Client::act(TimeMs /*now*/, const action::ChooseDevice& choose) {
    if (choose.kind >= DeviceKind::Count) return;
    DevicePreferences preferences = preferences_.devices;
    DeviceName& chosen = chosen_of(preferences, choose.kind);
    chosen = {};
    const auto is_it = [&](const ListedDevice& device) {
        return device.kind == choose.kind && !choose.id.empty() && device.id == choose.id;
    };
    const auto found = std::ranges::find_if(media_.devices(), is_it);
    // What was unplugged while it was being chosen is not chosen.
    if (found == media_.devices().end() && !choose.id.empty()) return;
    if (found != media_.devices().end()) chosen = {found->id, found->label};
    prefer(preferences);
}

void Client::act(TimeMs /*now*/, const action::SetPicture& set) {
    DevicePreferences preferences = preferences_.devices;
    preferences.picture = set.wish;
    prefer(preferences);
}

void Client::act(TimeMs /*now*/, const action::SetCleaning& set) {
    DevicePreferences preferences = preferences_.devices;
    preferences.cleaning = set.cleaning;
    prefer(preferences);
}

void Client::act(TimeMs /*now*/, const action::SetTalkMode& set) {
    DevicePreferences preferences = preferences_.devices;
    preferences.talk = set.mode;
    prefer(preferences);
}

void Client::prefer(const DevicePreferences& preferences) {
    if (std::exchange(preferences_.devices, preferences) == preferences) return;
    outbox_.push(preferences_);
    media_.prefer(preferences_.devices, preferences_.sound);
}

void Client::act(TimeMs /*now*/, const action::Talk& /*action*/) { media_.talk(Capture::Talking::Yes); }
void Client::act(TimeMs /*now*/, const action::TalkEnded& /*action*/) { media_.talk(Capture::Talking::No); }
void Client::act(TimeMs /*now*/, const action::TestSpeaker& /*action*/) { audio_output_.test(); }

void Client::act(TimeMs /*now*/, const action::SetVolume& set) {
    if (call_) volumes_.set(set.peer, set.percent);
}

void Client::on(TimeMs /*now*/, const input::TestSoundPlayed& played) {
    if (!audio_output_.on_input(played)) checkup_.on_input(played);
}

void Client::settle_devices() {
    while (auto event = media_.take_event()) notify(notice_of(*event), event->happened.label);
    const AudioOutput::Outcome outcome = audio_output_.settle(media_.devices(), preferences_.devices.speaker);
    if (outcome == AudioOutput::Outcome::Replaced) notify(NoticeKind::SpeakerReplaced, {});
    if (outcome == AudioOutput::Outcome::Back) notify(NoticeKind::SpeakerBack, preferences_.devices.speaker.label);
}

DevicesView Client::devices_view() const {
    return {.microphone = media_.choice(DeviceKind::Microphone),
            .camera = media_.choice(DeviceKind::Camera),
            .speaker = media_.choice(DeviceKind::Speaker),
            .speaker_test = audio_output_.test_state()};
}

}  // namespace parley::core
