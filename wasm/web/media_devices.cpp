#include "web/media_devices.hpp"

#include <emscripten/bind.h>

#include <string>
#include <utility>

#include "web/media_constraints.hpp"

namespace parley::web {

using core::input::DeviceError;
using emscripten::val;

namespace {

/// The errors of getUserMedia (W3C Media Capture and Streams section 10.2).
DeviceError device_error(const std::string& name) {
    if (name == "NotAllowedError" || name == "SecurityError") return DeviceError::Denied;
    if (name == "NotFoundError" || name == "OverconstrainedError") return DeviceError::Missing;
    if (name == "NotReadableError" || name == "AbortError") return DeviceError::Busy;
    return DeviceError::Failed;
}

void media_opened(int handle, int request, val stream) {
    if (auto* devices = Handle<MediaDevices>::find(handle)) devices->on_opened(request, stream);
}
void media_failed(int handle, int request, val error) {
    if (auto* devices = Handle<MediaDevices>::find(handle)) devices->on_failed(request, error);
}
void media_track_event(int handle, int track, val event) {
    if (auto* devices = Handle<MediaDevices>::find(handle)) devices->on_track_event(track, event);
}

void media_tuned(int handle, int track, val /*outcome*/) {
    if (auto* devices = Handle<MediaDevices>::find(handle)) devices->on_tuned(track);
}

EMSCRIPTEN_BINDINGS(media_devices) {
    emscripten::function("media_tuned", &media_tuned);
    emscripten::function("media_opened", &media_opened);
    emscripten::function("media_failed", &media_failed);
    emscripten::function("media_track_event", &media_track_event);
}

}  // namespace

MediaDevices::MediaDevices(Sink sink) : sink_(std::move(sink)) {}

void MediaDevices::open(const core::output::OpenDevices& question) {
    const int request = static_cast<int>(question.request.value);
    questions_.insert_or_assign(request, question);
    val constraints = val::object();
    if (question.microphone)
        constraints.set("audio", microphone_constraints(question.microphone_device, question.sound));
    if (question.camera) constraints.set("video", camera_constraints(question.camera_device, question.picture));
    val::global("navigator")["mediaDevices"]
        .call<val>("getUserMedia", constraints)
        .call<void>("then", callback("media_opened", handle_.number(), request),
                    callback("media_failed", handle_.number(), request));
}

void MediaDevices::on_opened(int request, const val& stream) {
    const auto question = questions_.extract(request);
    if (question.empty()) return;
    core::input::DevicesOpened answer{.request = question.mapped().request};
    const val tracks = stream.call<val>("getTracks");
    for (int index = 0; index < tracks["length"].as<int>(); ++index) {
        const val track = tracks[index];
        const bool sound = track["kind"].as<std::string>() == "audio";
        keep(sound ? question.mapped().microphone : question.mapped().camera, track);
        (sound ? answer.microphone : answer.camera) = device_of(track);
        if (!sound) answer.camera_lines = lines_of(track);
    }
    sink_(answer);
    for (const auto& id : {question.mapped().microphone, question.mapped().camera}) {
        if (id && track(id)["muted"].isTrue()) sink_(core::input::TrackSilent{*id});
    }
}

void MediaDevices::keep(const std::optional<core::TrackId>& id, const val& track) {
    if (!id) {
        track.call<void>("stop");
        return;
    }
    const val listener = callback("media_track_event", handle_.number(), static_cast<int>(id->value));
    for (const char* type : {"ended", "mute", "unmute"}) track.call<void>("addEventListener", val(type), listener);
    tracks_.insert_or_assign(*id, track);
}

void MediaDevices::on_failed(int request, const val& error) {
    const auto question = questions_.extract(request);
    if (question.empty()) return;
    sink_(core::input::DevicesFailed{question.mapped().request, device_error(error["name"].as<std::string>())});
}

void MediaDevices::on_track_event(int track, const val& event) {
    const core::TrackId id{static_cast<unsigned>(track)};
    const auto type = event["type"].as<std::string>();
    if (type == "ended") return sink_(core::input::TrackEnded{id});
    if (type == "mute") return sink_(core::input::TrackSilent{id});
    sink_(core::input::TrackSounding{id});
}

void MediaDevices::tune(const core::output::TuneCamera& order) {
    const val camera = track(order.track);
    if (camera.isNull()) return;
    const int id = static_cast<int>(order.track.value);
    const val done = callback("media_tuned", handle_.number(), id);
    camera.call<val>("applyConstraints", picture_constraints(order.picture)).call<void>("then", done, done);
}

void MediaDevices::on_tuned(int track) {
    const core::TrackId id{static_cast<unsigned>(track)};
    const val camera = this->track(id);
    if (!camera.isNull()) sink_(core::input::CameraTuned{id, lines_of(camera)});
}

void MediaDevices::enable(core::TrackId track, bool enabled) {
    const auto found = tracks_.find(track);
    if (found != tracks_.end()) found->second.set("enabled", enabled);
}

void MediaDevices::stop(core::TrackId track) {
    for (auto& [request, question] : questions_) {
        if (question.microphone == track) question.microphone.reset();
        if (question.camera == track) question.camera.reset();
    }
    const auto found = tracks_.find(track);
    if (found == tracks_.end()) return;
    found->second.call<void>("stop");
    tracks_.erase(found);
}

val MediaDevices::track(const std::optional<core::TrackId>& track) const {
    const auto found = track ? tracks_.find(*track) : tracks_.end();
    return found == tracks_.end() ? val::null() : found->second;
}

}  // namespace parley::web
