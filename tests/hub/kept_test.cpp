#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/hub/world.hpp"

namespace parley::hub {
namespace {

using namespace protocol;

class HubKept : public testing::Test {
protected:
    void keep(std::string body) {
        world.say(ann, Send{.n = ++n, .to = std::nullopt, .body = std::move(body), .keep = true});
        world.pass(1'000);
    }

    /// What a newcomer of this name is given, frame by frame.
    std::vector<protocol::Kept> given_to(const std::string& peer) {
        std::vector<protocol::Kept> frames;
        const auto told = world.told(world.join(peer));
        total = std::get<Joined>(told[0]).kept_total;
        for (const auto& message : told) {
            if (const auto* const kept = std::get_if<protocol::Kept>(&message)) frames.push_back(*kept);
        }
        return frames;
    }

    World world;
    ConnectionId ann = world.join("ann");
    Sequence n = 0;
    std::uint32_t total = 0;
};

TEST_F(HubKept, GivesALaterJoinerWhatWasSaidBefore) {
    keep("first");
    world.say(ann, Send{++n, std::nullopt, "not kept"});
    keep("second");
    const auto frames = given_to("bob");
    EXPECT_EQ(total, 2U);
    ASSERT_EQ(frames.size(), 1U);
    EXPECT_FALSE(frames[0].more);
    ASSERT_EQ(frames[0].kept.size(), 2U);
    EXPECT_EQ(frames[0].kept[0].from, PeerId("ann"));
    EXPECT_EQ(frames[0].kept[0].body, "first");
    EXPECT_EQ(frames[0].kept[0].at_ms, World::wall_clock_ms);
    EXPECT_EQ(frames[0].kept[1].body, "second");
}

TEST_F(HubKept, TellsItAtOnceToWhoIsThere) {
    const auto bob = world.join("bob");
    world.told(bob);
    keep("now");
    EXPECT_EQ(world.only<Message>(bob).body, "now");
}

TEST_F(HubKept, GivesItAgainToWhoJoinsAnewButNotToWhoResumes) {
    keep("x");
    world.lose(ann);
    EXPECT_EQ(given_to("ann").size(), 1U);
    EXPECT_EQ(total, 1U);
    const ConnectionId bob = world.join("bob");
    world.lose(bob);
    EXPECT_EQ(world.told(world.resume("bob", bob, 0)).size(), 1U);
}

TEST_F(HubKept, CutsALongPastIntoFramesInOrder) {
    for (int number = 0; number < 30; ++number) keep(std::string(8'000, static_cast<char>('A' + number)));
    const auto frames = given_to("bob");
    EXPECT_EQ(frames.size(), 4U);
    char next = 'A';
    for (const auto& frame : frames) {
        EXPECT_EQ(frame.more, &frame != &frames.back());
        for (const auto& entry : frame.kept) EXPECT_EQ(entry.body.front(), next++);
    }
    EXPECT_EQ(next, 'A' + 30);
}

TEST_F(HubKept, ForgetsTheOldestOfTooMany) {
    for (int number = 0; number < 510; ++number) keep(std::to_string(number));
    const auto frames = given_to("bob");
    EXPECT_EQ(total, limits::kept_entries_max);
    EXPECT_EQ(frames.front().kept.front().body, "10");
    EXPECT_EQ(frames.back().kept.back().body, "509");
}

TEST_F(HubKept, ForgetsTheOldestOfTooManyBytes) {
    for (int number = 0; number < 70; ++number) keep(std::to_string(number) + std::string(8'000, 'x'));
    const auto frames = given_to("bob");
    EXPECT_LT(total, 70U);
    EXPECT_GT(total, 60U);
    EXPECT_TRUE(frames.back().kept.back().body.starts_with("69x"));
}

TEST_F(HubKept, ForgetsAllWithTheRoom) {
    keep("x");
    world.say(ann, Leave{});
    EXPECT_TRUE(given_to("bob").empty());
    EXPECT_EQ(total, 0U);
}

TEST_F(HubKept, StaysInItsRoom) {
    keep("x");
    EXPECT_EQ(world.joined(world.join("dora", "elsewhere")).kept_total, 0U);
}

}  // namespace
}  // namespace parley::hub
