#include <gtest/gtest.h>

#include "protocol/codec.hpp"
#include "protocol/frames.hpp"
#include "protocol/limits.hpp"

namespace parley::protocol {
namespace {

template <class Message>
Message decoded(std::string_view text) {
    const auto result = decode_client(text);
    EXPECT_TRUE(result.ok()) << text << ": " << (result.ok() ? "" : result.error().message);
    if (!result.ok() || !std::holds_alternative<Message>(result.value())) return {};
    return std::get<Message>(result.value());
}

ErrorCode refused(std::string_view text) {
    const auto result = decode_client(text);
    EXPECT_FALSE(result.ok()) << text;
    return result.ok() ? ErrorCode::Internal : result.error().code;
}

std::string nested(std::size_t depth) {
    return R"({"type":"ping","x":)" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
}

std::string send_of_size(std::size_t size) {
    const std::string head = R"({"type":"send","n":1,"body":")";
    return head + std::string(size - head.size() - 2, 'x') + "\"}";
}

std::string join_with(const std::string& members) {
    return R"({"type":"join","room":"r","secret":"S","sign":"K","presence":"P",)" + members + "}";
}

TEST(ClientCodec, ReadsAJoin) {
    const auto join =
        decoded<Join>(R"({"type":"join","room":"abcd","access":"A","secret":"S","sign":"K","presence":"P"})");
    EXPECT_EQ(join.room, RoomId("abcd"));
    EXPECT_EQ(join.access, "A");
    EXPECT_EQ(join.secret, "S");
    EXPECT_EQ(join.sign, "K");
    EXPECT_EQ(join.presence, "P");
    EXPECT_EQ(join.grant, std::nullopt);
    EXPECT_FALSE(join.resume);
}

TEST(ClientCodec, ReadsAJoinThatGoesOnWithASession) {
    const auto join = decoded<Join>(join_with(R"("grant":"G","resume":{"session":"t","got":0})"));
    EXPECT_EQ(join.grant, "G");
    ASSERT_TRUE(join.resume);
    EXPECT_EQ(join.resume->session, SessionId("t"));
    EXPECT_EQ(join.resume->got, 0U);
}

TEST(ClientCodec, RefusesAResumeThatLacksAnything) {
    for (const char* resume : {"{}", R"({"got":1})", R"({"session":"t"})", R"({"session":1,"got":1})",
                               R"({"session":"t","got":-1})", "null", "true", "[]", R"("t")"}) {
        EXPECT_EQ(refused(join_with(R"("resume":)" + std::string(resume))), ErrorCode::BadMessage) << resume;
    }
}

TEST(ClientCodec, RefusesASessionOrGrantThatIsTooLong) {
    decoded<Join>(join_with(R"("grant":")" + std::string(limits::grant_max_characters, 'g') + '"'));
    EXPECT_EQ(refused(join_with(R"("grant":")" + std::string(limits::grant_max_characters + 1, 'g') + '"')),
              ErrorCode::TooLarge);
    const std::string session(limits::id_max_characters + 1, 't');
    EXPECT_EQ(refused(join_with(R"("resume":{"got":1,"session":")" + session + R"("})")), ErrorCode::TooLarge);
}

TEST(ClientCodec, RefusesAGrantThatIsNoText) {
    for (const char* grant : {"null", "7", "{}"}) {
        EXPECT_EQ(refused(join_with(R"("grant":)" + std::string(grant))), ErrorCode::BadMessage);
    }
}

TEST(ClientCodec, ReadsAJoinOfARoomWithoutKey) {
    EXPECT_EQ(decoded<Join>(R"({"type":"join","room":"r","secret":"S","sign":"K","presence":"P"})").access,
              std::nullopt);
}

TEST(ClientCodec, ReadsASendToOneAndToAll) {
    EXPECT_EQ(decoded<Send>(R"({"type":"send","n":7,"to":"p","body":"b"})").to, PeerId("p"));
    const auto to_all = decoded<Send>(R"({"type":"send","n":7,"body":"b"})");
    EXPECT_EQ(to_all.to, std::nullopt);
    EXPECT_EQ(to_all.n, 7U);
    EXPECT_EQ(to_all.body, "b");
    EXPECT_FALSE(to_all.keep);
}

TEST(ClientCodec, ReadsASendThatIsToBeKept) {
    EXPECT_TRUE(decoded<Send>(R"({"type":"send","n":7,"body":"b","keep":true})").keep);
    EXPECT_FALSE(decoded<Send>(R"({"type":"send","n":7,"body":"b","keep":false})").keep);
    EXPECT_FALSE(decoded<Send>(R"({"type":"send","n":7,"to":"p","body":"b","keep":false})").keep);
}

TEST(ClientCodec, RefusesToKeepWhatIsForOne) {
    EXPECT_EQ(refused(R"({"type":"send","n":7,"to":"p","body":"b","keep":true})"), ErrorCode::BadMessage);
}

TEST(ClientCodec, RefusesToKeepABodyOver8KiB) {
    const auto kept = [](std::size_t size) {
        return R"({"type":"send","n":7,"keep":true,"body":")" + std::string(size, 'x') + "\"}";
    };
    decoded<Send>(kept(limits::kept_body_max));
    EXPECT_EQ(refused(kept(limits::kept_body_max + 1)), ErrorCode::TooLarge);
}

TEST(ClientCodec, WritesWhatTheProtocolSpells) {
    EXPECT_EQ(encode(ClientMessage(Join{RoomId("r"), "A", "S", "K", "P", "G", Resume{SessionId("t"), 7}})),
              R"({"access":"A","grant":"G","presence":"P","resume":{"got":7,"session":"t"},"room":"r","secret":"S",)"
              R"("sign":"K","type":"join"})");
    EXPECT_EQ(encode(ClientMessage(Join{RoomId("r"), std::nullopt, "S", "K", "P", std::nullopt, std::nullopt})),
              R"({"presence":"P","room":"r","secret":"S","sign":"K","type":"join"})");
    EXPECT_EQ(encode(ClientMessage(Send{3, std::nullopt, "b", true})),
              R"({"body":"b","keep":true,"n":3,"type":"send"})");
    EXPECT_EQ(encode(ClientMessage(Send{3, PeerId("p"), "b"})), R"({"body":"b","n":3,"to":"p","type":"send"})");
    EXPECT_EQ(encode(ClientMessage(Send{3, std::nullopt, "b"})), R"({"body":"b","n":3,"type":"send"})");
    EXPECT_EQ(encode(ClientMessage(SetPresence{4, "P"})), R"({"n":4,"presence":"P","type":"presence"})");
    EXPECT_EQ(encode(ClientMessage(Ack{5})), R"({"got":5,"type":"ack"})");
    EXPECT_EQ(encode(ClientMessage(Ping{})), R"({"type":"ping"})");
    EXPECT_EQ(encode(ClientMessage(Leave{})), R"({"type":"leave"})");
}

TEST(ClientCodec, ReadsBackWhatItWrites) {
    EXPECT_EQ(decoded<SetPresence>(encode(ClientMessage(SetPresence{4, "P"}))).presence, "P");
    EXPECT_EQ(decoded<Ack>(encode(ClientMessage(Ack{0}))).got, 0U);
    decoded<Ping>(encode(ClientMessage(Ping{})));
    decoded<Leave>(encode(ClientMessage(Leave{})));
}

TEST(ClientCodec, IgnoresMembersThatItDoesNotKnow) {
    EXPECT_EQ(decoded<Send>(R"({"type":"send","n":1,"body":"b","wave":true,"more":[1]})").body, "b");
}

TEST(ClientCodec, RefusesAnUnknownOrMissingType) {
    for (const char* text : {R"({"type":"shout"})", R"({"n":1})", R"({"type":7})", R"({"type":"joined"})"}) {
        EXPECT_EQ(refused(text), ErrorCode::BadMessage);
    }
}

TEST(ClientCodec, RefusesAMemberOfTheWrongType) {
    for (const char* text : {R"({"type":"send","n":"1","body":"b"})", R"({"type":"send","n":1,"body":2})",
                             R"({"type":"send","n":1,"to":null,"body":"b"})", R"({"type":"ack","got":[]})",
                             R"({"type":"send","n":1,"body":"b","keep":1})",
                             R"({"type":"join","room":{},"secret":"S","sign":"K","presence":"P"})"}) {
        EXPECT_EQ(refused(text), ErrorCode::BadMessage);
    }
}

TEST(ClientCodec, NamesTheMemberAtFault) {
    const auto result = decode_client(R"({"type":"send","body":"b"})");
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().message, "`n` is missing");
}

TEST(ClientCodec, RefusesNumbersThatABrowserWouldRound) {
    for (const char* number : {"0", "-1", "1.0", "1e3", "9007199254740992", "18446744073709551616"}) {
        EXPECT_EQ(refused(R"({"type":"presence","presence":"P","n":)" + std::string(number) + "}"),
                  ErrorCode::BadMessage);
    }
    EXPECT_EQ(decoded<SetPresence>(R"({"type":"presence","presence":"P","n":9007199254740991})").n, 9007199254740991U);
}

TEST(ClientCodec, RefusesWhatIsNoJsonObject) {
    for (const char* text : {"", "{", "[]", "null", "\"join\"", "{}x", R"({"type":"ping",})", "\xff\xfe"}) {
        EXPECT_EQ(refused(text), ErrorCode::BadMessage);
    }
}

TEST(ClientCodec, RefusesInvalidUtf8) {
    EXPECT_EQ(refused("{\"type\":\"send\",\"n\":1,\"body\":\"\xc3\x28\"}"), ErrorCode::BadMessage);
    EXPECT_EQ(refused(R"({"type":"send","n":1,"body":"\ud800"})"), ErrorCode::BadMessage);
}

TEST(ClientCodec, RefusesDeepNestingHoweverDeep) {
    decoded<Ping>(nested(limits::json_depth_max));
    EXPECT_EQ(refused(nested(limits::json_depth_max + 1)), ErrorCode::BadMessage);
    EXPECT_EQ(refused(nested(30'000)), ErrorCode::BadMessage);
}

TEST(ClientCodec, TakesBracketsInsideStringsForText) {
    EXPECT_EQ(decoded<Send>(R"({"type":"send","n":1,"body":"[[[[[[[[[[\"{{{{{{"})").body, "[[[[[[[[[[\"{{{{{{");
}

TEST(ClientCodec, RefusesAFrameOver64KiB) {
    EXPECT_EQ(refused(std::string(limits::frame_max + 1, ' ')), ErrorCode::TooLarge);
}

TEST(ClientCodec, RefusesASendThatNoFrameCouldRelay) {
    EXPECT_EQ(refused(send_of_size(limits::send_frame_max + 1)), ErrorCode::TooLarge);
    const auto send = decoded<Send>(send_of_size(limits::send_frame_max));
    const Message relayed{9007199254740991U, PeerId(std::string(26, 'a')), send.body, true};
    EXPECT_LE(encode(ServerMessage(relayed)).size(), limits::frame_max);
    const PeerId longest(std::string(limits::id_max_characters, 'a'));
    const std::string spliced = relay_up_to_number(longest, to_json_string(send.body), Audience::Everyone);
    EXPECT_LE(finish_frame(spliced, relayed.s).size(), limits::frame_max);
}

TEST(ClientCodec, RefusesAPresenceOver2KiB) {
    const auto presence = [](std::size_t size) {
        return R"({"type":"presence","n":1,"presence":")" + std::string(size, 'x') + "\"}";
    };
    decoded<SetPresence>(presence(limits::presence_max));
    EXPECT_EQ(refused(presence(limits::presence_max + 1)), ErrorCode::TooLarge);
}

TEST(ClientCodec, RefusesAnIdThatIsTooLong) {
    EXPECT_EQ(
        refused(R"({"type":"send","n":1,"body":"b","to":")" + std::string(limits::id_max_characters + 1, 'a') + "\"}"),
        ErrorCode::TooLarge);
}

}  // namespace
}  // namespace parley::protocol
