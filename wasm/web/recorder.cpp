#include "web/recorder.hpp"

#include <emscripten.h>
#include <emscripten/bind.h>

#include <array>
#include <string>
#include <utility>

namespace parley::web {

using core::recording::Format;
using emscripten::val;

namespace {

constexpr int chunk_ms = 1'000;
constexpr int look_ms = 100;            // between two looks whether all has been encoded
constexpr double quiet_ms = 500;        // nothing came for so long: all has been
constexpr double late_max_ms = 10'000;  // nothing is waited for longer

struct Type {
    Format format;
    const char* mime;
};
constexpr std::array<Type, 4> types = {{{Format::WebmVp8, "video/webm;codecs=vp8,opus"},
                                        {Format::WebmVp9, "video/webm;codecs=vp9,opus"},
                                        {Format::WebmH264, "video/webm;codecs=h264,opus"},
                                        {Format::Mp4H264, "video/mp4;codecs=avc1.42E01F,mp4a.40.2"}}};

const char* mime_of(Format format) {
    for (const Type& type : types) {
        if (type.format == format) return type.mime;
    }
    return "";
}

void recorder_event(int handle, val event) {
    if (auto* recorder = Handle<Recorder>::find(handle)) recorder->on_event(event);
}

void recorder_look(int handle) {
    if (auto* recorder = Handle<Recorder>::find(handle)) recorder->on_look();
}

EMSCRIPTEN_BINDINGS(recorder) {
    emscripten::function("recorder_event", &recorder_event);
    emscripten::function("recorder_look", &recorder_look);
}

}  // namespace

std::vector<Format> recorder_formats() {
    std::vector<Format> formats;
    const val recorder = val::global("MediaRecorder");
    if (recorder.isUndefined() || val::global("HTMLCanvasElement")["prototype"]["captureStream"].isUndefined())
        return formats;
    for (const Type& type : types) {
        if (recorder.call<bool>("isTypeSupported", val(type.mime))) formats.push_back(type.format);
    }
    return formats;
}

Recorder::Recorder(const core::output::StartRecorder& order, RecordingPicture::Videos videos, Sinks sinks)
    : order_(order), sinks_(std::move(sinks)), picture_(order.shape, std::move(videos)) {}

Recorder::~Recorder() {
    if (!recorder_.isUndefined() && !is("inactive")) recorder_.call<void>("stop");
}

bool Recorder::start() {
    if (!picture_.usable()) return false;
    const val tracks = val::array();
    tracks.call<void>("push", picture_.track());
    tracks.call<void>("push", sound_.track());
    val options = val::object();
    options.set("mimeType", std::string(mime_of(order_.format)));
    options.set("videoBitsPerSecond", order_.shape.video_bps);
    options.set("audioBitsPerSecond", order_.shape.sound_bps);
    recorder_ = val::global("MediaRecorder").new_(val::global("MediaStream").new_(tracks), options);
    for (const char* type : {"dataavailable", "stop", "error"})
        recorder_.call<void>("addEventListener", val(type), callback("recorder_event", handle_.number()));
    recorder_.call<void>("start", chunk_ms);
    picture_.run();
    return true;
}

void Recorder::compose(const std::vector<core::recording::Tile>& tiles, const std::vector<val>& sound_tracks) {
    picture_.show(tiles);
    sound_.mix(sound_tracks);
}

void Recorder::pause() {
    picture_.rest();
    recorder_.call<void>("pause");
}

void Recorder::resume() {
    recorder_.call<void>("resume");
    picture_.run();
}

// What waits for the encoder when a recorder stops is lost, up to ten pictures in Chromium. While it is paused it goes
// on encoding, so it stops once nothing more has come for a while.
void Recorder::stop() {
    told_to_stop_ = true;
    picture_.rest();
    if (is("recording")) recorder_.call<void>("pause");
    told_at_ms_ = last_chunk_ms_ = emscripten_get_now();
    look_later();
}

void Recorder::look_later() {
    val::global().call<void>("setTimeout", callback("recorder_look", handle_.number()), look_ms);
}

void Recorder::on_look() {
    if (is("inactive")) return;
    const double now = emscripten_get_now();
    if (now - last_chunk_ms_ > quiet_ms || now - told_at_ms_ > late_max_ms) return recorder_.call<void>("stop");
    recorder_.call<void>("requestData");
    look_later();
}

// An error is followed by the last chunk and the end.
void Recorder::on_event(const val& event) {
    const auto type = event["type"].as<std::string>();
    if (type == "dataavailable" && event["data"]["size"].as<double>() > 0) {
        last_chunk_ms_ = emscripten_get_now();
        sinks_.chunk(event["data"]);
    }
    if (type == "stop") sinks_.ended(told_to_stop_ ? End::Wanted : End::Failure);
}

bool Recorder::is(const char* state) const { return recorder_["state"].as<std::string>() == state; }

}  // namespace parley::web
