#include <gtest/gtest.h>

#include <cstddef>
#include <string>

#include "core/bounds.hpp"
#include "tests/core/devices_fixture.hpp"

// What a person sets about devices: pictures, cleaning, when they are heard, speakers and volumes.

namespace parley::core {
namespace {

struct DeviceSettings : Devices {};

TEST_F(DeviceSettings, AWishForAnotherPictureIsMetWithoutOpeningAnew) {
    page.forget();
    page.put(action::SetPicture{{.lines = CameraLines::Lines360, .frames = CameraFrames::Fifteen}});
    ASSERT_EQ(page.asked<output::TuneCamera>().size(), 1U);
    EXPECT_EQ(page.asked<output::TuneCamera>()[0].picture, (CameraShape{360, 15}));
    EXPECT_TRUE(page.asked<output::OpenDevices>().empty());
    page.put(action::SetPicture{{.mirror = Mirror::Off}});
    EXPECT_EQ(page.asked<output::TuneCamera>().size(), 2U);
    page.put(action::SetPicture{{.mirror = Mirror::On}});
    EXPECT_EQ(page.asked<output::TuneCamera>().size(), 2U) << "a mirror is no matter of the camera";
    page.put(action::ToggleCamera{});
    page.put(action::SetPicture{{.lines = CameraLines::Lines1080}});
    page.put(action::ToggleCamera{});
    EXPECT_EQ(page.asked<output::OpenDevices>().back().picture.lines, 1080);
}

TEST_F(DeviceSettings, AMicrophoneIsLetGoBeforeItIsOpenedDifferently) {
    const TrackId first = sent(Slot::Microphone);
    page.forget();
    page.put(action::SetCleaning{{.noise_suppression = false}});
    EXPECT_FALSE(page.tracks.at(first).live);
    ASSERT_EQ(page.asked<output::OpenDevices>().size(), 1U);
    EXPECT_FALSE(page.asked<output::OpenDevices>()[0].sound.cleaning.noise_suppression);
    EXPECT_TRUE(page.asked<output::OpenDevices>()[0].sound.cleaning.echo_cancellation);
    world.pass(settle_ms);
    EXPECT_EQ(local(page).microphone, DeviceState::On);
    EXPECT_EQ(page.live_tracks(), 2U);
}

TEST_F(DeviceSettings, PushToTalkIsHeardWhileItIsHeld) {
    page.put(action::Talk{});
    EXPECT_EQ(page.asked<output::EnableTrack>().size(), 1U) << "in the usual mode a key does nothing";
    page.put(action::SetTalkMode{TalkMode::PushToTalk});
    EXPECT_EQ(local(page).microphone, DeviceState::Off);
    page.put(action::Talk{});
    EXPECT_EQ(local(page).microphone, DeviceState::On);
    EXPECT_TRUE(page.tracks.at(sent(Slot::Microphone)).enabled);
    page.put(action::TalkEnded{});
    EXPECT_EQ(local(page).microphone, DeviceState::Off);
    EXPECT_FALSE(page.tracks.at(sent(Slot::Microphone)).enabled);
    page.put(action::ToggleMicrophone{});
    EXPECT_EQ(local(page).microphone, DeviceState::On) << "the button still works";
    page.put(action::Talk{});
    page.put(action::TalkEnded{});
    EXPECT_EQ(local(page).microphone, DeviceState::On);
}

TEST(PushToTalk, JoinsMuted) {
    World world;
    Page& page = world.page("ann");
    page.preferences.devices.talk = TalkMode::PushToTalk;
    world.join(page);
    world.pass(settle_ms);
    EXPECT_EQ(local(page).microphone, DeviceState::Off);
    page.put(action::Talk{});
    page.put(action::SetTalkMode{TalkMode::Open});
    EXPECT_EQ(local(page).microphone, DeviceState::Off) << "a held key is forgotten with its mode";
}

TEST_F(DeviceSettings, TheChosenSpeakerIsUsedWhileItIsThere) {
    page.forget();
    choose(DeviceKind::Speaker, "speaker b");
    ASSERT_EQ(page.asked<output::UseSpeaker>().size(), 1U);
    EXPECT_EQ(page.asked<output::UseSpeaker>()[0].device, "speaker b");
    page.unplug("speaker b");
    EXPECT_EQ(page.asked<output::UseSpeaker>().back().device, "");
    EXPECT_TRUE(said(page, NoticeKind::SpeakerReplaced));
    page.plug(second_speaker);
    EXPECT_EQ(page.asked<output::UseSpeaker>().back().device, "speaker b");
    EXPECT_TRUE(said(page, NoticeKind::SpeakerBack));
    EXPECT_EQ(page.asked<output::UseSpeaker>().size(), 3U);
}

TEST_F(DeviceSettings, TheTestOfASpeakerSaysWhatCameOfIt) {
    EXPECT_EQ(devices(page).speaker_test, SpeakerTest::None);
    page.put(action::TestSpeaker{});
    EXPECT_EQ(devices(page).speaker_test, SpeakerTest::Playing);
    page.put(input::TestSoundPlayed{{9'999}, input::TestSoundPlayed::Outcome::Played});
    EXPECT_EQ(devices(page).speaker_test, SpeakerTest::Playing) << "an answer to somebody else";
    page.put(input::TestSoundPlayed{page.asked<output::PlayTestSound>().back().request,
                                    input::TestSoundPlayed::Outcome::Blocked});
    EXPECT_EQ(devices(page).speaker_test, SpeakerTest::Blocked);
}

TEST_F(DeviceSettings, VolumesHoldForTheCall) {
    page.put(action::SetVolume{PeerId("bob"), 40});
    page.put(action::SetVolume{PeerId("bob"), 40});
    ASSERT_EQ(page.asked<output::SetVolume>().size(), 1U);
    EXPECT_EQ(page.asked<output::SetVolume>()[0].element, "bob");
    EXPECT_EQ(page.asked<output::SetVolume>()[0].percent, 40);
    EXPECT_EQ(page.sees("bob")->volume_percent, 40);
    page.put(action::SetVolume{PeerId("bob"), 250});
    EXPECT_EQ(page.sees("bob")->volume_percent, 100);
    page.put(action::SetVolume{PeerId("bob"), 0});
    page.put(action::Leave{});
    EXPECT_EQ(page.asked<output::SetVolume>().back().percent, 100);
    page.put(action::Rejoin{});
    world.pass(settle_ms);
    EXPECT_EQ(page.sees("bob")->volume_percent, 100);
}

TEST_F(DeviceSettings, VolumesOfStrangersHaveABound) {
    for (std::size_t count = 0; count < bounds::volumes_max + 10; ++count) {
        page.put(action::SetVolume{PeerId("peer " + std::to_string(count)), 10});
    }
    EXPECT_EQ(page.asked<output::SetVolume>().size(), bounds::volumes_max);
}

TEST_F(DeviceSettings, TheMicrophoneIsMeasuredInTheSettingsOfACall) {
    using Mode = output::WatchLevels::Mode;
    page.put(action::OpenSettings{});
    EXPECT_EQ(page.asked<output::WatchLevels>().back().mode, Mode::CallAndMicrophone);
    page.put(input::Levels{.microphone = 0.2F, .connections = {}});
    EXPECT_GT(local(page).microphone_level, 0);
    page.put(action::CloseSettings{});
    EXPECT_EQ(page.asked<output::WatchLevels>().back().mode, Mode::Call);
    EXPECT_EQ(local(page).microphone_level, 0);
}

}  // namespace
}  // namespace parley::core
