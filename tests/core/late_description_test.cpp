#include <gtest/gtest.h>

#include <string>
#include <variant>

#include "core/bounds.hpp"
#include "tests/core/side.hpp"

// What comes late, twice or out of order, and what is said again for it.

namespace parley::core {
namespace {

using protocol::Candidates;
using protocol::Description;
using protocol::DescriptionType;
using Manners = Negotiation::Manners;

TEST(LateDescription, DropsAnAnswerOfAnotherConnectionOrOffer) {
    Side side(Manners::Polite);
    const Description offer = side.offer();
    Description other = offer;
    other.connection = protocol::ConnectionName("other.1");
    side.hear_answer(other);
    other = offer;
    other.id += 1;
    side.hear_answer(other);
    EXPECT_TRUE(side.asked<output::SetRemoteDescription>().empty());
    side.hear_answer(offer);
    side.hear_answer(offer);
    EXPECT_EQ(side.asked<output::SetRemoteDescription>().size(), 1U) << "and the same answer only once";
}

TEST(LateDescription, DropsAnOfferThatItKnows) {
    Side side(Manners::Polite);
    side.hear_offer(5);
    side.remote_set();
    side.local_set("answer");
    side.forget();
    side.hear_offer(5);
    side.hear_offer(4, "theirs.0");
    EXPECT_TRUE(side.asked<output::SetRemoteDescription>().empty());
    EXPECT_TRUE(side.asked<output::CreateConnection>().empty()) << "a late offer must not replace a later one";
}

TEST(LateDescription, AnswersAgainWhoAsksAgain) {
    Side side(Manners::Polite);
    side.hear_offer(5);
    side.remote_set();
    side.hear_offer(5);
    EXPECT_TRUE(side.said<Description>().empty()) << "the answer is being made";
    side.local_set("answer");
    side.forget();
    side.hear_offer(4);
    EXPECT_TRUE(side.said<Description>().empty()) << "that one was answered by a later one";
    side.hear_offer(5);
    const auto said = side.said<Description>();
    ASSERT_EQ(said.size(), 1U);
    EXPECT_EQ(said[0].type, DescriptionType::Answer);
    EXPECT_EQ(said[0].id, 5U);
}

TEST(LateDescription, AnswersAgainAlthoughItHasOfferedSince) {
    Side side(Manners::Polite);
    const Description offer = side.connect();
    side.hear_offer(1, offer.connection.value, 2);
    side.remote_set();
    side.local_set("answer");
    side.transport(input::TransportState::Failed);
    side.pass(bounds::polite_restart_ms);
    side.local_set("another offer");
    side.forget();
    // The answer got lost, and the impolite side drops offers until it has it.
    side.hear_offer(1, offer.connection.value, 2);
    const auto said = side.said<Description>();
    ASSERT_EQ(said.size(), 2U);
    EXPECT_EQ(said[0].sdp, "answer");
    EXPECT_EQ(said[1].sdp, "another offer");
}

TEST(LateDescription, SaysAgainWhatIsStillAwaitedAndNothingElse) {
    Side side(Manners::Impolite);
    const Description offer = side.offer();
    side.negotiation.on_input(side.now, input::LocalCandidate{side.connection(), {"candidate", "0", 0}});
    side.forget();
    side.negotiation.say_again(side.now);
    auto first = side.negotiation.take_message();
    ASSERT_TRUE(first && std::holds_alternative<Description>(*first));
    EXPECT_EQ(std::get<Description>(*first).id, offer.id);
    EXPECT_EQ(side.said<Candidates>().at(0).list.size(), 1U);
    side.hear_answer(offer);
    side.remote_set();
    side.transport(input::TransportState::Connected);
    side.negotiation.say_again(side.now);
    EXPECT_FALSE(side.negotiation.take_message());
}

TEST(LateDescription, TakesARestartThatOvertookAnAnswerOnceItIsSaidAgain) {
    Side side(Manners::Impolite);
    const std::string name = side.connect().connection.value;
    side.transport(input::TransportState::Failed);
    side.pass(0);
    side.local_set("restart");
    const auto restart = side.said<Description>().at(0);
    // Who restarts beyond this one has answered it.
    side.hear_offer(9, name, 3);
    EXPECT_TRUE(side.asked<output::SetRemoteDescription>().empty());
    side.hear_answer(restart);
    side.remote_set();
    side.forget();
    side.hear_offer(9, name, 3);
    EXPECT_EQ(side.asked<output::SetRemoteDescription>().size(), 1U);
}

TEST(LateDescription, IgnoresAnOfferThatItsSenderGaveUpToAnswer) {
    Side side(Manners::Polite);
    side.connect();
    // The server went away before it had passed the offer on, and brings it when it is back.
    side.hear_offer_of_old(1, 2);
    EXPECT_TRUE(side.asked<output::CloseConnection>().empty());
    EXPECT_TRUE(side.asked<output::SetRemoteDescription>().empty());
    side.hear_offer(2);
    EXPECT_EQ(side.asked<output::SetRemoteDescription>().size(), 1U) << "what is said now counts";
}

TEST(LateDescription, IgnoresTheEndOfAnOperationThatWasOvertaken) {
    Side side(Manners::Polite);
    const Description first = side.connect();
    side.transport(input::TransportState::Failed);
    side.pass(bounds::polite_restart_ms);
    const auto making = side.asked<output::SetLocalDescription>().at(0);
    side.hear_offer(9, first.connection.value, 2);
    side.forget();
    side.negotiation.on_input(side.now, input::LocalDescriptionSet{making.connection, making.operation, "late"});
    EXPECT_TRUE(side.said<Description>().empty());
    side.negotiation.on_input(side.now, input::OperationFailed{making.connection, making.operation, "late"});
    side.pass(bounds::retry_after_failure_ms);
    EXPECT_TRUE(side.asked<output::CloseConnection>().empty());
}

}  // namespace
}  // namespace parley::core
