#include <gtest/gtest.h>

#include "core/bounds.hpp"
#include "tests/core/world.hpp"

// How two people's pages find a connection with each other.

namespace parley::core {
namespace {

void expect_connected(const Page& one, const Page& two) {
    for (const auto& [left, right] : {std::pair(&one, &two), {&two, &one}}) {
        const FakeConnection* connection = left->connection_to(right->name);
        ASSERT_NE(connection, nullptr);
        EXPECT_TRUE(connection->connected());
        ASSERT_NE(left->sees(right->name), nullptr);
        EXPECT_EQ(left->sees(right->name)->pair, PairState::Connected);
        EXPECT_EQ(left->open_connections(), 1U);
        EXPECT_EQ(connection->candidates_refused, 0);
    }
}

TEST(Pair, ConnectsWithOneOfferOfTheNewcomerAndOneAnswer) {
    for (const auto& [first, second] : {std::pair("ann", "bob"), {"bob", "ann"}}) {
        World world;
        const Page& found = world.joined(first);
        const Page& newcomer = world.joined(second);
        expect_connected(found, newcomer);
        EXPECT_EQ(newcomer.connection().offers, 1);
        EXPECT_EQ(newcomer.connection().answers, 0);
        EXPECT_EQ(found.connection().offers, 0);
        EXPECT_EQ(found.connection().answers, 1);
    }
}

TEST(Pair, StaysAsItIs) {
    World world;
    const Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    world.pass(600'000);
    expect_connected(ann, bob);
    EXPECT_EQ(ann.connections().size(), 1U);
    EXPECT_EQ(bob.connection().offers, 1);
    EXPECT_EQ(ann.sockets_opened(), 1U);
}

TEST(Pair, ConnectsWhateverTimeSealingTakes) {
    for (const TimeMs spread_ms : {1, 40, 170}) {
        World world;
        Page& ann = world.joining("ann");
        Page& bob = world.joining("bob");
        // Odd ones take long, so that answers come in another order than the questions.
        const auto slow = [spread_ms](SealId seal) { return seal.value % 2 == 1 ? spread_ms : 0; };
        ann.seal_ms = bob.seal_ms = slow;
        world.pass(2'500);
        expect_connected(ann, bob);
        EXPECT_EQ(ann.connection().offers + bob.connection().offers, 1);
    }
}

TEST(Pair, OffersItselfAfterThreeSecondsWithoutAnOffer) {
    World world;
    const Page& ann = world.joined("ann");
    Page& bob = world.joining("bob");
    bob.seal_ms = [](SealId seal) { return seal.value == 1 ? 0 : 1'000'000; };  // joins and then is struck dumb
    while (ann.sees("bob") == nullptr) world.pass(1);
    world.pass(bounds::await_offer_ms - 1);
    EXPECT_TRUE(ann.connections().empty());
    world.pass(5);
    ASSERT_EQ(ann.connections().size(), 1U);
    EXPECT_EQ(ann.connection().offers, 1);
}

TEST(Pair, EndsAGlareOfFirstOffersWithOneConnection) {
    for (const auto& [first, second] : {std::pair("ann", "bob"), {"bob", "ann"}}) {
        // At every moment in which the newcomer's offer can be late for the other's patience.
        for (TimeMs late_ms = 2'900; late_ms <= 3'100; late_ms += 3) {
            World world;
            const Page& found = world.joined(first);
            Page& newcomer = world.joining(second);
            newcomer.seal_ms = [late_ms](SealId seal) { return seal.value == 1 ? 0 : late_ms; };
            world.pass(3'000);
            newcomer.seal_ms = nullptr;
            world.pass(5'000);
            expect_connected(found, newcomer);
        }
    }
}

TEST(Pair, IsFoundByBothSidesAtOnceWhenTheyJoinTogether) {
    for (TimeMs gap_ms = 0; gap_ms <= 60; gap_ms += 5) {
        World world;
        const Page& ann = world.joining("ann");
        world.pass(gap_ms);
        const Page& bob = world.joined("bob");
        expect_connected(ann, bob);
    }
}

TEST(Pair, TakesNoNoticeOfWhoCannotOpenItsSeals) {
    World world;
    const Page& ann = world.joined("ann");
    Page& stranger = world.page("zoe");
    stranger.boot("/r/kkkk-kkkk-kkkk", std::string("k") + std::string(20, 'j') + "A", input::Boot::Entry::JoinAtOnce);
    world.pass(settle_ms);
    EXPECT_EQ(stranger.screen(), Screen::Failed) << "the server knows the wrong key";
    EXPECT_EQ(ann.sees("zoe"), nullptr);
}

TEST(Pair, AttachesThePictureOfEachOther) {
    World world;
    Page& ann = world.joined("ann");
    world.joined("bob");
    EXPECT_TRUE(ann.attached.contains("bob"));
    EXPECT_TRUE(ann.sees("bob")->camera_on);
    EXPECT_FALSE(ann.sees("bob")->video_shown);
    ann.put(input::VideoPlaying{"bob"});
    EXPECT_TRUE(ann.sees("bob")->video_shown);
}

TEST(Mesh, ConnectsEveryoneWithEveryone) {
    for (const std::size_t people : {3U, 4U, 12U}) {
        World world;
        for (std::size_t index = 0; index < people; ++index) world.joining("peer-" + std::to_string(index));
        world.pass(6'000);
        for (const Page& page : world.pages) {
            EXPECT_EQ(page.open_connections(), people - 1);
            ASSERT_EQ(page.client.view().participants.size(), people);
            for (const auto& one : page.client.view().participants) EXPECT_EQ(one.pair, PairState::Connected);
        }
    }
}

TEST(Mesh, ShowsOneselfFirstAndTheOthersAsTheyCame) {
    World world;
    const Page& ann = world.joined("cem");
    world.joined("bob");
    world.joined("ann");
    const auto& all = ann.client.view().participants;
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].name, "cem");
    EXPECT_EQ(all[1].name, "bob");
    EXPECT_EQ(all[2].name, "ann");
    EXPECT_EQ(ann.client.view().notices.size(), 2U);
    EXPECT_EQ(ann.client.view().notices[0].kind, NoticeKind::PersonJoined);
    EXPECT_EQ(ann.client.view().notices[0].name, "bob");
}

TEST(Mesh, TellsANewcomerWithoutANoticeWhoWasThere) {
    World world;
    world.joined("ann");
    const Page& bob = world.joined("bob");
    EXPECT_TRUE(bob.client.view().notices.empty());
}

}  // namespace
}  // namespace parley::core
