#include "tests/quality/governor_fixture.hpp"

// What takes time around the choice: each rule of people, sizes and processors by itself. Those of lines are in
// governor_lines_test, and how they play together is told in line_storm_test.

namespace parley::core::quality {
namespace {

using Activity = Encoding::Activity;

TEST_F(GovernorTest, FollowsThePeopleAtOnce) {
    EXPECT_EQ(step(), 0);
    change_people(5);
    EXPECT_EQ(step(), 3);
    change_people(2);
    EXPECT_EQ(step(), 0);
    governor.tick(2'000);
    EXPECT_FALSE(governor.deadline()) << "that they show no screen counts by now";
}

TEST_F(GovernorTest, NamesTheCodec) { EXPECT_EQ(governor.choice(anna).camera.codec, VideoCodec::Vp8); }

TEST_F(GovernorTest, SendsAScreenOnlyWhileOneIsShared) {
    EXPECT_EQ(governor.choice(anna).screen.activity, Activity::Paused);
    circumstances.screen_height = 1'080;
    governor.set_circumstances(now, circumstances);
    EXPECT_EQ(governor.choice(anna).screen.activity, Activity::Sent);
}

TEST_F(GovernorTest, KeepsTheSpeakersStepForAWhile) {
    change_people(5);
    change_voice(Scene::Voice::Speaking);
    EXPECT_EQ(step(), 2);
    change_voice(Scene::Voice::Silent);
    governor.tick(4'999);
    EXPECT_EQ(step(), 2);
    EXPECT_EQ(governor.deadline(), 5'000);
    governor.tick(5'000);
    EXPECT_EQ(step(), 3);
    EXPECT_FALSE(governor.deadline());
}

TEST_F(GovernorTest, SendsSilenceOfAMutedMicrophoneBeforeItSendsNothing) {
    const auto mute = [&](Scene::Microphone microphone) {
        circumstances.microphone = microphone;
        governor.set_circumstances(now, circumstances);
    };
    const auto activity = [&] { return governor.choice(anna).sound.activity; };
    governor.tick(2'000);
    now = 2'000;
    mute(Scene::Microphone::Muted);
    EXPECT_EQ(activity(), Activity::Sent);
    EXPECT_EQ(governor.deadline(), 3'000);
    governor.tick(3'000);
    EXPECT_EQ(activity(), Activity::Paused);
    EXPECT_FALSE(governor.deadline());
    mute(Scene::Microphone::Live);
    EXPECT_EQ(activity(), Activity::Sent) << "at once";
}

TEST_F(GovernorTest, EnlargesAtOnceAndReducesWhenItStays) {
    governor.set_shown(0, anna, 180, 0);
    EXPECT_EQ(step(), 0);
    governor.tick(999);
    EXPECT_EQ(step(), 0);
    governor.tick(1'000);
    EXPECT_EQ(step(), 5);
    governor.set_shown(1'001, anna, 720, 0);
    EXPECT_EQ(step(), 0);
}

TEST_F(GovernorTest, BeginsWithPicturesThatFitAnyLineUntilItIsSaidWhatIsShown) {
    governor.add(0, bert);
    EXPECT_EQ(step(bert), 3);
    governor.set_shown(0, bert, 720, 0);
    EXPECT_EQ(step(bert), 0);
}

TEST_F(GovernorTest, BeginsAnewOnANewConnection) {
    governor.begin_connection(0, anna);
    governor.tick(1'000);
    EXPECT_EQ(step(), 3);
    governor.set_shown(1'000, anna, 720, 0);
    EXPECT_EQ(step(), 0);
}

TEST_F(GovernorTest, WaitsUntilAWindowIsNoLongerDragged) {
    for (TimeMs at = 0; at <= 3'000; at += 500) {
        governor.tick(at);
        governor.set_shown(at, anna, static_cast<std::uint16_t>(600 - at / 10), 0);
    }
    EXPECT_EQ(step(), 0);
    governor.tick(4'000);
    EXPECT_EQ(step(), 4);
}

TEST_F(GovernorTest, PausesAfterTwoSecondsAndResumesAtOnce) {
    governor.set_shown(0, anna, 0, 0);
    governor.tick(1'999);
    EXPECT_EQ(governor.choice(anna).camera.activity, Activity::Sent);
    governor.tick(2'000);
    EXPECT_EQ(governor.choice(anna).camera.activity, Activity::Paused);
    EXPECT_EQ(governor.choice(anna).reason, Reason::NotShown);
    governor.set_shown(2'001, anna, 720, 0);
    EXPECT_EQ(governor.choice(anna).camera.activity, Activity::Sent);
}

TEST_F(GovernorTest, HidesNothingThatIsShownAgainInTime) {
    governor.set_shown(0, anna, 720, 0);
    governor.tick(1'000);
    governor.set_shown(1'000, anna, 0, 0);
    governor.set_shown(2'000, anna, 720, 0);
    governor.tick(5'000);
    EXPECT_EQ(governor.choice(anna).camera.activity, Activity::Sent);
    EXPECT_FALSE(governor.deadline());
}

TEST_F(GovernorTest, ChangesAnEncodingOnceASecond) {
    pass(10);
    lines[anna] = {};
    shorten(anna, 650'000);
    pass(1);
    EXPECT_EQ(camera_bps(), 600'000U);
    now += 400;
    shorten(anna, 400'000);
    measure(anna, lines[anna]);
    EXPECT_EQ(camera_bps(), 600'000U);
    EXPECT_EQ(governor.deadline(), now + 600);
    governor.tick(now + 600);
    EXPECT_EQ(camera_bps(), 350'000U);
}

TEST_F(GovernorTest, StepsDownForAProcessorThatIsShortForFiveSeconds) {
    pass(2);
    lines[anna].limitation = Limitation::Processor;
    pass(5);
    EXPECT_FALSE(governor.processor_is_short());
    pass(1);
    EXPECT_TRUE(governor.processor_is_short());
    EXPECT_EQ(step(), 1);
    EXPECT_EQ(governor.choice(anna).reason, Reason::Processor);
    pass(9);
    EXPECT_EQ(step(), 1);
    pass(1);
    EXPECT_EQ(step(), 2);
}

TEST_F(GovernorTest, StepsDownForNoProcessorThatIsShortNowAndThen) {
    pass(2);
    for (int round = 0; round < 10; ++round) {
        lines[anna].limitation = Limitation::Processor;
        pass(4);
        lines[anna].limitation = Limitation::None;
        pass(1);
    }
    EXPECT_FALSE(governor.processor_is_short());
}

TEST_F(GovernorTest, StepsUpAgainAfterHalfAMinuteAndThenLater) {
    pass(2);
    lines[anna].limitation = Limitation::Processor;
    pass(6);
    EXPECT_EQ(step(), 1);
    lines[anna].limitation = Limitation::None;
    pass(29);
    EXPECT_EQ(step(), 1);
    pass(1);
    EXPECT_EQ(step(), 0);
    lines[anna].limitation = Limitation::Processor;
    pass(6);
    EXPECT_EQ(step(), 1);
    lines[anna].limitation = Limitation::None;
    pass(59);
    EXPECT_EQ(step(), 1);
    pass(1);
    EXPECT_EQ(step(), 0);
}

}  // namespace
}  // namespace parley::core::quality
