#include <gtest/gtest.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "core/bounds.hpp"
#include "tests/core/devices_fixture.hpp"

// Choosing cameras and microphones, and what happens when they come, go, stop and fall silent.

namespace parley::core {
namespace {

TEST_F(Devices, AreListedByNameOnceTheBrowserTells) {
    ASSERT_EQ(devices(page).camera.options.size(), 2U);
    EXPECT_EQ(devices(page).camera.options[1], (DeviceName{"cam b", "Camera B"}));
    EXPECT_EQ(devices(page).speaker.options.size(), 2U);
    EXPECT_EQ(devices(page).camera.used.label, "Camera A");
    EXPECT_TRUE(devices(page).camera.chosen.id.empty());
}

TEST(DevicesBefore, HaveNoNamesUntilTheyAreAllowed) {
    World world;
    Page& page = world.page("ann");
    page.microphone = page.camera = Page::Device::Denied;
    page.boot("/r/kkkk-kkkk-kkkk", key_of('k'));
    world.pass(settle_ms);
    EXPECT_TRUE(devices(page).camera.options.empty());
}

TEST_F(Devices, AnotherCameraIsSentBeforeTheOneBeforeIsLetGo) {
    const TrackId first = sent(Slot::Camera);
    const int offers = page.connection().offers + other->connection().offers;
    page.forget();
    page.put(action::ChooseDevice{DeviceKind::Camera, "cam b"});
    EXPECT_EQ(local(page).camera, DeviceState::On) << "the picture goes on";
    EXPECT_TRUE(page.tracks.at(first).live);
    world.pass(settle_ms);
    const TrackId second = sent(Slot::Camera);
    EXPECT_NE(second, first);
    EXPECT_EQ(page.tracks.at(second).device, "cam b");
    EXPECT_FALSE(page.tracks.at(first).live);
    EXPECT_EQ(page.live_tracks(), 2U);
    EXPECT_EQ(page.connection().offers + other->connection().offers, offers);
    const auto& orders = page.orders();
    const auto sending = std::ranges::find_if(orders, [&](const Output& order) {
        const auto* set = std::get_if<output::SetOutgoingTrack>(&order);
        return set != nullptr && set->track == second;
    });
    const auto stopping = std::ranges::find_if(orders, [&](const Output& order) {
        const auto* stop = std::get_if<output::StopTrack>(&order);
        return stop != nullptr && stop->track == first;
    });
    ASSERT_NE(stopping, orders.end());
    EXPECT_LT(sending, stopping);
    EXPECT_TRUE(page.asked<output::Detach>().empty()) << "the own picture goes on too";
    EXPECT_FALSE(said(page, NoticeKind::CameraReplaced)) << "they know what they chose";
}

TEST_F(Devices, WhatWasChosenIsKept) {
    choose(DeviceKind::Microphone, "mic b");
    EXPECT_EQ(page.captured(Slot::Microphone), "mic b");
    EXPECT_EQ(page.preferences.devices.microphone, (DeviceName{"mic b", "Microphone B"}));
    choose(DeviceKind::Microphone, "");
    EXPECT_EQ(page.captured(Slot::Microphone), "mic a");
    EXPECT_EQ(page.preferences.devices.microphone, DeviceName{});
    EXPECT_EQ(page.live_tracks(), 2U);
}

TEST_F(Devices, WhatIsNotThereCanNotBeChosen) {
    page.forget();
    choose(DeviceKind::Camera, "cam z");
    EXPECT_TRUE(page.asked<output::OpenDevices>().empty());
    EXPECT_TRUE(page.asked<output::StorePreferences>().empty());
}

TEST_F(Devices, AMutedMicrophoneStaysMutedThroughAChange) {
    page.put(action::ToggleMicrophone{});
    choose(DeviceKind::Microphone, "mic b");
    EXPECT_EQ(local(page).microphone, DeviceState::Off);
    EXPECT_FALSE(page.tracks.at(sent(Slot::Microphone)).enabled);
}

TEST_F(Devices, OneThatIsOffIsOnlyRemembered) {
    page.put(action::ToggleCamera{});
    page.forget();
    choose(DeviceKind::Camera, "cam b");
    EXPECT_TRUE(page.asked<output::OpenDevices>().empty());
    page.put(action::ToggleCamera{});
    world.pass(settle_ms);
    EXPECT_EQ(page.captured(Slot::Camera), "cam b");
}

TEST_F(Devices, TheLastChoiceWinsHoweverQuickTheyCome) {
    page.put(action::ChooseDevice{DeviceKind::Camera, "cam b"});
    page.put(action::ChooseDevice{DeviceKind::Camera, "cam a"});
    page.put(action::ChooseDevice{DeviceKind::Camera, "cam b"});
    world.pass(settle_ms);
    EXPECT_EQ(page.captured(Slot::Camera), "cam b");
    EXPECT_EQ(page.live_tracks(), 2U) << "those that came late were let go";
}

TEST_F(Devices, AnUnpluggedOneGivesWayToTheNext) {
    choose(DeviceKind::Camera, "cam b");
    page.unplug("cam b");
    world.pass(settle_ms);
    EXPECT_EQ(page.captured(Slot::Camera), "cam a");
    EXPECT_EQ(local(page).camera, DeviceState::On);
    EXPECT_TRUE(said(page, NoticeKind::CameraReplaced));
    EXPECT_FALSE(said(page, NoticeKind::CameraFailed));
    EXPECT_EQ(page.preferences.devices.camera.id, "cam b") << "it is still the chosen one";
    EXPECT_EQ(devices(page).camera.presence, DeviceChoiceView::Presence::Away);
}

TEST_F(Devices, TheChosenOneIsUsedAgainWhenItIsBack) {
    choose(DeviceKind::Microphone, "mic b");
    page.unplug("mic b");
    world.pass(settle_ms);
    ASSERT_EQ(page.captured(Slot::Microphone), "mic a");
    page.plug(second_microphone);
    world.pass(settle_ms);
    EXPECT_EQ(page.captured(Slot::Microphone), "mic b");
    EXPECT_EQ(page.client.view().notices.back().kind, NoticeKind::MicrophoneBack);
    EXPECT_EQ(page.client.view().notices.back().name, "Microphone B");
    EXPECT_EQ(page.live_tracks(), 2U);
}

TEST_F(Devices, WithoutAChoiceNothingMovesWhenAnotherIsPluggedIn) {
    page.forget();
    page.plug({DeviceKind::Camera, "cam c", "Camera C"});
    world.pass(settle_ms);
    EXPECT_TRUE(page.asked<output::OpenDevices>().empty());
    EXPECT_EQ(devices(page).camera.options.size(), 3U);
}

TEST_F(Devices, TheOnlyOneIsMissingUntilItIsBack) {
    page.unplug("cam b");
    page.unplug("cam a");
    world.pass(settle_ms);
    EXPECT_TRUE(local(page).camera == DeviceState::Missing || local(page).camera == DeviceState::Failed);
    EXPECT_FALSE(other->sees("ann")->camera_on);
    page.plug({DeviceKind::Camera, "cam a", "Camera A"});
    world.pass(settle_ms);
    EXPECT_EQ(local(page).camera, DeviceState::On);
    EXPECT_TRUE(other->sees("ann")->camera_on);
}

TEST_F(Devices, OneThatAPersonTookBackIsNotAskedForAtOnce) {
    page.forget();
    page.end_tracks(Slot::Camera);
    world.pass(settle_ms);
    EXPECT_TRUE(page.asked<output::OpenDevices>().empty());
    EXPECT_EQ(local(page).camera, DeviceState::Failed);
    EXPECT_EQ(page.client.view().notices.back().kind, NoticeKind::CameraFailed);
    page.put(action::RetryCamera{});
    world.pass(settle_ms);
    EXPECT_EQ(local(page).camera, DeviceState::On);
}

TEST_F(Devices, ABusyOneGivesWayToTheOneBefore) {
    page.busy.insert("cam b");
    choose(DeviceKind::Camera, "cam b");
    EXPECT_EQ(page.captured(Slot::Camera), "cam a");
    EXPECT_EQ(local(page).camera, DeviceState::On);
    EXPECT_TRUE(said(page, NoticeKind::CameraReplaced));
    EXPECT_EQ(page.live_tracks(), 2U);
}

TEST_F(Devices, ABusyOneIsTriedAgainWhenDevicesChange) {
    page.busy.insert("cam b");
    choose(DeviceKind::Camera, "cam b");
    page.busy.clear();
    page.plug({DeviceKind::Camera, "cam c", "Camera C"});
    world.pass(settle_ms);
    EXPECT_EQ(page.captured(Slot::Camera), "cam b");
}

TEST_F(Devices, OneThatVanishedWhileItWasChosenLeavesTheOneBefore) {
    const TrackId first = sent(Slot::Camera);
    page.put(action::ChooseDevice{DeviceKind::Camera, "cam b"});
    std::erase(page.devices, second_camera);
    world.pass(settle_ms);
    EXPECT_EQ(sent(Slot::Camera), first);
    EXPECT_TRUE(page.tracks.at(first).live);
    EXPECT_EQ(page.client.view().notices.back().kind, NoticeKind::CameraKept);
}

TEST_F(Devices, OneThatIsHeldForLongIsSaidAndSaidToBeFree) {
    page.hold("mic a", true);
    world.pass(bounds::device_silent_ms - 1);
    EXPECT_EQ(local(page).microphone, DeviceState::On) << "a moment says nothing";
    world.pass(2);
    EXPECT_EQ(local(page).microphone, DeviceState::Held);
    EXPECT_TRUE(said(page, NoticeKind::MicrophoneHeld));
    world.pass(settle_ms);
    EXPECT_FALSE(other->sees("ann")->microphone_on);
    page.hold("mic a", false);
    world.pass(settle_ms);
    EXPECT_EQ(local(page).microphone, DeviceState::On);
    EXPECT_TRUE(said(page, NoticeKind::MicrophoneFreed));
    EXPECT_TRUE(other->sees("ann")->microphone_on);
}

TEST_F(Devices, APauseIsNotWorthAWord) {
    page.hold("cam a", true);
    world.pass(bounds::device_silent_ms / 2);
    page.hold("cam a", false);
    world.pass(2 * bounds::device_silent_ms);
    EXPECT_EQ(local(page).camera, DeviceState::On);
    EXPECT_FALSE(said(page, NoticeKind::CameraHeld));
    EXPECT_FALSE(said(page, NoticeKind::CameraFreed));
}

TEST_F(Devices, AHeldOneIsOpenedAnewOnDemand) {
    page.hold("cam a", true);
    world.pass(bounds::device_silent_ms + 1);
    page.put(action::RetryCamera{});
    world.pass(settle_ms);
    EXPECT_EQ(local(page).camera, DeviceState::On);
    EXPECT_EQ(page.live_tracks(), 2U);
}

TEST_F(Devices, OneThatEndsAsSoonAsItIsOpenIsGivenUp) {
    page.forget();
    for (int round = 0; round < 20; ++round) {
        // The browser does not list what it gives.
        const DeviceList none = {{DeviceKind::Camera, "ghost", "Ghost"}};
        for (auto& [number, track] : page.tracks) {
            if (track.kind == Slot::Camera && std::exchange(track.live, false)) page.put(input::TrackEnded{number});
        }
        page.put(input::DevicesListed{none});
        world.pass(settle_ms);
    }
    EXPECT_LE(page.asked<output::OpenDevices>().size(), static_cast<std::size_t>(bounds::device_recoveries_max) + 2);
}

TEST(RememberedDevices, AreOpenedWithTheFirstQuestion) {
    World world;
    Page& page = world.page("ann");
    page.devices.push_back(second_camera);
    page.preferences.devices.camera = {"cam b", "Camera B"};
    world.join(page);
    world.pass(settle_ms);
    ASSERT_EQ(page.asked<output::OpenDevices>().size(), 1U);
    EXPECT_EQ(page.captured(Slot::Camera), "cam b");
    EXPECT_FALSE(said(page, NoticeKind::CameraReplaced));
}

TEST(RememberedDevices, ThatAreNotThereGiveWayAndItIsSaid) {
    World world;
    Page& page = world.page("ann");
    page.preferences.devices.camera = {"cam b", "Camera B"};
    world.join(page);
    world.pass(settle_ms);
    EXPECT_EQ(page.captured(Slot::Camera), "cam a");
    EXPECT_EQ(page.captured(Slot::Microphone), "mic a");
    EXPECT_TRUE(said(page, NoticeKind::CameraReplaced));
    EXPECT_EQ(page.live_tracks(), 2U);
}

TEST(RememberedDevices, AreFoundUnderAnotherIdByTheirLabel) {
    World world;
    Page& page = world.page("ann");
    page.devices.push_back(second_camera);
    page.preferences.devices.camera = {"an old id", "Camera B"};
    world.join(page);
    world.pass(settle_ms);
    EXPECT_EQ(page.captured(Slot::Camera), "cam b");
    EXPECT_EQ(page.live_tracks(), 2U);
}

}  // namespace
}  // namespace parley::core
