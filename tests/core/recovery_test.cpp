#include <gtest/gtest.h>

#include <vector>

#include "core/bounds.hpp"
#include "tests/core/side.hpp"
#include "tests/core/world.hpp"

// What happens when paths break, sockets die, servers restart and pages are loaded anew.

namespace parley::core {
namespace {

struct Two {
    World world;
    Page& ann = world.joined("ann");  // polite
    Page& bob = world.joined("bob");

    [[nodiscard]] bool connected() const {
        const auto* one = ann.connection_to("bob");
        const auto* other = bob.connection_to("ann");
        return one != nullptr && other != nullptr && one->connected() && other->connected();
    }
    [[nodiscard]] std::size_t connections() const { return ann.connections().size() + bob.connections().size(); }
    [[nodiscard]] int offers() const { return ann.connection().offers + bob.connection().offers; }
    /// Until the transports have failed; the path is whole again afterwards.
    void fail_path() {
        world.network.cut("ann", "bob");
        world.pass(world.network.failed_after_ms);
        world.network.mend("ann", "bob");
    }
};

TEST(Recovery, LetsAShortInterruptionHealItself) {
    Two two;
    two.world.network.cut("ann", "bob");
    two.world.pass(2'000);
    EXPECT_EQ(two.ann.sees("bob")->pair, PairState::Reconnecting);
    two.world.network.mend("ann", "bob");
    two.world.pass(30'000);
    EXPECT_TRUE(two.connected());
    EXPECT_EQ(two.offers(), 1);
}

TEST(Recovery, RestartsIceAfterThreeSecondsOfDisconnection) {
    Two two;
    two.world.network.cut("ann", "bob");
    two.world.pass(bounds::disconnected_grace_ms - 1);
    EXPECT_EQ(two.offers(), 1);
    two.world.pass(500);
    EXPECT_EQ(two.bob.connection().offers, 2) << "the newcomer's first and the impolite side's restart";
    two.world.network.mend("ann", "bob");
    two.world.pass(settle_ms);
    EXPECT_TRUE(two.connected());
    EXPECT_EQ(two.connections(), 2U);
}

TEST(Recovery, LetsTheImpoliteSideRestartAFailedPathAtOnce) {
    Two two;
    two.world.network.failed_after_ms = 100;
    two.fail_path();
    two.world.pass(settle_ms);
    EXPECT_TRUE(two.connected());
    EXPECT_EQ(two.bob.connection().offers, 2);
    EXPECT_EQ(two.ann.connection().offers, 0);
    EXPECT_EQ(two.connections(), 2U) << "no new connection is made";
}

TEST(Recovery, LetsThePoliteSideRestartAfterTwoSecondsWhenTheOtherDoesNot) {
    Two two;
    two.world.network.failed_after_ms = 100;
    two.bob.seal_ms = [](SealId) { return 1'000'000; };  // struck dumb, but hears
    two.world.network.cut("ann", "bob");
    two.world.pass(100 + bounds::polite_restart_ms - 1);
    EXPECT_EQ(two.ann.connection().offers, 0);
    two.world.pass(5);
    EXPECT_EQ(two.ann.connection().offers, 1);
}

TEST(Recovery, MakesANewConnectionAfterFifteenSecondsWithoutSuccess) {
    Two two;
    two.world.network.failed_after_ms = 100;
    two.world.network.cut("ann", "bob");
    two.world.pass(100 + bounds::unresolved_ms - 10);
    EXPECT_EQ(two.connections(), 2U);
    two.world.pass(settle_ms);
    EXPECT_GE(two.connections(), 4U);
    two.world.network.mend("ann", "bob");
    two.world.pass(2 * bounds::unresolved_ms);
    EXPECT_TRUE(two.connected());
    EXPECT_EQ(two.ann.open_connections(), 1U);
    EXPECT_EQ(two.bob.open_connections(), 1U);
}

TEST(Recovery, SaysThatAPairFailedAndGoesOnTrying) {
    Two two;
    two.world.network.cut("ann", "bob");
    two.world.pass(70'000);
    EXPECT_EQ(two.ann.sees("bob")->pair, PairState::Failed);
    two.world.network.mend("ann", "bob");
    two.world.pass(20'000);
    EXPECT_TRUE(two.connected());
    EXPECT_EQ(two.ann.sees("bob")->pair, PairState::Connected);
}

TEST(Recovery, ConnectsAnewAfterADescriptionWasRefused) {
    for (const bool polite : {true, false}) {
        Two two;
        two.world.network.failed_after_ms = 100;
        (polite ? two.ann : two.bob).connection().refuse_remote = true;
        two.fail_path();
        two.world.pass(20'000);
        EXPECT_TRUE(two.connected());
    }
}

TEST(Recovery, PausesLongerWhenNoDescriptionIsEverTaken) {
    Two two;
    two.world.network.failed_after_ms = 100;
    for (int moment = 0; moment < 6'000; ++moment) {
        if (moment == 0) two.world.network.cut("ann", "bob");
        two.ann.connection().refuse_remote = two.bob.connection().refuse_remote = true;
        two.world.pass(20);
    }
    EXPECT_LT(two.connections(), 40U);
}

TEST(Recovery, KeepsAConnectionWhileTheServerIsGone) {
    Two two;
    two.world.server.answer = Server::Answer::Refuses;
    two.world.server.restart();
    two.world.pass(300'000);
    EXPECT_TRUE(two.connected());
    EXPECT_EQ(two.ann.client.view().server, ServerLink::Reconnecting);
    EXPECT_EQ(two.ann.screen(), Screen::Call);
    two.world.server.answer = Server::Answer::Accepts;
    two.world.pass(60'000);
    EXPECT_EQ(two.ann.client.view().server, ServerLink::Online);
    EXPECT_TRUE(two.connected());
    EXPECT_EQ(two.connections(), 2U);
    EXPECT_EQ(two.offers(), 1);
    EXPECT_TRUE(two.ann.client.view().notices.size() == 1) << "nobody came or went";
}

TEST(Recovery, TriesNoNewConnectionWhileTheServerIsGone) {
    Two two;
    two.world.server.answer = Server::Answer::Refuses;
    two.world.server.restart();
    two.world.network.cut("ann", "bob");
    two.world.pass(120'000);
    EXPECT_EQ(two.connections(), 2U);
    EXPECT_EQ(two.offers(), 1);
    two.world.network.mend("ann", "bob");
    two.world.server.answer = Server::Answer::Accepts;
    two.world.pass(60'000);
    EXPECT_TRUE(two.connected());
    EXPECT_NE(two.ann.sees("bob"), nullptr) << "the quiet was our own";
}

TEST(Recovery, NoticesASocketThatDiedInSilence) {
    Two two;
    two.ann.wire().silent = true;
    two.world.pass(26'100);
    EXPECT_EQ(two.ann.sockets_opened(), 2U);
    two.world.pass(settle_ms);
    EXPECT_EQ(two.ann.client.view().server, ServerLink::Online);
    EXPECT_TRUE(two.connected());
}

TEST(Recovery, ChecksTheSocketWhenAPathBreaks) {
    Two two;
    two.world.pass(5'000);
    two.ann.wire().silent = true;
    two.world.network.cut("ann", "bob");
    two.world.pass(6'100);
    EXPECT_EQ(two.ann.sockets_opened(), 2U);
}

TEST(Recovery, GivesASilentSocketUpSoonerWhenTheNetworkChanged) {
    Two two;
    two.world.pass(5'000);
    two.ann.wire().silent = true;
    two.ann.put(input::NetworkChanged{});
    two.world.pass(bounds::network_changed_pong_ms - 1);
    EXPECT_EQ(two.ann.sockets_opened(), 1U);
    two.world.pass(100);
    EXPECT_EQ(two.ann.sockets_opened(), 2U);
}

TEST(Recovery, SaysAgainAnOfferThatWasLostWithASocket) {
    // The socket of either side dies at every moment of a join.
    for (const bool of_newcomer : {true, false}) {
        for (TimeMs moment_ms = 1; moment_ms < 220; moment_ms += 4) {
            World world;
            const Page& ann = world.joined("ann");
            const Page& bob = world.joining("bob");
            world.pass(moment_ms);
            const Page& unlucky = of_newcomer ? bob : ann;
            if (unlucky.sockets_opened() > 0) world.server.cut(unlucky.wire());
            world.pass(7'000);
            ASSERT_NE(ann.connection_to("bob"), nullptr) << moment_ms;
            EXPECT_TRUE(ann.connection_to("bob")->connected()) << moment_ms << (of_newcomer ? " bob" : " ann");
            EXPECT_TRUE(bob.connection_to("ann")->connected()) << moment_ms << (of_newcomer ? " bob" : " ann");
        }
    }
}

TEST(Recovery, GivesAPeerThatWasLoadedAnewANewConnection) {
    World world;
    const Page& ann = world.joined("ann");
    Page& bob = world.joined("bob", "run-1");
    bob.vanish();
    const Page& again = world.joined("bob", "run-2");
    ASSERT_NE(ann.connection_to("bob"), nullptr);
    EXPECT_TRUE(ann.connection_to("bob")->connected());
    EXPECT_TRUE(again.connection_to("ann")->connected());
    EXPECT_EQ(ann.connections().size(), 2U);
    EXPECT_EQ(ann.open_connections(), 1U);
    EXPECT_EQ(ann.client.view().participants.size(), 2U);
}

TEST(Recovery, KeepsTheConnectionOfAPeerThatComesBackWithTheSameRun) {
    Two two;
    two.world.server.cut(two.bob.wire());
    two.world.pass(5'000);
    EXPECT_EQ(two.bob.sockets_opened(), 2U);
    EXPECT_TRUE(two.connected());
    EXPECT_EQ(two.connections(), 2U);
    EXPECT_EQ(two.offers(), 1);
}

TEST(Recovery, MeetsEveryoneAgainAfterAServerRestart) {
    World world;
    for (const char* name : {"ann", "bob", "cem"}) world.joined(name);
    world.server.restart();
    world.pass(5'000);
    for (const Page& page : world.pages) {
        EXPECT_EQ(page.client.view().server, ServerLink::Online);
        EXPECT_EQ(page.client.view().participants.size(), 3U);
        EXPECT_EQ(page.open_connections(), 2U);
        EXPECT_EQ(page.connections().size(), 2U);
    }
}

TEST(Recovery, MeetsWhoJoinedWhileItWasCutOff) {
    Two two;
    two.world.server.answer = Server::Answer::Accepts;
    two.world.server.cut(two.ann.wire());
    const Page& cem = two.world.joined("cem");
    two.world.pass(7'000);
    ASSERT_NE(two.ann.sees("cem"), nullptr);
    EXPECT_EQ(two.ann.sees("cem")->pair, PairState::Connected);
    EXPECT_EQ(cem.sees("ann")->pair, PairState::Connected);
}

TEST(Recovery, SurvivesAnHourOfRestartsAndBrokenPaths) {
    Two two;
    for (int round = 0; round < 100; ++round) {
        if (round % 3 == 0) two.world.server.restart();
        if (round % 2 == 0) two.world.network.cut("ann", "bob");
        two.world.pass(1'000 + (round * 7'919) % 30'000);
        two.world.network.mend("ann", "bob");
        two.world.pass((round * 104'729) % 5'000);
    }
    two.world.pass(40'000);
    EXPECT_TRUE(two.connected());
    EXPECT_EQ(two.ann.open_connections(), 1U);
    EXPECT_EQ(two.bob.open_connections(), 1U);
}

TEST(Recovery, TriesRelaysAloneAfterTwoConnectionsThatLedNowhere) {
    Side side(Negotiation::Manners::Impolite);
    side.give_relay();
    side.negotiation.start(side.now, Negotiation::Opening::Offer);
    side.pass(3 * bounds::unresolved_ms);
    using Paths = output::CreateConnection::Paths;
    std::vector<Paths> paths;
    for (const auto& made : side.asked<output::CreateConnection>()) paths.push_back(made.paths);
    EXPECT_EQ(paths, (std::vector{Paths::All, Paths::All, Paths::RelayOnly, Paths::RelayOnly}));
}

TEST(Recovery, LeavesTheRelayAloneAgainAfterAMinute) {
    Side side(Negotiation::Manners::Impolite);
    side.give_relay();
    side.negotiation.start(side.now, Negotiation::Opening::Offer);
    side.pass(2 * bounds::unresolved_ms + bounds::relay_only_ms);
    EXPECT_EQ(side.asked<output::CreateConnection>().back().paths, output::CreateConnection::Paths::All);
}

TEST(Recovery, TriesEveryPathAgainInAnotherNetwork) {
    Side side(Negotiation::Manners::Impolite);
    side.give_relay();
    side.negotiation.start(side.now, Negotiation::Opening::Offer);
    side.pass(2 * bounds::unresolved_ms);
    EXPECT_EQ(side.asked<output::CreateConnection>().back().paths, output::CreateConnection::Paths::RelayOnly);
    side.negotiation.on_network_changed(side.now);
    side.pass(bounds::unresolved_ms);
    EXPECT_EQ(side.asked<output::CreateConnection>().back().paths, output::CreateConnection::Paths::All);
}

TEST(Recovery, WantsNoRelayWhereThereIsNone) {
    Side side(Negotiation::Manners::Impolite);
    side.negotiation.start(side.now, Negotiation::Opening::Offer);
    side.pass(4 * bounds::unresolved_ms);
    for (const auto& made : side.asked<output::CreateConnection>()) {
        EXPECT_EQ(made.paths, output::CreateConnection::Paths::All);
    }
}

TEST(Recovery, RefreshesThePicturesOfAPathThatCameBack) {
    Side side(Negotiation::Manners::Impolite);
    side.connect();
    EXPECT_TRUE(side.asked<output::RefreshPictures>().empty()) << "the first picture is whole anyway";
    side.transport(input::TransportState::Disconnected);
    side.transport(input::TransportState::Connected);
    EXPECT_EQ(side.asked<output::RefreshPictures>().size(), 1U);
}

TEST(Recovery, RefreshesThePicturesAfterARestartOfALivingConnection) {
    Side side(Negotiation::Manners::Impolite);
    side.be_connected("theirs.1");
    side.hear_offer(2, "theirs.1", 2);
    side.remote_set();
    EXPECT_TRUE(side.asked<output::RefreshPictures>().empty());
    side.local_set("answer");
    EXPECT_EQ(side.asked<output::RefreshPictures>().size(), 1U);
}

}  // namespace
}  // namespace parley::core
