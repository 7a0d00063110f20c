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
    EXPECT_TRUE(order.answer(SealId{2}, "two"));
    EXPECT_FALSE(order.pop()) << "the first is not answered";
    EXPECT_TRUE(order.answer(SealId{1}, "one"));
    EXPECT_EQ(order.pop()->text, "one");
    EXPECT_EQ(order.pop()->text, "two");
    EXPECT_EQ(order.pop()->item, 3);
    EXPECT_FALSE(order.pop());
}

TEST(InOrder, TellsWhatCouldNotBeDoneFromWhatIsEmpty) {
    InOrder<int> order;
    order.push(1, SealId{1});
    order.push(2, SealId{2});
    order.answer(SealId{1}, std::nullopt);
    order.answer(SealId{2}, "");
    EXPECT_EQ(order.pop()->answer, InOrder<int>::Answer::Failed);
    EXPECT_EQ(order.pop()->answer, InOrder<int>::Answer::Ready);
}

TEST(InOrder, RefusesAnAnswerToNoneOfItsQuestions) {
    InOrder<int> order;
    order.push(1);
    EXPECT_FALSE(order.answer(SealId{9}, "nine"));
    EXPECT_FALSE(order.answer(SealId{}, "none")) << "what waits for nothing has no number";
    EXPECT_EQ(order.pop()->answer, InOrder<int>::Answer::None);
}

}  // namespace
}  // namespace parley::core
