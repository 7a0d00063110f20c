#include <algorithm>
#include <utility>

#include "tests/world/page.hpp"

// The devices of a page's machine.

namespace parley::world {
namespace {

using namespace core;

std::optional<input::DeviceError> error_of(Page::Device device) {
    switch (device) {
        case Page::Device::Denied:
            return input::DeviceError::Denied;
        case Page::Device::Missing:
            return input::DeviceError::Missing;
        case Page::Device::Busy:
            return input::DeviceError::Busy;
        default:
            return std::nullopt;
    }
}

}  // namespace

// Before somebody allowed it, a page learns that there is a device, and no more.
DeviceList Page::list() const {
    DeviceList told;
    for (const ListedDevice& device : devices) {
        const bool missing = (device.kind == DeviceKind::Microphone && microphone == Device::Missing) ||
                             (device.kind == DeviceKind::Camera && camera == Device::Missing);
        if (missing) continue;
        const bool known =
            permitted.contains(device.kind == DeviceKind::Speaker ? DeviceKind::Microphone : device.kind);
        told.push_back(known ? device : ListedDevice{device.kind, {}, {}});
    }
    return told;
}

Page::Found Page::find_device(DeviceKind kind, const std::string& id) const {
    const Device condition = kind == DeviceKind::Camera ? camera : microphone;
    if (const auto error = error_of(condition)) return {{}, error};
    const auto found = std::ranges::find_if(
        devices, [&](const ListedDevice& device) { return device.kind == kind && (id.empty() || device.id == id); });
    if (found == devices.end()) return {{}, input::DeviceError::Missing};
    if (busy.contains(found->id)) return {{}, input::DeviceError::Busy};
    return {{found->id, found->label}, std::nullopt};
}

void Page::open_devices(const output::OpenDevices& question) {
    const bool silent =
        (question.microphone && microphone == Device::Silent) || (question.camera && camera == Device::Silent);
    if (silent) return;
    nature_.timeline.after(device_ms, [this, question] { answer_devices(question); });
}

void Page::answer_devices(const output::OpenDevices& question) {
    input::DevicesOpened answer{.request = question.request};
    std::optional<input::DeviceError> error;
    if (question.microphone) {
        const Found found = find_device(DeviceKind::Microphone, question.microphone_device);
        answer.microphone = found.device;
        error = found.error;
    }
    if (question.camera) {
        const Found found = find_device(DeviceKind::Camera, question.camera_device);
        answer.camera = found.device;
        answer.camera_lines = camera_lines;
        if (!error) error = found.error;
    }
    if (error) return put(input::DevicesFailed{question.request, *error});
    if (question.microphone) capture(*question.microphone, Slot::Microphone, answer.microphone.id);
    if (question.camera) capture(*question.camera, Slot::Camera, answer.camera.id);
    put(answer);
}

void Page::capture(TrackId track, Slot kind, const std::string& device) {
    permitted.insert(kind == Slot::Camera ? DeviceKind::Camera : DeviceKind::Microphone);
    tracks[track] = {.kind = kind, .enabled = true, .live = !unwanted_.contains(track), .device = device};
}

void Page::plug(ListedDevice device) {
    devices.push_back(std::move(device));
    put(input::DevicesListed{list()});
}

void Page::unplug(const std::string& id) {
    std::erase_if(devices, [&](const ListedDevice& device) { return device.id == id; });
    for (auto& [number, track] : tracks) {
        if (track.device == id && std::exchange(track.live, false)) put(input::TrackEnded{number});
    }
    put(input::DevicesListed{list()});
}

void Page::hold(const std::string& id, bool held) {
    for (const auto& [number, track] : tracks) {
        if (track.device != id || !track.live) continue;
        put(held ? Input(input::TrackSilent{number}) : Input(input::TrackSounding{number}));
    }
}

void Page::end_tracks(Slot kind) {
    for (auto& [number, track] : tracks) {
        if (track.kind != kind || track.filtered) continue;
        if (std::exchange(track.live, false)) put(input::TrackEnded{number});
    }
}

std::string Page::captured(Slot kind) const {
    const auto found = std::ranges::find_if(tracks, [&](const auto& entry) {
        return entry.second.kind == kind && entry.second.live && !entry.second.filtered;
    });
    return found == tracks.end() ? std::string() : found->second.device;
}

}  // namespace parley::world
