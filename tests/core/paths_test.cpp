#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/core/side.hpp"
#include "tests/core/world.hpp"

// Which paths a pair may use: relays that are refreshed, wanted, or not needed any more.

namespace parley::core {
namespace {

using Paths = output::CreateConnection::Paths;
using Path = quality::Path;

struct Relayed {
    World world;
    Page* ann = nullptr;
    Page* bob = nullptr;

    Relayed() {
        world.server.offer_relay(600'000);
        world.network.wall("ann", "bob");
        ann = &world.joined("ann");
        bob = &world.joined("bob");
    }
};

TEST(Paths, LeadThroughARelayWhereNothingElseGetsThrough) {
    Relayed pair;
    EXPECT_TRUE(pair.ann->connection().carries());
    EXPECT_TRUE(pair.ann->connection().relayed());
}

TEST(Paths, AreDirectAgainAfterANetworkChange) {
    Relayed pair;
    pair.world.network.unwall("ann", "bob");
    pair.world.pass(60'000);
    EXPECT_TRUE(pair.ann->connection().relayed()) << "nothing said that another path might work";
    pair.ann->put(input::NetworkChanged{});
    pair.world.pass(bounds::polite_restart_ms + settle_ms);
    EXPECT_FALSE(pair.ann->connection().relayed());
    EXPECT_TRUE(pair.ann->connection().carries());
    EXPECT_EQ(pair.ann->connections().size(), 1U);
}

TEST(Paths, AreDirectAgainWhenBothNoticeAtOnce) {
    Relayed pair;
    pair.world.network.unwall("ann", "bob");
    pair.ann->put(input::NetworkChanged{});
    pair.bob->put(input::NetworkChanged{});
    pair.world.pass(bounds::polite_restart_ms + settle_ms);
    EXPECT_FALSE(pair.ann->connection().relayed());
    EXPECT_FALSE(pair.bob->connection().relayed());
    EXPECT_EQ(pair.ann->connection().signalling(), FakeConnection::Signalling::Stable);
    EXPECT_EQ(pair.bob->connection().signalling(), FakeConnection::Signalling::Stable);
    EXPECT_EQ(pair.ann->connections().size() + pair.bob->connections().size(), 2U);
}

TEST(Paths, StayRelayedForWhoWantsNothingElse) {
    Relayed pair;
    pair.ann->put(action::AllowPaths{Paths::RelayOnly});
    pair.world.pass(settle_ms);
    pair.world.network.unwall("ann", "bob");
    const int offers = pair.ann->connection().offers;
    pair.ann->put(input::NetworkChanged{});
    pair.world.pass(settle_ms);
    EXPECT_EQ(pair.ann->connection().offers, offers);
    pair.bob->put(input::NetworkChanged{});
    pair.world.pass(settle_ms);
    EXPECT_TRUE(pair.ann->connection().relayed());
}

TEST(Paths, OfADirectPairAreLeftAloneWhenANetworkChanges) {
    Side side(Negotiation::Manners::Impolite);
    side.connect();
    side.negotiation.on_network_changed(side.now);
    side.count_bytes(1, Path::Direct);
    side.pass(0);
    EXPECT_TRUE(side.asked<output::RestartIce>().empty());
}

TEST(Paths, SwitchToARelayAndBack) {
    World world;
    world.server.offer_relay(600'000);
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    for (Page* page : {&ann, &bob}) {
        page->put(action::AllowPaths{Paths::RelayOnly});
        world.pass(settle_ms);
        EXPECT_TRUE(ann.connection().relayed());
        page->put(action::AllowPaths{Paths::All});
        world.pass(settle_ms);
        EXPECT_FALSE(ann.connection().relayed());
    }
    EXPECT_TRUE(ann.connection().carries());
    EXPECT_EQ(ann.connections().size(), 3U) << "one for each time that a connection had shown an address";
}

TEST(Paths, AreOpenToAllAgainInTheSameConnection) {
    Side side(Negotiation::Manners::Impolite);
    side.allow(Paths::RelayOnly);
    const auto offer = side.offer();
    side.forget();
    side.allow(Paths::All);
    side.pass(1'000);
    EXPECT_TRUE(side.asked<output::RestartIce>().empty()) << "both sides are still about something else";
    side.hear_answer(offer);
    side.remote_set();
    side.pass(0);
    EXPECT_EQ(side.asked<output::SetIceServers>().at(0).paths, Paths::All);
    EXPECT_EQ(side.asked<output::RestartIce>().size(), 1U);
    EXPECT_TRUE(side.asked<output::CreateConnection>().empty());
}

TEST(Paths, ThatShowTheAddressEndWithTheirConnection) {
    Side side(Negotiation::Manners::Impolite);
    side.connect();
    side.allow(Paths::RelayOnly);
    side.pass(0);
    const auto made = side.asked<output::CreateConnection>();
    ASSERT_EQ(made.size(), 1U) << "Chromium would keep the direct path through a restart";
    EXPECT_EQ(made[0].paths, Paths::RelayOnly);
}

TEST(Paths, ThatCarryTheSignallingStayUntilTheServerIsBack) {
    Side side(Negotiation::Manners::Impolite);
    side.connect();
    side.negotiation.set_reach(side.now, Negotiation::Reach::ThroughChannel);
    side.allow(Paths::RelayOnly);
    side.pass(1'000);
    EXPECT_TRUE(side.asked<output::CreateConnection>().empty());
    side.negotiation.set_reach(side.now, Negotiation::Reach::Open);
    side.pass(0);
    EXPECT_EQ(side.asked<output::CreateConnection>().size(), 1U);
}

TEST(Paths, OfNewConnectionsAreWhatThePersonAllows) {
    Side side(Negotiation::Manners::Impolite);
    side.allow(Paths::RelayOnly);
    side.negotiation.start(side.now, Negotiation::Opening::Offer);
    EXPECT_EQ(side.asked<output::CreateConnection>().at(0).paths, Paths::RelayOnly);
}

TEST(Paths, AreLookedForWithTheNewestServers) {
    Side side(Negotiation::Manners::Impolite);
    side.connect();
    side.give_relay();
    side.transport(input::TransportState::Failed);
    side.pass(0);
    const auto servers = side.asked<output::SetIceServers>();
    ASSERT_EQ(servers.size(), 1U) << "before the restart";
    EXPECT_EQ(servers[0].ice_servers.at(0).urls.at(0), "turn:relay.example");
}

TEST(Paths, AreAnsweredWithTheNewestServers) {
    Side side(Negotiation::Manners::Polite);
    const auto first = side.connect();
    side.give_relay();
    side.hear_offer(1, first.connection.value, 2);
    const auto servers = side.asked<output::SetIceServers>();
    ASSERT_EQ(servers.size(), 1U);
    EXPECT_EQ(servers[0].ice_servers.size(), 1U);
}

TEST(Paths, UseServersThatTheServerRefreshed) {
    World world;
    world.server.offer_relay(600'000);
    Page& ann = world.joined("ann");
    world.joined("bob");
    const auto ends_at = [](const std::vector<protocol::IceServer>& servers) {
        return std::stoll(servers.at(0).username.value());
    };
    ann.put(action::AllowPaths{Paths::RelayOnly});
    world.pass(settle_ms);
    const auto first = ends_at(ann.asked<output::CreateConnection>().back().ice_servers);
    world.pass(400'000);
    ann.put(action::AllowPaths{Paths::All});
    world.pass(10);
    const auto servers = ann.asked<output::SetIceServers>();
    ASSERT_EQ(servers.size(), 1U);
    EXPECT_GT(ends_at(servers[0].ice_servers), first + 200'000);
}

}  // namespace
}  // namespace parley::core
