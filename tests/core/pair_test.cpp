#include <gtest/gtest.h>

#include "tests/core/world.hpp"

namespace parley::core {
namespace {

void expect_connected(const Page& one, const Page& two) {
    for (const auto& [left, right] : {std::pair(&one, &two), {&two, &one}}) {
        const FakeConnection* connection = left->connection_to(right->name);
        ASSERT_NE(connection, nullptr);
        EXPECT_TRUE(connection->connected());
        ASSERT_NE(left->sees(right->name), nullptr);
        EXPECT_EQ(left->sees(right->name)->pair, PairState::Connected);
        EXPECT_EQ(left->open_connections(), 1U);
    }
}

TEST(Pair, ConnectsWithOneOfferAndOneAnswer) {
    World world;
    const Page& early = world.joined("early");
    const Page& late = world.joined("late");
    expect_connected(early, late);
    EXPECT_EQ(late.connection().offers, 1);
    EXPECT_EQ(late.connection().answers, 0);
    EXPECT_EQ(early.connection().offers, 0);
    EXPECT_EQ(early.connection().answers, 1);
    EXPECT_EQ(early.connections().size(), 1U);
    EXPECT_EQ(late.connections().size(), 1U);
}

}  // namespace
}  // namespace parley::core
