#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/bounds.hpp"
#include "protocol/codec.hpp"
#include "protocol/limits.hpp"
#include "tests/core/line.hpp"

// What of a session outlives its socket, and in which order things are said in it.

namespace parley::core {
namespace {

using namespace protocol;

TEST(Session, SaysAgainInTheNextSessionWhatWasNotAcknowledged) {
    Line line;
    line.join();
    for (const char* body : {"a", "b", "c"}) line.send(body);
    line.hear(Ack{1});
    line.close(close_code::abnormal);
    line.send("d");
    line.pause();
    line.join();
    line.close(close_code::abnormal);
    line.pause();
    line.signalling.on_opened(line.now, line.socket);
    line.said.clear();
    line.hear(Joined{});
    EXPECT_EQ(line.bodies(), (std::vector<std::string>{"1b", "2c", "3d"}));
}

TEST(Session, AsksToGoOnWithItsSession) {
    EXPECT_FALSE(Line().open().resume) << "there was none yet";
    Line line;
    line.join();
    line.hear(PeerLeft{1, PeerId("a"), LeaveReason::Left});
    line.hear(PeerLeft{2, PeerId("b"), LeaveReason::Left});
    line.close(close_code::abnormal);
    line.pause();
    const Join join = line.open();
    ASSERT_TRUE(join.resume);
    EXPECT_EQ(join.resume->session.value, "session");
    EXPECT_EQ(join.resume->got, 2U);
    EXPECT_EQ(join.grant, "grant") << "a server that has forgotten the session may still know the role";
}

TEST(Session, SaysInAResumedSessionOnlyWhatTheServerLacks) {
    Line line;
    line.join();
    for (const char* body : {"a", "b", "c"}) line.send(body);
    line.close(close_code::abnormal);
    line.send("d");
    line.pause();
    line.open();
    line.resume(2);
    EXPECT_EQ(line.bodies(), (std::vector<std::string>{"3c", "4d"}));
    EXPECT_EQ(line.signalling.acknowledged(), 2U);
    line.hear(PeerLeft{1, PeerId("a"), LeaveReason::Left});
    line.send("e");
    EXPECT_EQ(line.bodies().back(), "5e");
}

TEST(Session, DoesNotTakeAnOlderPresenceBackWhenItResumes) {
    Line line;
    line.join();
    line.signalling.set_presence(line.now, "second");
    line.drain();
    line.close(close_code::abnormal);
    line.signalling.set_presence(line.now, "third");
    line.pause();
    EXPECT_EQ(line.open().presence, "third");
    line.resume(0);
    ASSERT_EQ(line.all<SetPresence>().size(), 1U);
    EXPECT_EQ(line.all<SetPresence>()[0].n, 1U);
    EXPECT_EQ(line.all<SetPresence>()[0].presence, "third");
}

TEST(Session, HearsNothingTwiceInAResumedSession) {
    Line line;
    line.join();
    const PeerLeft left{1, PeerId("a"), LeaveReason::Left};
    EXPECT_TRUE(line.signalling.on_received(line.now, line.socket, encode(ServerMessage(left))));
    EXPECT_FALSE(line.signalling.on_received(line.now, line.socket, encode(ServerMessage(left))));
}

TEST(Session, StartsOverWhenTheServerSkipsANumber) {
    Line line;
    line.join();
    line.hear(PeerLeft{2, PeerId("a"), LeaveReason::Left});
    EXPECT_FALSE(line.socket);
    line.pause();
    EXPECT_FALSE(line.open().resume) << "what was lost in that session stays lost";
}

TEST(Session, ForgetsASessionThatTheServerDoesNotKnow) {
    Line line;
    line.join();
    line.hear(PeerLeft{1, PeerId("a"), LeaveReason::Left});
    line.close(close_code::abnormal);
    line.pause();
    line.join();
    line.hear(PeerLeft{1, PeerId("a"), LeaveReason::Left});
    EXPECT_TRUE(line.socket) << "a new session counts from 1";
}

TEST(Session, SaysNothingTwiceInOneSession) {
    Line line;
    line.join();
    line.send("a");
    line.send("b");
    EXPECT_EQ(line.bodies(), (std::vector<std::string>{"1a", "2b"}));
}

TEST(Session, HasAtMostSixtyFourMessagesOnTheirWay) {
    Line line;
    line.join();
    for (int index = 0; index < 80; ++index) line.send("m");
    EXPECT_EQ(line.all<Send>().size(), 64U);
    line.hear(Ack{10});
    EXPECT_EQ(line.all<Send>().size(), 74U);
    EXPECT_EQ(line.all<Send>().back().n, 74U);
}

TEST(Session, CountsThePresenceAmongWhatIsOnItsWay) {
    Line line;
    line.join();
    for (int index = 0; index < 64; ++index) line.send("m");
    line.signalling.set_presence(line.now, "second");
    line.drain();
    EXPECT_TRUE(line.all<SetPresence>().empty());
    line.hear(Ack{1});
    ASSERT_EQ(line.all<SetPresence>().size(), 1U);
    EXPECT_EQ(line.all<SetPresence>()[0].n, 65U);
}

TEST(Session, RefusesWhatItCannotKeep) {
    Line line;
    for (std::size_t index = 0; index < bounds::unsent_messages_max; ++index) EXPECT_TRUE(line.send("m"));
    EXPECT_FALSE(line.send("m"));
}

TEST(Session, SaysAPresenceThatChangedWhileItJoined) {
    Line line;
    line.signalling.on_opened(line.now, line.socket);
    line.signalling.set_presence(line.now, "second");
    line.hear(Joined{});
    ASSERT_EQ(line.all<SetPresence>().size(), 1U);
    EXPECT_EQ(line.all<SetPresence>()[0].presence, "second");
}

TEST(Session, JoinsWithThePresenceThatIsCurrent) {
    Line line;
    line.signalling.set_presence(line.now, "second");
    line.signalling.on_opened(line.now, line.socket);
    line.hear(Joined{});
    EXPECT_EQ(line.all<Join>()[0].presence, "second");
    EXPECT_TRUE(line.all<SetPresence>().empty());
}

}  // namespace
}  // namespace parley::core
