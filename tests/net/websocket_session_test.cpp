#include <gtest/gtest.h>

#include "protocol/limits.hpp"
#include "tests/net/meeting.hpp"

namespace parley::net {
namespace {

using namespace protocol;

constexpr unsigned char ping = 0x89;
constexpr unsigned char pong = 0x8A;
constexpr unsigned char close = 0x88;
const std::string code_1000{"\x03\xE8"};
const std::string code_1002{"\x03\xEA"};

std::string server_frame(unsigned char first, const std::string& payload) {
    return std::string{static_cast<char>(first), static_cast<char>(payload.size())} + payload;
}

std::string upgrade_head(const std::string& version, const std::string& key) {
    return "GET /signal HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
           "Sec-WebSocket-Protocol: parley.v1\r\nSec-WebSocket-Version: " +
           version + "\r\nSec-WebSocket-Key: " + key;
}
const std::string key = "dGhlIHNhbXBsZSBub25jZQ==";

class WebSocketSession : public Meeting {
protected:
    WebSocketSession() : Meeting(settings()) {}

    // Whoever is waited for must come by itself.
    static ServerSettings settings() {
        auto settings = quick_settings();
        settings.timeouts.close = settings.timeouts.join = settings.timeouts.request = std::chrono::hours(1);
        return settings;
    }

    // Sends frames right behind the request, and says all that comes behind the answer.
    std::string answer_to(const std::string& frames) {
        SocketClient client(server.port());
        client.connect();
        client.send_bytes(upgrade_head("13", key) + "\r\n\r\n" + frames);
        const std::string bytes = client.read_bytes_to_the_end();
        EXPECT_TRUE(bytes.starts_with("HTTP/1.1 101 ")) << bytes;
        const std::string end_of_head = "\r\n\r\n";
        return bytes.substr(bytes.find(end_of_head) + end_of_head.size());
    }
};

TEST_F(WebSocketSession, AnswersAPingWithItsPayload) {
    EXPECT_EQ(answer_to(masked_frame(ping, "here?") + masked_frame(close, code_1000)),
              server_frame(pong, "here?") + server_frame(close, code_1000));
}

TEST_F(WebSocketSession, AnswersACloseWithItsCode) {
    EXPECT_EQ(answer_to(masked_frame(close, code_1000 + "bye")), server_frame(close, code_1000));
    EXPECT_EQ(answer_to(masked_frame(close, "")), server_frame(close, ""));
}

TEST_F(WebSocketSession, EndsWithoutAnAnswerForWhoCannotBeUnderstood) {
    EXPECT_EQ(answer_to(server_frame(ping, "not masked")), server_frame(close, code_1002));
}

TEST_F(WebSocketSession, SaysAtOnceThatWhoCannotBeUnderstoodIsAway) {
    enter(ann, 1);
    const auto bob_joined = enter(bob, 2);
    bob.send_bytes(server_frame(ping, "not masked"));
    EXPECT_EQ(next<PeerAway>(ann).peer, bob_joined.peer);
}

TEST_F(WebSocketSession, SaysItsCloseOnlyOnceWhenBothClose) {
    const std::string refused = answer_to(masked_frame(0x81, "garbage") + masked_frame(close, code_1000));
    const std::string last = server_frame(close, "\x11\x30");
    EXPECT_TRUE(refused.ends_with(last));
    EXPECT_EQ(refused.find(last), refused.size() - last.size());
}

TEST_F(WebSocketSession, SpeaksNoOtherVersion) {
    const auto answer = request(server.port(), upgrade_head("8", key));
    EXPECT_EQ(answer.status, 426U);
    EXPECT_EQ(answer.headers.at("sec-websocket-version"), "13");
}

TEST_F(WebSocketSession, RefusesAKeyThatIsNone) {
    EXPECT_EQ(request(server.port(), upgrade_head("13", "short")).status, 400U);
}

class LateReader : public WebSocketSession {
protected:
    LateReader() {
        ann.take_little_at_once();
        const auto ann_joined = enter(ann, 1);
        enter(bob, 2);
        for (Sequence n = 1; n <= messages; ++n) {
            bob.send(Send{n, ann_joined.peer, body(n)});
            if (n % between_acks != 0) continue;
            bob.send(Ping{});
            next<Pong>(bob);
            // Or the hub would find that too much waits for her; what her socket takes is another matter.
            ann.send(Ack{n});
            ann.send(Send{n / between_acks, std::nullopt, "go on"});
            next<Message>(bob);
        }
    }
    void read_all_messages() {
        for (Sequence n = 1; n <= messages; ++n) ASSERT_TRUE(next<Message>(ann).body == body(n)) << n;
    }

    // Of many sizes, or the socket would take whole ones only.
    static std::string body(Sequence n) { return std::string(60'000 - 137 * n, static_cast<char>('A' + n % 26)); }

    // More than the system holds back for her, and less than the outbox does beside it.
    static constexpr Sequence messages = 75;
    static constexpr Sequence between_acks = 15;
};

TEST_F(LateReader, FindsEverythingInOrder) {
    read_all_messages();
    ann.send(Ping{});
    next<Pong>(ann);
}

TEST_F(LateReader, FindsTheCloseBehindWhatWaited) {
    SocketClient newer(server.port());
    enter(newer, 1);
    read_all_messages();
    expect_refused(ann, ErrorCode::Replaced);
}

}  // namespace
}  // namespace parley::net
