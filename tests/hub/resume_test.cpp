#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/hub/world.hpp"

namespace parley::hub {
namespace {

using namespace protocol;

class HubResume : public testing::Test {
protected:
    HubResume() { hush(); }

    void hush() {
        for (const auto connection : {ann, bob, cleo}) world.told(connection);
    }

    /// The bodies of the messages among what a connection was told.
    std::string bodies(ConnectionId connection) {
        std::string all;
        for (const auto& message : world.told(connection)) {
            if (const auto* const said = std::get_if<Message>(&message)) all += said->body;
        }
        return all;
    }

    World world;
    ConnectionId ann = world.join("ann");
    ConnectionId bob = world.join("bob");
    ConnectionId cleo = world.join("cleo");  // Sees nobody come: what it is told first has the number 1.
};

TEST_F(HubResume, GoesOnWithTheSessionAndItsNumbers) {
    world.say(cleo, Send{1, PeerId("ann"), "x"});
    world.lose(cleo);
    const auto again = world.resume("cleo", cleo, 0);
    const auto joined = world.only<Joined>(again);
    EXPECT_TRUE(joined.resumed);
    EXPECT_EQ(joined.session, World::session_of(cleo));
    EXPECT_EQ(joined.got, 1U);
    EXPECT_EQ(joined.peers_total, 0U);
    world.say(again, Send{2, PeerId("ann"), "y"});
    EXPECT_EQ(bodies(ann), "xy");
}

TEST_F(HubResume, TellsAgainOnlyWhatTheClientLacksInOrder) {
    for (Sequence n = 1; n <= 5; ++n) world.say(ann, Send{n, PeerId("cleo"), std::to_string(n)});
    world.lose(cleo);
    const auto again = world.resume("cleo", cleo, 2);
    const auto told = world.told(again);
    ASSERT_EQ(told.size(), 4U);
    for (const Sequence s : {3U, 4U, 5U}) {
        EXPECT_EQ(std::get<Message>(told[s - 2]).s, s);
        EXPECT_EQ(std::get<Message>(told[s - 2]).body, std::to_string(s));
    }
}

TEST_F(HubResume, HoldsWhatIsSaidMeanwhile) {
    world.lose(cleo);
    world.say(ann, Send{1, PeerId("cleo"), "to one "});
    world.say(bob, Send{1, std::nullopt, "to all"});
    EXPECT_EQ(bodies(ann), "to all");
    const auto again = world.resume("cleo", cleo, 0);
    EXPECT_EQ(bodies(again), "to one to all");
    world.say(ann, Send{2, PeerId("cleo"), "x"});
    EXPECT_EQ(world.only<Message>(again).s, 3U);
}

TEST_F(HubResume, SaysNothingIsUndeliveredWhileTheReceiverIsAway) {
    world.lose(cleo);
    hush();
    world.say(ann, Send{1, PeerId("cleo"), "x"});
    EXPECT_TRUE(world.told(ann).empty());
}

TEST_F(HubResume, TellsTheOthersThatSomeoneIsBackAndNoMore) {
    world.lose(cleo);
    hush();
    world.resume("cleo", cleo, 0);
    EXPECT_EQ(world.only<PeerBack>(ann).peer, PeerId("cleo"));
    EXPECT_EQ(world.only<PeerBack>(bob).peer, PeerId("cleo"));
    world.pass(120'000);
    EXPECT_TRUE(world.told(ann).empty());
}

TEST_F(HubResume, ShowsAPresenceThatChangedMeanwhile) {
    world.lose(cleo);
    hush();
    auto join = World::join_of("cleo");
    join.presence = "changed";
    join.resume = Resume{.session = World::session_of(cleo), .got = 0};
    EXPECT_TRUE(world.joined(world.enter(std::move(join))).resumed);
    const auto told = world.told(ann);
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(std::get<PresenceChanged>(told[1]).presence, "changed");
}

TEST_F(HubResume, AcknowledgesWithItsWelcome) {
    world.say(cleo, Send{1, PeerId("ann"), "x"});
    world.lose(cleo);
    const auto again = world.resume("cleo", cleo, 0);
    EXPECT_EQ(world.joined(again).got, 1U);
    world.pass(5'000);
    EXPECT_TRUE(world.told(again).empty());
}

TEST_F(HubResume, EvictsAnOlderSocketAndGoesOn) {
    world.say(ann, Send{1, PeerId("cleo"), "x"});
    world.told(cleo);
    const auto again = world.resume("cleo", cleo, 0);
    world.expect_refused(cleo, ErrorCode::Replaced);
    EXPECT_TRUE(std::get<Joined>(world.told(again)[0]).resumed);
    world.lose(cleo, close_code::replaced);
    world.say(ann, Send{2, PeerId("cleo"), "y"});
    EXPECT_EQ(world.only<Message>(again).s, 2U);
}

TEST_F(HubResume, WorksAgainAndAgain) {
    ConnectionId now = cleo;
    for (Sequence n = 1; n <= 5; ++n) {
        world.lose(now);
        world.say(ann, Send{n, PeerId("cleo"), std::to_string(n)});
        now = world.resume("cleo", cleo, n - 1);
        EXPECT_EQ(bodies(now), std::to_string(n));
    }
}

TEST_F(HubResume, StartsANewSessionForOneThatItDoesNotKnow) {
    world.lose(cleo);
    const auto again = world.resume("cleo", ann, 0);
    const auto joined = world.joined(again);
    EXPECT_FALSE(joined.resumed);
    EXPECT_EQ(joined.session, World::session_of(again));
    EXPECT_EQ(joined.peers_total, 2U);
}

TEST_F(HubResume, DoesNotResumeThePastThatIsNotHeldAnyMore) {
    for (Sequence n = 1; n <= 3; ++n) world.say(ann, Send{n, PeerId("cleo"), "x"});
    world.say(cleo, Ack{2});
    world.lose(cleo);
    EXPECT_FALSE(world.joined(world.resume("cleo", cleo, 1)).resumed);
}

TEST_F(HubResume, DoesNotResumeAFutureThatWasNeverTold) {
    world.say(ann, Send{1, PeerId("cleo"), "x"});
    world.lose(cleo);
    EXPECT_FALSE(world.joined(world.resume("cleo", cleo, 2)).resumed);
}

TEST_F(HubResume, DoesNotResumeASessionInAnotherRoom) {
    world.lose(cleo);
    auto join = World::join_of("cleo");
    join.room = RoomId("elsewhere");
    join.resume = Resume{.session = World::session_of(cleo), .got = 0};
    EXPECT_FALSE(world.joined(world.enter(std::move(join))).resumed);
}

TEST_F(HubResume, DoesNotResumeAfterTheMinuteInWhichItIsHeld) {
    world.lose(cleo);
    world.pass(60'000);
    EXPECT_FALSE(world.joined(world.resume("cleo", cleo, 0)).resumed);
}

TEST_F(HubResume, DoesNotResumeTenSecondsAfterAClosedPage) {
    world.lose(cleo, close_code::going_away);
    world.pass(9'999);
    const auto again = world.resume("cleo", cleo, 0);
    EXPECT_TRUE(world.joined(again).resumed);
    world.lose(again, close_code::going_away);
    world.pass(10'000);
    EXPECT_FALSE(world.joined(world.resume("cleo", cleo, 0)).resumed);
}

TEST_F(HubResume, EndsTheSessionOfWhoJoinsAnew) {
    world.lose(cleo);
    world.say(ann, Send{1, PeerId("cleo"), "for the old session"});
    hush();
    const auto again = world.join("cleo");
    EXPECT_EQ(bodies(again), "");
    EXPECT_TRUE(std::holds_alternative<PeerBack>(world.told(ann)[0]));
    world.lose(again);
    EXPECT_FALSE(world.joined(world.resume("cleo", cleo, 0)).resumed);
}

TEST_F(HubResume, EndsASessionThatHoldsTooManyMessages) {
    world.lose(cleo);
    Sequence n = 0;
    while (n < limits::outbox_messages_max - 1) {
        world.say(ann, Send{++n, PeerId("cleo"), "x"});
        world.pass(20);
    }
    const auto again = world.resume("cleo", cleo, 0);
    EXPECT_EQ(bodies(again).size(), limits::outbox_messages_max - 1);
    world.lose(again);
    world.say(ann, Send{++n, PeerId("cleo"), "x"});
    world.pass(20);
    world.say(ann, Send{++n, PeerId("cleo"), "one too many"});
    EXPECT_FALSE(world.joined(world.resume("cleo", cleo, 0)).resumed);
}

TEST_F(HubResume, EndsASessionThatHoldsTooManyBytes) {
    world.lose(cleo);
    for (Sequence n = 1; n <= 18; ++n) world.say(ann, Send{n, PeerId("cleo"), std::string(60'000, 'x')});
    EXPECT_FALSE(world.joined(world.resume("cleo", cleo, 0)).resumed);
}

TEST_F(HubResume, GoesOnAfterASlowSocketWasGivenUp) {
    for (Sequence n = 1; n <= limits::outbox_messages_max; ++n) {
        world.say(ann, Send{n, PeerId("cleo"), "x"});
        world.pass(20);
    }
    world.expect_refused(cleo, ErrorCode::SlowConsumer);
    const auto again = world.resume("cleo", cleo, 100);
    const auto told = world.told(again);
    EXPECT_TRUE(std::get<Joined>(told[0]).resumed);
    EXPECT_EQ(told.size(), 1 + limits::outbox_messages_max - 100);
}

TEST_F(HubResume, GivesUpOnWhoComesBackFullAndTakesNothing) {
    for (Sequence n = 1; n <= limits::outbox_messages_max; ++n) {
        world.say(ann, Send{n, PeerId("cleo"), "x"});
        world.pass(20);
    }
    const auto again = world.resume("cleo", cleo, 0);
    EXPECT_EQ(world.closed_with(again), std::nullopt);
    world.say(ann, Send{limits::outbox_messages_max + 1, PeerId("cleo"), "does not fit"});
    world.expect_refused(again, ErrorCode::SlowConsumer);
    EXPECT_FALSE(world.joined(world.resume("cleo", cleo, 0)).resumed);
}

TEST_F(HubResume, ReplacesAPresenceThatIsNotToldYet) {
    world.lose(cleo);
    world.say(ann, SetPresence{1, "first"});
    world.say(bob, SetPresence{1, "of bob"});
    world.say(ann, Send{2, PeerId("cleo"), "x"});
    world.say(ann, SetPresence{3, "second"});
    const auto told = world.told(world.resume("cleo", cleo, 0));
    ASSERT_EQ(told.size(), 4U);
    EXPECT_EQ(std::get<PresenceChanged>(told[1]).presence, "second");
    EXPECT_EQ(std::get<PresenceChanged>(told[1]).s, 1U);
    EXPECT_EQ(std::get<PresenceChanged>(told[2]).presence, "of bob");
    EXPECT_EQ(std::get<Message>(told[3]).s, 3U);
}

TEST_F(HubResume, ShowsWhoIsBackOnlyAfterSayingThatItIs) {
    world.lose(cleo);
    world.say(ann, SetPresence{1, "before"});
    world.lose(ann);
    world.join("ann");
    const auto told = world.told(world.resume("cleo", cleo, 0));
    ASSERT_EQ(told.size(), 5U);
    EXPECT_EQ(std::get<PresenceChanged>(told[1]).presence, "before");
    EXPECT_TRUE(std::holds_alternative<PeerAway>(told[2]));
    EXPECT_TRUE(std::holds_alternative<PeerBack>(told[3]));
    EXPECT_EQ(std::get<PresenceChanged>(told[4]).presence, "presence of ann");
}

TEST_F(HubResume, NeverReplacesAPresenceThatMayHaveArrived) {
    world.say(ann, SetPresence{1, "first"});
    world.lose(cleo);
    world.say(ann, SetPresence{2, "second"});
    const auto told = world.told(world.resume("cleo", cleo, 1));
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(std::get<PresenceChanged>(told[1]).presence, "second");
}

TEST_F(HubResume, KeepsEveryPresenceForWhoIsConnected) {
    world.say(ann, SetPresence{1, "first"});
    world.say(ann, SetPresence{2, "second"});
    EXPECT_EQ(world.told(cleo).size(), 2U);
}

}  // namespace
}  // namespace parley::hub
