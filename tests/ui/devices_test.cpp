#include <gtest/gtest.h>

#include <optional>
#include <variant>

#include "tests/ui/stage.hpp"
#include "ui/device_words.hpp"

// Choosing devices: before a call, in the settings, and how loud somebody is.

namespace parley::ui {
namespace {

using core::DeviceKind;
using core::Screen;
using testing::emitted;
using testing::Stage;
using Presence = core::DeviceChoiceView::Presence;
using enum SemanticRole;

class Devices : public ::testing::Test {
protected:
    Devices() {
        stage_.view = testing::call_with(2);
        core::DevicesView& devices = stage_.view.devices;
        devices.microphone.options = {{"m1", "Built-in"}, {"m2", "Headset"}};
        devices.camera.options = {{"c1", "Front"}, {"c2", "Back"}};
        devices.speaker.options = {{"s1", "Speakers"}};
    }
    void show_settings(std::string_view page) {
        stage_.view.settings.open = true;
        stage_.frame();
        stage_.activate(page);
        stage_.frame();
    }
    template <class Action>
    std::optional<Action> action_of(const FrameResult& result) {
        for (const core::UserAction& action : result.actions)
            if (const auto* wanted = std::get_if<Action>(&action)) return *wanted;
        return std::nullopt;
    }
    template <class Action>
    std::optional<Action> chosen_by(std::string_view label) {
        return action_of<Action>(stage_.activate(label));
    }
    /// Opens the choice and takes what is called `option`.
    template <class Action>
    std::optional<Action> choose(std::string_view select, std::string_view option) {
        stage_.open_menu(select);
        return chosen_by<Action>(option);
    }
    Stage stage_;
};

TEST_F(Devices, AreChosenInTheSettings) {
    show_settings("Audio");
    ASSERT_TRUE(stage_.shows(Button, "Microphone"));
    EXPECT_EQ(stage_.find(Button, "Microphone")->description, "System default");
    const auto chosen = choose<core::action::ChooseDevice>("Microphone", "Headset");
    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen->kind, DeviceKind::Microphone);
    EXPECT_EQ(chosen->id, "m2");
}

TEST_F(Devices, GoBackToTheSystemsOwn) {
    stage_.view.devices.camera.chosen = {"c2", "Back"};
    show_settings("Video");
    EXPECT_EQ(stage_.find(Button, "Camera")->description, "Back");
    const auto chosen = choose<core::action::ChooseDevice>("Camera", "System default");
    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen->kind, DeviceKind::Camera);
    EXPECT_TRUE(chosen->id.empty());
}

TEST_F(Devices, ThatAreAwayAreSaidToBe) {
    stage_.view.devices.camera.chosen = {"c9", "Monitor"};
    stage_.view.devices.camera.presence = Presence::Away;
    show_settings("Video");
    EXPECT_EQ(stage_.find(Button, "Camera")->description, "Monitor (not connected)");
    EXPECT_FALSE(choose<core::action::ChooseDevice>("Camera", "Monitor (not connected)"));
}

TEST_F(Devices, WithoutNamesHaveNumbers) {
    stage_.view.devices.camera.options = {{"c1", ""}, {"c2", ""}};
    const DeviceOptions options = device_options(DeviceKind::Camera, stage_.view.devices.camera);
    EXPECT_EQ(options.names, (std::vector<std::string>{"System default", "Camera 1", "Camera 2"}));
}

TEST_F(Devices, ThatMayNotBeToldCanNotBeChosen) {
    stage_.view.devices = {};
    show_settings("Video");
    EXPECT_TRUE(stage_.find(Button, "Camera")->disabled);
    EXPECT_EQ(stage_.find(Button, "Camera")->description, "Allow the camera to choose one.");
}

TEST_F(Devices, AreChosenBeforeACall) {
    stage_.view.screen = Screen::PreJoin;
    stage_.frame();
    for (const auto& name : {"Microphone", "Camera", "Speaker"}) EXPECT_TRUE(stage_.shows(Button, name)) << name;
    const auto chosen = choose<core::action::ChooseDevice>("Camera", "Back");
    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen->id, "c2");
    stage_.surface.width = 390;
    stage_.surface.height = 844;
    stage_.frame();
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Button, "Camera"));
}

