#include "core/local_media.hpp"

#include <algorithm>
#include <utility>

#include "core/device_choice.hpp"

namespace parley::core {
namespace {

std::vector<std::string> ids_of(const DeviceList& list, DeviceKind kind) {
    std::vector<std::string> ids;
    for (const ListedDevice& device : list) {
        if (device.kind == kind) ids.push_back(device.id);
    }
    return ids;
}

// That the browser may tell ids now, which it did not before, is no change of devices.
Capture::News news_of(DeviceKind kind, const DeviceList& before, const DeviceList& now) {
    const auto old_ids = ids_of(before, kind);
    const bool told = std::ranges::none_of(old_ids, &std::string::empty);
    return told && old_ids != ids_of(now, kind) ? Capture::News::Changed : Capture::News::Same;
}

}  // namespace

void LocalMedia::open() {
    const bool microphone = microphone_.wants_to_open();
    const bool camera = camera_.wants_to_open();
    if (!microphone && !camera) return;
    output::OpenDevices question{.request = context_.numbers.requests.next()};
    if (microphone) microphone_.prepare(question);
    if (camera) camera_.prepare(question);
    context_.outbox.push(std::move(question));
}

void LocalMedia::close() {
    microphone_.release();
    camera_.release();
    stop_former();
}

void LocalMedia::prefer(const DevicePreferences& preferences, output::Sound sound) {
    const DevicePreferences before = std::exchange(context_.preferences, preferences);
    const output::Sound sound_before = std::exchange(context_.sound, sound);
    using Change = Capture::Change;
    if (sound_shape(before, sound_before) != sound_shape(preferences, sound)) {
        microphone_.reopen(Change::Shape);
    } else if (before.microphone.id != preferences.microphone.id) {
        microphone_.reopen(Change::Device);
    }
    if (before.camera.id != preferences.camera.id) {
        camera_.reopen(Change::Device);
    } else if (const auto track = camera_.track();
               track && camera_shape(before.picture) != camera_shape(preferences.picture)) {
        context_.outbox.push(output::TuneCamera{*track, camera_shape(preferences.picture)});
    }
    if (before.talk == preferences.talk) return;
    if (preferences.talk == TalkMode::PushToTalk) microphone_.mute();
    microphone_.talk(Capture::Talking::No);
}

void LocalMedia::talk(Capture::Talking talking) {
    if (context_.preferences.talk == TalkMode::PushToTalk) microphone_.talk(talking);
}

void LocalMedia::on_input(TimeMs now, const input::DevicesOpened& answer) {
    if (microphone_.awaits(answer.request)) microphone_.on_opened(now, answer);
    if (!camera_.awaits(answer.request)) return;
    camera_lines_ = answer.camera_lines > 0 ? answer.camera_lines : CameraShape().lines;
    camera_.on_opened(now, answer);
}

void LocalMedia::on_input(const input::DevicesFailed& failed) {
    const bool microphone = microphone_.awaits(failed.request);
    const bool camera = camera_.awaits(failed.request);
    if (microphone && camera) {
        // One of the two may still be had.
        microphone_.ask_alone();
        return camera_.ask_alone();
    }
    if (microphone) microphone_.on_failed(failed.error);
    if (camera) camera_.on_failed(failed.error);
}

void LocalMedia::on_input(TimeMs now, const input::TrackEnded& ended) {
    for (Capture* capture : {&microphone_, &camera_}) {
        if (capture->owns(ended.track)) capture->on_ended(now);
    }
}

void LocalMedia::on_input(TimeMs now, const input::TrackSilent& silent) {
    for (Capture* capture : {&microphone_, &camera_}) {
        if (capture->owns(silent.track)) capture->on_silent(now);
    }
}

void LocalMedia::on_input(const input::TrackSounding& sounding) {
    for (Capture* capture : {&microphone_, &camera_}) {
        if (capture->owns(sounding.track)) capture->on_sounding();
    }
}

void LocalMedia::on_input(const input::DevicesListed& listed) {
    const DeviceList before = std::exchange(context_.list, tidied(listed.devices));
    const bool first = !std::exchange(listed_, true);
    for (auto* const capture : {&microphone_, &camera_}) {
        const DeviceKind kind = capture == &camera_ ? DeviceKind::Camera : DeviceKind::Microphone;
        capture->on_list(first ? Capture::News::Same : news_of(kind, before, context_.list));
    }
}

void LocalMedia::on_input(const input::CameraTuned& tuned) {
    if (camera_.owns(tuned.track) && tuned.camera_lines > 0) camera_lines_ = tuned.camera_lines;
}

void LocalMedia::tick(TimeMs now) {
    microphone_.tick(now);
    camera_.tick(now);
}

std::optional<TimeMs> LocalMedia::deadline() const { return earlier(microphone_.deadline(), camera_.deadline()); }

void LocalMedia::stop_former() {
    for (const TrackId track : std::exchange(context_.former, {})) context_.outbox.push(output::StopTrack{track});
}

std::optional<LocalMedia::Event> LocalMedia::take_event() {
    if (auto event = microphone_.take_event()) return Event{DeviceKind::Microphone, *std::move(event)};
    if (auto event = camera_.take_event()) return Event{DeviceKind::Camera, *std::move(event)};
    return std::nullopt;
}

DeviceChoiceView LocalMedia::choice(DeviceKind kind) const {
    using Presence = DeviceChoiceView::Presence;
    DeviceChoiceView view;
    for (const ListedDevice& device : context_.list) {
        if (device.kind == kind && !device.id.empty()) view.options.push_back({device.id, device.label});
    }
    view.chosen = chosen_of(context_.preferences, kind);
    // Its id may have changed since it was chosen.
    const auto there = find_chosen(context_.list, kind, view.chosen);
    view.presence = there ? Presence::Here : Presence::Away;
    if (there) view.chosen.id = *there;
    if (kind == DeviceKind::Microphone) view.used = microphone_.device();
    if (kind == DeviceKind::Camera) view.used = camera_.device();
    return view;
}

}  // namespace parley::core
