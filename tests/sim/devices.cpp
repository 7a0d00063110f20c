#include "tests/sim/devices.hpp"

#include <algorithm>

#include "tests/sim/storm.hpp"

// Devices are pulled out and plugged in, taken by other programs and chosen; in the end everybody has those they want.

namespace parley::sim {
namespace {

using core::DeviceKind;
using core::DeviceState;
using core::Slot;
using world::Page;

bool is_listed(const Page& page, const std::string& id) {
    return std::ranges::find(page.devices, id, &core::ListedDevice::id) != page.devices.end();
}

}  // namespace

core::DeviceList all_devices() {
    return {{DeviceKind::Microphone, "mic a", "Microphone A"}, {DeviceKind::Microphone, "mic b", "Microphone B"},
            {DeviceKind::Camera, "cam a", "Camera A"},         {DeviceKind::Camera, "cam b", "Camera B"},
            {DeviceKind::Camera, "cam c", "Camera C"},         {DeviceKind::Speaker, "speaker a", "Speaker A"}};
}

const core::ListedDevice* Storm::some_device() {
    static const core::DeviceList all = all_devices();
    return &all[dice_.below(all.size())];
}

void Storm::device_goes() {
    const Person* one = someone();
    if (one == nullptr) return;
    const core::ListedDevice* device = some_device();
    if (!is_listed(*one->page, device->id)) return;
    note("unplugs", device->id + " of " + one->name);
    one->page->unplug(device->id);
}

void Storm::device_comes() {
    const Person* one = someone();
    if (one == nullptr) return;
    const core::ListedDevice* device = some_device();
    if (is_listed(*one->page, device->id)) return;
    note("plugs in", device->id + " of " + one->name);
    one->page->plug(*device);
}

void Storm::device_is_taken() {
    const Person* one = someone();
    if (one == nullptr) return;
    const core::ListedDevice* device = some_device();
    note("takes", device->id + " of " + one->name);
    if (!one->page->busy.erase(device->id)) one->page->busy.insert(device->id);
    if (dice_.happens(0.3)) one->page->end_tracks(dice_.happens(0.5) ? Slot::Camera : Slot::Microphone);
}

void Storm::device_is_held() {
    const Person* one = someone();
    if (one != nullptr) one->page->hold(some_device()->id, dice_.happens(0.6));
}

void Storm::choose_device() {
    const Person* one = someone();
    if (one == nullptr) return;
    const core::ListedDevice* device = some_device();
    note("lets choose", one->name + ' ' + device->id);
    one->page->put(core::action::ChooseDevice{device->kind, dice_.happens(0.8) ? device->id : std::string()});
}

// Everything is plugged in and free again, and people press `Try again` where they are told that something is wrong.
void Storm::mend_devices() {
    for (Person& person : people_) {
        if (person.page == nullptr) continue;
        Page& page = *person.page;
        page.busy.clear();
        for (const core::ListedDevice& device : all_devices()) {
            page.hold(device.id, false);
            if (!is_listed(page, device.id)) page.plug(device);
        }
        // Something new says that it is worth while to try again what was busy.
        page.plug({DeviceKind::Camera, "late cam", "Late camera"});
        page.plug({DeviceKind::Microphone, "late mic", "Late microphone"});
    }
    world_.pass(1'000);
    for (const Person& person : people_) {
        if (!person.present()) continue;
        const core::LocalView& local = person.page->client.view().local;
        const auto in_vain = [&](DeviceState state, DeviceKind kind) {
            // Where devices can't be told apart yet, nothing says that there is a new one.
            const bool unheard = state == DeviceState::Busy && !person.page->permitted.contains(kind);
            return state == DeviceState::Failed || state == DeviceState::Missing || unheard;
        };
        if (in_vain(local.microphone, DeviceKind::Microphone)) person.page->put(core::action::RetryMicrophone{});
        if (in_vain(local.camera, DeviceKind::Camera)) person.page->put(core::action::RetryCamera{});
    }
}

void Storm::check_devices(const Page& page, std::vector<std::string>& faults) {
    const core::View& view = page.client.view();
    const auto check = [&](Slot slot, DeviceState state, const core::DeviceChoiceView& choice, bool open) {
        const std::string what = page.name + (slot == Slot::Camera ? "'s camera " : "'s microphone ");
        const auto live = [&](bool filtered) {
            return std::ranges::count_if(page.tracks, [&](const auto& entry) {
                return entry.second.kind == slot && entry.second.live && entry.second.filtered == filtered;
            });
        };
        if (live(false) != (open ? 1 : 0)) faults.push_back(what + "is open " + std::to_string(live(false)) + " times");
        if (live(true) > (open ? 1 : 0))
            faults.push_back(what + "is filtered " + std::to_string(live(true)) + " times");
        const bool fine = state == DeviceState::On || state == DeviceState::Off;
        if (!fine) return faults.push_back(what + "is in state " + std::to_string(static_cast<int>(state)));
        const bool is_chosen = choice.chosen.id.empty() || page.captured(slot) == choice.chosen.id;
        if (open && !is_chosen) faults.push_back(what + "is not the chosen one but " + page.captured(slot));
    };
    check(Slot::Microphone, view.local.microphone, view.devices.microphone, true);
    if (page.camera != Page::Device::Works) return;
    check(Slot::Camera, view.local.camera, view.devices.camera, view.local.camera == DeviceState::On);
}

}  // namespace parley::sim
