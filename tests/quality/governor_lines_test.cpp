#include "tests/quality/governor_fixture.hpp"

// What the governor makes of lines that are short: each rule by itself.

namespace parley::core::quality {
namespace {

using Activity = Encoding::Activity;

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
