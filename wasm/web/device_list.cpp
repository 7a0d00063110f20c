#include "web/device_list.hpp"

#include <emscripten/bind.h>

#include <string>
#include <utility>

namespace parley::web {

using core::DeviceKind;
using emscripten::val;

namespace {

void device_list_changed(int handle, val /*event*/) {
    if (auto* lister = Handle<DeviceLister>::find(handle)) lister->list();
}
void device_list_came(int handle, val devices) {
    if (auto* lister = Handle<DeviceLister>::find(handle)) lister->on_listed(devices);
}
void device_list_failed(int handle, val /*error*/) {
    if (auto* lister = Handle<DeviceLister>::find(handle)) lister->on_listed(val::array());
}

EMSCRIPTEN_BINDINGS(device_list) {
    emscripten::function("device_list_changed", &device_list_changed);
    emscripten::function("device_list_came", &device_list_came);
    emscripten::function("device_list_failed", &device_list_failed);
}

DeviceKind kind_of(const std::string& name) {
    if (name == "videoinput") return DeviceKind::Camera;
    return name == "audiooutput" ? DeviceKind::Speaker : DeviceKind::Microphone;
}

}  // namespace

DeviceLister::DeviceLister(Sink sink) : sink_(std::move(sink)) {
    // Not there on pages that did not come over TLS.
    const val devices = val::global("navigator")["mediaDevices"];
    if (devices.isUndefined()) return;
    devices.call<void>("addEventListener", val("devicechange"), callback("device_list_changed", handle_.number()));
}

void DeviceLister::list() {
    const val devices = val::global("navigator")["mediaDevices"];
    if (devices.isUndefined()) return on_listed(val::array());
    devices.call<val>("enumerateDevices")
        .call<void>("then", callback("device_list_came", handle_.number()),
                    callback("device_list_failed", handle_.number()));
}

void DeviceLister::on_listed(const val& devices) {
    core::input::DevicesListed listed;
    for (int index = 0; index < devices["length"].as<int>(); ++index) {
        const val device = devices[index];
        listed.devices.push_back({kind_of(device["kind"].as<std::string>()), device["deviceId"].as<std::string>(),
                                  device["label"].as<std::string>()});
    }
    sink_(std::move(listed));
}

}  // namespace parley::web
