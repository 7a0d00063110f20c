#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/ui/chat_stage.hpp"
#include "ui/geometry.hpp"

namespace parley::ui {
namespace {

using core::ChatLine;
using testing::line;
using enum SemanticRole;

class ChatList : public testing::ChatStage {};

TEST_F(ChatList, ReadsEachMessageWithItsWriterAndTime) {
    add(line(1, "Ada", "Hello", 9 * 60 + 7));
    add(line(2, " ", "Hi", 23 * 60 + 59));
    open();
    EXPECT_EQ(items(), 2U);
    EXPECT_EQ(reading_of("Hello"), "Ada at 09:07: Hello");
    EXPECT_EQ(reading_of("Hi"), "Guest at 23:59: Hi");
    const SemanticNode* item = stage_.find(ListItem, "");
    ASSERT_NE(item, nullptr);
    EXPECT_EQ(item->parent, stage_.find(List, "Messages")->id);
}

TEST_F(ChatList, LaysSelectableTextOnTheWordsOfABubble) {
    add(line(1, "Ada", "Hello"));
    open();
    const SemanticNode* words = stage_.find(Text, "Hello");
    EXPECT_TRUE(words->selectable);
    EXPECT_GT(words->font_size, 0);
    EXPECT_EQ(words->rect.height, words->line_height);
}

TEST_F(ChatList, PutsOwnMessagesOnTheRight) {
    add(line(1, "Ada", "Theirs"));
    add(line(2, "Me", "Own"));
    std::vector<ChatLine> lines = *stage_.view.chat.lines;
    lines[1].you = true;
    stage_.view.chat.lines = std::make_shared<const std::vector<ChatLine>>(lines);
    open();
    EXPECT_LT(stage_.find(Text, "Theirs")->rect.x - panel().x, 40);
    EXPECT_LT(right(panel()) - right(stage_.find(Text, "Own")->rect), 40);
}

TEST_F(ChatList, GroupsWhatOnePersonWritesAtAStretch) {
    add(line(1, "Ada", "One", 600));
    add(line(2, "Ada", "Two", 601));
    add(line(3, "Ada", "Three", 640));
    add(line(4, "Grace", "Four", 640));
    open();
    const auto y = [&](std::string_view words) { return stage_.find(Text, words)->rect.y; };
    EXPECT_LT(y("Two") - y("One"), y("Three") - y("Two")) << "much later is another stretch";
    EXPECT_EQ(y("Three") - y("Two"), y("Four") - y("Three")) << "and so is another person";
}

TEST_F(ChatList, SaysQuietlyThatAMessageWaits) {
    std::vector<ChatLine> lines = {line(1, "Me", "Hello")};
    lines[0].you = true;
    lines[0].delivery = ChatLine::Delivery::Waiting;
    stage_.view.chat.lines = std::make_shared<const std::vector<ChatLine>>(lines);
    open();
    EXPECT_TRUE(stage_.shows(Text, "Waiting for a connection"));
    lines[0].delivery = ChatLine::Delivery::Sent;
    stage_.view.chat.lines = std::make_shared<const std::vector<ChatLine>>(lines);
    stage_.frame();
    EXPECT_FALSE(stage_.shows(Text, "Waiting for a connection"));
}

TEST_F(ChatList, ShowsTheNewestAtTheBottom) {
    add_many(100);
    open();
    ASSERT_TRUE(stage_.shows(Text, "Message 100"));
    EXPECT_LE(bottom(stage_.find(Text, "Message 100")->rect), field().rect.y);
    EXPECT_FALSE(stage_.shows(Text, "Message 1"));
    add(line(101, "Ada", "Newest"));
    stage_.frame();
    ASSERT_TRUE(stage_.shows(Text, "Newest"));
    EXPECT_LE(bottom(stage_.find(Text, "Newest")->rect), field().rect.y);
}

TEST_F(ChatList, LaysOutOnlyWhatIsSeen) {
    add_many(1000);
    stage_.frame();
    const int before = stage_.rasterizer.texts;
    open();
    EXPECT_LT(items(), 30U);
    EXPECT_LT(stage_.rasterizer.texts - before, 60);
}

TEST_F(ChatList, ReachesItsFirstMessageByPages) {
    add_many(300);
    open();
    for (int page = 0; page < 60; ++page) key(SemanticEvent::Kind::PageUp);
    ASSERT_TRUE(stage_.shows(Text, "Message 1"));
    EXPECT_GE(stage_.find(Text, "Message 1")->rect.y, stage_.find(List, "Messages")->rect.y);
    for (int page = 0; page < 60; ++page) key(SemanticEvent::Kind::PageDown);
    EXPECT_TRUE(stage_.shows(Text, "Message 300"));
}

TEST_F(ChatList, ScrollsByTheWheelOverItsList) {
    add_many(100);
    open();
    const Rect list = stage_.find(List, "Messages")->rect;
    const float before = stage_.find(Text, "Message 95")->rect.y;
    ImGui::GetIO().AddMousePosEvent(list.x + 20, list.y + 20);
    stage_.frame();
    ImGui::GetIO().AddMouseWheelEvent(0, 1);
    stage_.frame();
    EXPECT_NEAR(stage_.find(Text, "Message 95")->rect.y, before + 100, 1);
    ImGui::GetIO().AddMousePosEvent(20, 20);
    stage_.frame();
    ImGui::GetIO().AddMouseWheelEvent(0, 1);
    stage_.frame();
    EXPECT_NEAR(stage_.find(Text, "Message 95")->rect.y, before + 100, 1) << "elsewhere the wheel means something else";
}

TEST_F(ChatList, KeepsStillUnderAReaderAndOffersTheWayToNewMessages) {
    add_many(100);
    open();
    key(SemanticEvent::Kind::PageUp);
    const float before = stage_.find(Text, "Message 90")->rect.y;
    add(line(101, "Ada", "Newest"));
    stage_.frame();
    EXPECT_EQ(stage_.find(Text, "Message 90")->rect.y, before);
    EXPECT_FALSE(stage_.shows(Text, "Newest"));
    stage_.activate("New messages");
    EXPECT_EQ(stage_.result().focus, field().id);
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Text, "Newest"));
    EXPECT_FALSE(stage_.shows(Button, "New messages"));
}

