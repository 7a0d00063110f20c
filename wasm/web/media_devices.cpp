#include "web/media_devices.hpp"

#include <emscripten/bind.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace parley::web {

using core::input::DeviceError;
using emscripten::val;

namespace {

constexpr int picture_width_px = 1280;
constexpr int picture_height_px = 720;
constexpr int pictures_per_second = 30;

constexpr int music_channels = 2;

val ideal(int value) {
    val wish = val::object();
    wish.set("ideal", value);
    return wish;
}

// What makes speech clear takes instruments for noise, and their room for an echo.
val microphone_constraints(core::output::Sound sound) {
    const bool speech = sound == core::output::Sound::Speech;
    val constraints = val::object();
    for (const char* name : {"echoCancellation", "noiseSuppression", "autoGainControl"}) constraints.set(name, speech);
    if (!speech) constraints.set("channelCount", ideal(music_channels));
    return constraints;
}

val camera_constraints() {
    val constraints = val::object();
    constraints.set("width", ideal(picture_width_px));
    constraints.set("height", ideal(picture_height_px));
    constraints.set("frameRate", ideal(pictures_per_second));
    constraints.set("facingMode", "user");
    return constraints;
}

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
void media_ended(int handle, int track, val /*event*/) {
    if (auto* devices = Handle<MediaDevices>::find(handle)) devices->on_ended(track);
}

EMSCRIPTEN_BINDINGS(media_devices) {
    emscripten::function("media_opened", &media_opened);
    emscripten::function("media_failed", &media_failed);
    emscripten::function("media_ended", &media_ended);
}

/// px, whichever way a phone is held; 0 where the browser doesn't say.
std::uint16_t lines_of(const val& track) {
    const val settings = track.call<val>("getSettings");
    const val width = settings["width"];
    const val height = settings["height"];
    if (width.isUndefined() || height.isUndefined()) return 0;
    return static_cast<std::uint16_t>(std::min(width.as<int>(), height.as<int>()));
}

}  // namespace

MediaDevices::MediaDevices(Sink sink) : sink_(std::move(sink)) {}

void MediaDevices::open(const core::output::OpenDevices& question) {
    const int request = static_cast<int>(question.request.value);
    questions_.insert_or_assign(request, question);
    val constraints = val::object();
    if (question.microphone) constraints.set("audio", microphone_constraints(question.sound));
    if (question.camera) constraints.set("video", camera_constraints());
    val::global("navigator")["mediaDevices"]
        .call<val>("getUserMedia", constraints)
        .call<void>("then", callback("media_opened", handle_.number(), request),
                    callback("media_failed", handle_.number(), request));
}

void MediaDevices::on_opened(int request, const val& stream) {
    const auto question = questions_.extract(request);
    if (question.empty()) return;
    const val tracks = stream.call<val>("getTracks");
    std::uint16_t camera_lines = 0;
    for (int index = 0; index < tracks["length"].as<int>(); ++index) {
        const val track = tracks[index];
        const bool sound = track["kind"].as<std::string>() == "audio";
        keep(sound ? question.mapped().microphone : question.mapped().camera, track);
        if (!sound) camera_lines = lines_of(track);
    }
    sink_(core::input::DevicesOpened{question.mapped().request, camera_lines});
}

void MediaDevices::keep(const std::optional<core::TrackId>& id, const val& track) {
    if (!id) {
        track.call<void>("stop");
        return;
    }
    track.call<void>("addEventListener", val("ended"),
                     callback("media_ended", handle_.number(), static_cast<int>(id->value)));
    tracks_.insert_or_assign(*id, track);
}

void MediaDevices::on_failed(int request, const val& error) {
    const auto question = questions_.extract(request);
    if (question.empty()) return;
    sink_(core::input::DevicesFailed{question.mapped().request, device_error(error["name"].as<std::string>())});
}

void MediaDevices::on_ended(int track) { sink_(core::input::TrackEnded{core::TrackId{static_cast<unsigned>(track)}}); }

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
