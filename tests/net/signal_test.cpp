#include <gtest/gtest.h>

#include "protocol/codec.hpp"
#include "protocol/limits.hpp"
#include "tests/net/meeting.hpp"

namespace parley::net {
namespace {

using namespace protocol;

class Signal : public Meeting {};

TEST_F(Signal, JoinsAndRelaysBetweenTwo) {
    const auto ann_joined = enter(ann, 1);
    EXPECT_EQ(ann_joined.role, Role::Host);
    EXPECT_EQ(ann_joined.session.value.size(), 22U);
    const auto bob_joined = enter(bob, 2);
    EXPECT_EQ(bob_joined.peers_total, 1U);
    EXPECT_NE(ann_joined.session, bob_joined.session);
    EXPECT_EQ(ann.expect<PeerJoined>().peer, bob_joined.peer);

    bob.send(Send{1, ann_joined.peer, "to one"});
    const auto to_one = ann.expect<Message>();
    EXPECT_EQ(to_one.from, bob_joined.peer);
    EXPECT_EQ(to_one.body, "to one");

    ann.send(Send{1, std::nullopt, "to all"});
    EXPECT_TRUE(bob.expect<Message>().all);
    ann.send(SetPresence{2, "changed"});
    EXPECT_EQ(bob.expect<PresenceChanged>().presence, "changed");
    ann.send(Ping{});
    EXPECT_TRUE(std::holds_alternative<Pong>(ann.receive()));
}

TEST_F(Signal, AcknowledgesWithinASecond) {
    const auto joined = enter(ann, 1);
    ann.send(SetPresence{1, "changed"});
    EXPECT_EQ(ann.expect<Ack>().got, 1U);
}

TEST_F(Signal, RefusesAForeignOriginAtTheUpgrade) {
    EXPECT_EQ(ann.open("https://evil.example"), 403U);
    EXPECT_EQ(bob.open("null"), 403U);
}

TEST(SignalOrigin, AcceptsAnOriginThatWasAllowed) {
    auto settings = quick_settings();
    settings.allowed_origins = {"https://app.example"};
    RunningServer server(settings);
    SocketClient client(server.port());
    EXPECT_EQ(client.open("https://app.example"), 101U);
}

TEST_F(Signal, RefusesAnotherSubprotocolInAWayThatAPageCanRead) {
    EXPECT_EQ(ann.open(server.origin(), ""), 101U);
    expect_refused(ann, ErrorCode::BadMessage);
}

TEST_F(Signal, RelaysTheLargestFrame) {
    const auto ann_joined = enter(ann, 1);
    enter(bob, 2);
    ann.expect<PeerJoined>();
    const std::size_t envelope_size = encode(ClientMessage(Send{1, ann_joined.peer, ""})).size();
    const std::string body(limits::send_frame_max - envelope_size, 'x');
    bob.send(Send{1, ann_joined.peer, body});
    EXPECT_EQ(ann.expect<Message>().body, body);
}

TEST_F(Signal, RefusesAFirstFrameThatIsNoJoin) { expect_refused_at_once(R"({"type":"ping"})", ErrorCode::BadMessage); }

TEST(SignalTime, ClosesWhoDoesNotJoinInTime) {
    auto settings = quick_settings();
    settings.timeouts.join = std::chrono::milliseconds(20);
    RunningServer server(settings);
    SocketClient client(server.port());
    client.open();
    EXPECT_EQ(client.expect<Error>().code, ErrorCode::JoinTimeout);
    EXPECT_EQ(client.wait_for_close(), close_code::join_timeout);
}

TEST(SignalTime, DropsWhoDoesNotEvenAnswerAPing) {
    auto settings = quick_settings();
    settings.timeouts.silence = settings.timeouts.ping_answer = std::chrono::milliseconds(100);
    RunningServer server(settings);
    SocketClient client(server.port());
    client.open();
    client.send(valid_join(1));
    client.expect<Joined>();
    const std::string ping("\x89\x00", 2);
    EXPECT_TRUE(client.read_bytes_to_the_end().ends_with(ping));
}

TEST(SignalTime, KeepsWhoSaysNothingAndAnswersPings) {
    auto settings = quick_settings();
    settings.timeouts.silence = std::chrono::milliseconds(50);
    settings.timeouts.ping_answer = std::chrono::milliseconds(1'500);
    RunningServer server(settings);
    SocketClient ann(server.port());
    ann.open();
    ann.send(valid_join(1));
    ann.expect<Joined>();
    ann.expect<Peers>();
    // Nobody reads what bob is sent.
    SocketClient bob(server.port());
    bob.open();
    bob.send(valid_join(2));
    const auto bob_came = ann.expect<PeerJoined>();
    EXPECT_EQ(ann.expect<PeerAway>().peer, bob_came.peer);
}

TEST(SignalLimits, AnswersOneTooManyWithRoomFull) {
    auto settings = quick_settings();
    settings.hub.people_per_room = 1;
    RunningServer server(settings);
    SocketClient ann(server.port());
    ann.open();
    ann.send(valid_join(1));
    ann.expect<Joined>();
    SocketClient bob(server.port());
    bob.open();
    bob.send(valid_join(2));
    EXPECT_EQ(bob.expect<Error>().code, ErrorCode::RoomFull);
    EXPECT_EQ(bob.wait_for_close(), close_code::refused);
}

TEST(SignalLimits, TakesNoMoreConnectionsThanItMay) {
    auto settings = quick_settings();
    settings.connections_max = 1;
    RunningServer server(settings);
    SocketClient ann(server.port());
    EXPECT_EQ(ann.open(), 101U);
    SocketClient bob(server.port());
    EXPECT_NE(bob.open(), 101U);
}

TEST(SignalLimits, ClosesWhoDoesNotReadWithSlowConsumer) {
    auto settings = quick_settings();
    settings.hub.frames = settings.hub.bytes = {.per_second = 1, .burst = 1'000'000'000};
    // She takes what waits for her only after all is sent, which takes a slow machine its time.
    settings.timeouts.close = std::chrono::seconds(60);
    RunningServer server(settings);
    SocketClient ann(server.port());
    ann.open();
    ann.send(valid_join(1));
    const auto ann_joined = ann.expect<Joined>();
    SocketClient bob(server.port());
    bob.open();
    bob.send(valid_join(2));
    bob.expect<Joined>();
    bob.expect<Peers>();
    // More than the system's buffers and the outbox hold together, in fewer messages than may wait for an ack.
    const std::string body(60'000, 'x');
    for (Sequence n = 1; n <= limits::outbox_messages_max - 2; ++n) bob.send(Send{n, ann_joined.peer, body});
    ServerMessage told = bob.receive();
    while (std::holds_alternative<Ack>(told)) told = bob.receive();
    EXPECT_TRUE(std::holds_alternative<PeerAway>(told));
    EXPECT_EQ(ann.wait_for_close(), close_code::slow_consumer);
}

TEST_F(Signal, ReplacesTheOlderSocketOfTheSamePeer) {
    enter(ann, 1);
    const auto joined = enter(bob, 1);
    EXPECT_EQ(joined.peers_total, 0U);
    expect_refused(ann, ErrorCode::Replaced);
}

TEST_F(Signal, TellsThatSomeoneLeft) {
    enter(ann, 1);
    const auto bob_joined = enter(bob, 2);
    ann.expect<PeerJoined>();
    bob.send(Leave{});
    EXPECT_EQ(bob.wait_for_close(), close_code::normal);
    const auto left = ann.expect<PeerLeft>();
    EXPECT_EQ(left.peer, bob_joined.peer);
    EXPECT_EQ(left.reason, LeaveReason::Left);
}

TEST_F(Signal, TellsThatSomeoneIsAwayAndBack) {
    enter(ann, 1);
    const auto bob_joined = enter(bob, 2);
    ann.expect<PeerJoined>();
    bob.close(close_code::going_away);
    EXPECT_EQ(ann.expect<PeerAway>().peer, bob_joined.peer);
    SocketClient again(server.port());
    EXPECT_EQ(enter(again, 2).peer, bob_joined.peer);
    EXPECT_EQ(ann.expect<PeerBack>().peer, bob_joined.peer);
    EXPECT_EQ(ann.expect<PresenceChanged>().presence, "presence 2");
}

TEST_F(Signal, TellsThatSomeoneIsAwayWhoseSocketJustEnded) {
    enter(ann, 1);
    {
        SocketClient brief(server.port());
        enter(brief, 2);
        ann.expect<PeerJoined>();
    }
    ann.expect<PeerAway>();
}

}  // namespace
}  // namespace parley::net
