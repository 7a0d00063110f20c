#include <gtest/gtest.h>

#include <functional>
#include <ostream>

#include "protocol/limits.hpp"
#include "tests/net/meeting.hpp"

namespace parley::net {
namespace {

using namespace protocol;

// Ann and Bob talk before and after what Mallory does in their room, and must not notice.
class BadInput : public Meeting {
protected:
    explicit BadInput(ServerSettings settings = quick_settings()) : Meeting(std::move(settings)) {
        ann_joined = enter(ann, 1);
        bob_joined = enter(bob, 2);
        talk();
    }
    ~BadInput() override {
        if (!HasFailure()) talk();
    }

    void talk() {
        ++said;
        ann.send(Send{said, bob_joined.peer, "from Ann"});
        EXPECT_EQ(next<Message>(bob).body, "from Ann");
        bob.send(Send{said, std::nullopt, "from Bob"});
        EXPECT_EQ(next<Message>(ann).body, "from Bob");
    }

    void expect_refused_once_joined(const std::string& text, ErrorCode code) {
        mallory_joined = enter(mallory, 3);
        mallory.send_text(text);
        expect_refused(mallory, code);
    }

    void expect_refused(const Join& join, ErrorCode code) { expect_refused_at_once(encode(ClientMessage(join)), code); }
    using Meeting::expect_refused;

