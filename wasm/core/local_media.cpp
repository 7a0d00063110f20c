#include "core/local_media.hpp"

#include <utility>

namespace parley::core {
namespace {

DeviceState state_after(input::DeviceError error) {
    switch (error) {
        case input::DeviceError::Denied:
            return DeviceState::Denied;
        case input::DeviceError::Missing:
            return DeviceState::Missing;
        case input::DeviceError::Busy:
            return DeviceState::Busy;
        case input::DeviceError::Failed:
            break;
    }
    return DeviceState::Failed;
}

}  // namespace

void LocalMedia::open() {
    const bool microphone = !microphone_.open && !microphone_.request;
    const bool camera = !camera_.open && !camera_.request && camera_.wanted == Wanted::On;
    if (microphone || camera) request(microphone, camera);
}

void LocalMedia::close() {
    release(microphone_);
    release(camera_);
}

void LocalMedia::set_sound(output::Sound sound) {
    if (std::exchange(sound_, sound) == sound || (!microphone_.open && !microphone_.request)) return;
    release(microphone_);
    request(true, false);
}

void LocalMedia::toggle_microphone() {
    if (!microphone_.open && !microphone_.request) return retry_microphone();
    microphone_.wanted = microphone_.wanted == Wanted::On ? Wanted::Off : Wanted::On;
    if (microphone_.open) show_microphone();
}

void LocalMedia::toggle_camera() {
    if (camera_.open) {
        camera_.wanted = Wanted::Off;
        release(camera_);
    } else if (camera_.request) {
        camera_.wanted = camera_.wanted == Wanted::On ? Wanted::Off : Wanted::On;
        camera_.state = camera_.wanted == Wanted::On ? DeviceState::Starting : DeviceState::Off;
    } else {
        retry_camera();
    }
}

void LocalMedia::retry_microphone() {
    microphone_.wanted = Wanted::On;
    if (!microphone_.open && !microphone_.request) request(true, false);
}

void LocalMedia::retry_camera() {
    camera_.wanted = Wanted::On;
    if (!camera_.open && !camera_.request) request(false, true);
}

void LocalMedia::request(bool microphone, bool camera) {
    output::OpenDevices question{numbers_.requests.next(), std::nullopt, std::nullopt, sound_};
    if (microphone) {
        prepare(microphone_, question.request);
        question.microphone = microphone_.handle;
    }
    if (camera) {
        prepare(camera_, question.request);
        question.camera = camera_.handle;
    }
    outbox_.push(question);
}

void LocalMedia::prepare(Device& device, RequestId request) {
    device.request = request;
    device.handle = numbers_.tracks.next();
    device.state = DeviceState::Starting;
}

void LocalMedia::on_input(const input::DevicesOpened& answer) {
    if (microphone_.request == answer.request) {
        opened(microphone_);
        show_microphone();
    }
    if (camera_.request == answer.request) {
        opened(camera_);
        camera_lines_ = answer.camera_lines > 0 ? answer.camera_lines : lines_asked_for;
        if (camera_.wanted == Wanted::Off) release(camera_);
    }
}

void LocalMedia::opened(Device& device) {
    device.request = {};
    device.open = true;
    device.state = DeviceState::On;
}

void LocalMedia::on_input(const input::DevicesFailed& failed) {
    const bool microphone = microphone_.request == failed.request;
    const bool camera = camera_.request == failed.request;
    if (microphone && camera) {
        // One of the two may still be had; asked for alone, each says what is wrong with it.
        microphone_.request = camera_.request = {};
        request(true, false);
        if (camera_.wanted == Wanted::On) request(false, true);
        return;
    }
    if (!microphone && !camera) return;
    Device& device = microphone ? microphone_ : camera_;
    device.request = {};
    // A camera that was switched off meanwhile is off, whatever became of it; a microphone is wanted even when muted.
    const bool off = camera && camera_.wanted == Wanted::Off;
    device.state = off ? DeviceState::Off : state_after(failed.error);
}

std::optional<Slot> LocalMedia::on_input(const input::TrackEnded& ended) {
    for (Device* device : {&microphone_, &camera_}) {
        if (!device->open || device->handle != ended.track) continue;
        release(*device);
        device->state = DeviceState::Failed;
        return device == &microphone_ ? Slot::Microphone : Slot::Camera;
    }
    return std::nullopt;
}

void LocalMedia::release(Device& device) {
    // A track that is still on its way is stopped by its number when it arrives.
    if (device.open || device.request) outbox_.push(output::StopTrack{device.handle});
    device.open = false;
    device.request = {};
    device.state = DeviceState::Off;
}

void LocalMedia::show_microphone() {
    const bool enabled = microphone_.wanted == Wanted::On;
    microphone_.state = enabled ? DeviceState::On : DeviceState::Off;
    outbox_.push(output::EnableTrack{microphone_.handle, enabled});
}

}  // namespace parley::core
