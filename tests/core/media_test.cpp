#include <gtest/gtest.h>

#include "tests/core/seen.hpp"
#include "tests/core/world.hpp"

// The person's own microphone and camera, before a call and in it.

namespace parley::core {
namespace {

Page& waiting(World& world) {
    Page& page = world.page("ann");
    page.boot("/r/kkkk-kkkk-kkkk", key_of('k'));
    return page;
}

TEST(Media, AsksForBothDevicesInOneQuestion) {
    World world;
    const Page& page = waiting(world);
    world.pass(settle_ms);
    ASSERT_EQ(page.asked<output::OpenDevices>().size(), 1U);
    EXPECT_TRUE(page.asked<output::OpenDevices>()[0].microphone);
    EXPECT_TRUE(page.asked<output::OpenDevices>()[0].camera);
    EXPECT_EQ(local(page).microphone, DeviceState::On);
    EXPECT_EQ(local(page).camera, DeviceState::On);
}

TEST(Media, AsksForEachAloneWhenBothTogetherFailed) {
    World world;
    Page& page = waiting(world);
    page.camera = Page::Device::Missing;
    world.pass(settle_ms);
    const auto questions = page.asked<output::OpenDevices>();
    ASSERT_EQ(questions.size(), 3U);
    EXPECT_TRUE(questions[1].microphone && !questions[1].camera);
    EXPECT_TRUE(!questions[2].microphone && questions[2].camera);
    EXPECT_EQ(local(page).microphone, DeviceState::On);
    EXPECT_EQ(local(page).camera, DeviceState::Missing);
}

TEST(Media, SaysOfEachDeviceWhatIsWrongWithIt) {
    for (const auto& [device, state] : {std::pair(Page::Device::Denied, DeviceState::Denied),
                                        {Page::Device::Missing, DeviceState::Missing},
                                        {Page::Device::Busy, DeviceState::Busy}}) {
        World world;
        Page& page = waiting(world);
        page.microphone = page.camera = device;
        world.pass(settle_ms);
        EXPECT_EQ(local(page).microphone, state);
        EXPECT_EQ(local(page).camera, state);
        page.put(action::Join{});
        world.pass(settle_ms);
        EXPECT_EQ(page.screen(), Screen::Call) << "a call needs no device";
    }
}

TEST(Media, AsksAgainWhenThePersonWantsIt) {
    World world;
    Page& page = waiting(world);
    page.microphone = page.camera = Page::Device::Denied;
    world.pass(settle_ms);
    page.microphone = page.camera = Page::Device::Works;
    page.put(action::RetryMicrophone{});
    page.put(action::ToggleCamera{});
    EXPECT_EQ(local(page).microphone, DeviceState::Starting);
    EXPECT_EQ(local(page).camera, DeviceState::Starting);
    world.pass(settle_ms);
    EXPECT_EQ(local(page).microphone, DeviceState::On);
    EXPECT_EQ(local(page).camera, DeviceState::On);
}

TEST(Media, AsksOnceWhileTheBrowserAsksThePerson) {
    World world;
    Page& page = waiting(world);
    page.microphone = page.camera = Page::Device::Silent;
    world.pass(settle_ms);
    page.put(action::RetryMicrophone{});
    page.put(action::RetryCamera{});
    EXPECT_EQ(page.asked<output::OpenDevices>().size(), 1U);
}

TEST(Media, MutingKeepsTheTrackAndSilencesIt) {
    World world;
    Page& page = world.joined("ann");
    const Page& other = world.joined("bob");
    const int offers = page.connection().offers + other.connection().offers;
    page.put(action::ToggleMicrophone{});
    EXPECT_EQ(local(page).microphone, DeviceState::Off);
    EXPECT_EQ(page.live_tracks(), 2U);
    const TrackId track = *page.connection().outgoing.at(Slot::Microphone);
    EXPECT_FALSE(page.tracks.at(track).enabled);
    world.pass(1'000);
    EXPECT_FALSE(other.sees("ann")->microphone_on);
    page.put(action::ToggleMicrophone{});
    EXPECT_TRUE(page.tracks.at(track).enabled);
    EXPECT_EQ(page.connection().outgoing.at(Slot::Microphone), track);
    world.pass(1'000);
    EXPECT_TRUE(other.sees("ann")->microphone_on);
    EXPECT_EQ(page.connection().offers + other.connection().offers, offers);
}

TEST(Media, CameraOffStopsItsTrackAndOnOpensANewOne) {
    World world;
    Page& page = world.joined("ann");
    const Page& other = world.joined("bob");
    const int offers = page.connection().offers + other.connection().offers;
    const TrackId first = *page.connection().outgoing.at(Slot::Camera);
    page.put(action::ToggleCamera{});
    EXPECT_FALSE(page.tracks.at(first).live);
    EXPECT_FALSE(page.connection().outgoing.at(Slot::Camera));
    world.pass(1'000);
    EXPECT_FALSE(other.sees("ann")->camera_on);
    page.put(action::ToggleCamera{});
    world.pass(1'000);
    const auto second = page.connection().outgoing.at(Slot::Camera);
    ASSERT_TRUE(second);
    EXPECT_NE(*second, first);
    EXPECT_TRUE(page.tracks.at(*second).live);
    EXPECT_TRUE(other.sees("ann")->camera_on);
    EXPECT_EQ(page.connection().offers + other.connection().offers, offers);
}

TEST(Media, LetsGoOfACameraThatWasSwitchedOffWhileItStarted) {
    World world;
    Page& page = waiting(world);
    page.device_ms = 1'000;
    world.pass(settle_ms);
    page.put(action::ToggleCamera{});
    EXPECT_EQ(local(page).camera, DeviceState::Off);
    world.pass(1'000);
    EXPECT_EQ(local(page).camera, DeviceState::Off);
    EXPECT_EQ(local(page).microphone, DeviceState::On);
    EXPECT_EQ(page.live_tracks(), 1U);
}

TEST(Media, KeepsACameraThatWasWantedAgainWhileItStarted) {
    World world;
    Page& page = waiting(world);
    page.device_ms = 1'000;
    world.pass(settle_ms);
    page.put(action::ToggleCamera{});
    page.put(action::ToggleCamera{});
    world.pass(1'000);
    EXPECT_EQ(local(page).camera, DeviceState::On);
    EXPECT_EQ(page.asked<output::OpenDevices>().size(), 1U);
}

TEST(Media, SaysNothingOfACameraThatFailedAfterItWasSwitchedOff) {
    World world;
    Page& page = waiting(world);
    page.device_ms = 1'000;
    page.camera = Page::Device::Busy;
    world.pass(settle_ms);
    page.put(action::ToggleCamera{});
    world.pass(3'000);
    EXPECT_EQ(local(page).camera, DeviceState::Off);
    EXPECT_EQ(local(page).microphone, DeviceState::On);
}

TEST(Media, StartsMutedWhenItWasMutedWhileItStarted) {
    World world;
    Page& page = waiting(world);
    page.device_ms = 1'000;
    world.pass(settle_ms);
    page.put(action::ToggleMicrophone{});
    world.pass(1'000);
    EXPECT_EQ(local(page).microphone, DeviceState::Off);
    for (const auto& [id, track] : page.tracks) EXPECT_EQ(track.enabled, track.kind == Slot::Camera);
}

TEST(Media, LetsGoOfDevicesThatArriveAfterLeaving) {
    World world;
    Page& page = waiting(world);
    page.device_ms = 1'000;
    world.pass(settle_ms);
    page.put(action::GoHome{});
    world.pass(1'000);
    EXPECT_EQ(page.tracks.size(), 2U);
    EXPECT_EQ(page.live_tracks(), 0U);
    EXPECT_EQ(local(page).camera, DeviceState::Off);
}

TEST(Media, RemembersTheMuteWhenItRejoins) {
    World world;
    Page& page = world.joined("ann");
    page.put(action::ToggleMicrophone{});
    page.put(action::ToggleCamera{});
    page.put(action::Leave{});
    page.put(action::Rejoin{});
    world.pass(settle_ms);
    EXPECT_EQ(local(page).microphone, DeviceState::Off);
    EXPECT_EQ(local(page).camera, DeviceState::Off);
    EXPECT_EQ(page.live_tracks(), 1U);
}

TEST(Media, SaysThatACapturedDeviceStopped) {
    World world;
    Page& page = world.joined("ann");
    world.joined("bob");
    const TrackId track = *page.connection().outgoing.at(Slot::Camera);
    page.put(input::TrackEnded{track});
    EXPECT_EQ(local(page).camera, DeviceState::Failed);
    world.pass(settle_ms);
    EXPECT_EQ(page.client.view().notices.back().kind, NoticeKind::CameraFailed);
    EXPECT_FALSE(page.connection().outgoing.at(Slot::Camera));
    page.put(input::TrackEnded{track});
    page.put(action::ToggleCamera{});
    world.pass(settle_ms);
    EXPECT_EQ(local(page).camera, DeviceState::On);
}

TEST(Media, ReachesConnectionsMadeBeforeAndAfter) {
    World world;
    Page& page = world.joining("ann");
    page.device_ms = 2'000;
    const Page& before = world.joined("bob");
    ASSERT_TRUE(page.connection_to("bob")->connected());
    EXPECT_FALSE(page.connection_to("bob")->outgoing.contains(Slot::Microphone));
    world.pass(2'000);
    const Page& after = world.joined("cem");
    for (const Page* other : {&before, &after}) {
        const FakeConnection* connection = page.connection_to(other->name);
        ASSERT_NE(connection, nullptr);
        EXPECT_TRUE(connection->outgoing.at(Slot::Microphone));
        EXPECT_TRUE(connection->outgoing.at(Slot::Camera));
    }
    EXPECT_EQ(page.connections().size(), 2U);
}

TEST(Media, ShowsTheOwnPictureWhereThePersonLooks) {
    World world;
    Page& page = waiting(world);
    world.pass(settle_ms);
    ASSERT_EQ(page.asked<output::AttachLocal>().size(), 1U);
    EXPECT_EQ(page.asked<output::AttachLocal>()[0].element, preview_element);
    page.forget();
    page.put(action::Join{});
    world.pass(settle_ms);
    ASSERT_EQ(page.asked<output::Detach>().size(), 1U);
    EXPECT_EQ(page.asked<output::Detach>()[0].element, preview_element);
    ASSERT_EQ(page.asked<output::AttachLocal>().size(), 1U);
    EXPECT_EQ(page.asked<output::AttachLocal>()[0].element, "ann");
    page.forget();
    page.put(action::ToggleCamera{});
    ASSERT_EQ(page.asked<output::Detach>().size(), 1U);
    EXPECT_TRUE(page.asked<output::AttachLocal>().empty());
}

}  // namespace
}  // namespace parley::core
