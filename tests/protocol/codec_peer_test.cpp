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
            R"({"limit":"none","paused":true,"screen_paused":false,"to_run":"r","type":"sending"})",
            R"({"limit":"line","paused":false,"screen_paused":true,"to_run":"r","type":"sending"})",
            R"({"limit":"processor","paused":false,"screen_paused":false,"to_run":"r","type":"sending"})",
            R"({"presence":3,"to_run":"r","type":"bye"})",
            R"({"count":1,"kind":"thumbs-up","to_run":"r","type":"reaction"})",
            R"({"count":9,"kind":"thinking","to_run":"r","type":"reaction"})",
            R"({"to_run":"r","type":"mute-request"})",
            R"({"content":{"at":1764000000000,"text":"hi","type":"chat"},"first":1,"number":2,"to_run":"r","type":"letter"})",
            R"({"content":{"at":1,"file":3,"media_type":"image/png","name":"a.png","private":true,"size":2147483648,"type":"file"},"first":2,"number":2,"to_run":"r","type":"letter"})",
            R"({"content":{"file":3,"from":70000,"type":"file-wish"},"first":1,"number":1,"to_run":"r","type":"letter"})",
            R"({"content":{"digest":"abc","file":3,"type":"file-end"},"first":1,"number":1,"to_run":"r","type":"letter"})",
            R"({"content":{"file":4294967295,"type":"file-withdrawn"},"first":1,"number":1,"to_run":"r","type":"letter"})",
            R"({"content":{"file":3,"type":"file-outcome","verdict":"whole"},"first":1,"number":1,"to_run":"r","type":"letter"})",
            R"({"content":{"file":3,"type":"file-outcome","verdict":"no-room"},"first":1,"number":1,"to_run":"r","type":"letter"})",
            R"({"content":{"file":3,"type":"file-outcome","verdict":"lost"},"first":1,"number":1,"to_run":"r","type":"letter"})",
            R"({"number":7,"to_run":"r","type":"received"})",
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
          R"({"type":"sending","to_run":"r","paused":true,"limit":"none","screen_paused":1})",
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

TEST(PeerCodec, PassesOverAReactionThatItDoesNotKnowOrThatIsTooMuch) {
    const std::string head = R"({"type":"reaction","to_run":"r",)";
    for (const char* rest : {R"("kind":"dance","count":1})", R"("kind":"heart","count":0})",
                             R"("kind":"heart","count":10})", R"("kind":"heart"})", R"("kind":1,"count":1})"}) {
        expect_refused(head + rest);
    }
    expect_refused(R"({"type":"reaction","kind":"heart","count":1})");
    expect_refused(R"({"type":"mute-request"})");
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

TEST(PeerCodec, RefusesALetterThatLacksAnythingOrIsTooLarge) {
    const auto letter = [](const std::string& content) {
        return R"({"type":"letter","to_run":"r","number":2,"first":1,"content":)" + content + "}";
    };
    const auto offer = [&](const std::string& size) {
        return letter(R"({"type":"file","file":1,"name":"n","media_type":"m","at":1,"size":)" + size + "}");
    };
    EXPECT_TRUE(decode_peer(offer("2147483648")).ok());
    expect_refused(offer("2147483649"));
    expect_refused(offer("-1"));
    expect_refused(letter(R"({"type":"file-wish","file":0,"from":1})"));
    expect_refused(letter(R"({"type":"file-wish","file":4294967296,"from":1})"));
    expect_refused(letter(R"({"type":"file-wish","file":1})"));
    expect_refused(letter(R"({"type":"chat","text":"t"})"));
    expect_refused(letter(R"({"type":"chat","at":1,"text":")" + std::string(limits::chat_text_max + 1, 'x') + "\"}"),
                   ErrorCode::TooLarge);
    expect_refused(letter("7"));
    expect_refused(R"({"type":"letter","to_run":"r","number":1,"first":1})");
    expect_refused(
        R"({"type":"letter","to_run":"r","number":1,"first":2,"content":{"type":"chat","text":"t","at":1}})");
    expect_refused(R"({"type":"letter","number":1,"first":1,"content":{"type":"chat","text":"t","at":1}})");
    expect_refused(R"({"type":"received","to_run":"r","number":0})");
}

TEST(PeerCodec, TakesALetterWhoseContentItDoesNotKnow) {
    const auto letter = decode_peer(R"({"type":"letter","to_run":"r","number":1,"first":1,"content":{"type":"song"}})");
    ASSERT_TRUE(letter.ok()) << "or the letters behind it would never be read";
    EXPECT_TRUE(std::holds_alternative<UnknownContent>(std::get<Letter>(letter.value().message).content));
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