TEST_F(Devices, SoundIsCleanedUnlessToldOtherwise) {
    show_settings("Audio");
    EXPECT_EQ(stage_.find(Switch, "Noise suppression")->pressed, true);
    const auto noise = chosen_by<core::action::SetCleaning>("Noise suppression");
    ASSERT_TRUE(noise);
    EXPECT_EQ(noise->cleaning, (core::SpeechCleaning{.noise_suppression = false}));
    EXPECT_EQ(chosen_by<core::action::SetCleaning>("Echo cancellation")->cleaning,
              (core::SpeechCleaning{.echo_cancellation = false}));
    EXPECT_EQ(chosen_by<core::action::SetCleaning>("Automatic volume")->cleaning,
              (core::SpeechCleaning{.automatic_gain = false}));
}

TEST_F(Devices, MusicIsNotCleanedAndItIsSaid) {
    stage_.view.settings.preferences.sound = core::output::Sound::Music;
    show_settings("Audio");
    EXPECT_TRUE(stage_.find(Switch, "Echo cancellation")->disabled);
    EXPECT_EQ(stage_.find(Switch, "Echo cancellation")->pressed, false);
    EXPECT_NE(stage_.find(Switch, "Echo cancellation")->description.find("Music mode"), std::string::npos);
}

TEST_F(Devices, PushToTalkIsAChoice) {
    show_settings("Audio");
    EXPECT_EQ(chosen_by<core::action::SetTalkMode>("Push to talk")->mode, core::TalkMode::PushToTalk);
}

TEST_F(Devices, TheSpeakerIsTested) {
    show_settings("Audio");
    EXPECT_TRUE(emitted<core::action::TestSpeaker>(stage_.activate("Test speaker")));
    stage_.view.devices.speaker_test = core::SpeakerTest::NoDevice;
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Status, "No speaker found. Plug one in or switch one on."));
}

TEST_F(Devices, PicturesAreWishedFor) {
    show_settings("Video");
    EXPECT_EQ(choose<core::action::SetPicture>("Picture size", "Small: 360 lines")->wish.lines,
              core::CameraLines::Lines360);
    stage_.frame();
    EXPECT_EQ(choose<core::action::SetPicture>("Frame rate", "15 pictures a second")->wish.frames,
              core::CameraFrames::Fifteen);
    stage_.frame();
    stage_.frame();
    EXPECT_EQ(chosen_by<core::action::SetPicture>("Mirror my picture")->wish.mirror, core::Mirror::Off);
}

TEST_F(Devices, OnesOwnPictureIsAMirrorUnlessToldOtherwise) {
    const auto mirrored = [this] {
        for (const VideoPlacement& video : stage_.frame().videos)
            if (video.element == "peer0") return video.mirrored;
        return false;
    };
    EXPECT_TRUE(mirrored());
    stage_.view.participants[0].mirror = core::Mirror::Off;
    EXPECT_FALSE(mirrored());
}

TEST_F(Devices, SettingsRememberTheirPage) {
    show_settings("Video");
    stage_.view.settings.open = false;
    stage_.frame();
    stage_.view.settings.open = true;
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Button, "Camera"));
    EXPECT_EQ(stage_.find(ToggleButton, "Video")->pressed, true);
}

TEST_F(Devices, HowLoudSomebodyIsStandsWithTheirStatistics) {
    core::StatisticsView statistics;
    statistics.peer = PeerId("peer1");
    statistics.name = "Person 1";
    statistics.volume_percent = 80;
    statistics.samples = std::make_shared<const std::vector<core::quality::Sample>>();
    stage_.view.statistics = statistics;
    stage_.frame();
    const SemanticNode* slider = stage_.find(Slider, "Volume of Person 1");
    ASSERT_NE(slider, nullptr);
    EXPECT_EQ(slider->value, "80 %");
    stage_.send({SemanticEvent::Kind::Input, slider->id, "25", false});
    const auto set = action_of<core::action::SetVolume>(stage_.frame());
    ASSERT_TRUE(set);
    EXPECT_EQ(set->peer, PeerId("peer1"));
    EXPECT_EQ(set->percent, 25);
}

TEST_F(Devices, EveryNoticeOfThemHasWords) {
    for (auto kind = core::NoticeKind::MicrophoneReplaced; kind <= core::NoticeKind::CameraFreed;
         kind = static_cast<core::NoticeKind>(static_cast<int>(kind) + 1)) {
        EXPECT_FALSE(device_notice_text({.id = 1, .kind = kind, .name = "Headset"}).empty());
    }
    EXPECT_NE(
        device_notice_text({.id = 1, .kind = core::NoticeKind::MicrophoneReplaced, .name = "Headset"}).find("Headset"),
        std::string::npos);
}

}  // namespace
}  // namespace parley::ui
