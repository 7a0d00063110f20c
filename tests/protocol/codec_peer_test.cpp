#include <gtest/gtest.h>

#include <string>

#include "protocol/limits.hpp"
#include "protocol/peer_messages.hpp"

namespace parley::protocol {
namespace {

void expect_refused(std::string_view text, ErrorCode code = ErrorCode::BadMessage) {
    const auto result = decode_peer(text);
    ASSERT_FALSE(result.ok()) << text;
    EXPECT_EQ(result.error().code, code);
}

std::string again_with(std::size_t count) {
    std::string list;
    for (std::size_t index = 0; index < count; ++index) list += index == 0 ? R"("x")" : R"(,"x")";
    return R"({"type":"again","to_run":"r","sealed":[)" + list + "]}";
}

TEST(PeerCodec, WritesExactlyWhatItReads) {
    for (
        const char* text : {
            R"({"connection":"c.1","epoch":1,"id":7,"sdp":"v=0\r\n","to_run":"r","type":"offer"})",
            R"({"connection":"c.1","epoch":4294967295,"id":4294967295,"sdp":"","to_run":"r","type":"answer"})",
            R"({"connection":"c.1","end":false,"epoch":2,"list":[{"candidate":"a","line":0,"mid":"0"},{"candidate":"b","line":65535,"mid":""}],"to_run":"r","type":"candidates"})",
            R"({"connection":"c.1","end":true,"epoch":2,"list":[],"to_run":"r","type":"candidates"})",
            R"({"at":1764000000000,"name":"Zoë","text":"\"hello\"\n","type":"chat"})",
            R"({"counter":0,"to_run":"r","type":"have"})",
            R"({"counter":12,"to_run":"r","type":"have"})",
            R"({"sealed":["a","b"],"to_run":"r","type":"again"})",
            R"({"sealed":[],"to_run":"r","type":"again"})",
            R"({"counter":3,"to_run":"r","type":"gone"})",
            R"({"sealed":"a","to_run":"r","type":"presence"})",
            R"({"camera":0,"screen":65535,"to_run":"r","type":"view"})",
            R"({"limit":"none","paused":true,"to_run":"r","type":"sending"})",
            R"({"limit":"line","paused":false,"to_run":"r","type":"sending"})",
            R"({"limit":"processor","paused":false,"to_run":"r","type":"sending"})",
            R"({"presence":3,"to_run":"r","type":"bye"})",
        }) {
        const auto result = decode_peer(text);
        ASSERT_TRUE(result.ok()) << text << ": " << result.error().message;
        EXPECT_EQ(encode(result.value()), text);
    }
}

TEST(PeerCodec, TellsAnOfferFromAnAnswer) {
    const auto answer = decode_peer(R"({"type":"answer","to_run":"r","connection":"c","epoch":1,"id":1,"sdp":"s"})");
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(std::get<Description>(answer.value().message).type, DescriptionType::Answer);
}

TEST(PeerCodec, NamesTheRunOfTheOnlyReceiver) {
    const auto bye = decode_peer(R"({"type":"bye","to_run":"r","presence":1})");
    ASSERT_TRUE(bye.ok());
    EXPECT_EQ(bye.value().to_run, RunId("r"));
    const auto chat = decode_peer(R"({"type":"chat","name":"n","text":"t","at":1})");
    ASSERT_TRUE(chat.ok());
    EXPECT_TRUE(chat.value().to_run.empty());
}

TEST(PeerCodec, RefusesWhatIsForOneWithoutItsRun) {
    for (const char* text :
         {R"({"type":"bye","presence":1})", R"({"type":"have","counter":1})", R"({"type":"again","sealed":[]})",
          R"({"type":"gone","counter":1})", R"({"type":"presence","sealed":"a"})",
          R"({"type":"view","camera":1,"screen":1})", R"({"type":"sending","paused":true,"limit":"none"})",
          R"({"type":"view","to_run":"r","camera":65536,"screen":1})",
          R"({"type":"view","to_run":"r","camera":-1,"screen":1})",
          R"({"type":"sending","to_run":"r","paused":1,"limit":"none"})",
          R"({"type":"offer","connection":"c","epoch":1,"id":1,"sdp":"s"})",
          R"({"type":"candidates","connection":"c","epoch":1,"list":[]})", R"({"type":"bye","to_run":7,"presence":1})",
          R"({"type":"bye","to_run":"r"})"}) {
        expect_refused(text);
    }
}

