#include <gtest/gtest.h>

#include "core/quality/policy.hpp"
#include "tests/quality/policy_scene.hpp"

// Who is sent which picture of a screen: each rule.

namespace parley::core::quality {
namespace {

TEST(ScreenPolicy, SharesNoScreenUnlessThereIsOne) {
    EXPECT_EQ(choose_one(call_of(2)).screen.activity, Activity::Paused);
    Scene scene = call_of(2);
    scene.screen_height = 1'080;
    EXPECT_EQ(choose_one(scene).screen.activity, Activity::Sent);
    EXPECT_EQ(choose_one(scene, {.camera_height = {}, .screen_height = 0, .line_bps = {}}).screen.activity,
              Activity::Paused);
}

TEST(ScreenPolicy, SharesTextInFullSize) {
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

TEST(ScreenPolicy, SharesNoMoreLinesThanAScreenOfTodayHas) {
    Scene scene = call_of(3);
    scene.screen_height = 2'160;
    EXPECT_FLOAT_EQ(choose_one(scene).screen.scale_down, 2);
}

TEST(ScreenPolicy, SaysWhyAScreenIsSentAsItIs) {
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

TEST(ScreenPolicy, KeepsItsPartOfALineForTheSoundOfAScreen) {
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

TEST(ScreenPolicy, SharesAFilmWithAllItsFrames) {
    Scene scene = call_of(9);
    scene.screen_height = 1'440;
    scene.screen = Scene::Screen::Motion;
    const Encoding screen = choose_one(scene).screen;
    EXPECT_FLOAT_EQ(screen.scale_down, 2);
    EXPECT_EQ(screen.favour, Favour::Motion);
    EXPECT_EQ(screen.frames_per_s_max, 30);
}

TEST(ScreenPolicy, PutsTheScreenBeforeTheFaceOfWhoSharesIt) {
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

}  // namespace
}  // namespace parley::core::quality
