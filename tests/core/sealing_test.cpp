#include "core/sealing.hpp"

#include <gtest/gtest.h>

namespace parley::core {
namespace {

TEST(InOrder, GoesOnInTheOrderInWhichThingsCame) {
    InOrder<int> order;
    order.push(1, SealId{1});
    order.push(2, SealId{2});
    order.push(3);
    EXPECT_FALSE(order.pop());
    order.release(SealId{2});
    EXPECT_FALSE(order.pop()) << "the first is not answered";
    order.release(SealId{1});
    EXPECT_EQ(order.pop(), 1);
    EXPECT_EQ(order.pop(), 2);
    EXPECT_EQ(order.pop(), 3);
    EXPECT_FALSE(order.pop());
}

TEST(InOrder, GoesOnWithoutWhatIsDropped) {
    InOrder<int> order;
    order.push(1, SealId{1});
    order.push(2, SealId{2});
    order.drop(SealId{1});
    EXPECT_EQ(order.find(SealId{1}), nullptr);
    order.release(SealId{2});
    EXPECT_EQ(order.pop(), 2);
}

TEST(InOrder, WaitsForASecondAnswerInItsPlace) {
    InOrder<int> order;
    order.push(1, SealId{1});
    order.push(2);
    order.wait_on(SealId{1}, SealId{7});
    EXPECT_EQ(order.find(SealId{1}), nullptr) << "answered already";
    EXPECT_FALSE(order.pop());
    order.release(SealId{7});
    EXPECT_EQ(order.pop(), 1);
}

TEST(InOrder, KnowsNoneOfWhatWaitsForNothing) {
    InOrder<int> order;
    order.push(1);
    EXPECT_EQ(order.find(SealId{9}), nullptr);
    EXPECT_EQ(order.find(SealId{}), nullptr) << "what waits for nothing has no number";
}

TEST(SealCounters, NeverGiveANumberTwiceUnderOneKey) {
    SealCounters counters;
    const protocol::SealContext everyone{protocol::SealKind::Message, PeerId("ann"), {}, RunId("run")};
    const protocol::SealContext bob{protocol::SealKind::Message, PeerId("ann"), PeerId("bob"), RunId("run")};
    EXPECT_EQ(counters.next(everyone), 1U);
    EXPECT_EQ(counters.next(everyone), 2U);
    EXPECT_EQ(counters.next(bob), 1U) << "each key has its own";
    EXPECT_EQ(counters.next(everyone), 3U);
}

}  // namespace
}  // namespace parley::core
