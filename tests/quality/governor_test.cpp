#include "core/quality/governor.hpp"

#include <gtest/gtest.h>

// What takes time around the choice: each rule by itself. How they play together is told in line_storm_test.

namespace parley::core::quality {
namespace {

using Activity = Encoding::Activity;

const PeerId anna("anna");
const PeerId bert("bert");

/// A governor whose viewers are measured once a second, as the call does it.
class GovernorTest : public testing::Test {
protected:
    struct Line {
        std::optional<std::uint32_t> available_bps = 5'000'000;
        Limitation limitation = Limitation::None;
        int loss_percent = 0;
    };

    void SetUp() override {
        circumstances.people = 2;
        circumstances.equipment.encoders = {VideoCodec::Vp8};
        governor.set_circumstances(0, circumstances);
        join(anna);
    }
    void join(const PeerId& viewer) {
        governor.add(now, viewer);
        governor.begin_connection(now, viewer);
        governor.set_shown(now, viewer, 720, 0);
        lines[viewer] = {};
        counters[viewer] = {};
    }
    /// Lets so many seconds pass, with a measurement in each.
    void pass(int seconds) {
        for (int second = 0; second < seconds; ++second) {
            const TimeMs next = now + 1'000;
            while (governor.deadline() && *governor.deadline() <= next) {
                now = *governor.deadline();
                governor.tick(now);
            }
            now = next;
            for (const auto& [viewer, line] : lines) measure(viewer, line);
        }
    }
    void measure(const PeerId& viewer, const Line& line) {
        Measurement& measurement = counters[viewer];
        const Encoding& camera = governor.choice(viewer).camera;
        const bool sent = camera.activity == Activity::Sent;
        SentMedia& media = measurement.sent[static_cast<std::size_t>(Slot::Camera)];
        media.limitation = line.limitation;
        media.bytes += sent ? camera.bitrate_max_bps / 8 : 0;
        media.packets += sent ? 100 : 0;
        media.packets_lost += sent ? static_cast<std::uint32_t>(line.loss_percent) : 0;
        measurement.sent_bytes += 5'000 + (sent ? camera.bitrate_max_bps / 8 : 0);
        measurement.available_bps = line.available_bps;
        governor.measure(now, viewer, measurement);
    }
    void shorten(const PeerId& viewer, std::uint32_t available_bps) {
        lines[viewer] = {.available_bps = available_bps, .limitation = Limitation::Bandwidth};
    }
    void change_people(int people) {
        circumstances.people = people;
        governor.set_circumstances(now, circumstances);
    }
    void change_voice(Scene::Voice voice) {
        circumstances.voice = voice;
        governor.set_circumstances(now, circumstances);
    }
    [[nodiscard]] int step(const PeerId& viewer = anna) const { return governor.choice(viewer).step; }
    [[nodiscard]] std::uint32_t camera_bps(const PeerId& viewer = anna) const {
        return governor.choice(viewer).camera.bitrate_max_bps;
    }

