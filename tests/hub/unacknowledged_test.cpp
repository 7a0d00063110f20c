#include "hub/unacknowledged.hpp"

#include <gtest/gtest.h>

#include "protocol/limits.hpp"

namespace parley::hub {
namespace {

Text text_of_size(std::size_t size) { return share(std::string(size, 'x')); }

TEST(Unacknowledged, NumbersFromOne) {
    Unacknowledged held;
    EXPECT_EQ(held.sent(), 0U);
    EXPECT_EQ(held.add(share("a"), 0), 1U);
    EXPECT_EQ(held.add(share("b"), 0), 2U);
    EXPECT_EQ(held.sent(), 2U);
}

TEST(Unacknowledged, HoldsWhatIsNotAcknowledged) {
    Unacknowledged held;
    for (const char* text : {"a", "b", "c"}) held.add(share(text), 0);
    held.acknowledge(2);
    ASSERT_EQ(held.entries().size(), 1U);
    EXPECT_EQ(*held.entries()[0].text, "c");
    EXPECT_EQ(held.acknowledged(), 2U);
    EXPECT_EQ(held.sent(), 3U);
}

TEST(Unacknowledged, ForgetsNothingOverAnOldAcknowledgement) {
    Unacknowledged held;
    for (const char* text : {"a", "b", "c"}) held.add(share(text), 0);
    held.acknowledge(2);
    held.acknowledge(1);
    EXPECT_EQ(held.acknowledged(), 2U);
    EXPECT_EQ(held.entries().size(), 1U);
}

TEST(Unacknowledged, KeepsItsNumbersThroughAnyPace) {
    Unacknowledged held;
    for (protocol::Sequence number = 1; number <= 1'000; ++number) {
        EXPECT_EQ(held.add(share(std::to_string(number)), 0), number);
        if (number % 7 == 0) held.acknowledge(number - 5);
        EXPECT_EQ(*held.entries().front().text, std::to_string(held.acknowledged() + 1));
        EXPECT_EQ(*held.entries().back().text, std::to_string(number));
    }
}

TEST(Unacknowledged, LetsGoOfATextAsSoonAsItIsAcknowledged) {
    Unacknowledged held;
    const Text text = share("a");
    held.add(text, 0);
    for (int count = 0; count < 9; ++count) held.add(share("b"), 0);
    held.acknowledge(1);
    EXPECT_EQ(text.use_count(), 1);
}

TEST(Unacknowledged, IsFullOfMessages) {
    Unacknowledged held;
    for (std::size_t count = 0; count < limits::outbox_messages_max; ++count) {
        EXPECT_FALSE(held.is_full());
        held.add(share("a"), 0);
    }
    EXPECT_TRUE(held.is_full());
    held.acknowledge(1);
    EXPECT_FALSE(held.is_full());
}

TEST(Unacknowledged, IsFullWhenTheLargestFrameWouldNotFit) {
    Unacknowledged held;
    while (!held.is_full()) held.add(text_of_size(limits::frame_max), 0);
    EXPECT_EQ(held.sent(), limits::outbox_bytes_max / limits::frame_max);
    held.acknowledge(1);
    EXPECT_FALSE(held.is_full());
}

TEST(Unacknowledged, ReplacesOnlyAboveANumberAndOnlyTheSamePresence) {
    Unacknowledged held;
    held.add(share("seven"), 7);
    held.add(share("eight"), 8);
    EXPECT_FALSE(held.replace(1, 7, share("new")));
    EXPECT_FALSE(held.replace(0, 9, share("new")));
    EXPECT_TRUE(held.replace(0, 7, share("new")));
    EXPECT_EQ(*held.entries()[0].text, "new");
    EXPECT_EQ(held.sent(), 2U);
}

TEST(Unacknowledged, ReplacesWhatComesAfterAnAcknowledgedPart) {
    Unacknowledged held;
    for (PresenceOf peer : {1U, 2U, 3U, 4U}) held.add(share("old"), peer);
    held.acknowledge(2);
    EXPECT_FALSE(held.replace(2, 2, share("new")));
    EXPECT_FALSE(held.replace(3, 3, share("new")));
    EXPECT_TRUE(held.replace(2, 3, share("new")));
    EXPECT_EQ(*held.entries()[0].text, "new");
}

TEST(Unacknowledged, DoesNotGrowBeyondItsBoundByReplacing) {
    Unacknowledged held;
    held.add(share("small"), 7);
    held.add(share("small"), 8);
    while (!held.is_full()) held.add(text_of_size(limits::frame_max), 0);
    EXPECT_FALSE(held.replace(0, 7, text_of_size(limits::frame_max)));
    EXPECT_EQ(*held.entries()[0].text, "small");
}

}  // namespace
}  // namespace parley::hub
