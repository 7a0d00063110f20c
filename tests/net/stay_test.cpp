#include <gtest/gtest.h>

#include <optional>

#include "protocol/limits.hpp"
#include "tests/net/meeting.hpp"

namespace parley::net {
namespace {

using namespace protocol;

Join resuming(std::uint8_t number, const Joined& joined, Sequence got) {
    auto join = valid_join(number);
    join.resume = Resume{.session = joined.session, .got = got};
    return join;
}

Join granted(std::uint8_t number, const Joined& joined) {
    auto join = valid_join(number);
    join.grant = joined.grant;
    return join;
}

Role role_given(SocketClient& client, const Join& join) {
    client.open();
    client.send(join);
    return client.expect<Joined>().role;
}

class Stay : public Meeting {};

TEST_F(Stay, GoesOnAfterTheConnectionWasCut) {
    const auto ann_joined = enter(ann, 1);
    const auto bob_joined = enter(bob, 2);
    EXPECT_EQ(next<PeerJoined>(ann).s, 1U);
    bob.send(Send{1, ann_joined.peer, "before"});
    EXPECT_EQ(next<Message>(ann).s, 2U);
    ann.cut();
    EXPECT_EQ(next<PeerAway>(bob).peer, ann_joined.peer);
    bob.send(Send{2, ann_joined.peer, "meanwhile"});
    bob.send(Ping{});
    next<Pong>(bob);

    SocketClient again(server.port());
    const auto resumed = enter(again, resuming(1, ann_joined, 1));
    EXPECT_TRUE(resumed.resumed);
    EXPECT_EQ(resumed.session, ann_joined.session);
    const auto repeated = next<Message>(again);
    EXPECT_EQ(repeated.s, 2U);
    EXPECT_EQ(repeated.body, "before");
    const auto missed = next<Message>(again);
    EXPECT_EQ(missed.s, 3U);
    EXPECT_EQ(missed.body, "meanwhile");
    EXPECT_EQ(next<PeerBack>(bob).peer, ann_joined.peer);
    EXPECT_EQ(bob_joined.peers_total, 1U);
}

TEST_F(Stay, TellsWhoResumesWhatTheServerHas) {
    const auto joined = enter(ann, 1);
    for (Sequence n = 1; n <= 3; ++n) ann.send(Send{n, std::nullopt, "body"});
    ann.send(Ping{});
    next<Pong>(ann);
    ann.cut();
    SocketClient again(server.port());
    EXPECT_EQ(enter(again, resuming(1, joined, 0)).got, 3U);
}

TEST_F(Stay, GivesAllThatMayWaitToWhoResumes) {
    const auto ann_joined = enter(ann, 1);
    enter(bob, 2);
    ann.cut();
    next<PeerAway>(bob);
    constexpr Sequence held = 300;
    for (Sequence n = 1; n <= held; ++n) bob.send(Send{n, ann_joined.peer, "held"});
    bob.send(Ping{});
    next<Pong>(bob);
    SocketClient again(server.port());
    ASSERT_TRUE(enter(again, resuming(1, ann_joined, 0)).resumed);
    for (Sequence n = 1; n <= held; ++n) EXPECT_EQ(next<Message>(again).body, "held");
}

TEST_F(Stay, EndsForTheOlderSocketOfTheSamePeer) {
    const auto ann_joined = enter(ann, 1);
    SocketClient newer(server.port());
    EXPECT_TRUE(enter(newer, resuming(1, ann_joined, 0)).resumed);
    expect_refused(ann, ErrorCode::Replaced);
}

TEST_F(Stay, BeginsAnewWithoutResume) {
    const auto first = enter(ann, 1);
    ann.cut();
    SocketClient again(server.port());
    const auto second = enter(again, 1);
    EXPECT_FALSE(second.resumed);
    EXPECT_EQ(second.peer, first.peer);
    EXPECT_NE(second.session, first.session);
}

TEST_F(Stay, BringsWhatWasKeptToWhoComesLater) {
    const auto ann_joined = enter(ann, 1);
    ann.send(Send{1, std::nullopt, "said \"before\"", true});
    ann.send(Ping{});
    next<Pong>(ann);
    bob.open();
    bob.send(valid_join(2));
    EXPECT_EQ(bob.expect<Joined>().kept_total, 1U);
    bob.expect<Peers>();
    const auto kept = bob.expect<Kept>();
    ASSERT_EQ(kept.kept.size(), 1U);
    EXPECT_EQ(kept.kept.front().from, ann_joined.peer);
    EXPECT_EQ(kept.kept.front().body, "said \"before\"");
    EXPECT_GT(kept.kept.front().at_ms, 1'600'000'000'000);
}

TEST_F(Stay, TellsTheSenderThatNobodyIsThere) {
    enter(ann, 1);
    ann.send(Send{1, PeerId("nobody-at-all"), "body"});
    EXPECT_EQ(next<Undelivered>(ann).n, 1U);
}

TEST_F(Stay, OfAHostSurvivesARestartWithTheSameSecret) {
    const auto as_host = enter(ann, 1);
    EXPECT_EQ(as_host.role, Role::Host);
    const auto as_other = enter(bob, 2);
    RunningServer restarted;
    SocketClient early(restarted.port());
    EXPECT_EQ(role_given(early, granted(2, as_other)), Role::Host);
    SocketClient late(restarted.port());
    EXPECT_EQ(role_given(late, granted(1, as_host)), Role::Host);
    EXPECT_EQ(next<RoleChanged>(early).role, Role::Participant);
}

TEST_F(Stay, OfAHostDoesNotSurviveAnotherSecret) {
    const auto as_host = enter(ann, 1);
    auto settings = quick_settings();
    settings.secret = "of another server";
    RunningServer elsewhere(settings);
    SocketClient early(elsewhere.port());
    EXPECT_EQ(role_given(early, valid_join(2)), Role::Host);
    SocketClient late(elsewhere.port());
    EXPECT_EQ(role_given(late, granted(1, as_host)), Role::Participant);
}

}  // namespace
}  // namespace parley::net
