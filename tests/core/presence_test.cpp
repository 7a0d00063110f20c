#include <gtest/gtest.h>

#include "core/bounds.hpp"
#include "protocol/limits.hpp"
#include "tests/core/world.hpp"

// What others see of a person, and what the view makes of what is heard.

namespace parley::core {
namespace {

std::size_t presences_said(const Page& page) {
    return static_cast<std::size_t>(std::ranges::count_if(page.wire().said, [](const protocol::ClientMessage& said) {
        return std::holds_alternative<protocol::SetPresence>(said);
    }));
}

TEST(Presence, ChangesAtMostTwiceASecondAndTheLastOneWins) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    world.pass(2'000);
    const std::size_t before = presences_said(ann);
    for (int change = 0; change < 21; ++change) {
        ann.put(action::ToggleMicrophone{});
        world.pass(50);
    }
    world.pass(limits::presence_min_gap_ms);
    const std::size_t said = presences_said(ann) - before;
    EXPECT_LE(said, 4U);
    EXPECT_GE(said, 2U);
    EXPECT_FALSE(bob.sees("ann")->microphone_on);
    EXPECT_FALSE(ann.deadline() && *ann.deadline() < world.nature.timeline.now());
}

TEST(Presence, IsSaidAtOnceAfterAQuietMoment) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    world.pass(2'000);
    ann.put(action::ToggleMicrophone{});
    world.pass(2 * world.server.latency.high_ms);
    EXPECT_FALSE(bob.sees("ann")->microphone_on);
}

TEST(Presence, ThatChangesWhileAPageJoinsReachesTheOthers) {
    for (TimeMs device_ms = 0; device_ms < 100; device_ms += 5) {
        World world;
        const Page& bob = world.joined("bob");
        Page& ann = world.joining("ann");
        ann.device_ms = device_ms;
        world.pass(1'500);
        EXPECT_TRUE(bob.sees("ann")->microphone_on) << device_ms;
        EXPECT_TRUE(bob.sees("ann")->camera_on) << device_ms;
    }
}

TEST(Presence, ThatChangesWhileThePageIsCutOffReachesTheOthersAndStays) {
    World world;
    const Page& bob = world.joined("bob");
    Page& ann = world.joined("ann");
    world.server.answer = Server::Answer::Refuses;
    world.server.cut(ann.wire());
    world.network.cut("ann", "bob");
    ann.put(action::ToggleMicrophone{});
    world.pass(1'000);
    EXPECT_TRUE(bob.sees("ann")->microphone_on) << "there is no way at all";
    world.network.mend("ann", "bob");
    world.pass(5'000);
    EXPECT_FALSE(bob.sees("ann")->microphone_on);
    world.server.answer = Server::Answer::Accepts;
    world.pass(20'000);
    EXPECT_EQ(ann.client.view().server, ServerLink::Online);
    EXPECT_FALSE(bob.sees("ann")->microphone_on);
}

input::Levels loud(float own, const Page& page, float others) {
    return {own, {{page.connections().rbegin()->first, others}}};
}

TEST(Speaking, ShowsAtOnceAndHoldsForAMoment) {
    World world;
    Page& ann = world.joined("ann");
    world.joined("bob");
    ann.put(loud(0.1F, ann, 0.1F));
    EXPECT_TRUE(ann.sees("bob")->speaking);
    EXPECT_TRUE(ann.client.view().participants[0].speaking);
    world.pass(bounds::speaking_hold_ms - 1);
    EXPECT_TRUE(ann.sees("bob")->speaking);
    world.pass(1);
    EXPECT_FALSE(ann.sees("bob")->speaking);
    EXPECT_FALSE(ann.client.view().participants[0].speaking);
}

TEST(Speaking, OfAMutedPersonIsNotShown) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    bob.put(action::ToggleMicrophone{});
    ann.put(action::ToggleMicrophone{});
    world.pass(1'000);
    ann.put(loud(0.5F, ann, 0.5F));
    EXPECT_FALSE(ann.sees("bob")->speaking);
    EXPECT_FALSE(ann.client.view().participants[0].speaking);
}

TEST(View, DoesNotChangeInASilentCall) {
    World world;
    Page& ann = world.joined("ann");
    world.joined("bob");
    world.pass(2'000);
    const std::uint64_t version = ann.client.view().version;
    for (int moment = 0; moment < 600; ++moment) {
        ann.put(loud(0.005F * static_cast<float>(moment % 4), ann, 0.019F));
        world.pass(100);
    }
    EXPECT_EQ(ann.client.view().version, version);
}

TEST(View, RisesExactlyWhenItDiffers) {
    World world;
    Page& ann = world.joining("ann");
    View before = ann.client.view();
    world.joining("bob");
    for (int moment = 0; moment < 3'000; ++moment) {
        if (moment == 1'000) ann.put(action::ToggleCamera{});
        if (moment == 1'500) ann.put(action::ToggleCamera{});
        if (moment == 2'000) ann.put(action::Leave{});
        world.pass(1);
        View now = ann.client.view();
        const bool rose = now.version > before.version;
        const std::uint64_t version = std::exchange(now.version, before.version);
        EXPECT_EQ(rose, !(now == before));
        now.version = version;
        before = std::move(now);
    }
}

TEST(View, StepsTheMeterBeforeACallAndNotInIt) {
    World world;
    Page& ann = world.page("ann");
    ann.boot("/r/kkkk-kkkk-kkkk", key_of('k'));
    world.pass(settle_ms);
    ann.put(input::Levels{0.17F, {}});
    EXPECT_EQ(ann.client.view().local.microphone_level, 5);
    const std::uint64_t version = ann.client.view().version;
    ann.put(input::Levels{0.18F, {}});
    EXPECT_EQ(ann.client.view().version, version) << "the same step draws nothing";
    ann.put(input::Levels{9.0F, {}});
    EXPECT_EQ(ann.client.view().local.microphone_level, 10);
    ann.put(input::Levels{-1.0F, {}});
    EXPECT_EQ(ann.client.view().local.microphone_level, 0);
    ann.put(action::Join{});
    world.pass(settle_ms);
    ann.put(input::Levels{0.17F, {}});
    EXPECT_EQ(ann.client.view().local.microphone_level, 0);
}

TEST(View, IsStillWithoutDevicesBeforeACall) {
    World world;
    Page& ann = world.page("ann");
    ann.microphone = ann.camera = Page::Device::Denied;
    ann.boot("/r/kkkk-kkkk-kkkk", key_of('k'));
    world.pass(settle_ms);
    const std::uint64_t version = ann.client.view().version;
    ann.forget();
    world.pass(600'000);
    EXPECT_EQ(ann.client.view().version, version);
    EXPECT_EQ(ann.outputs(), 0U);
    EXPECT_FALSE(ann.deadline());
}

}  // namespace
}  // namespace parley::core
