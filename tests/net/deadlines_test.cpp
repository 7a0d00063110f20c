#include "net/deadlines.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace parley::net {
namespace {

using std::chrono::milliseconds;

class DeadlinesTest : public testing::Test {
protected:
    Deadlines deadlines{milliseconds(10)};
    int over = 0;
    Deadline deadline{deadlines, [this] { ++over; }};
};

TEST_F(DeadlinesTest, AreNeverEarlyAndAtMostTwoLooksLate) {
    deadlines.look(1'000);
    deadline.set(milliseconds(50));
    deadlines.look(1'059);
    EXPECT_EQ(over, 0);
    deadlines.look(1'060);
    EXPECT_EQ(over, 1);
}

TEST_F(DeadlinesTest, AreOverOnceForEachTimeTheyAreSet) {
    deadline.set(milliseconds(50));
    deadlines.look(100);
    deadlines.look(200);
    EXPECT_EQ(over, 1);
    deadline.set(milliseconds(50));
    deadlines.look(300);
    EXPECT_EQ(over, 2);
}

TEST_F(DeadlinesTest, ReplaceWhatWasSetBefore) {
    deadline.set(milliseconds(50));
    deadlines.look(40);
    deadline.set(milliseconds(50));
    deadlines.look(80);
    EXPECT_EQ(over, 0);
}

TEST_F(DeadlinesTest, AreNotOverOnceTheyWereCleared) {
    deadline.set(milliseconds(50));
    deadline.clear();
    deadlines.look(1'000);
    EXPECT_EQ(over, 0);
}

TEST_F(DeadlinesTest, LetOneDestroyAnotherThatIsOverToo) {
    std::unique_ptr<Deadline> second;
    Deadline first(deadlines, [&] { second.reset(); });
    second = std::make_unique<Deadline>(deadlines, [&] { FAIL(); });
    first.set(milliseconds(50));
    second->set(milliseconds(50));
    deadlines.look(1'000);
    EXPECT_EQ(second, nullptr);
}

TEST_F(DeadlinesTest, LetOneSetItselfAnew) {
    Deadline again(deadlines, [&] {
        ++over;
        again.set(milliseconds(50));
    });
    again.set(milliseconds(50));
    deadlines.look(100);
    EXPECT_EQ(over, 1);
    deadlines.look(200);
    EXPECT_EQ(over, 2);
}

}  // namespace
}  // namespace parley::net