    Joined ann_joined;
    Joined bob_joined;
    Joined mallory_joined;
    SocketClient mallory{server.port()};
    Sequence said = 0;
};

struct BadFrame {
    std::string name;
    std::string text;
    ErrorCode code = ErrorCode::BadMessage;
};
void PrintTo(const BadFrame& frame, std::ostream* stream) { *stream << frame.name; }

class BadFrames : public BadInput, public testing::WithParamInterface<BadFrame> {};

TEST_P(BadFrames, AreRefusedFromWhoHasJoined) { expect_refused_once_joined(GetParam().text, GetParam().code); }

TEST_P(BadFrames, AreRefusedAsTheFirst) {
    const bool would_be_read = GetParam().name == "GotNeverSent" || GetParam().name == "NumberAhead";
    expect_refused_at_once(GetParam().text, would_be_read ? ErrorCode::BadMessage : GetParam().code);
}

INSTANTIATE_TEST_SUITE_P(
    All, BadFrames,
    testing::Values(
        BadFrame{"NoJson", "garbage"}, BadFrame{"Nothing", ""}, BadFrame{"NoObject", "[]"},
        BadFrame{"UnknownType", R"({"type":"frobnicate"})"}, BadFrame{"NoType", R"({"n":1})"},
        BadFrame{"MissingField", R"({"type":"send","n":1})"},
        BadFrame{"WrongType", R"({"type":"send","n":"1","body":"x"})"},
        BadFrame{"WrongTypeOfBody", R"({"type":"send","n":1,"body":["x"]})"},
        BadFrame{"DeepNesting", R"({"type":"ping","x":)" + std::string(30'000, '[') + std::string(30'000, ']') + "}"},
        BadFrame{"EscapedHalfOfAPair", R"({"type":"send","n":1,"body":"\ud800"})"},
        BadFrame{"NumberAhead", R"({"type":"send","n":2,"body":"x"})"},
        BadFrame{"NumberZero", R"({"type":"send","n":0,"body":"x"})"},
        BadFrame{"NumberBeyondWhatABrowserHolds", R"({"type":"send","n":9007199254740992,"body":"x"})"},
        BadFrame{"GotNeverSent", R"({"type":"ack","got":99})"},
        BadFrame{"LargePresence",
                 R"({"type":"presence","n":1,"presence":")" + std::string(limits::presence_max + 1, 'p') + R"("})",
                 ErrorCode::TooLarge},
        BadFrame{"LargeKeptBody",
                 R"({"type":"send","n":1,"keep":true,"body":")" + std::string(limits::kept_body_max + 1, 'k') + R"("})",
                 ErrorCode::TooLarge},
        BadFrame{"OneByteTooMany", std::string(limits::frame_max + 1, ' '), ErrorCode::TooLarge},
        BadFrame{"VeryLong", std::string(3'000'000, ' '), ErrorCode::TooLarge}),
    [](const auto& parameter) { return parameter.param.name; });

TEST_F(BadInput, ThatIsBinaryIsRefused) {
    enter(mallory, 3);
    mallory.send_binary(R"({"type":"ping"})");
    expect_refused(mallory, ErrorCode::BadMessage);
}

TEST_F(BadInput, ThatIsNoUtf8IsRefusedAsRfc6455Section8Says) {
    enter(mallory, 3);
    mallory.send_bytes(masked_frame(0x81, "{\"type\":\"\xff\"}"));
    EXPECT_EQ(mallory.wait_for_close(), 1007);
}

TEST_F(BadInput, ThatIsCompressedWithoutAskingIsRefused) {
    enter(mallory, 3);
    mallory.send_bytes(masked_frame(0xC1, "{}"));
    EXPECT_EQ(mallory.wait_for_close(), 1002);
}

TEST_F(BadInput, ThatIsNotMaskedIsRefused) {
    enter(mallory, 3);
    mallory.send_bytes(std::string("\x81\x02{}", 4));
    EXPECT_EQ(mallory.wait_for_close(), 1002);
}

TEST_F(BadInput, ThatComesInFragmentsIsRefusedAsSoonAsItIsTooLarge) {
    enter(mallory, 3);
    mallory.send_in_fragments(std::string(limits::frame_max + 1, ' '), 5'000);
    expect_refused(mallory, ErrorCode::TooLarge);
}

TEST_F(BadInput, NamesARoomThatClimbsOutOfItsFolder) {
    auto join = valid_join(3);
    join.room = RoomId("../../etc/passwd");
    expect_refused(join, ErrorCode::BadMessage);
}

TEST_F(BadInput, BringsKeysThatAreNone) {
    auto short_secret = valid_join(3);
    short_secret.secret.resize(8);
    expect_refused(short_secret, ErrorCode::BadMessage);
    auto no_point = valid_join(3);
    no_point.sign.front() = 'A';
    expect_refused(no_point, ErrorCode::BadMessage);
    auto no_base64url = valid_join(3);
    no_base64url.secret.front() = '+';
    expect_refused(no_base64url, ErrorCode::BadMessage);
}

TEST_F(BadInput, BringsAnAccessThatDoesNotOpenTheRoom) {
    auto join = valid_join(3);
    join.access = encode_base64url(std::array<std::uint8_t, auth::access_size>{9});
    expect_refused(join, ErrorCode::WrongKey);
    join.access.reset();
    expect_refused(join, ErrorCode::WrongKey);
}

TEST_F(BadInput, WithTheKeyOfAnotherAndASecretOfItsOwnIsSomebodyElse) {
    auto join = valid_join(3);
    join.sign = valid_join(1).sign;
    EXPECT_NE(enter(mallory, join).peer, ann_joined.peer);
}

TEST_F(BadInput, RepeatsANumber) {
    enter(mallory, 3);
    mallory.send(Send{1, ann_joined.peer, "once"});
    EXPECT_EQ(next<Message>(ann).body, "once");
    mallory.send(Send{1, ann_joined.peer, "twice"});
    expect_refused(mallory, ErrorCode::BadMessage);
}

TEST_F(BadInput, JoinsTwice) {
    enter(mallory, 3);
    mallory.send(valid_join(3));
    expect_refused(mallory, ErrorCode::BadMessage);
}

TEST_F(BadInput, ResumesTheSessionOfAStranger) {
    auto join = valid_join(3);
    join.resume = Resume{.session = ann_joined.session, .got = 0};
    const auto joined = enter(mallory, join);
    EXPECT_FALSE(joined.resumed);
    EXPECT_NE(joined.session, ann_joined.session);
    EXPECT_EQ(joined.got, 0U);
}

TEST_F(BadInput, BringsAGrantThatAnotherWasGiven) {
    auto join = valid_join(3);
    join.grant = ann_joined.grant;
    EXPECT_EQ(enter(mallory, join).role, Role::Participant);
}

TEST_F(BadInput, HasAHeadOfTenMegabytes) {
    mallory.connect();
    mallory.send_bytes("GET / HTTP/1.1\r\nHost: localhost\r\nLong: " + std::string(10'000'000, 'x') + "\r\n\r\n");
    EXPECT_TRUE(mallory.read_bytes_to_the_end().starts_with("HTTP/1.1 431"));
}

TEST_F(BadInput, IsNoHttp) {
    mallory.connect();
    mallory.send_bytes("\x16\x03\x01 this is not HTTP\r\n\r\n");
    EXPECT_TRUE(mallory.read_bytes_to_the_end().starts_with("HTTP/1.1 400"));
}

class SlowInput : public BadInput {
protected:
    SlowInput() : BadInput(settings()) {}

    static ServerSettings settings() {
        auto settings = quick_settings();
        settings.timeouts.request = settings.timeouts.join = std::chrono::milliseconds(50);
        return settings;
    }
};

TEST_F(SlowInput, InTheHandshakeIsClosed) {
    mallory.connect();
    mallory.send_bytes("GET /signal HTTP/1.1\r\nHost: ");
    EXPECT_EQ(mallory.read_bytes_to_the_end(), "");
}

TEST_F(SlowInput, AfterTheHandshakeIsClosed) {
    mallory.open();
    mallory.send_bytes(std::string("\x81", 1));
    EXPECT_EQ(mallory.expect<Error>().code, ErrorCode::JoinTimeout);
    EXPECT_EQ(mallory.wait_for_close(), close_code::join_timeout);
}

}  // namespace
}  // namespace parley::net
