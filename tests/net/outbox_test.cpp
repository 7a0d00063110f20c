#include "net/outbox.hpp"

#include <gtest/gtest.h>

namespace parley::net {
namespace {

TEST(OutboxTest, GivesBackInOrder) {
    Outbox outbox;
    outbox.push("one");
    outbox.push("two");
    EXPECT_EQ(outbox.front(), "one");
    outbox.pop();
    EXPECT_EQ(outbox.front(), "two");
    outbox.pop();
    EXPECT_TRUE(outbox.empty());
}

TEST(OutboxTest, HoldsOnlySoManyFrames) {
    Outbox outbox;
    for (std::size_t count = 0; count < Outbox::messages_max; ++count) EXPECT_TRUE(outbox.push("x"));
    EXPECT_FALSE(outbox.push("x"));
    outbox.pop();
    EXPECT_TRUE(outbox.push("x"));
}

TEST(OutboxTest, HoldsOnlySoManyBytes) {
    Outbox outbox;
    EXPECT_TRUE(outbox.push(std::string(Outbox::bytes_max - 1, 'x')));
    EXPECT_FALSE(outbox.push("xx"));
    EXPECT_TRUE(outbox.push("x"));
}

TEST(OutboxTest, CanKeepOnlyWhatMayBeOnItsWay) {
    Outbox outbox;
    for (const char* const frame : {"one", "two", "three"}) outbox.push(frame);
    outbox.keep_only_first();
    EXPECT_EQ(outbox.front(), "one");
    outbox.pop();
    EXPECT_TRUE(outbox.empty());
    outbox.keep_only_first();
    EXPECT_TRUE(outbox.push(std::string(Outbox::bytes_max, 'x')));
}

}  // namespace
}  // namespace parley::net
