#include <utility>

#include "core/client.hpp"

// What the system that the page runs on is told of the call.

namespace parley::core {
namespace {

using Capture = output::UpdateMediaSession::Capture;

// What the person wants, and not what comes of it: a system that holds a device would be told to keep it.
Capture capture_of(DeviceState state) {
    const bool wanted = state == DeviceState::On || state == DeviceState::Starting || state == DeviceState::Held;
    return wanted ? Capture::Active : Capture::Inactive;
}

}  // namespace

// Nobody touches a screen on which they look at others.
void Client::settle_awake() {
    const Switched wanted = screen_ == Screen::Call ? Switched::On : Switched::Off;
    if (std::exchange(awake_, wanted) != wanted) outbox_.push(output::KeepAwake{wanted});
}

// Safari takes what it is told of a device for an order: it stops the capture, and may ask the person before it begins
// again.
void Client::settle_media_session() {
    output::UpdateMediaSession wanted;
    if (screen_ == Screen::Call) {
        wanted.call = Switched::On;
        if (equipment_.browser != quality::Browser::Safari) {
            wanted.microphone = capture_of(media_.microphone());
            wanted.camera = capture_of(media_.camera());
        }
    }
    if (wanted == media_session_) return;
    media_session_ = wanted;
    outbox_.push(wanted);
}

}  // namespace parley::core
