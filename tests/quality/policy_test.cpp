#include "core/quality/policy.hpp"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "core/quality/steps.hpp"
#include "tests/quality/policy_scene.hpp"

// Who is sent which picture of a camera, and which sound: each rule.

namespace parley::core::quality {
namespace {

TEST(Policy, SendsLessTheMorePeopleThereAre) {
    struct Row {
        int people;
        int height;
        std::uint32_t bps;
        int frames_per_s;
    };
    for (const Row& row :
         {Row{1, 720, 1'700'000, 30}, Row{2, 720, 1'700'000, 30}, Row{3, 720, 1'000'000, 30}, Row{4, 480, 600'000, 30},
          Row{5, 360, 350'000, 30}, Row{6, 360, 350'000, 30}, Row{7, 270, 200'000, 15}, Row{8, 270, 200'000, 15},
          Row{9, 180, 120'000, 15}, Row{40, 180, 120'000, 15}}) {
        const Choice choice = choose_one(call_of(row.people));
        EXPECT_EQ(choice.camera.bitrate_max_bps, row.bps) << row.people;
        EXPECT_EQ(choice.camera.frames_per_s_max, row.frames_per_s) << row.people;
        EXPECT_FLOAT_EQ(choice.camera.scale_down, 720.0F / static_cast<float>(row.height)) << row.people;
        EXPECT_EQ(choice.reason, Reason::People);
    }
}

TEST(Policy, SendsTheSpeakerOneStepLarger) {
    Scene scene = call_of(5);
    scene.voice = Scene::Voice::Speaking;
    EXPECT_EQ(choose_one(scene).step, 2);
    EXPECT_EQ(choose_one(scene).reason, Reason::Speaking);
    scene.people = 2;
    EXPECT_EQ(choose_one(scene).step, 0);
    EXPECT_EQ(choose_one(scene).reason, Reason::People);
}

TEST(Policy, SendsNoMoreThanIsShown) {
    for (const auto& [height, step] : {std::pair{90, 5}, {216, 5}, {217, 4}, {324, 4}, {325, 3}, {500, 2}, {600, 0}}) {
        EXPECT_EQ(choose_one(call_of(2), showing(static_cast<std::uint16_t>(height))).step, step) << height;
    }
    EXPECT_EQ(choose_one(call_of(2), showing(200)).reason, Reason::ShownSize);
}

TEST(Policy, SendsAPictureThatFitsAnyLineUntilItIsSaidWhatIsShown) {
    EXPECT_EQ(choose_one(call_of(2), Viewer{}).step, 3);
    EXPECT_EQ(choose_one(call_of(2), Viewer{}).camera.bitrate_max_bps, 350'000U);
    EXPECT_EQ(choose_one(call_of(2), Viewer{}).reason, Reason::People) << "nobody said that they show it no larger";
    EXPECT_EQ(choose_one(call_of(9), Viewer{}).step, 5);
}

TEST(Policy, GivesASmallTileTheBitsOfTheRowAboveWhereTheCallAllowsThem) {
    EXPECT_EQ(choose_one(call_of(2), showing(180)).camera.bitrate_max_bps, 200'000U);
    EXPECT_EQ(choose_one(call_of(8), showing(180)).camera.bitrate_max_bps, 200'000U);
    EXPECT_EQ(choose_one(call_of(9), showing(180)).camera.bitrate_max_bps, 120'000U);
    EXPECT_EQ(choose_one(call_of(6), showing(360)).camera.bitrate_max_bps, 350'000U);
    Scene slow = call_of(2);
    slow.steps_down = 1;
    EXPECT_EQ(choose_one(slow, showing(180)).camera.bitrate_max_bps, 120'000U) << "not on a machine that is short";
    Scene speaking = call_of(6);
    speaking.voice = Scene::Voice::Speaking;
    EXPECT_EQ(choose_one(speaking, showing(360)).camera.bitrate_max_bps, 600'000U);
    Viewer short_of_extra = showing(360);
    short_of_extra.line_bps = speech_bps + 300'000;
    EXPECT_EQ(choose_one(call_of(4), short_of_extra).reason, Reason::ShownSize) << "nobody misses what is extra";
}

TEST(Policy, SpeaksInTheCheapestWayToManyAsLongAsThereIsRoom) {
    EXPECT_EQ(choose_one(call_of(3)).sound, SoundEncoding{});
    EXPECT_EQ(choose_one(call_of(4)).sound, SoundEncoding{.bitrate_max_bps = cheap_speech_bps});
    EXPECT_EQ(choose_one(call_of(4), {.camera_height = {}, .screen_height = {}, .line_bps = 500'000}).sound,
              SoundEncoding{});
    Scene scene = call_of(4);
    scene.uplink_bps = 900'000;
    EXPECT_EQ(choose_one(scene).sound, SoundEncoding{});
    scene = call_of(4);
    scene.saver = Saver::On;
    EXPECT_EQ(choose_one(scene).sound, SoundEncoding{});
}

TEST(Policy, SendsNoSoundOfAMutedMicrophone) {
    for (const int people : {2, 6}) {
        Scene scene = call_of(people);
        const SoundEncoding live = choose_one(scene).sound;
        scene.microphone = Scene::Microphone::Muted;
        EXPECT_EQ(choose_one(scene).sound.activity, Activity::Paused);
        EXPECT_EQ(choose_one(scene).sound.bitrate_max_bps, live.bitrate_max_bps) << "who may speak at any moment";
    }
}

TEST(Policy, KeepsWhatMusicNeedsOfAShortLine) {
    Scene scene = call_of(3);
    scene.sound = Sound::Music;
    scene.uplink_bps = 700'000;
    const std::vector<Choice> choices = choose(scene, std::vector<Viewer>(2));
    for (const Choice& choice : choices) {
        EXPECT_EQ(choice.sound.bitrate_max_bps, music_bps);
        EXPECT_EQ(choice.camera.bitrate_max_bps, 350'000 - sound_headers_bps - music_bps);
    }
}

TEST(Policy, SendsALargeTileNoMoreThanTheCallAllows) {
    EXPECT_EQ(choose_one(call_of(6), showing(2'000)).step, 3);
    EXPECT_EQ(choose_one(call_of(6), showing(2'000)).reason, Reason::People);
}

TEST(Policy, SendsALargeCameraToTheOnlyViewerWhoShowsIt) {
    Scene scene = call_of(2);
    scene.capture_height = 1080;
    const Choice large = choose_one(scene, showing(1'000));
    EXPECT_FLOAT_EQ(large.camera.scale_down, 1);
    EXPECT_EQ(large.camera.bitrate_max_bps, large_step.bitrate_max_bps);
    EXPECT_FLOAT_EQ(choose_one(scene, showing(860)).camera.scale_down, 1.5F) << "it is shown no larger";
    EXPECT_FLOAT_EQ(choose_one(scene, Viewer{}).camera.scale_down, 3) << "they have not said";
    Viewer short_line = showing(1'000);
    short_line.line_bps = large_step.bitrate_min_bps;
    EXPECT_FLOAT_EQ(choose_one(scene, short_line).camera.scale_down, 1.5F) << "the line carries no more";
    EXPECT_EQ(choose_one(scene, short_line).step, 0);
    EXPECT_EQ(choose_one(scene, short_line).camera.bitrate_max_bps, camera_steps[0].bitrate_max_bps);
    scene.people = 3;
    EXPECT_FLOAT_EQ(choose_one(scene, showing(1'000)).camera.scale_down, 1.5F);
    scene.people = 2;
    scene.saver = Saver::On;
    EXPECT_FLOAT_EQ(choose_one(scene, showing(1'000)).camera.scale_down, 1.5F);
    EXPECT_LE(choose_one(call_of(2), showing(1'000)).camera.bitrate_max_bps, camera_steps[0].bitrate_max_bps);
}

TEST(Policy, SendsNothingToWhoDoesNotShowIt) {
    const Choice choice = choose_one(call_of(2), showing(0));
    EXPECT_EQ(choice.camera.activity, Activity::Paused);
    EXPECT_EQ(choice.step, nothing);
    EXPECT_EQ(choice.reason, Reason::NotShown);
}

TEST(Policy, LetsAFaceMove) { EXPECT_EQ(choose_one(call_of(6)).camera.favour, Favour::Motion); }

TEST(Policy, NeverScalesACameraUp) {
    Scene scene = call_of(2);
    scene.capture_height = 240;
    EXPECT_FLOAT_EQ(choose_one(scene).camera.scale_down, 1);
    scene.capture_height = 1'080;
    EXPECT_FLOAT_EQ(choose_one(scene).camera.scale_down, 1.5F);
}

TEST(Policy, SavesOneStepAndFrames) {
    Scene scene = call_of(4);
    scene.saver = Saver::On;
    const Choice choice = choose_one(scene);
    EXPECT_EQ(choice.step, 3);
    EXPECT_EQ(choice.camera.frames_per_s_max, 15);
    EXPECT_EQ(choice.reason, Reason::Saver);
}

TEST(Policy, StepsDownForAProcessorAndStopsAtTheLast) {
    Scene scene = call_of(2);
    scene.steps_down = 2;
    EXPECT_EQ(choose_one(scene).step, 2);
    EXPECT_EQ(choose_one(scene).reason, Reason::Processor);
    scene.steps_down = 17;
    EXPECT_EQ(choose_one(scene).step, 5);
}

TEST(Policy, KeepsSpeechItsPartOfALine) {
    Viewer viewer = showing(720);
    viewer.line_bps = 650'000;
    const Choice choice = choose_one(call_of(2), viewer);
    EXPECT_EQ(choice.camera.bitrate_max_bps, 600'000U);
    EXPECT_EQ(choice.step, 0) << "the encoder knows better what to do with so much";
    EXPECT_EQ(choice.reason, Reason::Line);
    viewer.line_bps = 1'150'000;
    EXPECT_EQ(choose_one(call_of(2), viewer).reason, Reason::People) << "nobody sees that";
    viewer.line_bps = 400'000;
    EXPECT_EQ(choose_one(call_of(2), viewer).step, 2);
    Scene scene = call_of(2);
    scene.uplink_bps = 650'000;
    EXPECT_EQ(choose_one(scene).camera.bitrate_max_bps, 600'000U);
}

TEST(Policy, PausesWhatALineDoesNotCarryAtAll) {
    Viewer viewer;
    viewer.line_bps = 99'999;
    EXPECT_EQ(choose_one(call_of(2), viewer).camera.activity, Activity::Paused);
    EXPECT_EQ(choose_one(call_of(2), viewer).reason, Reason::Line);
    viewer.line_bps = 100'000;
    EXPECT_EQ(choose_one(call_of(2), viewer).step, 5);
    viewer.line_bps = 0;
    EXPECT_EQ(choose_one(call_of(2), viewer).step, nothing);
}

TEST(Policy, SharesTheWayOutUpToACommonCap) {
    Scene scene = call_of(4);
    scene.uplink_bps = 3 * speech_bps + 900'000;
    const std::vector<Choice> choices = choose(scene, std::vector<Viewer>{showing(180), showing(480), showing(480)});
    EXPECT_EQ(choices[0].camera.bitrate_max_bps, 200'000U);
    EXPECT_EQ(choices[1].camera.bitrate_max_bps, 350'000U);
    EXPECT_EQ(choices[2].camera.bitrate_max_bps, 350'000U);
    EXPECT_EQ(choices[0].reason, Reason::ShownSize);
}

TEST(Policy, GivesOthersWhatAPausedPictureLeaves) {
    Scene scene = call_of(3);
    scene.uplink_bps = 2 * speech_bps + 600'000;
    std::vector<Viewer> viewers(2, showing(720));
    viewers[0].line_bps = 60'000;
    EXPECT_EQ(choose(scene, viewers)[1].camera.bitrate_max_bps, 600'000U);
}

}  // namespace
}  // namespace parley::core::quality