TEST_F(ChatList, FollowsAnOwnMessageToTheEnd) {
    add_many(100);
    open();
    key(SemanticEvent::Kind::PageUp);
    ChatLine own = line(101, "Me", "Own");
    own.you = true;
    add(own);
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Text, "Own"));
    EXPECT_FALSE(stage_.shows(Button, "New messages"));
}

TEST_F(ChatList, TakesNoPressesForTextThatIsScrolledOutOfSight) {
    add_many(100);
    open();
    key(SemanticEvent::Kind::PageUp);
    const Rect list = stage_.find(List, "Messages")->rect;
    std::size_t pressed = 0;
    for (const SemanticNode& node : stage_.result().semantics) {
        const bool nothing_to_press = node.clipped_above + node.clipped_below >= node.rect.height;
        if (!node.selectable || nothing_to_press) continue;
        ++pressed;
        EXPECT_GE(node.rect.y + node.clipped_above, list.y);
        EXPECT_LE(bottom(node.rect) - node.clipped_below, bottom(list));
    }
    EXPECT_GT(pressed, 3U);
}

TEST_F(ChatList, BreaksWordsThatAreWiderThanABubble) {
    const std::string word(300, 'w');
    add(line(1, "Ada", word));
    open();
    const SemanticNode* words = stage_.find(Text, word);
    EXPECT_LE(right(words->rect), right(panel()));
    EXPECT_GT(words->rect.height, 5 * words->line_height);
}

}  // namespace
}  // namespace parley::ui
