#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/core/seen.hpp"
#include "tests/core/side.hpp"
#include "tests/core/world.hpp"

// What people can do while the server is away: everything that goes over the data channels of those who are connected.

namespace parley::core {
namespace {

struct Cut {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");

    Cut() {
        world.pass(1'000);
        world.lose_server();
    }
    void end() {
        world.server.answer = Server::Answer::Accepts;
        world.pass(60'000);
    }
};

TEST(PastServer, PresenceGoesToWhoIsConnectedAndIsNotTakenBack) {
    Cut cut;
    cut.ann.put(action::ToggleMicrophone{});
    cut.ann.put(action::ToggleCamera{});
    cut.ann.put(action::ChangeName{"Anna"});
    cut.world.pass(2'000);
    const auto expect_shown = [&] {
        EXPECT_FALSE(cut.bob.sees("ann")->microphone_on);
        EXPECT_FALSE(cut.bob.sees("ann")->camera_on);
        EXPECT_EQ(cut.bob.sees("ann")->name, "Anna");
    };
    expect_shown();
    cut.end();
    EXPECT_EQ(cut.bob.client.view().server, ServerLink::Online);
    expect_shown();
}

TEST(PastServer, PresenceThatDiedWithTheServerIsSaidOnceTheLossIsKnown) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    world.pass(1'000);
    world.server.answer = Server::Answer::Refuses;
    world.server.die({5'000, 5'000}, 1);
    ann.put(action::ToggleMicrophone{});
    world.pass(4'000);
    EXPECT_TRUE(bob.sees("ann")->microphone_on) << "nobody has noticed yet";
    world.pass(2'000);
    EXPECT_FALSE(bob.sees("ann")->microphone_on);
}

TEST(PastServer, PresenceGoesToWhoAloneLostTheServer) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    world.pass(1'000);
    // The server believes for a long time that it reaches bob.
    world.server.answer = Server::Answer::Refuses;
    world.server.lose(bob.wire(), {.client_ms = 0, .server_ms = std::nullopt});
    world.pass(1'000);
    ann.put(action::ToggleMicrophone{});
    ann.put(action::SendChat{"are you there?"});
    world.pass(1'000);
    EXPECT_EQ(ann.client.view().server, ServerLink::Online);
    EXPECT_FALSE(bob.sees("ann")->microphone_on);
    EXPECT_EQ(read_by(bob), std::vector<std::string>{"are you there?"});
}

TEST(PastServer, WhoHearsThatAnotherLostTheServerLooksWhetherItsOwnIsThere) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    world.pass(1'000);
    world.server.answer = Server::Answer::Refuses;
    ann.wire().silent = true;
    world.server.cut(bob.wire());
    world.pass(7'000);
    EXPECT_EQ(ann.client.view().server, ServerLink::Reconnecting);
}

TEST(PastServer, ChatArrivesAtOnceAndStandsThereOnce) {
    Cut cut;
    cut.ann.put(action::SendChat{"one"});
    cut.ann.put(action::SendChat{"two"});
    cut.world.pass(1'000);
    EXPECT_EQ(read_by(cut.bob), (std::vector<std::string>{"one", "two"}));
    cut.end();
    EXPECT_EQ(read_by(cut.bob), (std::vector<std::string>{"one", "two"}));
}

TEST(PastServer, WhoHearsThatAnotherLostTheServerAsksWhatItMissed) {
    Cut cut;
    cut.bob.forget();
    cut.ann.put(action::ToggleMicrophone{});
    cut.world.pass(2'000);
    EXPECT_EQ(cut.bob.asked<output::SendOnChannel>().size(), 1U);
}

TEST(PastServer, IceRestartsOverTheChannel) {
    Cut cut;
    const int offers = cut.ann.connection().offers + cut.bob.connection().offers;
    cut.ann.put(action::AllowPaths{output::CreateConnection::Paths::RelayOnly});
    cut.ann.put(action::AllowPaths{output::CreateConnection::Paths::All});
    cut.world.pass(2'000);
    EXPECT_EQ(cut.ann.connection().offers + cut.bob.connection().offers, offers + 1);
    EXPECT_EQ(cut.ann.connection().signalling(), FakeConnection::Signalling::Stable);
    EXPECT_EQ(cut.bob.connection().signalling(), FakeConnection::Signalling::Stable);
}

TEST(PastServer, WhatDiedWithTheChannelIsSaidAgainThroughTheServer) {
    Cut cut;
    // The path is gone and neither end has noticed: the offer never leaves.
    cut.world.network.noticed = {6'000, 6'000};
    cut.world.network.cut("ann", "bob");
    cut.ann.put(action::AllowPaths{output::CreateConnection::Paths::RelayOnly});
    cut.ann.put(action::AllowPaths{output::CreateConnection::Paths::All});
    cut.world.pass(1'000);
    EXPECT_NE(cut.ann.connection().signalling(), FakeConnection::Signalling::Stable);
    cut.world.server.answer = Server::Answer::Accepts;
    cut.world.pass(8'000);
    EXPECT_EQ(cut.ann.client.view().server, ServerLink::Online);
    EXPECT_EQ(cut.ann.connection().signalling(), FakeConnection::Signalling::Stable);
    EXPECT_EQ(cut.ann.connections().size(), 1U);
}

TEST(PastServer, NobodyIsBroughtInByAPresenceThatComesLate) {
    Cut cut;
    cut.ann.put(action::ToggleMicrophone{});
    cut.bob.seal_ms = [](SealId) { return 1'500; };
    cut.world.pass(100);
    cut.ann.put(action::Leave{});
    cut.world.pass(10'000);
    EXPECT_EQ(cut.bob.sees("ann"), nullptr);
}

TEST(PastServer, TheLastWayIsNotGivenUpForAnotherThatNobodyWouldHearOf) {
    Side side(Negotiation::Manners::Impolite);
    const auto first = side.connect();
    side.negotiation.set_reach(side.now, Negotiation::Reach::ThroughChannel);
    side.hear_offer(1, first.connection.value, 2);
    side.fail();
    side.pass(60'000);
    EXPECT_TRUE(side.asked<output::CloseConnection>().empty());
    side.negotiation.set_reach(side.now, Negotiation::Reach::Open);
    side.pass(60'000);
    EXPECT_FALSE(side.asked<output::CloseConnection>().empty());
}

}  // namespace
}  // namespace parley::core
