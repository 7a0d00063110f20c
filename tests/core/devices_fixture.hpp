#pragma once

#include <gtest/gtest.h>

#include <string>

#include "tests/core/seen.hpp"
#include "tests/core/world.hpp"

/// Pages with more than one device of a kind.
namespace parley::core {

inline const ListedDevice second_camera{DeviceKind::Camera, "cam b", "Camera B"};
inline const ListedDevice second_microphone{DeviceKind::Microphone, "mic b", "Microphone B"};
inline const ListedDevice second_speaker{DeviceKind::Speaker, "speaker b", "Speaker B"};

inline const DevicesView& devices(const Page& page) { return page.client.view().devices; }
inline bool said(const Page& page, NoticeKind kind) { return told(page, kind) > 0; }

/// Two of everything, in a call with somebody else.
struct Devices : testing::Test {
    Devices() {
        page.devices.insert(page.devices.end(), {second_camera, second_microphone, second_speaker});
        world.join(page);
        other = &world.joined("bob");
    }
    void choose(DeviceKind kind, const std::string& id) {
        page.put(action::ChooseDevice{kind, id});
        world.pass(settle_ms);
    }
    [[nodiscard]] TrackId sent(Slot slot) const { return page.connection().outgoing.at(slot).value_or(TrackId{}); }

    World world;
    Page& page = world.page("ann");
    Page* other = nullptr;
};

}  // namespace parley::core
