#include "core/quality/codec.hpp"

#include <gtest/gtest.h>

// What is coded with what: which browser, which machine, how many people.

namespace parley::core::quality {
namespace {

using enum VideoCodec;
using Form = Equipment::Form;
using Redundancy = CodecOrder::Redundancy;

Equipment equipment(Browser browser, int processors, Form form = Form::Desktop) {
    return {.browser = browser,
            .form = form,
            .processors = static_cast<std::uint16_t>(processors),
            .encoders = {Vp8, Vp9, Av1, H264}};
}

TEST(Codec, OfADesktopWithProcessorsToSpareIsTheOneThatMakesMostOfTheBits) {
    EXPECT_EQ(codec_order(equipment(Browser::Chromium, 8), 2).video, (std::vector{Av1, Vp9, Vp8, H264}));
    EXPECT_EQ(codec_order(equipment(Browser::Chromium, 8), 3).video, (std::vector{Vp9, Vp8, H264, Av1}));
    EXPECT_EQ(codec_order(equipment(Browser::Chromium, 4), 2).video, (std::vector{Vp9, Vp8, H264, Av1}));
}

TEST(Codec, IsTheCheapOneForFourPeople) {
    EXPECT_EQ(sending_codec(equipment(Browser::Chromium, 16), 4, 0), H264);
    EXPECT_EQ(sending_codec(equipment(Browser::Chromium, 2), 4, 0), H264);
    EXPECT_EQ(sending_codec(equipment(Browser::Firefox, 16), 4, 0), Vp8);
}

TEST(Codec, IsTheUsualOneOnFewProcessors) {
    EXPECT_EQ(sending_codec(equipment(Browser::Chromium, 2), 2, 0), Vp8);
    EXPECT_EQ(sending_codec(equipment(Browser::Other, 16), 2, 0), Vp8);
}

TEST(Codec, OfPhonesAndSafariIsTheOneInHardware) {
    EXPECT_EQ(codec_order(equipment(Browser::Chromium, 8, Form::Phone), 2).video.front(), H264);
    EXPECT_EQ(codec_order(equipment(Browser::Firefox, 8, Form::Phone), 2).video.front(), H264);
    EXPECT_EQ(codec_order(equipment(Browser::Safari, 8), 2).video, (std::vector{H264, Vp8, Vp9, Av1}));
}

TEST(Codec, OfFirefoxIsVp8) { EXPECT_EQ(codec_order(equipment(Browser::Firefox, 8), 2).video.front(), Vp8); }

TEST(Codec, BecomesCheaperWhenTheMachineIsShort) {
    EXPECT_EQ(sending_codec(equipment(Browser::Chromium, 8), 2, 0), Av1);
    EXPECT_EQ(sending_codec(equipment(Browser::Chromium, 8), 2, 1), H264);
    EXPECT_EQ(sending_codec(equipment(Browser::Chromium, 2), 2, 1), H264);
    EXPECT_EQ(sending_codec(equipment(Browser::Firefox, 2), 2, 1), Vp8);
    EXPECT_EQ(sending_codec(equipment(Browser::Safari, 8), 2, 1), H264);
    EXPECT_EQ(sending_codec(equipment(Browser::Firefox, 8, Form::Phone), 2, 3), H264);
}

TEST(Codec, IsNeverOneThatCannotBeEncoded) {
    Equipment poor = equipment(Browser::Chromium, 8);
    poor.encoders = {H264};
    EXPECT_EQ(codec_order(poor, 2).video, std::vector{H264});
    EXPECT_EQ(sending_codec(poor, 2, 1), H264);
    poor.encoders.clear();
    EXPECT_TRUE(codec_order(poor, 2).video.empty());
    EXPECT_EQ(sending_codec(poor, 2, 0), None);
}

TEST(Codec, OfSoundIsRedundantInSmallCalls) {
    EXPECT_EQ(codec_order(equipment(Browser::Chromium, 4), 3).sound, Redundancy::On);
    EXPECT_EQ(codec_order(equipment(Browser::Chromium, 4), 4).sound, Redundancy::Off);
}

}  // namespace
}  // namespace parley::core::quality
