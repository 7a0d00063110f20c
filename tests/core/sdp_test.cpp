#include "core/sdp.hpp"

#include <gtest/gtest.h>

namespace parley::core {
namespace {

constexpr const char* fingerprint = "sha-256 AB:CD:EF";

TEST(Fingerprint, IsFoundInWhateverCaseAndLineEnd) {
    EXPECT_TRUE(names_only_fingerprint("v=0\r\na=fingerprint:sha-256 AB:CD:EF\r\n", fingerprint));
    EXPECT_TRUE(names_only_fingerprint("a=fingerprint:SHA-256 ab:cd:ef", fingerprint));
    EXPECT_TRUE(
        names_only_fingerprint("a=fingerprint:sha-256 AB:CD:EF\nm=x\na=fingerprint:sha-256 AB:CD:EF\n", fingerprint));
}

TEST(Fingerprint, IsMissedWhereNoneOrAnotherIsNamed) {
    EXPECT_FALSE(names_only_fingerprint("", fingerprint));
    EXPECT_FALSE(names_only_fingerprint("v=0\r\n", fingerprint));
    EXPECT_FALSE(names_only_fingerprint("a=fingerprint:sha-256 AB:CD:EE\r\n", fingerprint));
    EXPECT_FALSE(names_only_fingerprint("a=fingerprint:sha-256 AB:CD:EF:00\r\n", fingerprint));
    EXPECT_FALSE(names_only_fingerprint("b=a=fingerprint:sha-256 AB:CD:EF\r\n", fingerprint));
}

TEST(Fingerprint, OfSomebodyElseBesidesTheRightOneIsRefused) {
    EXPECT_FALSE(
        names_only_fingerprint("a=fingerprint:sha-256 AB:CD:EF\r\na=fingerprint:sha-256 00:00:00\r\n", fingerprint));
}

constexpr std::string_view with_opus =
    "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111 63\r\na=rtpmap:111 opus/48000/2\r\n"
    "a=fmtp:111 minptime=10;useinbandfec=1\r\na=rtpmap:63 red/48000/2\r\na=fmtp:63 111/111\r\nm=video 9 x\r\n";

OpusParameters both(std::string_view parameters) { return {.microphone = parameters, .screen = parameters}; }

TEST(OpusParameters, AreAddedToThoseThatThereAre) {
    EXPECT_EQ(with_opus_parameters(with_opus, both("usedtx=1;stereo=1")),
              "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111 63\r\na=rtpmap:111 opus/48000/2\r\n"
              "a=fmtp:111 minptime=10;useinbandfec=1;usedtx=1;stereo=1\r\na=rtpmap:63 red/48000/2\r\n"
              "a=fmtp:63 111/111\r\nm=video 9 x\r\n");
}

TEST(OpusParameters, ReplaceWhatWasSaidOfTheSame) {
    const std::string once = with_opus_parameters(with_opus, both("usedtx=1;stereo=1"));
    EXPECT_EQ(with_opus_parameters(once, both("usedtx=1;stereo=1")), once);
    EXPECT_NE(with_opus_parameters(once, both("usedtx=0")).find("useinbandfec=1;stereo=1;usedtx=0\r\n"),
              std::string::npos);
}

TEST(OpusParameters, LeaveEverythingElseAsItIs) {
    for (const std::string_view sdp :
         {std::string_view(""), std::string_view("no sdp"),
          std::string_view("a=rtpmap:96 VP8/90000\r\na=fmtp:96 x=1\r\n"), std::string_view("a=rtpmap:111"),
          std::string_view("a=fmtp:111 before=its-map\n")}) {
        EXPECT_EQ(with_opus_parameters(sdp, both("usedtx=1")), sdp);
    }
    EXPECT_EQ(with_opus_parameters(with_opus, both("")), with_opus);
}

TEST(OpusParameters, OfAScreenAreThoseOfTheFourthLine) {
    const auto line = [](std::string_view kind, std::string_view parameters) {
        return "m=" + std::string(kind) + " 9 x 111\r\na=rtpmap:111 opus/48000/2\r\na=fmtp:111 " +
               std::string(parameters) + "\r\n";
    };
    const std::string pictures = "m=video 9 x 96\r\na=fmtp:111 x=1\r\nm=video 9 x 96\r\n";
    const std::string rest = "m=application 9 x\r\n";
    EXPECT_EQ(with_opus_parameters(line("audio", "a=1") + pictures + line("audio", "a=1") + rest,
                                   {.microphone = "usedtx=1", .screen = "stereo=1"}),
              line("audio", "a=1;usedtx=1") + pictures + line("audio", "a=1;stereo=1") + rest);
}

}  // namespace
}  // namespace parley::core
