#include <gtest/gtest.h>

#include "core/bounds.hpp"
#include "protocol/limits.hpp"
#include "tests/core/world.hpp"

// When somebody is gone, and when they only seem to be.

namespace parley::core {
namespace {

/// The server gives a page up that can't come back, while its connections go on.
void lose(World& world, const Page& page) {
    world.server.answer = Server::Answer::Refuses;
    world.server.cut(page.wire());
    world.pass(limits::away_lost_ms + 100);
}

TEST(Departure, TellsEveryoneAndClosesEverything) {
    World world;
    const Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    const Page& cem = world.joined("cem");
    bob.put(action::Leave{});
    world.pass(settle_ms);
    for (const Page* page : {&ann, &cem}) {
        EXPECT_EQ(page->sees("bob"), nullptr);
        EXPECT_EQ(page->open_connections(), 1U);
        EXPECT_FALSE(page->attached.contains("bob"));
        EXPECT_EQ(page->client.view().notices.back().kind, NoticeKind::PersonLeft);
        EXPECT_EQ(page->client.view().notices.back().name, "bob");
    }
    EXPECT_EQ(bob.open_connections(), 0U);
}

TEST(Departure, IsToldOverTheConnectionWhileTheServerIsGone) {
    World world;
    const Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    world.lose_server();
    bob.put(action::Leave{});
    world.pass(settle_ms);
    EXPECT_EQ(ann.sees("bob"), nullptr);
}

TEST(Departure, IsNoticedOnceAlthoughItIsToldTwice) {
    World world;
    const Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    bob.put(action::Leave{});
    world.pass(5'000);
    EXPECT_EQ(ann.client.view().notices.size(), 2U) << "one came, one went";
}

TEST(Departure, OfWhoWasRemovedIsAtOnce) {
    World world;
    const Page& ann = world.joined("ann");
    world.joined("bob");
    world.server.tell(ann.wire(),
                      protocol::PeerLeft{ann.wire().last_s + 1, PeerId("bob"), protocol::LeaveReason::Removed});
    world.pass(settle_ms);
    EXPECT_EQ(ann.sees("bob"), nullptr);
}

TEST(Departure, IsNotBelievedOfAPeerThatIsStillHeard) {
    World world;
    const Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    lose(world, bob);
    world.pass(120'000);
    EXPECT_EQ(ann.client.view().server, ServerLink::Online);
    ASSERT_NE(ann.sees("bob"), nullptr);
    EXPECT_EQ(ann.sees("bob")->pair, PairState::Connected);
}

TEST(Departure, OfWhoWasLostWaitsForTenQuietSeconds) {
    World world;
    const Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    lose(world, bob);
    world.network.cut("ann", "bob");
    world.pass(bounds::lost_quiet_ms - 1);
    EXPECT_NE(ann.sees("bob"), nullptr);
    world.pass(1);
    EXPECT_EQ(ann.sees("bob"), nullptr);
    EXPECT_EQ(ann.open_connections(), 0U);
}

TEST(Departure, OfAPageThatDiedIsSeenWhenTheServerGivesItUp) {
    World world;
    const Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    world.network.cut("ann", "bob");
    world.server.answer = Server::Answer::Refuses;
    world.server.cut(bob.wire());
    world.pass(59'000);
    EXPECT_NE(ann.sees("bob"), nullptr);
    world.pass(1'100);
    EXPECT_EQ(ann.sees("bob"), nullptr);
    EXPECT_EQ(ann.connections().size(), 1U) << "nothing is offered to who can't be reached";
}

TEST(Departure, OfWhoANewServerDoesNotKnowWaitsForAQuietMinuteWhileJoined) {
    World world;
    const Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    world.server.answer = Server::Answer::Refuses;
    world.network.cut("ann", "bob");
    world.server.restart();
    world.pass(300'000);
    bob.put(action::Leave{});
    EXPECT_NE(ann.sees("bob"), nullptr) << "while cut off one knows nothing";
    world.server.answer = Server::Answer::Accepts;
    while (ann.client.view().server != ServerLink::Online) world.pass(10);
    world.pass(bounds::absent_quiet_ms - 20);
    EXPECT_NE(ann.sees("bob"), nullptr);
    world.pass(40);
    EXPECT_EQ(ann.sees("bob"), nullptr);
}

TEST(Departure, IsTakenBackByWhoRejoinsBeforeTheServerHeardOfIt) {
    World world;
    const Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    world.server.cut(bob.wire());
    bob.put(action::Leave{});
    world.pass(settle_ms);
    EXPECT_EQ(ann.sees("bob"), nullptr);
    bob.put(action::Rejoin{});
    world.pass(settle_ms);
    ASSERT_NE(ann.sees("bob"), nullptr);
    EXPECT_EQ(ann.sees("bob")->pair, PairState::Connected);
    EXPECT_EQ(bob.sees("ann")->pair, PairState::Connected);
}

TEST(Departure, IsNotTakenBackByAPresenceThatWasOnItsWay) {
    World world;
    const Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    world.server.latency = {500, 500};
    bob.put(action::ToggleMicrophone{});
    bob.put(action::Leave{});
    world.pass(100);
    EXPECT_EQ(ann.sees("bob"), nullptr);
    for (int moment = 0; moment < 300; ++moment) {
        world.pass(10);
        EXPECT_EQ(ann.sees("bob"), nullptr);
    }
}

TEST(Departure, OfWhoANewServerDoesNotKnowNeverComesWhileTheyAreHeard) {
    World world;
    const Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    bob.seal_ms = [](SealId) { return 1'000; };
    world.server.restart();
    // Bob's page can't come back; the connection can do without.
    for (int second = 0; second < 300; ++second) {
        if (bob.wire().open) world.server.cut(bob.wire());
        world.pass(1'000);
    }
    ASSERT_NE(ann.sees("bob"), nullptr);
    EXPECT_EQ(ann.sees("bob")->pair, PairState::Connected);
}

}  // namespace
}  // namespace parley::core
