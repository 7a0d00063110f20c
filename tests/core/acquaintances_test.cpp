#include "core/acquaintances.hpp"

#include <gtest/gtest.h>

#include <string>

namespace parley::core {
namespace {

const PeerId ann("ann");
const RunId first("first");
const RunId second("second");

TEST(Acquaintances, TakeAPresenceAtLeastAsLateAsTheLastOne) {
    Acquaintances known;
    EXPECT_TRUE(known.accept_presence(ann, first, 3));
    EXPECT_TRUE(known.accept_presence(ann, first, 3)) << "a new session repeats it";
    EXPECT_FALSE(known.accept_presence(ann, first, 2));
    EXPECT_TRUE(known.accept_presence(ann, first, 4));
}

TEST(Acquaintances, NeverGoBackToARunThatWasLeft) {
    Acquaintances known;
    EXPECT_TRUE(known.accept_presence(ann, first, 9));
    EXPECT_TRUE(known.accept_presence(ann, second, 1));
    EXPECT_FALSE(known.accept_presence(ann, first, 10));
    EXPECT_TRUE(known.is_current(ann, second));
}

TEST(Acquaintances, TakeEachMessageOfTheCurrentRunOnce) {
    Acquaintances known;
    EXPECT_FALSE(known.accept_message(ann, first, 1)) << "a stranger's";
    known.accept_presence(ann, first, 1);
    EXPECT_TRUE(known.accept_message(ann, first, 1));
    EXPECT_FALSE(known.accept_message(ann, first, 1));
    EXPECT_TRUE(known.accept_message(ann, first, 3));
    EXPECT_TRUE(known.accept_message(ann, first, 2));
    EXPECT_FALSE(known.accept_message(ann, first, 3));
    known.accept_presence(ann, second, 1);
    EXPECT_FALSE(known.accept_message(ann, first, 4)) << "the run was left";
    EXPECT_TRUE(known.accept_message(ann, second, 1)) << "the new run counts anew";
}

TEST(Acquaintances, TakeAGoodbyeOnlyForTheStayThatItEnds) {
    Acquaintances known;
    known.accept_presence(ann, first, 3);
    EXPECT_FALSE(known.accept_goodbye(ann, second, 3)) << "another run's";
    EXPECT_FALSE(known.accept_goodbye(ann, first, 2)) << "they are back already";
    EXPECT_TRUE(known.accept_goodbye(ann, first, 3));
    EXPECT_FALSE(known.accept_presence(ann, first, 3)) << "it was shown before they went";
    EXPECT_TRUE(known.accept_presence(ann, first, 4));
    EXPECT_TRUE(known.accept_goodbye(ann, first, 9)) << "the last presence may have got lost";
    EXPECT_FALSE(known.accept_presence(ann, first, 9));
    EXPECT_TRUE(known.accept_presence(ann, second, 1)) << "a new run begins anew";
}

TEST(Acquaintances, BelieveOnlyTheIdentityThatWasProved) {
    Acquaintances known;
    const protocol::Identity identity{"key", "hash", "certificate", "signature"};
    protocol::Identity other = identity;
    other.certificate_fingerprint = "another";
    EXPECT_FALSE(known.is_proved(ann, first, identity));
    known.prove(ann, first, identity);
    EXPECT_TRUE(known.is_proved(ann, first, identity));
    EXPECT_FALSE(known.is_proved(ann, first, other));
    EXPECT_FALSE(known.is_proved(ann, second, identity));
    EXPECT_FALSE(known.is_proved(PeerId("bob"), first, identity));
}

TEST(Acquaintances, ForgetWhoWasMetLongestAgo) {
    Acquaintances known;
    known.accept_presence(ann, first, 5);
    for (std::size_t index = 1; index < bounds::acquaintances_max; ++index) {
        known.accept_presence(PeerId("peer" + std::to_string(index)), first, 1);
    }
    EXPECT_TRUE(known.is_current(ann, first));
    known.accept_presence(PeerId("one more"), first, 1);
    EXPECT_FALSE(known.is_current(ann, first));
}

TEST(SeenCounters, RefuseWhatLiesBeforeAGapThatIsTooLong) {
    SeenCounters seen(4);
    EXPECT_TRUE(seen.take(1));
    for (std::uint64_t counter = 10; counter < 14; ++counter) EXPECT_TRUE(seen.take(counter));
    EXPECT_TRUE(seen.take(2)) << "four are remembered beyond the gap";
    EXPECT_TRUE(seen.take(14));
    EXPECT_FALSE(seen.take(3)) << "a fifth gave the gap up";
    EXPECT_TRUE(seen.take(15));
    EXPECT_FALSE(seen.take(15));
}

}  // namespace
}  // namespace parley::core
