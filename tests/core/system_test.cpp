#include <gtest/gtest.h>

#include <vector>

#include "tests/core/world.hpp"

// What the system that the page runs on is told of the call.

namespace parley::core {
namespace {

std::vector<Switched> awake(const Page& page) {
    std::vector<Switched> states;
    for (const output::KeepAwake& order : page.asked<output::KeepAwake>()) states.push_back(order.state);
    return states;
}

using enum Switched;

TEST(System, KeepsTheScreenLitFromTheJoinToTheEndOfTheCall) {
    World world;
    Page& ann = world.page("ann");
    ann.boot("/r/kkkk-kkkk-kkkk", key_of('k'));
    world.pass(settle_ms);
    ASSERT_EQ(ann.screen(), Screen::PreJoin);
    EXPECT_TRUE(awake(ann).empty()) << "nobody is in a call yet";
    ann.put(action::Join{});
    world.pass(settle_ms);
    EXPECT_EQ(awake(ann), std::vector{On});
    ann.put(action::Leave{});
    world.pass(settle_ms);
    EXPECT_EQ(awake(ann), (std::vector{On, Off}));
    ann.put(action::Rejoin{});
    world.pass(settle_ms);
    EXPECT_EQ(awake(ann), (std::vector{On, Off, On}));
}

TEST(System, KeepsTheScreenLitWhileTheServerIsAway) {
    World world;
    const Page& ann = world.joined("ann");
    world.joined("bob");
    world.lose_server();
    EXPECT_EQ(awake(ann), std::vector{On});
}

TEST(System, LetsTheScreenGoDarkWhenTheCallFails) {
    World world;
    const Page& ann = world.joined("ann", "run-1");
    world.joined("ann", "run-2");
    ASSERT_EQ(ann.screen(), Screen::Failed);
    EXPECT_EQ(awake(ann), (std::vector{On, Off}));
}

}  // namespace
}  // namespace parley::core
