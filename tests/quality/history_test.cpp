#include "core/quality/history.hpp"

#include <gtest/gtest.h>

// What people are shown of a connection.

namespace parley::core::quality {
namespace {

/// A connection that is measured once a second.
class HistoryTest : public testing::Test {
protected:
    struct Second {
        int packets = 50;  ///< of sound, those that came
        int lost = 0;
        int concealed_percent = 0;
        int frames = 30;
        std::uint16_t height = 720;
        float freeze_s = 0;
        float round_trip_ms = 50;
    };

    void pass(int seconds, const Second& second) {
        for (int count = 0; count < seconds; ++count) add(1'000, second);
    }
    void pass(int seconds) { pass(seconds, good()); }
    static Second good() { return {}; }

    void add(TimeMs after_ms, const Second& second) {
        now += after_ms;
        ReceivedMedia& sound = measurement.received[static_cast<std::size_t>(Slot::Microphone)];
        sound.packets += static_cast<std::uint32_t>(second.packets);
        sound.bytes += 80ULL * static_cast<std::uint64_t>(second.packets);
        sound.packets_lost += static_cast<std::uint32_t>(second.lost);
        sound.samples += 48'000;
        sound.concealed_samples += 480ULL * static_cast<std::uint64_t>(second.concealed_percent);
        ReceivedMedia& camera = measurement.received[static_cast<std::size_t>(Slot::Camera)];
        camera.frames += static_cast<std::uint32_t>(second.frames);
        camera.bytes += 1'000ULL * static_cast<std::uint64_t>(second.frames);
        camera.width = static_cast<std::uint16_t>(second.height * 16 / 9);
        camera.height = second.height;
        camera.freeze_s += second.freeze_s;
        measurement.received_bytes += 10'000;
        measurement.sent_bytes += 20'000;
        measurement.round_trip_ms = second.round_trip_ms;
        history.add(now, measurement);
    }

    History history;
    Measurement measurement;
    TimeMs now = 0;
};

TEST_F(HistoryTest, KnowsNothingFromOneMeasurement) {
    EXPECT_EQ(history.mark(), Mark::Unknown);
    EXPECT_TRUE(history.samples()->empty());
    pass(1);
    EXPECT_EQ(history.mark(), Mark::Unknown);
    pass(1);
    EXPECT_EQ(history.mark(), Mark::Good);
}

TEST_F(HistoryTest, MakesRatesOfDifferences) {
    pass(2);
    const Sample& sample = history.samples()->back();
    EXPECT_EQ(sample.received.bits_per_s, 80'000U);
    EXPECT_EQ(sample.sent.bits_per_s, 160'000U);
    EXPECT_FLOAT_EQ(sample.received.frames_per_s, 30);
    EXPECT_EQ(sample.received.height, 720);
    EXPECT_EQ(sample.round_trip_ms, 50.0F);
}

TEST_F(HistoryTest, MindsHowLongItWasBetweenMeasurements) {
    pass(2);
    add(2'500, good());
    EXPECT_EQ(history.samples()->back().received.bits_per_s, 32'000U);
    EXPECT_FLOAT_EQ(history.samples()->back().received.frames_per_s, 12);
}

TEST_F(HistoryTest, ShowsNoPictureWhileNoFramesCome) {
    pass(3);
    pass(1, {.frames = 0});
    EXPECT_EQ(history.samples()->back().received.height, 0);
}

TEST_F(HistoryTest, TakesACounterThatWentBackForANewOne) {
    pass(3);
    measurement = {};
    pass(1);
    EXPECT_EQ(history.samples()->back().received.bits_per_s, 80'000U);
    EXPECT_EQ(history.carried().received, 40'000U);
}

TEST_F(HistoryTest, CountsTheBytesOfAllConnections) {
    pass(3);
    history.begin_connection();
    measurement = {};
    pass(2);
    EXPECT_EQ(history.carried().received, 50'000U);
    EXPECT_EQ(history.carried().sent, 100'000U);
    EXPECT_EQ(history.samples()->size(), 5U);
}

TEST_F(HistoryTest, KeepsTwoMinutesInANewVectorEachTime) {
    pass(120);
    const auto before = history.samples();
    pass(1, {.round_trip_ms = 77});
    EXPECT_NE(history.samples(), before);
    EXPECT_EQ(before->size(), 120U);
    EXPECT_EQ(history.samples()->size(), 120U);
    EXPECT_EQ(history.samples()->back().round_trip_ms, 77.0F);
}

TEST_F(HistoryTest, CallsMadeUpSoundPoor) {
    pass(10);
    pass(5, {.concealed_percent = 3});
    EXPECT_EQ(history.mark(), Mark::Fair);
    pass(5, {.concealed_percent = 8});
    EXPECT_EQ(history.mark(), Mark::Poor);
    EXPECT_NEAR(history.concealed(), 0.08, 0.001);
}

TEST_F(HistoryTest, HearsNothingWrongInAMicrophoneThatIsOff) {
    pass(10);
    pass(1, {.packets = 20, .concealed_percent = 60});
    EXPECT_EQ(history.mark(), Mark::Good);
    pass(5, {.packets = 0, .concealed_percent = 100});
    EXPECT_EQ(history.mark(), Mark::Good);
    pass(1, {.concealed_percent = 40});
    EXPECT_EQ(history.mark(), Mark::Good);
}

TEST_F(HistoryTest, CallsLossPoorAndSaysIt) {
    pass(10);
    EXPECT_FALSE(history.loses());
    pass(5, {.packets = 48, .lost = 2});
    EXPECT_EQ(history.mark(), Mark::Fair);
    EXPECT_TRUE(history.loses());
    pass(5, {.packets = 45, .lost = 5});
    EXPECT_EQ(history.mark(), Mark::Poor);
    EXPECT_NEAR(history.samples()->back().received.loss, 0.1, 0.001);
}

TEST_F(HistoryTest, SaysNothingOfLossAmongFewPackets) {
    pass(5, {.packets = 2, .lost = 1, .frames = 0});
    EXPECT_FALSE(history.loses());
}

TEST_F(HistoryTest, CallsALongWayFairOrPoor) {
    pass(10);
    pass(5, {.round_trip_ms = 500});
    EXPECT_EQ(history.mark(), Mark::Fair);
    EXPECT_TRUE(history.late());
    pass(5, {.round_trip_ms = 900});
    EXPECT_EQ(history.mark(), Mark::Poor);
}

TEST_F(HistoryTest, CallsFramesThatTricklePoor) {
    pass(10);
    for (int round = 0; round < 4; ++round) {
        pass(1, {.frames = 0});
        pass(1, {.frames = 2});
    }
    EXPECT_EQ(history.mark(), Mark::Poor);
}

TEST_F(HistoryTest, CallsFewFramesOfALargePictureFair) {
    pass(10, {.frames = 10});
    EXPECT_EQ(history.mark(), Mark::Fair);
}

TEST_F(HistoryTest, CallsFewFramesOfASmallPictureGood) {
    pass(10, {.frames = 10, .height = 180});
    EXPECT_EQ(history.mark(), Mark::Good);
}

TEST_F(HistoryTest, NeverMindsAPictureThatWasPaused) {
    pass(10, {.frames = 15, .height = 270});
    for (int second = 0; second < 12; ++second) {
        pass(1, {.frames = second == 0 ? 3 : 0, .height = 270});
        EXPECT_EQ(history.mark(), Mark::Good) << second;
    }
    for (int second = 0; second < 12; ++second) {
        // It comes back after what the browser takes for a long freeze.
        pass(1, {.frames = second == 0 ? 3 : 15, .height = 270, .freeze_s = second == 0 ? 11.0F : 0.0F});
        EXPECT_EQ(history.mark(), Mark::Good) << second;
    }
}

TEST_F(HistoryTest, CallsAPictureThatFreezesPoor) {
    pass(10);
    pass(1, {.frames = 12, .freeze_s = 1.5F});
    EXPECT_EQ(history.mark(), Mark::Poor);
}

TEST_F(HistoryTest, GetsBetterOnlyWhenItStaysBetter) {
    pass(10);
    pass(1, {.round_trip_ms = 9'000});
    EXPECT_EQ(history.mark(), Mark::Poor);
    pass(4);
    EXPECT_EQ(history.mark(), Mark::Poor);
    pass(3);
    EXPECT_EQ(history.mark(), Mark::Poor);
    pass(1);
    EXPECT_EQ(history.mark(), Mark::Good);
}

}  // namespace
}  // namespace parley::core::quality
