#include <gtest/gtest.h>

#include "tests/hub/world.hpp"

namespace parley::hub {
namespace {

using namespace protocol;

class HubDeparture : public testing::Test {
protected:
    HubDeparture() {
        world.told(ann);
        world.told(bob);
    }

    World world;
    ConnectionId ann = world.join("ann");
    ConnectionId bob = world.join("bob");
};

TEST_F(HubDeparture, TellsThatSomeoneLeft) {
    world.say(bob, Leave{});
    const auto left = world.only<PeerLeft>(ann);
    EXPECT_EQ(left.peer, PeerId("bob"));
    EXPECT_EQ(left.reason, LeaveReason::Left);
    EXPECT_EQ(world.closed_with(bob), close_code::normal);
    world.lose(bob, close_code::normal);
    EXPECT_TRUE(world.told(ann).empty());
    EXPECT_EQ(world.hub.people(), 1U);
}

TEST_F(HubDeparture, ForgetsARoomThatEveryoneLeft) {
    world.say(bob, Leave{});
    world.say(ann, Leave{});
    EXPECT_EQ(world.hub.rooms(), 0U);
    EXPECT_EQ(world.hub.deadline(), std::nullopt);
    EXPECT_EQ(std::get<Joined>(world.told(world.join("bob"))[0]).role, Role::Host);
}

TEST_F(HubDeparture, HoldsAPlaceForAMinuteAfterALostSocket) {
    world.lose(bob);
    EXPECT_EQ(world.only<PeerAway>(ann).peer, PeerId("bob"));
    world.pass(59'999);
    EXPECT_TRUE(world.told(ann).empty());
    world.pass(1);
    EXPECT_EQ(world.only<PeerLeft>(ann).reason, LeaveReason::Lost);
    EXPECT_EQ(world.hub.people(), 1U);
}

TEST_F(HubDeparture, HoldsAPlaceForTenSecondsAfterAClosedPage) {
    world.lose(bob, close_code::going_away);
    world.only<PeerAway>(ann);
    world.pass(9'999);
    EXPECT_TRUE(world.told(ann).empty());
    world.pass(1);
    EXPECT_EQ(world.only<PeerLeft>(ann).reason, LeaveReason::Lost);
}

TEST_F(HubDeparture, HoldsAPlaceEvenWhenNobodyIsThere) {
    world.lose(ann);
    world.lose(bob);
    world.pass(30'000);
    const auto back = world.join("ann");
    EXPECT_EQ(std::get<Joined>(world.told(back)[0]).role, Role::Host);
    world.pass(60'000);
    EXPECT_EQ(world.hub.people(), 1U);
}

TEST_F(HubDeparture, MarksWhoIsAwayForANewcomer) {
    world.lose(ann);
    const auto told = world.told(world.join("cleo"));
    const auto& peers = std::get<Peers>(told[1]).peers;
    ASSERT_EQ(peers.size(), 2U);
    EXPECT_TRUE(peers[0].away);
    EXPECT_FALSE(peers[1].away);
}

TEST_F(HubDeparture, TellsThatSomeoneIsBackWithANewPresence) {
    world.lose(ann);
    world.told(bob);
    world.pass(20'000);
    const auto again = world.join("ann");
    const auto told = world.told(bob);
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(std::get<PeerBack>(told[0]).peer, PeerId("ann"));
    EXPECT_EQ(std::get<PresenceChanged>(told[1]).presence, "presence of ann");
    EXPECT_EQ(std::get<Joined>(world.told(again)[0]).role, Role::Host);
    world.pass(120'000);
    EXPECT_TRUE(world.told(bob).empty());
}

TEST_F(HubDeparture, StartsBothNumberingsAnewForWhoIsBack) {
    world.say(ann, Send{1, PeerId("bob"), "x"});
    world.lose(ann);
    const auto again = world.join("ann");
    world.told(again);
    world.told(bob);
    world.say(again, Send{1, PeerId("bob"), "y"});
    EXPECT_EQ(world.only<Message>(bob).body, "y");
    world.say(bob, Send{1, PeerId("ann"), "z"});
    EXPECT_EQ(world.only<Message>(again).s, 1U);
}

TEST_F(HubDeparture, ReplacesTheOlderSocketOfTheSamePeer) {
    const auto again = world.join("ann");
    world.expect_refused(ann, ErrorCode::Replaced);
    EXPECT_EQ(world.closed_with(again), std::nullopt);
    EXPECT_TRUE(std::holds_alternative<PeerBack>(world.told(bob)[0]));
    EXPECT_EQ(world.hub.people(), 2U);
}

TEST_F(HubDeparture, DoesNotTakeTheEndOfAReplacedSocketForALoss) {
    const auto again = world.join("ann");
    world.told(again);
    world.told(bob);
    world.lose(ann, close_code::replaced);
    EXPECT_TRUE(world.told(bob).empty());
    world.say(bob, Send{1, PeerId("ann"), "x"});
    EXPECT_EQ(world.only<Message>(again).body, "x");
}

TEST_F(HubDeparture, LeavesWhoMadeAFaultAwayAndNotGone) {
    world.put(bob, input::Fault{.error = {ErrorCode::TooLarge, "too large", std::nullopt, std::nullopt}});
    world.expect_refused(bob, ErrorCode::TooLarge);
    EXPECT_EQ(world.only<PeerAway>(ann).peer, PeerId("bob"));
}

TEST_F(HubDeparture, ForgetsAnUnsentAcknowledgementOfALostSocket) {
    world.say(bob, Send{1, PeerId("ann"), "x"});
    world.lose(bob);
    world.pass(1'000);
    EXPECT_TRUE(world.told(bob).empty());
    EXPECT_EQ(world.hub.deadline(), world.now_ms + 59'000);
}

}  // namespace
}  // namespace parley::hub
