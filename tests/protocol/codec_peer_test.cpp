#include <gtest/gtest.h>

#include <string>

#include "protocol/peer_messages.hpp"

namespace parley::protocol {
namespace {

void expect_refused(std::string_view text) {
    const auto result = decode_peer(text);
    ASSERT_FALSE(result.ok()) << text;
    EXPECT_EQ(result.error().code, ErrorCode::BadMessage);
}

TEST(PeerCodec, WritesExactlyWhatItReads) {
    for (
        const char* text : {
            R"({"connection":"c.1","epoch":1,"id":7,"sdp":"v=0\r\n","to_run":"r","type":"offer"})",
            R"({"connection":"c.1","epoch":4294967295,"id":4294967295,"sdp":"","to_run":"r","type":"answer"})",
            R"({"connection":"c.1","end":false,"epoch":2,"list":[{"candidate":"a","line":0,"mid":"0"},{"candidate":"b","line":65535,"mid":""}],"to_run":"r","type":"candidates"})",
            R"({"connection":"c.1","end":true,"epoch":2,"list":[],"to_run":"r","type":"candidates"})",
            R"({"type":"bye"})",
        }) {
        const auto result = decode_peer(text);
        ASSERT_TRUE(result.ok()) << text << ": " << result.error().message;
        EXPECT_EQ(encode(result.value()), text);
    }
}

TEST(PeerCodec, TellsAnOfferFromAnAnswer) {
    const auto answer = decode_peer(R"({"type":"answer","to_run":"r","connection":"c","epoch":1,"id":1,"sdp":"s"})");
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(std::get<Description>(answer.value()).type, DescriptionType::Answer);
}

TEST(PeerCodec, IgnoresMembersThatItDoesNotKnow) {
    EXPECT_TRUE(decode_peer(R"({"type":"bye","wave":true})").ok());
    EXPECT_TRUE(decode_presence(R"({"run":"r","name":"n","hand":true})").ok());
}

TEST(PeerCodec, RefusesWhatItDoesNotKnow) {
    for (const char* text : {"", "bye", "[]", "{}", R"({"type":7})", R"({"type":"dance"})", R"({"type":"Bye"})"}) {
        expect_refused(text);
    }
}

TEST(PeerCodec, RefusesADescriptionThatLacksAnything) {
    expect_refused(R"({"type":"offer","connection":"c","epoch":1,"id":1,"sdp":"s"})");
    expect_refused(R"({"type":"offer","to_run":"r","epoch":1,"id":1,"sdp":"s"})");
    expect_refused(R"({"type":"offer","to_run":"r","connection":"c","id":1,"sdp":"s"})");
    expect_refused(R"({"type":"offer","to_run":"r","connection":"c","epoch":1,"sdp":"s"})");
    expect_refused(R"({"type":"offer","to_run":"r","connection":"c","epoch":1,"id":1})");
}

TEST(PeerCodec, RefusesNumbersThatWouldBeCut) {
    for (const char* number : {"4294967296", "-1", "1.5", "\"1\"", "null"}) {
        const std::string rest = R"(,"id":1,"sdp":"s"})";
        expect_refused(R"({"type":"offer","to_run":"r","connection":"c","epoch":)" + std::string(number) + rest);
    }
    expect_refused(
        R"({"type":"candidates","to_run":"r","connection":"c","epoch":1,"list":[{"candidate":"a","line":65536,"mid":"0"}]})");
}

TEST(PeerCodec, RefusesAListThatIsNoneOrTooLong) {
    const std::string head = R"({"type":"candidates","to_run":"r","connection":"c","epoch":1,"list":)";
    expect_refused(head + "7}");
    expect_refused(head + R"([{"candidate":"a","line":0}]})");
    std::string list = R"([{"candidate":"a","line":0,"mid":"0"})";
    for (int index = 1; index < 64; ++index) list += R"(,{"candidate":"a","line":0,"mid":"0"})";
    EXPECT_TRUE(decode_peer(head + list + "]}").ok());
    expect_refused(head + list + R"(,{"candidate":"a","line":0,"mid":"0"}]})");
}

TEST(PeerCodec, RefusesAnEntryThatIsNoObject) {
    for (const char* entry : {"7", "null", "[]", "\"candidate\""}) {
        expect_refused(R"({"type":"candidates","to_run":"r","connection":"c","epoch":1,"list":[)" + std::string(entry) +
                       "]}");
    }
}

TEST(PeerCodec, RefusesIdsLongerThanTheirBound) {
    const std::string long_id(65, 'x');
    const auto result =
        decode_peer(R"({"type":"offer","to_run":")" + long_id + R"(","connection":"c","epoch":1,"id":1,"sdp":"s"})");
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, ErrorCode::TooLarge);
}

TEST(PresenceCodec, ReadsWhatItWrote) {
    const Presence presence{
        .run = RunId("r"), .name = "Zo\xc3\xab \xf0\x9f\x90\xb8 \"\\\n", .microphone = true, .camera = false};
    const auto result = decode_presence(encode(presence));
    ASSERT_TRUE(result.ok()) << result.error().message;
    EXPECT_EQ(result.value(), presence);
}

TEST(PresenceCodec, TakesSilenceAboutADeviceForOff) {
    const auto result = decode_presence(R"({"run":"r","name":""})");
    ASSERT_TRUE(result.ok());
    EXPECT_FALSE(result.value().microphone);
    EXPECT_FALSE(result.value().camera);
}

TEST(PresenceCodec, RefusesWhatIsNoPresence) {
    for (const char* text : {R"({"name":"n"})", R"({"run":"r"})", R"({"run":1,"name":"n"})",
                             R"({"run":"r","name":"n","camera":1})", "null", ""}) {
        EXPECT_FALSE(decode_presence(text).ok()) << text;
    }
}

TEST(PresenceCodec, ReplacesTextThatIsNotUtf8InsteadOfFailing) {
    const auto result = decode_presence(encode(Presence{.run = RunId("r"), .name = "a\xff"}));
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result.value().name, "a\xef\xbf\xbd");
}

}  // namespace
}  // namespace parley::protocol
