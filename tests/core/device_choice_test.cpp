#include "core/device_choice.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/bounds.hpp"

// Which device is used, as a pure question.

namespace parley::core {
namespace {

constexpr DeviceKind camera = DeviceKind::Camera;
constexpr DeviceKind microphone = DeviceKind::Microphone;

const DeviceList two_of_each = {
    {camera, "c1", "Front"}, {microphone, "m1", "Built-in"}, {camera, "c2", "Back"}, {microphone, "m2", "Headset"}};
const DeviceList unnamed = {{camera, "", ""}, {microphone, "", ""}};

TEST(DeviceChoice, TheSystemsOwnIsAlwaysThere) {
    EXPECT_EQ(find_chosen({}, camera, {}), "");
    EXPECT_EQ(find_chosen(two_of_each, camera, {}), "");
}

TEST(DeviceChoice, AChosenOneIsFoundByItsId) {
    EXPECT_EQ(find_chosen(two_of_each, camera, {"c2", "Back"}), "c2");
    EXPECT_EQ(find_chosen(two_of_each, microphone, {"c2", "Back"}), std::nullopt) << "it is a camera";
}

TEST(DeviceChoice, AChosenOneWhoseIdChangedIsFoundByItsLabel) {
    EXPECT_EQ(find_chosen(two_of_each, camera, {"other", "Back"}), "c2");
    EXPECT_EQ(find_chosen(two_of_each, camera, {"other", ""}), std::nullopt);
    EXPECT_EQ(find_chosen(two_of_each, camera, {"other", "Gone"}), std::nullopt);
}

TEST(DeviceChoice, IsBelievedWhileDevicesCantBeToldApart) {
    EXPECT_EQ(find_chosen(unnamed, camera, {"c9", "Gone"}), "c9");
    EXPECT_EQ(find_chosen({}, camera, {"c9", "Gone"}), "c9");
}

TEST(DeviceChoice, TriesTheChosenTheFormerTheSystemsThenAllOthers) {
    std::vector<std::string> tried;
    const DeviceName chosen{"c2", "Back"};
    const DeviceList list = {{camera, "c0", "Zero"}, {camera, "c1", "Front"}, {camera, "c2", "Back"}};
    while (auto next = next_to_try(list, camera, chosen, {"c1", "Front"}, tried)) tried.push_back(*std::move(next));
    EXPECT_EQ(tried, (std::vector<std::string>{"c2", "c1", "", "c0"}));
}

TEST(DeviceChoice, HasNothingElseToTryWhereNothingIsTold) {
    EXPECT_EQ(next_to_try(unnamed, camera, {}, {}, {}), "");
    const std::vector<std::string> failed = {""};
    EXPECT_EQ(next_to_try(unnamed, camera, {}, {}, failed), std::nullopt);
}

TEST(DeviceChoice, LeavesOutTheDoublesOfTheSystemsOwn) {
    const DeviceList list = tidied({{microphone, "default", "Default - Headset"},
                                    {microphone, "communications", "Communications - Headset"},
                                    {microphone, "m2", "Headset"}});
    EXPECT_EQ(list, (DeviceList{{microphone, "m2", "Headset"}}));
}

TEST(DeviceChoice, KeepsAsManyAsItsBound) {
    const DeviceList many(bounds::devices_listed_max + 5, {camera, "c", "C"});
    EXPECT_EQ(tidied(many).size(), bounds::devices_listed_max);
}

TEST(DeviceChoice, CutsLabelsBetweenCharacters) {
    const std::string label(bounds::device_label_bytes_max - 1, 'x');
    EXPECT_EQ(shortened_label(label + "\u00e9"), label);
    EXPECT_EQ(shortened_label(label + "y"), label + "y");
}

TEST(DeviceChoice, MusicGoesWithoutWhatMakesSpeechClear) {
    const DevicePreferences preferences{.cleaning = {.noise_suppression = false}};
    EXPECT_EQ(sound_shape(preferences, quality::Sound::Speech),
              (SoundShape{.cleaning = {.noise_suppression = false}, .channels = 1}));
    EXPECT_EQ(sound_shape(preferences, quality::Sound::Music),
              (SoundShape{.cleaning = {false, false, false}, .channels = 2}));
}

TEST(DeviceChoice, AsksForThePictureThatIsWished) {
    EXPECT_EQ(camera_shape({}), (CameraShape{720, 30}));
    EXPECT_EQ(camera_shape({.lines = CameraLines::Lines360, .frames = CameraFrames::Fifteen}), (CameraShape{360, 15}));
    EXPECT_EQ(camera_shape({.lines = CameraLines::Lines720}), (CameraShape{720, 30}));
    EXPECT_EQ(camera_shape({.lines = CameraLines::Lines1080}), (CameraShape{1080, 30}));
}

DevicePreferences read(const std::vector<std::string>& words) {
    DevicePreferences preferences;
    for (const std::string& word : words) read_device_preference(word, preferences);
    return preferences;
}

TEST(DevicePreferences, ComeBackFromTheirWords) {
    const DevicePreferences unusual{
        .microphone = {"id with blanks", "Mikrofon \u00fc . 2"},
        .camera = {"a.b", ""},
        .speaker = {"default", "x"},
        .picture = {.lines = CameraLines::Lines1080, .frames = CameraFrames::Fifteen, .mirror = Mirror::Off},
        .cleaning = {.echo_cancellation = false, .noise_suppression = false, .automatic_gain = false},
        .talk = TalkMode::PushToTalk};
    const auto words = words_of(unusual);
    for (const std::string& word : words) EXPECT_EQ(word.find(' '), std::string::npos) << word;
    EXPECT_EQ(read(words), unusual);
    EXPECT_TRUE(words_of({}).empty());
}

TEST(DevicePreferences, AreTheUsualOnesWhereAWordSaysNothing) {
    for (const char* word : {"", "x", "camera=", "camera=.", "camera=!!.!!", "camera=.YQ", "camera=YQ", "lines=9"}) {
        EXPECT_EQ(read({word}), DevicePreferences{}) << word;
    }
}

}  // namespace
}  // namespace parley::core
