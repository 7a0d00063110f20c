#include "core/quality/policy.hpp"

#include <gtest/gtest.h>

#include "core/quality/steps.hpp"
#include "core/random.hpp"

// Who is sent which picture: each rule, then all of them over scenes at random.

namespace parley::core::quality {
namespace {

using Activity = Encoding::Activity;
using Favour = Encoding::Favour;

constexpr int nothing = static_cast<int>(camera_steps.size());
constexpr std::uint32_t speech_bps = 50'000;
constexpr std::uint32_t without_end_bps = 1'000'000'000;

Viewer showing(std::uint16_t height) { return {.camera_height = height, .screen_height = {}, .line_bps = {}}; }

Choice choose_one(const Scene& scene, const Viewer& viewer = showing(720)) {
    return choose(scene, std::vector<Viewer>{viewer}).front();
}

Scene call_of(int people) {
    Scene scene;
    scene.people = people;
    return scene;
}

std::uint32_t bits(const Choice& choice) {
    const auto taken = [](const Encoding& encoding) {
        return encoding.activity == Activity::Sent ? encoding.bitrate_max_bps : 0;
    };
    return taken(choice.camera) + taken(choice.screen);
}

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

TEST(Policy, SharesNoScreenUnlessThereIsOne) {
    EXPECT_EQ(choose_one(call_of(2)).screen.activity, Activity::Paused);
    Scene scene = call_of(2);
    scene.screen_height = 1'080;
    EXPECT_EQ(choose_one(scene).screen.activity, Activity::Sent);
    EXPECT_EQ(choose_one(scene, {.camera_height = {}, .screen_height = 0, .line_bps = {}}).screen.activity,
              Activity::Paused);
}

TEST(Policy, SharesTextInFullSize) {
    Scene scene = call_of(3);
    scene.screen_height = 1'080;
    const Encoding screen = choose_one(scene).screen;
    EXPECT_FLOAT_EQ(screen.scale_down, 1);
    EXPECT_EQ(screen.favour, Favour::Detail);
    EXPECT_EQ(screen.bitrate_max_bps, 1'500'000U);
    EXPECT_EQ(screen.frames_per_s_max, 15);
    scene.people = 9;
    EXPECT_LT(choose_one(scene).screen.bitrate_max_bps, 1'500'000U);
    EXPECT_EQ(choose_one(scene).screen.frames_per_s_max, 5);
}

TEST(Policy, SharesNoMoreLinesThanAScreenOfTodayHas) {
    Scene scene = call_of(3);
    scene.screen_height = 2'160;
    EXPECT_FLOAT_EQ(choose_one(scene).screen.scale_down, 2);
}

TEST(Policy, SaysWhyAScreenIsSentAsItIs) {
    Scene scene = call_of(2);
    EXPECT_EQ(choose_one(scene).screen_reason, Reason::NotShown);
    scene.screen_height = 1'080;
    EXPECT_EQ(choose_one(scene).screen_reason, Reason::People);
    scene.uplink_bps = speech_bps + 200'000;
    EXPECT_EQ(choose_one(scene).screen_reason, Reason::Line);
    EXPECT_EQ(choose_one(scene).screen.activity, Activity::Sent);
    scene.uplink_bps = speech_bps + 20'000;
    EXPECT_EQ(choose_one(scene).screen_reason, Reason::Line);
    EXPECT_EQ(choose_one(scene).screen.activity, Activity::Paused);
}

TEST(Policy, KeepsItsPartOfALineForTheSoundOfAScreen) {
    Scene scene = call_of(2);
    scene.screen_height = 1'080;
    scene.uplink_bps = speech_bps + 1'000'000;
    const Choice silent = choose_one(scene);
    scene.screen_sound = Scene::ScreenSound::Shared;
    const Choice heard = choose_one(scene);
    EXPECT_EQ(silent.screen_sound_bps, 0U);
    EXPECT_GT(heard.screen_sound_bps, 64'000U);
    EXPECT_EQ(heard.screen.bitrate_max_bps, silent.screen.bitrate_max_bps - heard.screen_sound_bps);
}

TEST(Policy, SharesAFilmWithAllItsFrames) {
    Scene scene = call_of(9);
    scene.screen_height = 1'440;
    scene.screen = Scene::Screen::Motion;
    const Encoding screen = choose_one(scene).screen;
    EXPECT_FLOAT_EQ(screen.scale_down, 2);
    EXPECT_EQ(screen.favour, Favour::Motion);
    EXPECT_EQ(screen.frames_per_s_max, 30);
}

TEST(Policy, PutsTheScreenBeforeTheFaceOfWhoSharesIt) {
    Scene scene = call_of(2);
    scene.screen_height = 1'080;
    scene.uplink_bps = speech_bps + 1'000'000;
    const Choice choice = choose_one(scene);
    EXPECT_EQ(choice.screen.bitrate_max_bps, 950'000U);
    EXPECT_EQ(choice.camera.bitrate_max_bps, 50'000U);
    scene.uplink_bps = speech_bps + 100'000;
    EXPECT_EQ(choose_one(scene).screen.bitrate_max_bps, 100'000U);
    EXPECT_EQ(choose_one(scene).camera.activity, Activity::Paused);
}

class RandomScenes : public testing::Test {
protected:
    int below(int end) { return static_cast<int>(random.between(0, end)); }
    std::optional<std::uint32_t> line(int end_bps) {
        if (below(2) == 0) return std::nullopt;
        return static_cast<std::uint32_t>(below(end_bps));
    }
    Scene scene() {
        Scene scene = call_of(1 + below(12));
        if (below(2) == 0) scene.voice = Scene::Voice::Speaking;
        if (below(4) == 0) scene.saver = Saver::On;
        if (below(3) == 0) scene.screen_height = static_cast<std::uint16_t>(below(2'000));
        if (below(2) == 0) scene.screen = Scene::Screen::Motion;
        scene.capture_height = static_cast<std::uint16_t>(below(2'000));
        scene.steps_down = below(4) == 0 ? below(7) : 0;
        scene.uplink_bps = line(6'000'000);
        return scene;
    }
    std::vector<Viewer> viewers() {
        std::vector<Viewer> viewers(static_cast<std::size_t>(below(12)));
        for (Viewer& viewer : viewers) {
            if (below(3) > 0) viewer.camera_height = static_cast<std::uint16_t>(below(2) * below(1'200));
            if (below(3) > 0) viewer.screen_height = static_cast<std::uint16_t>(below(2) * below(1'200));
            viewer.line_bps = line(2'000'000);
        }
        return viewers;
    }
    Random random{7};
};

TEST_F(RandomScenes, StayBelowEveryLineWithRoomForSpeech) {
    for (int round = 0; round < 20'000; ++round) {
        const Scene scene = this->scene();
        const std::vector<Viewer> viewers = this->viewers();
        const std::vector<Choice> choices = choose(scene, viewers);
        ASSERT_EQ(choices.size(), viewers.size());
        std::uint64_t sum = 0;
        for (std::size_t index = 0; index < viewers.size(); ++index) {
            const std::uint32_t sent = bits(choices[index]);
            sum += sent;
            const std::uint32_t line_bps = viewers[index].line_bps.value_or(without_end_bps);
            ASSERT_TRUE(sent == 0 || sent + speech_bps <= line_bps);
        }
        const std::uint64_t room_bps = scene.uplink_bps.value_or(without_end_bps);
        ASSERT_TRUE(sum == 0 || sum + speech_bps * viewers.size() <= room_bps);
    }
}

// With the bits of the row above.
std::uint32_t most_bps(int step) {
    return camera_steps[static_cast<std::size_t>(std::max(step - 1, 0))].bitrate_max_bps;
}

// More lines than the first row has; half a line is for rounding.
bool is_large(const Scene& scene, const Choice& choice) {
    return static_cast<float>(scene.capture_height) / choice.camera.scale_down > camera_steps[0].height + 0.5F;
}

TEST_F(RandomScenes, GiveLegalChoicesAndTheSameAgain) {
    for (int round = 0; round < 20'000; ++round) {
        const Scene scene = this->scene();
        const std::vector<Viewer> viewers = this->viewers();
        const std::vector<Choice> choices = choose(scene, viewers);
        ASSERT_EQ(choices, choose(scene, viewers));
        for (const Choice& choice : choices) {
            const bool sent = choice.camera.activity == Activity::Sent;
            ASSERT_EQ(sent, choice.step < nothing);
            ASSERT_GE(choice.camera.scale_down, 1);
            ASSERT_GE(choice.screen.scale_down, 1);
            if (!sent) continue;
            const bool large = is_large(scene, choice);
            ASSERT_TRUE(!large || (choice.step == 0 && scene.people <= large_step.people_max));
            const Step& step = large ? large_step : camera_steps[static_cast<std::size_t>(choice.step)];
            ASSERT_LE(choice.camera.bitrate_max_bps, large ? large_step.bitrate_max_bps : most_bps(choice.step));
            ASSERT_GE(choice.camera.bitrate_max_bps, step.bitrate_min_bps);
        }
    }
}

TEST_F(RandomScenes, PauseNothingWhileAllSmallestPicturesFit) {
    for (int round = 0; round < 20'000; ++round) {
        Scene scene = this->scene();
        std::vector<Viewer> viewers = this->viewers();
        std::uint32_t least = 0;
        for (Viewer& viewer : viewers) {
            viewer.line_bps.reset();
            least += speech_bps + (viewer.camera_height == 0 ? 0 : 50'000);
            if (scene.screen_height > 0 && viewer.screen_height != 0) least += 80'000;
        }
        scene.uplink_bps = least + static_cast<std::uint32_t>(below(500'000));
        const std::vector<Choice> choices = choose(scene, viewers);
        for (std::size_t index = 0; index < viewers.size(); ++index) {
            ASSERT_EQ(choices[index].step == nothing, viewers[index].camera_height == 0);
        }
    }
}

TEST_F(RandomScenes, GetNoWorseWithFewerPeopleLargerTilesOrLongerLines) {
    for (int round = 0; round < 20'000; ++round) {
        const Scene scene = this->scene();
        Viewer viewer;
        viewer.camera_height = static_cast<std::uint16_t>(1 + below(1'200));
        viewer.screen_height = 0;
        viewer.line_bps = line(2'000'000);
        const Choice before = choose_one(scene, viewer);
        Scene smaller = scene;
        smaller.people = std::max(1, scene.people - below(4));
        EXPECT_LE(choose_one(smaller, viewer).step, before.step);
        Viewer larger = viewer;
        larger.camera_height = static_cast<std::uint16_t>(*viewer.camera_height + below(500));
        EXPECT_LE(choose_one(scene, larger).step, before.step);
        Viewer nearer = viewer;
        if (nearer.line_bps) *nearer.line_bps += static_cast<std::uint32_t>(below(500'000));
        EXPECT_GE(bits(choose_one(scene, nearer)), bits(before));
    }
}

}  // namespace
}  // namespace parley::core::quality
