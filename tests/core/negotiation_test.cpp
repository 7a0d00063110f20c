#include "core/negotiation.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "core/bounds.hpp"
#include "tests/core/side.hpp"

// One side of a pair, with a test for its browser and its peer: what only a hostile order of things brings about.

namespace parley::core {
namespace {

using protocol::Candidates;
using protocol::Description;
using protocol::DescriptionType;
using Opening = Negotiation::Opening;
using Manners = Negotiation::Manners;

TEST(Negotiation, OffersWithTransceiversAndAnswersWithThoseOfTheOffer) {
    Side offering(Manners::Polite);
    offering.offer();
    EXPECT_EQ(offering.asked<output::CreateConnection>().at(0).transceivers,
              output::CreateConnection::Transceivers::Add);
    EXPECT_TRUE(offering.asked<output::AdoptTransceivers>().empty());

    Side answering(Manners::Polite);
    answering.hear_offer(1);
    EXPECT_EQ(answering.asked<output::CreateConnection>().at(0).transceivers,
              output::CreateConnection::Transceivers::Adopt);
    EXPECT_TRUE(answering.asked<output::AdoptTransceivers>().empty());
    answering.remote_set();
    EXPECT_EQ(answering.asked<output::AdoptTransceivers>().size(), 1U);
}

TEST(Negotiation, AnswersWithTheNamesOfTheOffer) {
    Side side(Manners::Impolite);
    side.hear_offer(7, "theirs.3");
    side.remote_set();
    side.local_set("answer");
    const auto said = side.said<Description>();
    ASSERT_EQ(said.size(), 1U);
    EXPECT_EQ(said[0].type, DescriptionType::Answer);
    EXPECT_EQ(said[0].connection.value, "theirs.3");
    EXPECT_EQ(said[0].id, 7U);
}

TEST(Negotiation, IsQuietFromTheMomentThatALivingConnectionIsReplaced) {
    Side side(Manners::Impolite);
    side.connect();
    side.negotiation.set_reach(side.now, Negotiation::Reach::Open);
    EXPECT_FALSE(side.negotiation.quiet_since());
    side.hear_offer(5, "theirs.9");
    side.negotiation.set_reach(side.now, Negotiation::Reach::Open);
    EXPECT_EQ(side.negotiation.quiet_since(), side.now);
}

TEST(Negotiation, KeepsCandidatesUntilThereIsARemoteDescription) {
    Side side(Manners::Polite);
    const Description offer = side.offer();
    side.hear_candidate(offer.connection.value, 1, "first");
    side.hear_answer(offer);
    side.hear_candidate(offer.connection.value, 1, "second");
    EXPECT_TRUE(side.asked<output::AddCandidate>().empty());
    side.remote_set();
    const auto added = side.asked<output::AddCandidate>();
    ASSERT_EQ(added.size(), 2U);
    EXPECT_EQ(added[0].candidate.candidate, "first");
    EXPECT_EQ(added[1].candidate.candidate, "second");
    side.hear_candidate(offer.connection.value, 1, "third");
    EXPECT_EQ(side.asked<output::AddCandidate>().size(), 1U);
}

TEST(Negotiation, DropsCandidatesOfAnotherConnectionOrEpoch) {
    Side side(Manners::Polite);
    const Description first = side.connect();
    side.hear_candidate("other.1", 1);
    side.hear_candidate(first.connection.value, 2);
    side.hear_candidate(first.connection.value, 0);
    EXPECT_TRUE(side.asked<output::AddCandidate>().empty());
    side.hear_candidate(first.connection.value, 1);
    EXPECT_EQ(side.asked<output::AddCandidate>().size(), 1U);
}

TEST(Negotiation, KeepsABoundedNumberOfCandidates) {
    Side side(Manners::Polite);
    const Description offer = side.offer();
    for (int index = 0; index < 1'000; ++index) side.hear_candidate(offer.connection.value, 1);
    side.hear_answer(offer);
    side.remote_set();
    EXPECT_EQ(side.asked<output::AddCandidate>().size(), bounds::candidates_held_max);
}

TEST(Negotiation, TheImpoliteSideLetsItsFirstOfferStand) {
    Side side(Manners::Impolite);
    const Description offer = side.offer();
    side.forget();
    side.hear_offer(1);
    EXPECT_TRUE(side.asked<output::SetRemoteDescription>().empty());
    side.hear_answer(offer);
    EXPECT_EQ(side.asked<output::SetRemoteDescription>().size(), 1U);
}

TEST(Negotiation, TheImpoliteSideLetsItsOfferStandBeforeItIsMade) {
    Side side(Manners::Impolite);
    side.negotiation.start(side.now, Opening::Offer);
    side.hear_offer(1);
    EXPECT_TRUE(side.asked<output::SetRemoteDescription>().empty());
}

TEST(Negotiation, ThePoliteSideDropsItsFirstOfferWithItsConnection) {
    Side side(Manners::Polite);
    side.offer();
    const ConnectionId own = side.connection();
    side.forget();
    side.hear_offer(1);
    ASSERT_EQ(side.asked<output::CloseConnection>().size(), 1U);
    EXPECT_NE(side.connection(), own);
    EXPECT_EQ(side.asked<output::SetRemoteDescription>().size(), 1U);
    side.negotiation.on_input(side.now, input::LocalCandidate{own, {"late", "0", 0}});
    EXPECT_TRUE(side.said<Candidates>().empty());
}

TEST(Negotiation, ThePoliteSideGivesWayInARestart) {
    Side side(Manners::Polite);
    const Description first = side.connect();
    side.transport(input::TransportState::Failed);
    side.pass(bounds::polite_restart_ms);
    ASSERT_EQ(side.asked<output::SetLocalDescription>().size(), 1U);
    side.hear_offer(9, first.connection.value, 2);
    EXPECT_TRUE(side.asked<output::CloseConnection>().empty()) << "the browser rolls its offer back";
    side.remote_set();
    side.local_set("answer");
    EXPECT_EQ(side.said<Description>().at(0).type, DescriptionType::Answer);
}

TEST(Negotiation, ThePoliteSideThatOnlyEverAnsweredOffersANewConnectionRatherThanRollBack) {
    Side side(Manners::Polite);
    side.be_connected("theirs.1");
    side.transport(input::TransportState::Failed);
    side.pass(bounds::polite_restart_ms);
    side.local_set("restart");
    side.forget();
    side.hear_offer(9, "theirs.1", 2);
    EXPECT_TRUE(side.asked<output::SetRemoteDescription>().empty());
    EXPECT_EQ(side.asked<output::CloseConnection>().size(), 1U);
    side.local_set("offer");
    const Description offer = side.said<Description>().at(0);
    EXPECT_EQ(offer.epoch, 1U);
    EXPECT_NE(offer.connection.value, "theirs.1");
}

TEST(Negotiation, ThePoliteSideRollsBackWhereTheChannelIsAllThereIs) {
    Side side(Manners::Polite);
    side.be_connected("theirs.1");
    side.negotiation.set_reach(side.now, Negotiation::Reach::ThroughChannel);
    side.transport(input::TransportState::Failed);
    side.pass(bounds::polite_restart_ms);
    side.local_set("restart");
    side.forget();
    side.hear_offer(9, "theirs.1", 2);
    EXPECT_TRUE(side.asked<output::CloseConnection>().empty());
    EXPECT_EQ(side.asked<output::SetRemoteDescription>().size(), 1U);
}

TEST(Negotiation, TheImpoliteSideLetsItsRestartStand) {
    Side side(Manners::Impolite);
    const Description first = side.connect();
    side.transport(input::TransportState::Failed);
    side.pass(0);
    side.local_set("restart");
    side.forget();
    side.hear_offer(9, first.connection.value, 2);
    EXPECT_TRUE(side.asked<output::SetRemoteDescription>().empty());
}

TEST(Negotiation, TheImpoliteSideTakesANewConnectionForTheOneThatItRestarts) {
    Side side(Manners::Impolite);
    side.connect();
    side.transport(input::TransportState::Failed);
    side.pass(0);
    side.local_set("restart");
    side.forget();
    side.hear_offer(9, "theirs.2");
    EXPECT_EQ(side.asked<output::CloseConnection>().size(), 1U);
    EXPECT_EQ(side.asked<output::SetRemoteDescription>().size(), 1U);
}

TEST(Negotiation, DoesNotAnswerARestartOfWhatItHasGivenUp) {
    Side side(Manners::Polite);
    side.offer();
    side.forget();
    side.hear_offer(9, "theirs.1", 2);
    EXPECT_TRUE(side.asked<output::CreateConnection>().empty());
    EXPECT_TRUE(side.asked<output::SetRemoteDescription>().empty());
}

TEST(Negotiation, TakesANewOfferWhileABrokenConnectionWaits) {
    Side side(Manners::Impolite);
    side.offer();
    side.fail();
    side.fail();
    side.forget();
    side.hear_offer(3);
    EXPECT_EQ(side.asked<output::SetRemoteDescription>().size(), 1U);
}

TEST(Negotiation, RestartsWithARisingEpochAndOfferNumber) {
    Side side(Manners::Impolite);
    const Description first = side.connect();
    side.transport(input::TransportState::Failed);
    side.pass(0);
    EXPECT_EQ(side.asked<output::RestartIce>().size(), 1U);
    side.local_set("restart");
    const auto restart = side.said<Description>();
    ASSERT_EQ(restart.size(), 1U);
    EXPECT_EQ(restart[0].connection, first.connection);
    EXPECT_EQ(restart[0].epoch, first.epoch + 1);
    EXPECT_GT(restart[0].id, first.id);
}

TEST(Negotiation, KeepsAPathThatCameBackWhenNoAnswerComes) {
    Side side(Manners::Impolite);
    side.connect();
    side.transport(input::TransportState::Failed);
    side.pass(0);
    side.local_set("restart");
    side.transport(input::TransportState::Connected);
    side.forget();
    side.pass(bounds::unresolved_ms);
    EXPECT_TRUE(side.asked<output::CloseConnection>().empty());
    EXPECT_EQ(side.said<Description>().size(), 1U) << "it asks again";
}

TEST(Negotiation, GivesAConnectionUpThatOnlyEverRestarts) {
    Side side(Manners::Impolite);
    side.connect();
    for (int second = 0; second < 16; second += 2) {
        side.transport(input::TransportState::Failed);
        side.pass(0);
        side.local_set("restart");
        for (const auto& restart : side.said<Description>()) side.hear_answer(restart);
        side.remote_set();
        side.transport(input::TransportState::Connecting);
        side.pass(2'000);
    }
    EXPECT_EQ(side.asked<output::CloseConnection>().size(), 1U);
}

TEST(Negotiation, StandsStillWhileThePeerCannotBeReached) {
    Side side(Manners::Impolite);
    side.offer();
    side.pass(10'000);
    side.negotiation.set_reach(side.now, Negotiation::Reach::Cut);
    EXPECT_FALSE(side.negotiation.deadline());
    side.pass(3'600'000);
    side.negotiation.tick(side.now);
    side.negotiation.set_reach(side.now, Negotiation::Reach::Open);
    EXPECT_EQ(side.negotiation.deadline(), side.now + 5'000);
    side.pass(4'999);
    EXPECT_TRUE(side.asked<output::CloseConnection>().empty());
    side.pass(1);
    EXPECT_EQ(side.asked<output::CloseConnection>().size(), 1U);
}

TEST(Negotiation, SendsTheFirstCandidateAtOnceAndTheOthersTogether) {
    Side side(Manners::Polite);
    side.negotiation.start(side.now, Opening::Offer);
    side.negotiation.on_input(side.now, input::LocalCandidate{side.connection(), {"early", "0", 0}});
    EXPECT_FALSE(side.negotiation.take_message()) << "not before the offer";
    side.local_set("offer");
    EXPECT_TRUE(std::holds_alternative<Description>(*side.negotiation.take_message()));
    EXPECT_EQ(side.said<Candidates>().at(0).list.size(), 1U);
    for (const char* text : {"second", "third"}) {
        side.negotiation.on_input(side.now, input::LocalCandidate{side.connection(), {text, "0", 0}});
    }
    EXPECT_TRUE(side.said<Candidates>().empty());
    side.pass(bounds::candidate_batch_ms);
    const auto batch = side.said<Candidates>();
    ASSERT_EQ(batch.size(), 1U);
    EXPECT_EQ(batch[0].list.size(), 2U);
    EXPECT_FALSE(batch[0].end);
    side.negotiation.on_input(side.now, input::LocalCandidatesEnded{side.connection()});
    ASSERT_TRUE(side.said<Candidates>().at(0).end);
    side.pass(1'000);
    EXPECT_TRUE(side.said<Candidates>().empty());
}

TEST(Negotiation, GivesAPeerWithAnotherRunANewConnection) {
    Side side(Manners::Impolite);
    side.connect();
    side.negotiation.restart_with(side.now, RunId("next-run"), Opening::Await);
    EXPECT_EQ(side.asked<output::CloseConnection>().size(), 1U);
    EXPECT_EQ(side.negotiation.state(), PairState::Reconnecting);
    side.hear_offer(1);
    EXPECT_EQ(side.asked<output::SetRemoteDescription>().size(), 1U) << "a new run counts its offers anew";
}

TEST(Negotiation, ClosesWithoutATimer) {
    Side side(Manners::Impolite);
    side.offer();
    side.negotiation.close();
    EXPECT_EQ(side.asked<output::CloseConnection>().size(), 1U);
    EXPECT_FALSE(side.negotiation.deadline());
    EXPECT_FALSE(side.negotiation.take_message());
}

}  // namespace
}  // namespace parley::core
