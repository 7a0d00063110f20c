#include "protocol/frames.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "protocol/codec.hpp"
#include "protocol/limits.hpp"

namespace parley::protocol {
namespace {

/// What a client makes of a frame, written again by the codec alone: the order of members does not matter.
std::string read_again(const std::string& frame) {
    const auto result = decode_server(frame);
    EXPECT_TRUE(result.ok()) << frame << ": " << (result.ok() ? "" : result.error().message);
    return result.ok() ? encode(result.value()) : "";
}

TEST(Frames, AreReadAsTheMessageThatTheyWereMadeOf) {
    const std::vector<ServerMessage> numbered{
        Message{.s = 7, .from = PeerId("p"), .body = "b\"\\\n", .all = true},
        PeerJoined{.s = 7, .peer = PeerId("p"), .presence = "P", .role = Role::Host},
        PeerLeft{.s = 7, .peer = PeerId("p"), .reason = LeaveReason::Lost},
        PeerAway{.s = 7, .peer = PeerId("p")},
        PeerBack{.s = 7, .peer = PeerId("p")},
        PresenceChanged{.s = 7, .peer = PeerId("p"), .presence = R"("s":1})"},
        RoleChanged{.s = 7, .peer = PeerId("p"), .role = Role::Participant},
        IceChanged{.s = 7, .ice_servers = {{.urls = {"turn:a"}, .username = "u", .credential = "c"}}, .ice_ttl_ms = 9},
        Undelivered{.s = 7, .n = 3, .to = PeerId("\"s\":")},
    };
    for (const ServerMessage& message : numbered) {
        EXPECT_EQ(read_again(finish_frame(encode_up_to_number(message), 7)), encode(message));
    }
}

TEST(Frames, EndWithTheNumber) {
    const std::string up_to_number = encode_up_to_number(PeerAway{.s = 5, .peer = PeerId("p")});
    EXPECT_EQ(up_to_number, R"({"peer":"p","type":"peer-away","s":)");
    EXPECT_EQ(finish_frame(up_to_number, 9007199254740991U), R"({"peer":"p","type":"peer-away","s":9007199254740991})");
}

TEST(Frames, SpliceARelayedBodyWithoutReadingIt) {
    EXPECT_EQ(finish_frame(relay_up_to_number(PeerId("p"), R"("\u0041")", Audience::One), 1),
              R"({"type":"message","from":"p","body":"\u0041","s":1})");
    EXPECT_EQ(finish_frame(relay_up_to_number(PeerId("p"), R"("b")", Audience::Everyone), 12),
              R"({"type":"message","from":"p","body":"b","all":true,"s":12})");
}

TEST(Frames, AreTheSameSplicedAsEncoded) {
    for (const bool all : {false, true}) {
        const Message message{.s = 3, .from = PeerId("p"), .body = "b\x01\"\\", .all = all};
        const std::string spliced =
            relay_up_to_number(message.from, to_json_string(message.body), all ? Audience::Everyone : Audience::One);
        EXPECT_EQ(read_again(finish_frame(spliced, 3)), encode(ServerMessage(message)));
    }
}

TEST(Frames, QuoteTextAsJsonDoes) {
    EXPECT_EQ(to_json_string(""), R"("")");
    EXPECT_EQ(to_json_string("a\"\\\n\x01"), R"("a\"\\\n\u0001")");
    EXPECT_EQ(to_json_string("\xff"), "\"\xef\xbf\xbd\"");
}

TEST(ListFrames, SayThatThereIsNothingInOneFrame) {
    EXPECT_EQ(ListFrames("peers").finish(), std::vector<std::string>{R"({"type":"peers","peers":[],"more":false})"});
}

TEST(ListFrames, HoldEntriesInTheirOrder) {
    ListFrames list("kept");
    list.add(encode_kept(PeerId("p"), R"("a")", 1));
    list.add(encode_kept(PeerId("q"), R"("b")", 2));
    const auto frames = std::move(list).finish();
    ASSERT_EQ(frames.size(), 1U);
    EXPECT_EQ(frames[0],
              R"({"type":"kept","kept":[{"from":"p","body":"a","at":1},{"from":"q","body":"b","at":2}],"more":false})");
}

TEST(ListFrames, AreReadAsTheListThatTheyWereMadeOf) {
    const PeerEntry away{.peer = PeerId("p"), .presence = "P\"", .role = Role::Host, .away = true};
    ListFrames list("peers");
    list.add(encode(away));
    EXPECT_EQ(read_again(std::move(list).finish()[0]), encode(ServerMessage(Peers{.peers = {away}, .more = false})));
}

TEST(ListFrames, AreCutWhereTheNextEntryWouldNotFit) {
    constexpr std::size_t around = std::string_view(R"({"type":"kept","kept":[],"more":false})").size();
    for (const std::size_t excess : {0U, 1U}) {
        const std::string first(1'000, '1');
        const std::string second(limits::frame_max - around - first.size() - 1 + excess, '2');
        ListFrames list("kept");
        list.add(first);
        list.add(second);
        const auto frames = std::move(list).finish();
        ASSERT_EQ(frames.size(), 1 + excess);
        for (const std::string& frame : frames) EXPECT_LE(frame.size(), limits::frame_max);
        EXPECT_EQ(frames.back().ends_with(R"("more":false})"), true);
        EXPECT_EQ(frames.front().ends_with(R"("more":true})"), excess == 1);
    }
}

TEST(ListFrames, HoldAnEntryAsLargeAsAnyThatAClientCanSend) {
    const std::string send = R"({"type":"send","n":1,"keep":true,"body":)";
    const std::string body = '"' + std::string(limits::send_frame_max - send.size() - 3, 'x') + '"';
    ListFrames list("kept");
    list.add(encode_kept(PeerId(std::string(limits::id_max_characters, 'a')), body, 9'007'199'254'740'991));
    const auto frames = std::move(list).finish();
    ASSERT_EQ(frames.size(), 1U);
    EXPECT_LE(frames[0].size(), limits::frame_max);
}

}  // namespace
}  // namespace parley::protocol
