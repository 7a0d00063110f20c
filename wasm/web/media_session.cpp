#include "web/media_session.hpp"

#include <emscripten/bind.h>

#include <array>
#include <utility>

using emscripten::EM_VAL;
using emscripten::val;

extern "C" void parley_media_session_handle(EM_VAL action, EM_VAL handler);
extern "C" void parley_media_session_tell(EM_VAL setter, bool active);

namespace parley::web {
namespace {

using Capture = core::output::UpdateMediaSession::Capture;

// By their places in MediaSession::on_pressed (MediaSessionAction, section 5.4).
constexpr std::array<const char*, 3> key_names = {"togglemicrophone", "togglecamera", "hangup"};

core::UserAction action_of(int key) {
    if (key == 0) return core::action::ToggleMicrophone{};
    if (key == 1) return core::action::ToggleCamera{};
    return core::action::Leave{};
}

void tell(const char* setter, Capture capture) {
    if (capture != Capture::Untold) parley_media_session_tell(val(setter).as_handle(), capture == Capture::Active);
}

void media_session_pressed(int handle, int key, val /*details*/) {
    if (auto* session = Handle<MediaSession>::find(handle)) session->on_pressed(key);
}

EMSCRIPTEN_BINDINGS(media_session) { emscripten::function("media_session_pressed", &media_session_pressed); }

}  // namespace

MediaSession::MediaSession(Sink sink) : sink_(std::move(sink)) {}

void MediaSession::update(const core::output::UpdateMediaSession& order) {
    if (std::exchange(offered_, order.call) != order.call) offer_keys(order.call);
    tell("setMicrophoneActive", order.microphone);
    tell("setCameraActive", order.camera);
}

void MediaSession::offer_keys(core::Switched state) {
    int key = 0;
    for (const char* name : key_names) {
        const val handler =
            state == core::Switched::On ? callback("media_session_pressed", handle_.number(), key) : val::null();
        parley_media_session_handle(val(name).as_handle(), handler.as_handle());
        ++key;
    }
}

void MediaSession::on_pressed(int key) { sink_(action_of(key)); }

}  // namespace parley::web
