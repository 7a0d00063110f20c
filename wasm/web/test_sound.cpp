#include "web/test_sound.hpp"

#include <emscripten/bind.h>

#include <string>
#include <utility>

#include "web/speaker.hpp"

namespace parley::web {

using emscripten::val;
using Outcome = core::input::TestSoundPlayed::Outcome;

namespace {

constexpr double tone_hz = 660;
constexpr double tone_s = 0.3;
constexpr double fade_s = 0.03;  // a tone that begins or ends at once cracks
constexpr double volume = 0.1;   // 0 to 1
constexpr int patience_ms = 1'500;

void test_sound_ended(int handle, int request, val /*event*/) {
    if (auto* sound = Handle<TestSound>::find(handle)) sound->on_ended(request);
}
void test_sound_late(int handle, int request) {
    if (auto* sound = Handle<TestSound>::find(handle)) sound->on_late(request);
}
void test_sound_devices(int handle, int request, val devices) {
    if (auto* sound = Handle<TestSound>::find(handle)) sound->on_devices(request, devices);
}
void test_sound_failed(int handle, int request, val /*error*/) {
    if (auto* sound = Handle<TestSound>::find(handle)) sound->on_failed(request);
}

EMSCRIPTEN_BINDINGS(test_sound) {
    emscripten::function("test_sound_ended", &test_sound_ended);
    emscripten::function("test_sound_late", &test_sound_late);
    emscripten::function("test_sound_devices", &test_sound_devices);
    emscripten::function("test_sound_failed", &test_sound_failed);
}

val volume_over_time(const val& audio) {
    const val node = audio.call<val>("createGain");
    const val gain = node["gain"];
    gain.call<void>("setValueAtTime", 0.0, 0.0);
    gain.call<void>("linearRampToValueAtTime", volume, fade_s);
    gain.call<void>("setValueAtTime", volume, tone_s - fade_s);
    gain.call<void>("linearRampToValueAtTime", 0.0, tone_s);
    return node;
}

}  // namespace

void TestSound::play(const core::output::PlayTestSound& order) {
    stop();
    request_ = static_cast<int>(order.request.value);
    audio_ = val::global("AudioContext").new_();
    if (!speaker_.empty()) use_speaker(audio_, speaker_);
    const val tone = audio_.call<val>("createOscillator");
    tone["frequency"].set("value", tone_hz);
    tone.call<val>("connect", volume_over_time(audio_)).call<void>("connect", audio_["destination"]);
    tone.call<void>("addEventListener", val("ended"), callback("test_sound_ended", handle_.number(), request_));
    tone.call<void>("start");
    tone.call<void>("stop", tone_s);
    val::global().call<void>("setTimeout", callback("test_sound_late", handle_.number(), request_), patience_ms);
}

void TestSound::on_ended(int request) { finish(request, Outcome::Played); }

// Its clock stands still: because nothing plays without a gesture, or because there is nothing to play on.
void TestSound::on_late(int request) {
    if (request != request_) return;
    val::global("navigator")["mediaDevices"]
        .call<val>("enumerateDevices")
        .call<void>("then", callback("test_sound_devices", handle_.number(), request),
                    callback("test_sound_failed", handle_.number(), request));
}

void TestSound::on_devices(int request, const val& devices) {
    bool has_output = false;
    for (int index = 0; index < devices["length"].as<int>(); ++index) {
        has_output = has_output || devices[index]["kind"].as<std::string>() == "audiooutput";
    }
    finish(request, has_output ? Outcome::Blocked : Outcome::NoDevice);
}

void TestSound::on_failed(int request) { finish(request, Outcome::Failed); }

void TestSound::finish(int request, Outcome outcome) {
    if (request != request_) return;
    stop();
    sink_(core::input::TestSoundPlayed{core::RequestId{static_cast<unsigned>(request)}, outcome});
}

void TestSound::stop() {
    if (!audio_.isUndefined()) audio_.call<void>("close");
    audio_ = val::undefined();
    request_ = 0;
}

}  // namespace parley::web
