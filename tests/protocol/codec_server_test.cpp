#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "protocol/codec.hpp"

namespace parley::protocol {
namespace {

template <class Message>
Message decoded(std::string_view text) {
    const auto result = decode_server(text);
    EXPECT_TRUE(result.ok()) << text << ": " << (result.ok() ? "" : result.error().message);
    if (!result.ok() || !std::holds_alternative<Message>(result.value())) return {};
    return std::get<Message>(result.value());
}

void expect_refused(std::string_view text) {
    const auto result = decode_server(text);
    ASSERT_FALSE(result.ok()) << text;
    EXPECT_EQ(result.error().code, ErrorCode::BadMessage);
}

// Writing what was read must give the same text: then nothing was lost or invented on either way.
void expect_same_text(std::string_view text) {
    const auto result = decode_server(text);
    ASSERT_TRUE(result.ok()) << text << ": " << result.error().message;
    EXPECT_EQ(encode(result.value()), text);
}

TEST(ServerCodec, WritesExactlyWhatItReads) {
    for (
        const char* text : {
            R"({"got":0,"grant":"g","heartbeat":20000,"ice":{"servers":[{"credential":"c","urls":["turn:a","turn:b"],"username":"u"},{"urls":["stun:c"]}],"ttl":600000},"kept_total":3,"peer":"p","peers_total":2,"resumed":false,"role":"host","session":"s","type":"joined"})",
            R"({"more":true,"peers":[{"away":true,"peer":"p","presence":"P","role":"participant"},{"peer":"q","presence":"Q","role":"host"}],"type":"peers"})",
            R"({"more":false,"peers":[],"type":"peers"})",
            R"({"kept":[{"at":1764000000000,"body":"b","from":"p"},{"at":0,"body":"","from":"q"}],"more":true,"type":"kept"})",
            R"({"kept":[],"more":false,"type":"kept"})",
            R"({"body":"b","from":"p","s":1,"type":"message"})",
            R"({"all":true,"body":"b","from":"p","s":1,"type":"message"})",
            R"({"peer":"p","presence":"P","role":"participant","s":2,"type":"peer-joined"})",
            R"({"peer":"p","reason":"left","s":3,"type":"peer-left"})",
            R"({"peer":"p","reason":"lost","s":3,"type":"peer-left"})",
            R"({"peer":"p","reason":"removed","s":3,"type":"peer-left"})",
            R"({"peer":"p","s":4,"type":"peer-away"})",
            R"({"peer":"p","s":5,"type":"peer-back"})",
            R"({"peer":"p","presence":"P","s":6,"type":"presence"})",
            R"({"peer":"p","role":"host","s":6,"type":"role"})",
            R"({"n":9,"s":7,"to":"p","type":"undelivered"})",
            R"({"got":16,"type":"ack"})",
            R"({"type":"pong"})",
            R"({"after_ms":1000,"spread_ms":2000,"type":"drain"})",
            R"({"code":"room-full","message":"full","type":"error"})",
            R"({"code":"rate-limited","message":"slow","n":3,"retry_after_ms":500,"type":"error"})",
        }) {
        expect_same_text(text);
    }
}

TEST(ServerCodec, KeepsWhatAPersonCanReadOfAnUnknownErrorCode) {
    const auto error = decoded<Error>(R"({"type":"error","code":"from-the-future","message":"Something new"})");
    EXPECT_EQ(error.code, ErrorCode::Internal);
    EXPECT_EQ(error.message, "Something new");
}

TEST(ServerCodec, RefusesAWordThatItDoesNotKnow) {
    expect_refused(R"({"type":"peer-left","s":1,"peer":"p","reason":"bored"})");
    expect_refused(R"({"type":"peer-joined","s":1,"peer":"p","presence":"P","role":"king"})");
}

TEST(ServerCodec, RefusesAFaultInsideANestedObject) {
    expect_refused(R"({"type":"peers","peers":[{"peer":"p","role":"host"}],"more":false})");
    expect_refused(R"({"type":"peers","peers":["p"],"more":false})");
    expect_refused(R"({"type":"peers","peers":{},"more":false})");
    expect_refused(
        R"({"type":"joined","peer":"p","session":"s","resumed":false,"got":0,"role":"host","grant":"g","peers_total":0,"kept_total":0,"heartbeat":1,"ice":{"servers":[{"urls":[5]}],"ttl":0}})");
    expect_refused(R"({"type":"kept","kept":[{"from":"p","at":1}],"more":false})");
    expect_refused(R"({"type":"kept","kept":[{"from":"p","body":"b","at":-1}],"more":false})");
    expect_refused(R"({"type":"kept","kept":["b"],"more":false})");
}

TEST(ServerCodec, RefusesAMessageWithoutItsNumber) {
    expect_refused(R"({"type":"message","from":"p","body":"b"})");
    expect_refused(R"({"type":"peer-away","s":0,"peer":"p"})");
}

TEST(ServerCodec, RefusesAJoinedThatLacksAnything) {
    const std::string_view whole =
        R"({"type":"joined","peer":"p","session":"s","got":0,"role":"host","grant":"g","peers_total":0,"kept_total":0,"heartbeat":1,"ice":{"servers":[],"ttl":0}})";
    ASSERT_TRUE(decode_server(whole).ok());
    for (const std::string_view member :
         {R"("peer":"p",)", R"("session":"s",)", R"("got":0,)", R"("role":"host",)", R"("grant":"g",)",
          R"("peers_total":0,)", R"("kept_total":0,)", R"("heartbeat":1,)", R"(,"ice":{"servers":[],"ttl":0})"}) {
        std::string text(whole);
        text.erase(text.find(member), member.size());
        expect_refused(text);
    }
}

TEST(ServerCodec, NeverWritesInvalidUtf8) {
    const std::string text = encode(ServerMessage(Error{ErrorCode::Internal, "\xff", std::nullopt, std::nullopt}));
    EXPECT_TRUE(decode_server(text).ok());
}

}  // namespace
}  // namespace parley::protocol
