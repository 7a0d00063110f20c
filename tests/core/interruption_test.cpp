#include <gtest/gtest.h>

#include <optional>
#include <vector>

#include "core/bounds.hpp"
#include "tests/core/line.hpp"
#include "tests/core/side.hpp"
#include "tests/core/world.hpp"

// What is lost when a socket or a page goes at an awkward moment, and what must not be lost with it.

namespace parley::core {
namespace {

// The join that follows when a session is lost after it was told only this much.
std::optional<protocol::Resume> resumed_after(const std::vector<protocol::ServerMessage>& told) {
    Line line;
    line.signalling.on_opened(line.now, line.socket);
    for (const auto& message : told) line.hear(message);
    line.close(close_code::abnormal);
    line.pause();
    line.said.clear();
    line.signalling.on_opened(line.now, line.socket);
    line.drain();
    return line.all<protocol::Join>().at(0).resume;
}

protocol::Joined joined(std::uint32_t kept_total) {
    protocol::Joined joined;
    joined.session = SessionId("first");
    joined.kept_total = kept_total;
    joined.heartbeat_ms = limits::heartbeat_ms;
    return joined;
}

TEST(Interruption, BeforeTheListOfPeopleStartsASessionAnew) {
    EXPECT_FALSE(resumed_after({joined(0)}));
    EXPECT_FALSE(resumed_after({joined(0), protocol::Peers{.peers = {}, .more = true}}));
    EXPECT_TRUE(resumed_after({joined(0), protocol::Peers{}}));
}

TEST(Interruption, BetweenTheListAndWhatWasKeptStartsASessionAnew) {
    EXPECT_FALSE(resumed_after({joined(1), protocol::Peers{}}));
    EXPECT_FALSE(resumed_after({joined(1), protocol::Peers{}, protocol::Kept{.kept = {}, .more = true}}));
    EXPECT_TRUE(resumed_after({joined(1), protocol::Peers{}, protocol::Kept{}}));
}

TEST(Interruption, OfAPathThatIsBackBeforeTheAnswerIsAppliedCostsNoPicture) {
    Side side(Negotiation::Manners::Impolite);
    side.connect();
    side.transport(input::TransportState::Failed);
    side.pass(1);
    side.local_set("restart");
    const auto offer = side.said<protocol::Description>().at(0);
    side.pass(bounds::unresolved_ms - 100);
    side.transport(input::TransportState::Connected);
    side.hear_answer(offer);
    side.pass(200);
    EXPECT_TRUE(side.asked<output::CloseConnection>().empty());
}

TEST(Interruption, OfTheSocketWhileLeavingIsTheEndOfWhatIsSaidOnIt) {
    World world;
    Page& ann = world.joined("ann");
    world.joined("bob");
    ann.seal_ms = [](SealId) { return 500; };
    ann.put(action::Leave{});
    world.server.cut(ann.wire());
    world.pass(settle_ms);
    EXPECT_EQ(ann.sockets_opened(), 1U);
    EXPECT_EQ(ann.screen(), Screen::Left);
}

TEST(Interruption, OfACallByTheNextOneLeavesThePicturesToTheNext) {
    World world;
    Page& ann = world.joined("ann");
    const Page& bob = world.joined("bob");
    world.network.cut("ann", "bob");
    world.pass(world.network.failed_after_ms);
    ann.put(action::Leave{});
    ann.sleep();
    world.pass(settle_ms);
    world.network.mend("ann", "bob");
    ann.wake();
    ann.put(action::Rejoin{});
    world.pass(10'000);
    ASSERT_NE(ann.connection_to("bob"), nullptr);
    EXPECT_TRUE(ann.connection_to("bob")->carries());
    EXPECT_EQ(ann.open_connections(), 1U);
    EXPECT_EQ(bob.open_connections(), 1U);
}

}  // namespace
}  // namespace parley::core
