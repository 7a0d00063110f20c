#include <gtest/gtest.h>

#include "tests/hub/world.hpp"

namespace parley::hub {
namespace {

using namespace protocol;

class HubRelay : public testing::Test {
protected:
    HubRelay() { hush(); }

    void hush() {
        for (const auto connection : {ann, bob, cleo}) world.told(connection);
    }

    World world;
    ConnectionId ann = world.join("ann");
    ConnectionId bob = world.join("bob");
    ConnectionId cleo = world.join("cleo");
};

TEST_F(HubRelay, CarriesAMessageToOne) {
    world.say(ann, Send{1, PeerId("bob"), "sealed"});
    const auto message = world.only<Message>(bob);
    EXPECT_EQ(message.from, PeerId("ann"));
    EXPECT_EQ(message.body, "sealed");
    EXPECT_FALSE(message.all);
    EXPECT_TRUE(world.told(cleo).empty());
    EXPECT_TRUE(world.told(ann).empty());
}

TEST_F(HubRelay, CarriesAMessageToEveryoneElse) {
    world.say(ann, Send{1, std::nullopt, "sealed"});
    EXPECT_TRUE(world.only<Message>(bob).all);
    EXPECT_EQ(world.only<Message>(cleo).body, "sealed");
    EXPECT_TRUE(world.told(ann).empty());
}

TEST_F(HubRelay, NumbersEachReceiverApart) {
    world.say(ann, Send{1, PeerId("bob"), "x"});
    const Sequence before = world.only<Message>(bob).s;
    world.say(ann, Send{2, std::nullopt, "y"});
    EXPECT_EQ(world.only<Message>(bob).s, before + 1);
    // Bob also saw Cleo come, Cleo saw nobody.
    EXPECT_EQ(world.only<Message>(cleo).s, 1U);
}

TEST_F(HubRelay, CarriesAMessageToOneself) {
    world.say(ann, Send{1, PeerId("ann"), "x"});
    EXPECT_EQ(world.only<Message>(ann).from, PeerId("ann"));
}

TEST_F(HubRelay, SaysWhenThereIsNobodyOfThatId) {
    world.say(ann, Send{1, PeerId("nobody"), "x"});
    const auto undelivered = world.only<Undelivered>(ann);
    EXPECT_EQ(undelivered.n, 1U);
    EXPECT_EQ(undelivered.to, PeerId("nobody"));
}

TEST_F(HubRelay, DoesNotReachIntoAnotherRoom) {
    const auto dora = world.join("dora", "elsewhere");
    world.told(dora);
    world.say(ann, Send{1, PeerId("dora"), "x"});
    EXPECT_EQ(world.only<Undelivered>(ann).to, PeerId("dora"));
    EXPECT_TRUE(world.told(dora).empty());
}

TEST_F(HubRelay, ShowsANewPresenceToTheOthersAndToWhoComesLater) {
    world.say(ann, SetPresence{1, "new"});
    EXPECT_EQ(world.only<PresenceChanged>(bob).presence, "new");
    EXPECT_EQ(world.only<PresenceChanged>(cleo).peer, PeerId("ann"));
    EXPECT_TRUE(world.told(ann).empty());
    const auto told = world.told(world.join("dora"));
    EXPECT_EQ(std::get<Peers>(told[1]).peers[0].presence, "new");
}

TEST_F(HubRelay, AnswersAPing) {
    world.say(ann, Ping{});
    world.only<Pong>(ann);
}

TEST_F(HubRelay, AcknowledgesAtOnceAfterSixteenMessages) {
    for (Sequence n = 1; n <= 15; ++n) world.say(ann, Send{n, PeerId("bob"), "x"});
    EXPECT_TRUE(world.told(ann).empty());
    world.say(ann, Send{16, PeerId("bob"), "x"});
    EXPECT_EQ(world.only<Ack>(ann).got, 16U);
    world.pass(5'000);
    EXPECT_TRUE(world.told(ann).empty());
}

TEST_F(HubRelay, AcknowledgesAfterASecondWhenThereAreFewer) {
    world.say(ann, Send{1, PeerId("bob"), "x"});
    world.pass(500);
    world.say(ann, Send{2, PeerId("bob"), "x"});
    world.pass(499);
    EXPECT_TRUE(world.told(ann).empty());
    world.pass(1);
    EXPECT_EQ(world.only<Ack>(ann).got, 2U);
    EXPECT_EQ(world.hub.deadline(), std::nullopt);
}

TEST_F(HubRelay, RefusesANumberThatLeavesAGapOrComesAgain) {
    world.say(ann, Send{2, PeerId("bob"), "x"});
    world.expect_refused(ann, ErrorCode::BadMessage);
    world.say(bob, Send{1, PeerId("cleo"), "x"});
    world.say(bob, Send{1, PeerId("cleo"), "x"});
    world.expect_refused(bob, ErrorCode::BadMessage);
}

TEST_F(HubRelay, RefusesAnAcknowledgementOfWhatWasNeverSent) {
    world.say(cleo, Ack{1});
    world.expect_refused(cleo, ErrorCode::BadMessage);
}

TEST_F(HubRelay, TakesAnAcknowledgementTwice) {
    world.say(ann, Ack{2});
    world.say(ann, Ack{1});
    EXPECT_TRUE(world.told(ann).empty());
    EXPECT_EQ(world.closed_with(ann), std::nullopt);
}

TEST_F(HubRelay, GivesUpOnWhoAcknowledgesNothing) {
    for (Sequence n = 1; n < limits::outbox_messages_max; ++n) {
        world.say(ann, Send{n, PeerId("cleo"), "x"});
        world.pass(20);
    }
    EXPECT_EQ(world.closed_with(cleo), std::nullopt);
    hush();
    world.say(ann, Send{limits::outbox_messages_max, PeerId("cleo"), "x"});
    world.expect_refused(cleo, ErrorCode::SlowConsumer);
    EXPECT_EQ(world.only<PeerAway>(bob).peer, PeerId("cleo"));
}

TEST_F(HubRelay, GivesUpOnWhoAcknowledgesNothingOfAMegabyte) {
    const std::string body(60'000, 'x');
    for (Sequence n = 1; n <= 16; ++n) world.say(ann, Send{n, PeerId("cleo"), body});
    EXPECT_EQ(world.closed_with(cleo), std::nullopt);
    world.say(ann, Send{17, PeerId("cleo"), body});
    world.expect_refused(cleo, ErrorCode::SlowConsumer);
}

TEST_F(HubRelay, TakesAnyAmountFromWhoIsHeard) {
    for (Sequence n = 1; n <= 5 * limits::outbox_messages_max; ++n) {
        world.say(ann, Send{n, PeerId("cleo"), std::string(1'000, 'x')});
        if (n % 64 == 0) world.say(cleo, Ack{n});
        world.pass(20);
    }
    EXPECT_EQ(world.closed_with(cleo), std::nullopt);
}

TEST_F(HubRelay, WritesOnceWhatSeveralReceive) {
    world.say(ann, Send{1, std::nullopt, "sealed"});
    EXPECT_EQ(world.last_frame(bob).text, world.last_frame(cleo).text);
    EXPECT_NE(world.last_frame(bob).s, world.last_frame(cleo).s);
}

TEST_F(HubRelay, PassesABodyOnAsItWasSpelled) {
    world.put(ann, input::Relay{.n = 1, .to = PeerId("bob"), .body = R"("\u0041\/\n")"});
    EXPECT_EQ(world.last_frame(bob).str(), R"({"type":"message","from":"ann","body":"\u0041\/\n","s":2})");
}

TEST_F(HubRelay, AcknowledgesWhatComesLateWithinASecondOfIt) {
    for (Sequence n = 1; n <= 16; ++n) world.say(ann, Send{n, PeerId("bob"), "x"});
    hush();
    world.pass(900);
    world.say(ann, Send{17, PeerId("bob"), "x"});
    world.pass(999);
    EXPECT_TRUE(world.told(ann).empty());
    world.pass(1);
    EXPECT_EQ(world.only<Ack>(ann).got, 17U);
}

TEST_F(HubRelay, ClosesWhoSendsTooManyMessages) {
    const auto burst = Settings{}.frames.burst;
    for (std::int64_t count = 0; count < burst; ++count) world.say(ann, Ping{});
    EXPECT_EQ(world.closed_with(ann), std::nullopt);
    world.say(ann, Ping{});
    world.expect_refused(ann, ErrorCode::RateLimited);
    EXPECT_EQ(world.only<PeerAway>(bob).peer, PeerId("ann"));
}

TEST_F(HubRelay, ClosesWhoSendsTooManyBytes) {
    const std::string body(64'000, 'x');
    Sequence n = 0;
    while (!world.closed_with(ann) && n < 100) {
        world.say(ann, Send{++n, PeerId("bob"), body});
        world.say(bob, Ack{n});
    }
    EXPECT_EQ(n, 4U * 1024 * 1024 / (64'000 + 2) + 1);
    world.expect_refused(ann, ErrorCode::RateLimited);
}

TEST_F(HubRelay, ClosesWhoChangesPresenceTooOften) {
    Sequence n = 0;
    while (!world.closed_with(ann) && n < 100) world.say(ann, SetPresence{++n, "p"});
    EXPECT_EQ(n, 11U);
    const auto told = world.told(ann);
    EXPECT_EQ(std::get<Error>(told.back()).code, ErrorCode::RateLimited);
    EXPECT_EQ(std::get<Error>(told.back()).retry_after_ms, 500);
}

TEST_F(HubRelay, AllowsTwoChangesOfPresenceASecondForEver) {
    for (Sequence n = 1; n <= 100; ++n) {
        world.say(ann, SetPresence{n, "p"});
        world.pass(limits::presence_min_gap_ms);
        world.say(bob, Ack{n});
        world.say(cleo, Ack{n});
    }
    EXPECT_EQ(world.closed_with(ann), std::nullopt);
}

}  // namespace
}  // namespace parley::hub
