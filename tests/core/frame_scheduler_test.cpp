#include "core/frame_scheduler.hpp"

#include <gtest/gtest.h>

namespace parley::core {
namespace {

TEST(FrameScheduler, DrawsNothingWithoutAReason) {
    FrameScheduler scheduler;
    EXPECT_FALSE(scheduler.wants_animation_frame(0));
    EXPECT_FALSE(scheduler.take(0));
    EXPECT_FALSE(scheduler.deadline());
}

TEST(FrameScheduler, DrawsThreeFramesMoreAndThenNothing) {
    FrameScheduler scheduler;
    scheduler.request(0, FrameReason::View);
    EXPECT_EQ(scheduler.take(0), FrameReason::View);
    for (int frame = 0; frame < 3; ++frame) {
        EXPECT_TRUE(scheduler.wants_animation_frame(frame));
        EXPECT_EQ(scheduler.take(frame), FrameReason::Settle);
    }
    EXPECT_FALSE(scheduler.wants_animation_frame(9));
    EXPECT_FALSE(scheduler.take(9));
    EXPECT_EQ(scheduler.drawn(FrameReason::View), 1U);
    EXPECT_EQ(scheduler.drawn(FrameReason::Settle), 3U);
}

TEST(FrameScheduler, SettlesAnewAfterEachReason) {
    FrameScheduler scheduler;
    scheduler.request(0, FrameReason::View);
    scheduler.take(0);
    scheduler.take(0);
    scheduler.request(0, FrameReason::Pointer);
    EXPECT_EQ(scheduler.take(0), FrameReason::Pointer);
    for (int frame = 0; frame < 3; ++frame) EXPECT_EQ(scheduler.take(0), FrameReason::Settle);
    EXPECT_FALSE(scheduler.take(0));
}

TEST(FrameScheduler, CountsTwoReasonsForOneFrameAsTheFirst) {
    FrameScheduler scheduler;
    scheduler.request(0, FrameReason::Surface);
    scheduler.request(0, FrameReason::View);
    EXPECT_EQ(scheduler.take(0), FrameReason::Surface);
    EXPECT_EQ(scheduler.take(0), FrameReason::Settle);
}

TEST(FrameScheduler, WaitsForAnAnimationWithoutDrawing) {
    FrameScheduler scheduler;
    scheduler.want_at(100);
    EXPECT_EQ(scheduler.deadline(), 100);
    EXPECT_FALSE(scheduler.wants_animation_frame(99));
    EXPECT_FALSE(scheduler.take(99));
    EXPECT_TRUE(scheduler.wants_animation_frame(100));
    EXPECT_EQ(scheduler.take(100), FrameReason::Animation);
    EXPECT_FALSE(scheduler.deadline());
    EXPECT_FALSE(scheduler.take(101)) << "an animation asks for its own next frame";
}

TEST(FrameScheduler, ForgetsAnAnimationThatIsNotWantedAnyMore) {
    FrameScheduler scheduler;
    scheduler.want_at(100);
    scheduler.want_at(std::nullopt);
    EXPECT_FALSE(scheduler.deadline());
    EXPECT_FALSE(scheduler.take(200));
}

TEST(FrameScheduler, AnyFrameAnswersAnAnimationThatIsDue) {
    FrameScheduler scheduler;
    scheduler.want_at(100);
    scheduler.request(0, FrameReason::View);
    EXPECT_EQ(scheduler.take(100), FrameReason::View);
    EXPECT_FALSE(scheduler.deadline());
}

TEST(FrameScheduler, KeepsARequestThatIsNotTakenWhileNothingIsShown) {
    FrameScheduler scheduler;
    scheduler.request(0, FrameReason::View);
    EXPECT_TRUE(scheduler.wants_animation_frame(0));
    EXPECT_TRUE(scheduler.wants_animation_frame(3'600'000));
    EXPECT_EQ(scheduler.take(3'600'000), FrameReason::View);
}

TEST(FrameScheduler, LetsAFrameWaitWhilePeopleAreConnectedButNotForLong) {
    FrameScheduler scheduler;
    scheduler.set_pace(FrameScheduler::Pace::Patient);
    scheduler.request(100, FrameReason::View);
    EXPECT_FALSE(scheduler.wants_animation_frame(100));
    EXPECT_FALSE(scheduler.take(100));
    EXPECT_EQ(scheduler.deadline(), 500);
    EXPECT_FALSE(scheduler.take(499));
    EXPECT_TRUE(scheduler.wants_animation_frame(500));
    EXPECT_EQ(scheduler.take(500), FrameReason::View);
}

TEST(FrameScheduler, DrawsAtOnceWhenNobodyIsConnectedAnyMore) {
    FrameScheduler scheduler;
    scheduler.set_pace(FrameScheduler::Pace::Patient);
    scheduler.request(100, FrameReason::View);
    EXPECT_FALSE(scheduler.take(110));
    scheduler.set_pace(FrameScheduler::Pace::Prompt);
    EXPECT_EQ(scheduler.take(110), FrameReason::View);
}

TEST(FrameScheduler, DrawsWhatAHandDidAtOnceEvenThen) {
    FrameScheduler scheduler;
    scheduler.set_pace(FrameScheduler::Pace::Patient);
    scheduler.request(100, FrameReason::View);
    scheduler.request(101, FrameReason::Pointer);
    EXPECT_EQ(scheduler.take(101), FrameReason::Pointer);
    EXPECT_FALSE(scheduler.take(102)) << "the frames that only settle wait";
    EXPECT_EQ(scheduler.deadline(), 501);
    EXPECT_EQ(scheduler.take(501), FrameReason::Settle);
}

TEST(FrameScheduler, LetsAnAnimationWaitToo) {
    FrameScheduler scheduler;
    scheduler.set_pace(FrameScheduler::Pace::Patient);
    scheduler.request(0, FrameReason::Surface);
    EXPECT_EQ(scheduler.take(0), FrameReason::Surface);
    for (int frame = 1; frame <= 3; ++frame) scheduler.take(frame * 1'000);
    scheduler.want_at(3'010);
    EXPECT_FALSE(scheduler.take(3'020));
    EXPECT_EQ(scheduler.deadline(), 3'400) << "a deadline in the past would be asked for again and again";
    EXPECT_EQ(scheduler.take(3'400), FrameReason::Animation);
}

}  // namespace
}  // namespace parley::core
