#include <gtest/gtest.h>

#include "tests/hub/world.hpp"

namespace parley::hub {
namespace {

using namespace protocol;

/// Bob, who came first and was granted no more than a participant's role.
class HubProvisionalHost : public testing::Test {
protected:
    World world;
    const ConnectionId bob = world.join_with_grant("bob", Role::Participant);
};

TEST(HubRoles, GrantsTheFirstOneWithoutAGrantToBeHost) {
    World world;
    const auto ann = world.join("ann");
    EXPECT_EQ(world.joined(ann).role, Role::Host);
    EXPECT_EQ(world.granted(ann), Role::Host);
    const auto bob = world.join("bob");
    EXPECT_EQ(world.joined(bob).role, Role::Participant);
    EXPECT_EQ(world.granted(bob), Role::Participant);
}

TEST_F(HubProvisionalHost, IsHostOnlyForNow) {
    EXPECT_EQ(world.joined(bob).role, Role::Host);
    EXPECT_EQ(world.granted(bob), Role::Participant);
}

TEST_F(HubProvisionalHost, GivesTheGrantedHostItsRoleBack) {
    const auto cleo = world.join_with_grant("cleo", Role::Participant);
    world.told(bob);
    world.told(cleo);
    const auto ann = world.join_with_grant("ann", Role::Host);
    for (const auto connection : {bob, cleo}) {
        const auto told = world.told(connection);
        ASSERT_EQ(told.size(), 2U);
        EXPECT_EQ(std::get<RoleChanged>(told[0]).peer, PeerId("bob"));
        EXPECT_EQ(std::get<RoleChanged>(told[0]).role, Role::Participant);
        EXPECT_EQ(std::get<PeerJoined>(told[1]).role, Role::Host);
    }
    const auto told = world.told(ann);
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(std::get<Joined>(told[0]).role, Role::Host);
    EXPECT_EQ(std::get<Peers>(told[1]).peers[0].role, Role::Participant);
    EXPECT_EQ(world.granted(ann), Role::Host);
}

TEST(HubRoles, LeavesARealHostInItsRoleWhenAnotherArrives) {
    World world;
    const auto ann = world.join("ann");
    world.told(ann);
    const auto bob = world.join_with_grant("bob", Role::Host);
    EXPECT_EQ(world.joined(bob).role, Role::Host);
    EXPECT_EQ(world.only<PeerJoined>(ann).role, Role::Host);
}

TEST(HubRoles, DoesNotMakeALaterParticipantHost) {
    World world;
    world.join_with_grant("ann", Role::Participant);
    EXPECT_EQ(world.joined(world.join_with_grant("bob", Role::Participant)).role, Role::Participant);
}

TEST(HubRoles, KeepsTheHostsRoleWhileItsPlaceIsHeld) {
    World world;
    const auto ann = world.join("ann");
    world.join("bob");
    world.lose(ann);
    const auto again = world.join_with_grant("ann", Role::Participant);
    EXPECT_EQ(world.joined(again).role, Role::Host);
    EXPECT_EQ(world.granted(again), Role::Host);
}

TEST_F(HubProvisionalHost, GivesWayToWhoComesBackWithAGrant) {
    const auto ann = world.join("ann");
    world.lose(ann);
    world.told(bob);
    const auto again = world.join_with_grant("ann", Role::Host);
    EXPECT_EQ(world.joined(again).role, Role::Host);
    const auto told = world.told(bob);
    ASSERT_GE(told.size(), 2U);
    EXPECT_EQ(std::get<RoleChanged>(told[0]).peer, PeerId("ann"));
    EXPECT_EQ(std::get<RoleChanged>(told[0]).role, Role::Host);
    EXPECT_EQ(std::get<RoleChanged>(told[1]).peer, PeerId("bob"));
    EXPECT_EQ(std::get<RoleChanged>(told[1]).role, Role::Participant);
}

TEST_F(HubProvisionalHost, IsToldWhenItComesBack) {
    world.lose(bob);
    world.join_with_grant("ann", Role::Host);
    const auto again = world.resume("bob", bob, 0);
    const auto told = world.told(again);
    ASSERT_EQ(told.size(), 3U);
    EXPECT_EQ(std::get<Joined>(told[0]).role, Role::Participant);
    EXPECT_EQ(std::get<RoleChanged>(told[1]).role, Role::Participant);
    EXPECT_EQ(world.granted(again), Role::Participant);
}

}  // namespace
}  // namespace parley::hub
