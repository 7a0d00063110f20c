#include "relay/trial.hpp"

#include <gtest/gtest.h>

#include <array>

#include <string>
#include <vector>

namespace parley::relay {
namespace {

constexpr std::string_view realm = "relay.example";

/// A relay that plays its part of the conversation, as far as it is told to.
class Conversation {
public:
    /// What the relay is asked next.
    Message ask() {
        ++transaction_[0];
        const Bytes request = trial.request(transaction_);
        asked_.assign(request.begin(), request.end());
        return *Message::read(asked_);
    }

    void challenge(std::uint8_t class_number = 4, std::uint8_t number = 1) {
        MessageWriter writer = answer(Kind::Error);
        writer.add(Attribute::ErrorCode, Bytes(std::array<std::uint8_t, 4>{0, 0, class_number, number}));
        writer.add(Attribute::Realm, realm);
        writer.add(Attribute::Nonce, "nonce " + std::to_string(++nonces_));
        trial.receive(writer.bytes());
    }
    void error(std::uint8_t class_number, std::uint8_t number) { challenge(class_number, number); }

    void succeed(std::string_view password = "word") {
        MessageWriter writer = answer(Kind::Success);
        writer.add_integrity(long_term_key("user", realm, password));
        trial.receive(writer.bytes());
    }

    MessageWriter answer(Kind kind) const { return {kind, Message::read(asked_)->method(), transaction_}; }

    Trial trial{{.username = "user", .password = "word"}};

private:
    TransactionId transaction_{};
    std::vector<std::uint8_t> asked_;
    int nonces_ = 0;
};

std::string text_of(const Message& message, Attribute attribute) {
    const Bytes value = message.find(attribute).value_or(Bytes{});
    return {value.begin(), value.end()};
}

TEST(Trial, AsksWithoutCredentialsThenWithThemAndGivesBackWhatItGot) {
    Conversation relay;
    const Message first = relay.ask();
    EXPECT_EQ(first.method(), Method::Allocate);
    EXPECT_FALSE(first.find(Attribute::Username));
    EXPECT_EQ(text_of(first, Attribute::RequestedTransport), std::string("\x11\0\0\0", 4));
    relay.challenge();

    const auto key = long_term_key("user", realm, "word");
    const Message second = relay.ask();
    EXPECT_EQ(second.method(), Method::Allocate);
    EXPECT_EQ(text_of(second, Attribute::Username), "user");
    EXPECT_EQ(text_of(second, Attribute::Nonce), "nonce 1");
    EXPECT_TRUE(second.has_integrity(key));
    EXPECT_EQ(relay.trial.verdict(), Verdict::DoesNotAnswer);
    relay.succeed();
    EXPECT_EQ(relay.trial.verdict(), Verdict::Works);

    const Message third = relay.ask();
    EXPECT_EQ(third.method(), Method::Refresh);
    EXPECT_EQ(text_of(third, Attribute::Lifetime), std::string(4, '\0'));
    EXPECT_TRUE(third.has_integrity(key));
    EXPECT_FALSE(relay.trial.is_over());
    relay.succeed();
    EXPECT_TRUE(relay.trial.is_over());
    EXPECT_EQ(relay.trial.verdict(), Verdict::Works);
}

TEST(Trial, TakesASecondChallengeForARefusal) {
    Conversation relay;
    relay.ask();
    relay.challenge();
    relay.ask();
    relay.challenge();
    EXPECT_TRUE(relay.trial.is_over());
    EXPECT_EQ(relay.trial.verdict(), Verdict::RefusesCredentials);
}

TEST(Trial, TriesAStaleNonceOnceMoreAndNotForEver) {
    Conversation relay;
    relay.ask();
    relay.challenge();
    relay.ask();
    relay.error(4, 38);
    EXPECT_FALSE(relay.trial.is_over());
    EXPECT_EQ(text_of(relay.ask(), Attribute::Nonce), "nonce 2");
    relay.error(4, 38);
    EXPECT_EQ(relay.trial.verdict(), Verdict::Fails);
}

TEST(Trial, TellsTheReasonsOfARelayApart) {
    struct Example {
        std::uint8_t class_number;
        std::uint8_t number;
        Verdict verdict;
    };
    for (const Example& example :
         {Example{4, 41, Verdict::RefusesCredentials}, Example{4, 86, Verdict::HasNoRoom},
          Example{5, 8, Verdict::HasNoRoom}, Example{4, 3, Verdict::Fails}, Example{3, 0, Verdict::Fails}}) {
        Conversation relay;
        relay.ask();
        relay.challenge();
        relay.ask();
        relay.error(example.class_number, example.number);
        EXPECT_TRUE(relay.trial.is_over());
        EXPECT_EQ(relay.trial.verdict(), example.verdict) << int(example.class_number) << ' ' << int(example.number);
    }
}

TEST(Trial, DoesNotBelieveASuccessThatAnybodyCouldHaveMade) {
    Conversation relay;
    relay.ask();
    relay.trial.receive(relay.answer(Kind::Success).bytes());
    EXPECT_EQ(relay.trial.verdict(), Verdict::DoesNotAnswer);
    relay.challenge();
    relay.ask();
    relay.trial.receive(relay.answer(Kind::Success).bytes());
    relay.succeed("another word");
    EXPECT_EQ(relay.trial.verdict(), Verdict::DoesNotAnswer);
}

TEST(Trial, PassesOverWhatIsNoAnswer) {
    Conversation relay;
    relay.ask();
    relay.trial.receive(auth::bytes_of("nonsense"));
    relay.trial.receive(MessageWriter(Kind::Error, Method::Allocate, TransactionId{9}).bytes());
    EXPECT_FALSE(relay.trial.is_over());
    relay.challenge();
    EXPECT_TRUE(relay.ask().find(Attribute::Username));
}

TEST(Trial, EndsWithAChallengeThatLacksItsParts) {
    Conversation relay;
    relay.ask();
    MessageWriter writer = relay.answer(Kind::Error);
    writer.add(Attribute::ErrorCode, Bytes(std::array<std::uint8_t, 4>{0, 0, 4, 1}));
    relay.trial.receive(writer.bytes());
    EXPECT_EQ(relay.trial.verdict(), Verdict::Fails);
}

}  // namespace
}  // namespace parley::relay
