#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/bounds.hpp"
#include "protocol/codec.hpp"
#include "protocol/limits.hpp"
#include "tests/core/line.hpp"

// How a dead socket is told from a silent one, and what is acknowledged.

namespace parley::core {
namespace {

using namespace protocol;

TEST(Heartbeat, PingsAfterSayingNothingForTwentySeconds) {
    Line line;
    line.join();
    for (int second = 0; second < 19; ++second) {
        line.pass(1'000);
        line.hear(Pong{});
    }
    EXPECT_TRUE(line.all<Ping>().empty());
    line.pass(1'000);
    EXPECT_EQ(line.all<Ping>().size(), 1U);
}

TEST(Heartbeat, PingsAfterHearingNothingForTwentySeconds) {
    Line line;
    line.join();
    for (int second = 0; second < 19; ++second) {
        line.pass(1'000);
        line.send("m");
    }
    EXPECT_TRUE(line.all<Ping>().empty());
    line.pass(1'000);
    EXPECT_EQ(line.all<Ping>().size(), 1U);
}

TEST(Heartbeat, PingsAsOftenAsTheServerAsks) {
    Line line;
    line.join(8'000);
    line.pass(8'000);
    EXPECT_EQ(line.all<Ping>().size(), 1U);
}

TEST(Heartbeat, GivesASocketUpSixSecondsAfterAPing) {
    Line line;
    line.join();
    const SocketId dead = line.socket;
    line.pass(25'999);
    EXPECT_EQ(line.socket, dead);
    line.pass(1);
    EXPECT_NE(line.socket, dead);
    EXPECT_EQ(line.signalling.link(), ServerLink::Reconnecting);
}

TEST(Heartbeat, GivesADeadSocketUpAlthoughItStillSpeaksOnIt) {
    Line line;
    line.join();
    const SocketId dead = line.socket;
    line.pass(20'000);
    for (int second = 0; second < 6; ++second) {
        line.send("m");
        line.signalling.on_network_changed(line.now);
        line.drain();
        line.pass(1'000);
    }
    EXPECT_NE(line.socket, dead);
    EXPECT_EQ(line.all<Ping>().size(), 1U);
}

TEST(Heartbeat, KeepsASocketThatAnswersWhateverItSays) {
    Line line;
    line.join();
    const SocketId socket = line.socket;
    line.pass(21'000);
    line.signalling.on_received(line.now, line.socket, R"({"type":"from-the-future"})");
    line.pass(6'000);
    EXPECT_EQ(line.socket, socket);
}

TEST(Heartbeat, AcknowledgesAfterASecond) {
    Line line;
    line.join();
    line.hear(PeerAway{.s = 1, .peer = PeerId("p")});
    line.pass(500);
    line.hear(PeerBack{.s = 2, .peer = PeerId("p")});
    line.pass(499);
    EXPECT_TRUE(line.all<Ack>().empty());
    line.pass(1);
    ASSERT_EQ(line.all<Ack>().size(), 1U);
    EXPECT_EQ(line.all<Ack>()[0].got, 2U);
    line.pass(5'000);
    EXPECT_EQ(line.all<Ack>().size(), 1U);
}

TEST(Heartbeat, AcknowledgesEverySixteenMessagesAtOnce) {
    Line line;
    line.join();
    for (Sequence s = 1; s <= 15; ++s) line.hear(PeerAway{.s = s, .peer = PeerId("p")});
    EXPECT_TRUE(line.all<Ack>().empty());
    line.hear(PeerAway{.s = 16, .peer = PeerId("p")});
    ASSERT_EQ(line.all<Ack>().size(), 1U);
    EXPECT_EQ(line.all<Ack>()[0].got, 16U);
}

}  // namespace
}  // namespace parley::core
