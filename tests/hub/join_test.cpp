#include <gtest/gtest.h>

#include <set>

#include "tests/hub/world.hpp"

namespace parley::hub {
namespace {

using namespace protocol;

TEST(HubJoin, MakesTheFirstOneHost) {
    World world;
    const auto told = world.told(world.join("ann"));
    ASSERT_EQ(told.size(), 2U);
    const auto& joined = std::get<Joined>(told[0]);
    EXPECT_EQ(joined.peer, PeerId("ann"));
    EXPECT_EQ(joined.session, SessionId("session-1"));
    EXPECT_FALSE(joined.resumed);
    EXPECT_EQ(joined.got, 0U);
    EXPECT_EQ(joined.role, Role::Host);
    EXPECT_EQ(joined.peers_total, 0U);
    EXPECT_EQ(joined.heartbeat_ms, 20'000);
    EXPECT_TRUE(std::get<Peers>(told[1]).peers.empty());
}

TEST(HubJoin, ShowsTheNewcomerAndTheOthersToEachOther) {
    World world;
    const auto ann = world.join("ann");
    world.told(ann);
    const auto bob = world.join("bob");

    const auto joined = world.only<PeerJoined>(ann);
    EXPECT_EQ(joined.s, 1U);
    EXPECT_EQ(joined.peer, PeerId("bob"));
    EXPECT_EQ(joined.presence, "presence of bob");
    EXPECT_EQ(joined.role, Role::Participant);

    const auto told = world.told(bob);
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(std::get<Joined>(told[0]).role, Role::Participant);
    EXPECT_EQ(std::get<Joined>(told[0]).peers_total, 1U);
    const auto& peers = std::get<Peers>(told[1]);
    ASSERT_EQ(peers.peers.size(), 1U);
    EXPECT_FALSE(peers.more);
    EXPECT_EQ(peers.peers[0].peer, PeerId("ann"));
    EXPECT_EQ(peers.peers[0].presence, "presence of ann");
    EXPECT_EQ(peers.peers[0].role, Role::Host);
    EXPECT_FALSE(peers.peers[0].away);
}

TEST(HubJoin, ListsEveryoneOnceInOrderOfArrivalOverSeveralFrames) {
    World world({.people_per_room = 41});
    for (int number = 10; number < 50; ++number) {
        auto join = World::join_of(std::to_string(number));
        join.presence = std::string(limits::presence_max, 'p');
        world.enter(std::move(join));
    }
    const auto told = world.told(world.join("last"));
    ASSERT_EQ(told.size(), 3U);
    std::string names;
    std::string expected;
    for (std::size_t index : {1U, 2U}) {
        const auto& peers = std::get<Peers>(told[index]);
        EXPECT_EQ(peers.more, index == 1);
        for (const auto& entry : peers.peers) names += entry.peer.value;
    }
    for (int number = 10; number < 50; ++number) expected += std::to_string(number);
    EXPECT_EQ(names, expected);
    EXPECT_EQ(std::get<Joined>(told[0]).peers_total, 40U);
}

TEST(HubJoin, FitsPresencesThatAreAllEscapesIntoFrames) {
    World world;
    for (int number = 0; number < 11; ++number) {
        auto join = World::join_of(std::to_string(number));
        join.presence = std::string(limits::presence_max, '\x01');
        world.enter(std::move(join));
    }
    const auto told = world.told(world.join("last"));
    std::size_t listed = 0;
    for (const auto& message : told) {
        if (const auto* const peers = std::get_if<Peers>(&message)) listed += peers->peers.size();
    }
    EXPECT_EQ(listed, 11U);
}

TEST(HubJoin, KeepsRoomsApart) {
    World world;
    const auto ann = world.join("ann", "first");
    world.told(ann);
    const auto bob = world.join("bob", "second");
    EXPECT_TRUE(world.told(ann).empty());
    EXPECT_EQ(std::get<Joined>(world.told(bob)[0]).role, Role::Host);
}

TEST(HubJoin, AnswersAnotherKeyWithWrongKey) {
    World world;
    const auto ann = world.join("ann", "weekly-standup", "key");
    world.told(ann);
    world.expect_refused(world.join("eve", "weekly-standup", "another key"), ErrorCode::WrongKey);
    world.expect_refused(world.join("eve", "weekly-standup", ""), ErrorCode::WrongKey);
    EXPECT_TRUE(world.told(ann).empty());
    EXPECT_EQ(world.hub.people(), 1U);
}

TEST(HubJoin, AnswersTheThirteenthWithRoomFull) {
    World world;
    for (int number = 0; number < 12; ++number) world.join("peer-" + std::to_string(number));
    world.expect_refused(world.join("one more"), ErrorCode::RoomFull);
    EXPECT_EQ(world.hub.people(), 12U);
}

TEST(HubJoin, LetsAMemberOfAFullRoomComeBack) {
    World world({.people_per_room = 2});
    world.join("ann");
    const auto bob = world.join("bob");
    world.lose(bob);
    world.expect_refused(world.join("eve"), ErrorCode::RoomFull);
    EXPECT_TRUE(std::holds_alternative<Joined>(world.told(world.join("bob"))[0]));
}

TEST(HubJoin, TellsAFullServersVisitorWhenToComeBack) {
    World world({.people_total = 1});
    world.join("ann", "first");
    const auto bob = world.join("bob", "second");
    const auto told = world.told(bob);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(std::get<Error>(told[0]).code, ErrorCode::RateLimited);
    EXPECT_EQ(std::get<Error>(told[0]).retry_after_ms, 10'000);
    EXPECT_EQ(world.closed_with(bob), close_code::rate_limited);
    EXPECT_EQ(world.hub.rooms(), 1U);
}

TEST(HubJoin, RefusesASecondJoinOnOneSocket) {
    World world;
    const auto ann = world.join("ann");
    world.put(ann, World::join_of("ann"));
    world.expect_refused(ann, ErrorCode::BadMessage);
    EXPECT_EQ(world.hub.rooms(), 1U);
}

TEST(HubJoin, RefusesAnythingBeforeTheJoin) {
    World world;
    const ConnectionId stranger{99};
    world.say(stranger, Ping{});
    world.expect_refused(stranger, ErrorCode::BadMessage);
}

TEST(HubJoin, SaysAFaultToAConnectionThatNeverJoined) {
    World world;
    const ConnectionId stranger{99};
    world.put(stranger, input::Fault{.error = {ErrorCode::JoinTimeout, "too late", std::nullopt, std::nullopt}});
    world.expect_refused(stranger, ErrorCode::JoinTimeout);
    world.lose(stranger);
    EXPECT_EQ(world.hub.people(), 0U);
}

}  // namespace
}  // namespace parley::hub
