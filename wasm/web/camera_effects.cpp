#include "web/camera_effects.hpp"

#include <emscripten/bind.h>

#include <string>
#include <utility>

#include "web/filter_trouble.hpp"
#include "web/page_assets.hpp"

using emscripten::EM_VAL;
using emscripten::val;

extern "C" EM_VAL parley_effect_open(EM_VAL address, EM_VAL track, EM_VAL effect);

namespace parley::web {

using core::Backdrop;

namespace {

core::TrackId track_of(int number) { return core::TrackId{static_cast<unsigned>(number)}; }

void effect_message(int handle, int track, val event) {
    if (auto* effects = Handle<CameraEffects>::find(handle)) effects->on_message(track_of(track), event["data"]);
}
void effect_error(int handle, int track, val event) {
    if (auto* effects = Handle<CameraEffects>::find(handle)) effects->on_error(track_of(track), event);
}

EMSCRIPTEN_BINDINGS(camera_effects) {
    emscripten::function("effect_message", &effect_message);
    emscripten::function("effect_error", &effect_error);
}

// As the worker calls them.
const char* word_for(Backdrop backdrop) {
    switch (backdrop) {
        case Backdrop::BlurLight:
            return "blur-light";
        case Backdrop::BlurStrong:
            return "blur-strong";
        case Backdrop::Dawn:
            return "dawn";
        case Backdrop::Lagoon:
            return "lagoon";
        case Backdrop::Evening:
            return "evening";
        case Backdrop::Studio:
            return "studio";
        case Backdrop::Picture:
            return "picture";
        case Backdrop::Plain:
        case Backdrop::Count:
            break;
    }
    return "plain";
}

}  // namespace

CameraEffects::CameraEffects(Sink sink, MediaDevices& devices, const BackgroundPicture& picture)
    : sink_(std::move(sink)), devices_(devices), picture_(picture) {}

CameraEffects::~CameraEffects() {
    while (!open_.empty()) stop(open_.begin()->first);
}

val CameraEffects::message_for(const core::CameraEffect& effect) const {
    val message = val::object();
    message.set("backdrop", word_for(effect.backdrop));
    message.set("light", effect.light == core::Light::Corrected);
    if (effect.backdrop == Backdrop::Picture) message.set("picture", picture_.text());
    return message;
}

void CameraEffects::start(const core::output::StartEffect& order) {
    const val address(asset_address("effect-worker"));
    const val camera = devices_.track(order.camera);
    const val effect = message_for(order.effect);
    val opened = val::take_ownership(parley_effect_open(address.as_handle(), camera.as_handle(), effect.as_handle()));
    if (opened.isNull()) {
        return sink_(core::input::FilterFailed{order.outgoing, core::FilterTrouble::Unsupported});
    }
    const int number = static_cast<int>(order.outgoing.value);
    const val worker = opened["worker"];
    worker.call<void>("addEventListener", val("message"), callback("effect_message", handle_.number(), number));
    worker.call<void>("addEventListener", val("error"), callback("effect_error", handle_.number(), number));
    devices_.adopt(order.outgoing, opened["track"]);
    open_.insert_or_assign(order.outgoing, std::move(opened));
}

void CameraEffects::change(const core::output::ChangeEffect& order) {
    const auto found = open_.find(order.outgoing);
    if (found == open_.end()) return;
    val message = val::object();
    message.set("kind", "change");
    message.set("effect", message_for(order.effect));
    found->second["worker"].call<void>("postMessage", message);
}

void CameraEffects::stop(core::TrackId outgoing) {
    const auto opened = open_.extract(outgoing);
    if (opened.empty()) return;
    opened.mapped()["worker"].call<void>("terminate");
    opened.mapped().call<void>("close");
}

void CameraEffects::on_message(core::TrackId track, const val& message) {
    if (!open_.contains(track)) return;
    const auto kind = message["kind"].as<std::string>();
    if (kind == "started") sink_(core::input::FilterStarted{track});
    if (kind == "measured") sink_(core::input::EffectMeasured{track, message["frame_ms"].as<float>()});
    if (kind == "failed") {
        sink_(core::input::FilterFailed{track, filter_trouble(message["trouble"].as<std::string>())});
    }
}

// A script that could not be loaded gives an event without a message.
void CameraEffects::on_error(core::TrackId track, const val& event) {
    if (!open_.contains(track)) return;
    const bool loaded = !event["message"].isUndefined();
    sink_(core::input::FilterFailed{track, loaded ? core::FilterTrouble::Broken : core::FilterTrouble::NotLoaded});
}

}  // namespace parley::web