    Governor governor;
    Governor::Circumstances circumstances;
    std::map<PeerId, Line> lines;
    std::map<PeerId, Measurement> counters;
    TimeMs now = 0;
};

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

TEST_F(GovernorTest, DoubtsNoLineThatIsStillNew) {
    shorten(anna, 400'000);
    pass(4);
    EXPECT_FALSE(governor.line_is_short());
    pass(2);
    EXPECT_TRUE(governor.line_is_short());
    EXPECT_EQ(camera_bps(), 350'000U);
}

TEST_F(GovernorTest, FollowsAFallAtOnce) {
    pass(10);
    shorten(anna, 650'000);
    pass(1);
    EXPECT_EQ(camera_bps(), 600'000U);
    EXPECT_EQ(governor.choice(anna).reason, Reason::Line);
    shorten(anna, 250'000);
    pass(1);
    EXPECT_EQ(camera_bps(), 200'000U);
}

TEST_F(GovernorTest, FollowsARiseWhenItHasLasted) {
    pass(10);
    shorten(anna, 250'000);
    pass(3);
    lines[anna] = {.available_bps = 900'000};
    pass(3);
    EXPECT_EQ(camera_bps(), 200'000U);
    pass(1);
    EXPECT_EQ(camera_bps(), 850'000U);
}

TEST_F(GovernorTest, FollowsNoRiseThatDoesNotLast) {
    pass(10);
    shorten(anna, 250'000);
    pass(1);
    lines[anna] = {.available_bps = 900'000};
    pass(2);
    lines[anna] = {.available_bps = 250'000};
    pass(1);
    lines[anna] = {.available_bps = 900'000};
    pass(1);
    EXPECT_EQ(camera_bps(), 200'000U);
}

TEST_F(GovernorTest, TriesAgainWithGrowingPauses) {
    pass(10);
    std::vector<TimeMs> tried;
    shorten(anna, 250'000);
    pass(1);
    for (int second = 0; second < 240; ++second) {
        // The line carries 250 kbit/s and never shows more than that.
        const bool more = camera_bps() > 200'000;
        if (more) tried.push_back(now);
        lines[anna] = {.available_bps = more ? 212'000U : 250'000U,
                       .limitation = more ? Limitation::Bandwidth : Limitation::None};
        pass(1);
    }
    ASSERT_GE(tried.size(), 4U);
    EXPECT_LE(tried.size(), 9U);
    EXPECT_GE(tried.back() - tried[tried.size() - 2], 40'000);
}

TEST_F(GovernorTest, ForgetsALineThatHasEnough) {
    pass(10);
    shorten(anna, 250'000);
    pass(2);
    lines[anna] = {};
    pass(20);
    EXPECT_EQ(camera_bps(), 1'700'000U);
    EXPECT_FALSE(governor.line_is_short());
}

TEST_F(GovernorTest, ComesBackWithoutAnEstimate) {
    pass(10);
    lines[anna] = {.available_bps = std::nullopt, .limitation = Limitation::None, .loss_percent = 30};
    pass(10);
    const std::uint32_t bps = camera_bps();
    EXPECT_LT(bps, 1'700'000U);
    EXPECT_EQ(governor.choice(anna).camera.activity, Activity::Sent);
    lines[anna].loss_percent = 0;
    pass(120);
    EXPECT_EQ(camera_bps(), 1'700'000U);
}

// Of neither picture nor sound anything is sent then, which is no sign that more would not get through.
TEST_F(GovernorTest, TriesAPictureOfAMutedPersonAgain) {
    circumstances.microphone = Scene::Microphone::Muted;
    governor.set_circumstances(now, circumstances);
    for (const std::optional<std::uint32_t> afterwards : {std::optional<std::uint32_t>(), std::optional(30'000U)}) {
        pass(10);
        shorten(anna, 20'000);
        pass(20);
        EXPECT_EQ(governor.choice(anna).camera.activity, Activity::Paused);
        lines[anna] = {.available_bps = afterwards};
        int tried = 0;
        for (int second = 0; second < 80; ++second) {
            pass(1);
            tried += governor.choice(anna).camera.activity == Activity::Sent ? 1 : 0;
        }
        EXPECT_GT(tried, 0);
        lines[anna] = {};
        pass(80);
    }
}

TEST_F(GovernorTest, TakesMuchLossForAShortLine) {
    pass(10);
    lines[anna] = {.available_bps = 500'000, .limitation = Limitation::None, .loss_percent = 15};
    pass(3);
    EXPECT_EQ(camera_bps(), 450'000U);
}

TEST_F(GovernorTest, SharesAWayOutThatIsShortForSeveral) {
    join(bert);
    change_people(3);
    pass(10);
    shorten(anna, 600'000);
    shorten(bert, 300'000);
    pass(3);
    EXPECT_LE(camera_bps(anna) + camera_bps(bert) + 100'000, 900'000U);
    EXPECT_EQ(camera_bps(bert), 400'000U);
}

TEST_F(GovernorTest, LaysNoBlameOnTheWayOutForOneShortWay) {
    join(bert);
    change_people(3);
    pass(10);
    shorten(bert, 300'000);
    pass(3);
    EXPECT_EQ(camera_bps(bert), 250'000U);
    EXPECT_EQ(camera_bps(anna), 1'000'000U);
}

TEST_F(GovernorTest, KnowsNothingOfTheLineOfANewConnection) {
    pass(10);
    shorten(anna, 250'000);
    pass(2);
    EXPECT_TRUE(governor.line_is_short());
    governor.begin_connection(now, anna);
    counters[anna] = {};
    lines[anna] = {};
    pass(1);
    EXPECT_FALSE(governor.line_is_short());
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

TEST_F(GovernorTest, LetsTheOthersHaveWhatWhoLeftTookUp) {
    join(bert);
    change_people(3);
    governor.remove(now, bert);
    change_people(2);
    EXPECT_EQ(step(), 0);
    EXPECT_EQ(camera_bps(), 1'700'000U);
}

}  // namespace
}  // namespace parley::core::quality