TEST(PeerCodec, TakesALimitThatItDoesNotKnowForNone) {
    const auto sent = decode_peer(R"({"type":"sending","to_run":"r","paused":false,"limit":"heat"})");
    ASSERT_TRUE(sent.ok());
    EXPECT_EQ(std::get<PictureSent>(sent.value().message), PictureSent{});
}

TEST(PeerCodec, IgnoresMembersThatItDoesNotKnow) {
    EXPECT_TRUE(decode_peer(R"({"type":"bye","to_run":"r","presence":1,"wave":true})").ok());
}

TEST(PeerCodec, RefusesWhatItDoesNotKnow) {
    for (const char* text : {"", "bye", "[]", "{}", R"({"type":7})", R"({"type":"dance"})", R"({"type":"Bye"})"}) {
        expect_refused(text);
    }
}

TEST(PeerCodec, RefusesADescriptionThatLacksAnything) {
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
    expect_refused(R"({"type":"bye","presence":1,"to_run":")" + long_id + R"("})", ErrorCode::TooLarge);
    expect_refused(R"({"type":"offer","to_run":"r","connection":")" + long_id + R"(","epoch":1,"id":1,"sdp":"s"})",
                   ErrorCode::TooLarge);
}

TEST(PeerCodec, RefusesAChatThatIsTooLongOrLacksAnything) {
    const auto chat = [](std::size_t size) {
        return R"({"type":"chat","name":"n","at":1,"text":")" + std::string(size, 'x') + "\"}";
    };
    EXPECT_TRUE(decode_peer(chat(limits::chat_text_max)).ok());
    expect_refused(chat(limits::chat_text_max + 1), ErrorCode::TooLarge);
    expect_refused(R"({"type":"chat","at":1,"text":"t"})");
    expect_refused(R"({"type":"chat","name":"n","text":"t"})");
    expect_refused(R"({"type":"chat","name":"n","at":1})");
    expect_refused(R"({"type":"chat","name":"n","at":-1,"text":"t"})");
}

TEST(PeerCodec, RefusesToTakeTooMuchAgain) {
    EXPECT_TRUE(decode_peer(again_with(limits::resent_per_message_max)).ok());
    expect_refused(again_with(limits::resent_per_message_max + 1));
    expect_refused(R"({"type":"again","to_run":"r","sealed":[7]})");
    expect_refused(R"({"type":"again","to_run":"r","sealed":"x"})");
}

TEST(PeerCodec, RefusesAPresenceThatIsTooLongOrNone) {
    const auto presence = [](std::size_t size) {
        return R"({"type":"presence","to_run":"r","sealed":")" + std::string(size, 'x') + "\"}";
    };
    EXPECT_TRUE(decode_peer(presence(limits::presence_max)).ok());
    expect_refused(presence(limits::presence_max + 1), ErrorCode::TooLarge);
    expect_refused(R"({"type":"presence","to_run":"r"})");
    expect_refused(R"({"type":"presence","to_run":"r","sealed":7})");
}

TEST(PeerCodec, RefusesACounterThatCannotBe) {
    expect_refused(R"({"type":"gone","to_run":"r","counter":0})");
    for (const char* counter : {"-1", "1.5", "\"1\"", "9007199254740992"}) {
        expect_refused(R"({"type":"have","to_run":"r","counter":)" + std::string(counter) + "}");
    }
    expect_refused(R"({"type":"have","to_run":"r"})");
}

}  // namespace
}  // namespace parley::protocol
