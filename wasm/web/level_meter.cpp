#include "web/level_meter.hpp"

#include <emscripten/bind.h>

#include <cmath>
#include <string>

namespace parley::web {

using emscripten::val;
using Mode = core::output::WatchLevels::Mode;

namespace {

constexpr int measure_every_ms = 100;
constexpr int read_every_ms = 250;
constexpr int samples_per_measure = 1024;

void level_interval(int handle) {
    if (auto* meter = Handle<LevelMeter>::find(handle)) meter->on_interval();
}
void level_statistics(int handle, val report) {
    if (auto* meter = Handle<LevelMeter>::find(handle)) meter->on_statistics(report);
}
void level_gesture(int handle, val /*event*/) {
    if (auto* meter = Handle<LevelMeter>::find(handle)) meter->on_gesture();
}

EMSCRIPTEN_BINDINGS(level_meter) {
    emscripten::function("level_interval", &level_interval);
    emscripten::function("level_statistics", &level_statistics);
    emscripten::function("level_gesture", &level_gesture);
}

/// RTCRtpSynchronizationSource.audioLevel (W3C WebRTC section 5.3.2); 0 where there is none.
float received_level(const val& line) {
    const val sources = line["receiver"].call<val>("getSynchronizationSources");
    if (sources["length"].as<int>() == 0) return 0;
    const val level = sources[0]["audioLevel"];
    return level.isNumber() ? level.as<float>() : 0;
}

}  // namespace

LevelMeter::LevelMeter(Sink sink, Lines lines) : sink_(std::move(sink)), lines_(std::move(lines)) {
    // A browser may hold Web Audio back until the first gesture on the page.
    const val listener = callback("level_gesture", handle_.number());
    for (const char* type : {"pointerdown", "keydown"}) {
        val::global("document").call<void>("addEventListener", val(type), listener);
    }
}

void LevelMeter::watch(Mode mode, const val& microphone) {
    stop();
    mode_ = mode;
    if (mode == Mode::Off) return;
    measured_ = microphone;
    const bool measured = mode == Mode::Microphone || mode == Mode::CallAndMicrophone;
    if (measured) start_measuring(microphone);
    if (mode == Mode::Muted && !microphone.isNull()) {
        clone_ = microphone.call<val>("clone");
        clone_.set("enabled", true);
        start_measuring(clone_);
    }
    interval_ = val::global().call<val>("setInterval", callback("level_interval", handle_.number()),
                                        measured ? measure_every_ms : read_every_ms);
}

void LevelMeter::stop() {
    if (!interval_.isUndefined()) val::global().call<void>("clearInterval", interval_);
    if (!audio_.isUndefined()) audio_.call<void>("close");
    if (!clone_.isUndefined()) clone_.call<void>("stop");
    interval_ = audio_ = analyser_ = clone_ = val::undefined();
    measured_ = val::null();
    own_level_ = 0;
}

void LevelMeter::start_measuring(const val& microphone) {
    if (microphone.isNull()) return;
    val tracks = val::array();
    tracks.call<void>("push", microphone);
    audio_ = val::global("AudioContext").new_();
    analyser_ = audio_.call<val>("createAnalyser");
    analyser_.set("fftSize", samples_per_measure);
    audio_.call<val>("createMediaStreamSource", val::global("MediaStream").new_(tracks))
        .call<void>("connect", analyser_);
    samples_.resize(samples_per_measure);
}

float LevelMeter::measure() {
    if (analyser_.isUndefined()) return 0;
    const val samples = val::global("Float32Array").new_(samples_per_measure);
    analyser_.call<void>("getFloatTimeDomainData", samples);
    val(emscripten::typed_memory_view(samples_.size(), samples_.data())).call<void>("set", samples);
    float sum = 0;
    for (const float sample : samples_) sum += sample * sample;
    return std::sqrt(sum / static_cast<float>(samples_per_measure));
}

void LevelMeter::let_go(const val& microphone) {
    if (!microphone.isNull() && microphone.strictlyEquals(measured_)) stop();
}

void LevelMeter::on_interval() {
    core::input::Levels levels;
    if (mode_ != Mode::Call) levels.microphone = measure();
    if (mode_ != Mode::Microphone) {
        const auto lines = lines_();
        for (const auto& [connection, line] : lines) levels.connections.push_back({connection, received_level(line)});
        if (mode_ == Mode::Call && !lines.empty()) ask_connection(lines.front().second);
    }
    if (mode_ == Mode::Call) levels.microphone = own_level_;
    sink_(std::move(levels));
}

// The own level comes a moment later; every connection knows it.
void LevelMeter::ask_connection(const val& line) {
    line["sender"].call<val>("getStats").call<void>("then", callback("level_statistics", handle_.number()));
}

void LevelMeter::on_statistics(const val& report) {
    const val entries = val::global("Array").call<val>("from", report.call<val>("values"));
    for (int index = 0; index < entries["length"].as<int>(); ++index) {
        const val entry = entries[index];
        if (entry["type"].as<std::string>() != "media-source") continue;
        const val level = entry["audioLevel"];
        own_level_ = level.isNumber() ? level.as<float>() : 0;
    }
}

void LevelMeter::on_gesture() {
    if (!audio_.isUndefined()) audio_.call<void>("resume");
}

}  // namespace parley::web
