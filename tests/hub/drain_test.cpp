#include <gtest/gtest.h>

#include "tests/hub/world.hpp"

namespace parley::hub {
namespace {

using namespace protocol;

class HubDrain : public testing::Test {
protected:
    HubDrain() {
        world.told(ann);
        world.told(dora);
        world.drain({.after_ms = 1'000, .spread_ms = 2'000});
    }

    World world;
    ConnectionId ann = world.join("ann");
    ConnectionId dora = world.join("dora", "elsewhere");
};

TEST_F(HubDrain, TellsEveryoneInEveryRoomWhenToComeBack) {
    for (const auto connection : {ann, dora}) {
        const auto drain = world.only<Drain>(connection);
        EXPECT_EQ(drain.after_ms, 1'000);
        EXPECT_EQ(drain.spread_ms, 2'000);
        EXPECT_EQ(world.closed_with(connection), std::nullopt);
    }
}

TEST_F(HubDrain, RefusesWhoJoinsFromNowOn) {
    const auto bob = world.join("bob");
    const auto told = world.told(bob);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(std::get<Error>(told[0]).code, ErrorCode::Draining);
    EXPECT_EQ(std::get<Error>(told[0]).retry_after_ms, 1'000);
    EXPECT_EQ(world.closed_with(bob), close_code::service_restart);
}

TEST_F(HubDrain, RefusesEvenWhoWouldResume) {
    world.lose(ann);
    world.expect_refused(world.resume("ann", ann, 0), ErrorCode::Draining);
}

TEST_F(HubDrain, StillCarriesWhatIsSaid) {
    world.told(ann);
    world.say(ann, Send{1, PeerId("ann"), "x"});
    EXPECT_EQ(world.only<Message>(ann).body, "x");
}

}  // namespace
}  // namespace parley::hub
