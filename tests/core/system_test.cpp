#include <gtest/gtest.h>

#include <vector>

#include "core/bounds.hpp"
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

using Session = output::UpdateMediaSession;
using Capture = Session::Capture;

TEST(System, IsToldOfTheDevicesOfACallAndOfItsEnd) {
    World world;
    Page& ann = world.page("ann");
    ann.boot("/r/kkkk-kkkk-kkkk", key_of('k'));
    world.pass(settle_ms);
    ann.put(action::ToggleMicrophone{});
    EXPECT_TRUE(ann.asked<Session>().empty()) << "there is no call to control yet";
    ann.put(action::Join{});
    world.pass(settle_ms);
    ASSERT_EQ(ann.asked<Session>().size(), 1U);
    EXPECT_EQ(ann.asked<Session>().back(), (Session{On, Capture::Inactive, Capture::Active}));
    ann.put(action::ToggleMicrophone{});
    EXPECT_EQ(ann.asked<Session>().back(), (Session{On, Capture::Active, Capture::Active}));
    ann.put(action::ToggleCamera{});
    world.pass(settle_ms);
    EXPECT_EQ(ann.asked<Session>().back(), (Session{On, Capture::Active, Capture::Inactive}));
    EXPECT_EQ(ann.asked<Session>().size(), 3U) << "once for each change";
    ann.put(action::Leave{});
    world.pass(settle_ms);
    EXPECT_EQ(ann.asked<Session>().back(), Session());
}

TEST(System, IsNotToldThatADeviceIsOffWhichItHoldsItself) {
    World world;
    Page& ann = world.joined("ann");
    ann.forget();
    ann.hold("mic a", true);
    world.pass(bounds::device_silent_ms + settle_ms);
    ASSERT_EQ(ann.client.view().local.microphone, DeviceState::Held);
    EXPECT_TRUE(ann.asked<Session>().empty());
}

TEST(System, IsToldNothingOfDevicesWhereThatWouldStopThem) {
    World world;
    Page& ann = world.page("ann");
    ann.equipment.browser = quality::Browser::Safari;
    world.join(ann);
    world.pass(settle_ms);
    ann.put(action::ToggleMicrophone{});
    ASSERT_EQ(ann.asked<Session>().size(), 1U);
    EXPECT_EQ(ann.asked<Session>().back(), (Session{On, Capture::Untold, Capture::Untold}));
}

}  // namespace
}  // namespace parley::core
