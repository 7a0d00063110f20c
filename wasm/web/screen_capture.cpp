#include "web/screen_capture.hpp"

#include <emscripten/bind.h>

#include <optional>
#include <string>
#include <utility>

namespace parley::web {

using core::input::ScreenError;
using core::output::OpenScreen;
using emscripten::val;

namespace {

constexpr int sound_channels = 2;

val limited(const char* bound, int value) {
    val limit = val::object();
    limit.set(bound, value);
    return limit;
}

val picture_constraints(const OpenScreen& question) {
    val constraints = val::object();
    constraints.set("width", limited("max", question.width_max));
    constraints.set("height", limited("max", question.lines_max));
    constraints.set("frameRate", limited("max", question.frames_per_s_max));
    return constraints;
}

// A film's sound is no speech, and nothing is taken from it. Who presents goes on hearing it.
val sound_constraints(const OpenScreen& question) {
    val constraints = val::object();
    for (const char* name : {"echoCancellation", "noiseSuppression", "autoGainControl"}) constraints.set(name, false);
    constraints.set("channelCount", limited("ideal", sound_channels));
    constraints.set("suppressLocalAudioPlayback", false);
    constraints.set("restrictOwnAudio", question.own_sound == OpenScreen::OwnSound::Restricted);
    return constraints;
}

val word_of(OpenScreen::Choice choice) { return val(choice == OpenScreen::Choice::Include ? "include" : "exclude"); }

/// The errors of getDisplayMedia (section 5.1). Only its words tell whether the system or the person has refused.
ScreenError screen_error(const std::string& name, const std::string& message) {
    if (name == "NotAllowedError") {
        return message.find("by system") == std::string::npos ? ScreenError::Dismissed : ScreenError::DeniedBySystem;
    }
    if (name == "NotFoundError") return ScreenError::Missing;
    return name == "NotReadableError" || name == "AbortError" ? ScreenError::Busy : ScreenError::Failed;
}

void screen_opened(int handle, int request, val stream) {
    if (auto* screens = Handle<ScreenCapture>::find(handle)) screens->on_opened(request, stream);
}
void screen_failed(int handle, int request, val error) {
    if (auto* screens = Handle<ScreenCapture>::find(handle)) screens->on_failed(request, error);
}

EMSCRIPTEN_BINDINGS(screen_capture) {
    emscripten::function("screen_opened", &screen_opened);
    emscripten::function("screen_failed", &screen_failed);
}

}  // namespace

ScreenCapture::ScreenCapture(MediaDevices& devices, Sink sink) : devices_(devices), sink_(std::move(sink)) {}

void ScreenCapture::open(const OpenScreen& question) {
    const int request = static_cast<int>(question.request.value);
    questions_.insert_or_assign(request, question);
    val options = val::object();
    options.set("video", picture_constraints(question));
    options.set("audio", sound_constraints(question));
    options.set("selfBrowserSurface", word_of(question.own_tab));
    options.set("surfaceSwitching", word_of(question.other_tabs));
    options.set("systemAudio", word_of(question.system_sound));
    val::global("navigator")["mediaDevices"]
        .call<val>("getDisplayMedia", options)
        .call<void>("then", callback("screen_opened", handle_.number(), request),
                    callback("screen_failed", handle_.number(), request));
}

void ScreenCapture::stop(core::TrackId track) {
    for (auto& [request, question] : questions_) {
        if (question.picture == track) question.picture = {};
        if (question.sound == track) question.sound = {};
    }
}

void ScreenCapture::on_opened(int request, const val& stream) {
    using Sound = core::input::ScreenOpened::Sound;
    const auto found = questions_.extract(request);
    if (found.empty()) return;
    const OpenScreen& question = found.mapped();
    const auto wanted = [](core::TrackId track) { return track ? std::optional(track) : std::nullopt; };
    core::input::ScreenOpened opened{.request = question.request};
    for (val track : stream.call<val>("getTracks")) {
        if (track["kind"].as<std::string>() == "audio") {
            devices_.keep(wanted(question.sound), track);
            opened.sound = Sound::Shared;
            continue;
        }
        track.set("contentHint", val(question.content == OpenScreen::Content::Detail ? "detail" : "motion"));
        devices_.keep(wanted(question.picture), track);
        if (const val height = track.call<val>("getSettings")["height"]; height.isNumber()) {
            opened.lines = height.as<std::uint16_t>();
        }
    }
    sink_(opened);
}

void ScreenCapture::on_failed(int request, const val& error) {
    const auto found = questions_.extract(request);
    if (found.empty()) return;
    sink_(core::input::ScreenFailed{found.mapped().request,
                                    screen_error(error["name"].as<std::string>(), error["message"].as<std::string>())});
}

core::input::ScreenCapture read_screen_capture() {
    using core::input::ScreenCapture;
    const val devices = val::global("navigator")["mediaDevices"];
    if (devices.isUndefined() || devices["getDisplayMedia"].isUndefined()) return ScreenCapture::Missing;
    const bool restricts = devices.call<val>("getSupportedConstraints")["restrictOwnAudio"].isTrue();
    return restricts ? ScreenCapture::WithoutOwnSound : ScreenCapture::Offered;
}

}  // namespace parley::web
