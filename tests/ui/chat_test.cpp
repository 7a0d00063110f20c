#include <gtest/gtest.h>

#include <algorithm>

#include "tests/ui/chat_stage.hpp"
#include "ui/geometry.hpp"

namespace parley::ui {
namespace {

using core::ChatLine;
using testing::line;
using enum SemanticRole;

class Chat : public testing::ChatStage {};

TEST_F(Chat, IsOpenedByItsToggle) {
    stage_.frame();
    EXPECT_EQ(stage_.find(ToggleButton, "Chat")->pressed, false);
    EXPECT_FALSE(stage_.shows(Region, "Chat"));
    stage_.activate("Chat");
    EXPECT_TRUE(toggles());
    open();
    EXPECT_EQ(stage_.find(ToggleButton, "Chat")->pressed, true);
    EXPECT_TRUE(stage_.shows(Region, "Chat"));
}

TEST_F(Chat, SaysHowManyMessagesAreUnreadWithoutAnotherName) {
    stage_.frame();
    EXPECT_EQ(stage_.find(ToggleButton, "Chat")->description, "");
    const int plain = ImGui::GetDrawData()->TotalVtxCount;
    stage_.view.chat.unread = 1;
    stage_.frame();
    EXPECT_EQ(stage_.find(ToggleButton, "Chat")->description, "1 unread message");
    EXPECT_GT(ImGui::GetDrawData()->TotalVtxCount, plain);
    stage_.view.chat.unread = 12;
    stage_.frame();
    EXPECT_EQ(stage_.find(ToggleButton, "Chat")->description, "12 unread messages");
}

TEST_F(Chat, LiesBesideThePeopleOnAWideScreen) {
    open();
    EXPECT_NEAR(panel().width, 340, 1);
    ASSERT_EQ(stage_.result().tiles.size(), 2U);
    for (const TileFrame& tile : stage_.result().tiles) EXPECT_LE(right(tile.rect), panel().x);
}

TEST_F(Chat, CoversThePeopleButNotTheControlsOnAPhone) {
    stage_.surface.width = 390;
    stage_.surface.height = 844;
    open();
    EXPECT_TRUE(stage_.result().tiles.empty());
    EXPECT_TRUE(stage_.result().videos.empty());
    EXPECT_GE(panel().width, 360);
    EXPECT_LE(bottom(panel()), stage_.find(Button, "Mute microphone")->rect.y);
}

TEST_F(Chat, IsClosedByItsButtonAndByEscape) {
    open();
    stage_.activate("Close chat");
    EXPECT_TRUE(toggles());
    key(SemanticEvent::Kind::Dismiss);
    EXPECT_TRUE(toggles());
}

TEST_F(Chat, IsNotOpenedByEscape) {
    stage_.frame();
    stage_.send({SemanticEvent::Kind::Dismiss, 0, {}, false});
    EXPECT_TRUE(stage_.frame().actions.empty());
}

TEST_F(Chat, GivesTheFocusToTheFieldAndBackToItsToggle) {
    stage_.frame();
    open();
    EXPECT_TRUE(field().autofocus);
    EXPECT_EQ(stage_.result().focus, 0U) << "the field takes the focus by appearing";
    stage_.view.chat.open = false;
    stage_.frame();
    EXPECT_EQ(stage_.result().focus, stage_.find(ToggleButton, "Chat")->id);
    EXPECT_EQ(stage_.frame().focus, 0U);
}

TEST_F(Chat, SaysWhoCanReadItWhileItIsEmpty) {
    open();
    const auto sealed = [&] {
        return std::ranges::any_of(stage_.result().semantics, [](const SemanticNode& node) {
            return node.name.starts_with("Messages are sealed: only people in this call can read them");
        });
    };
    EXPECT_TRUE(sealed());
    add(line(1, "Ada", "Hello"));
    stage_.frame();
    EXPECT_FALSE(sealed());
}

TEST_F(Chat, AnnouncesWhatOthersWriteOnce) {
    stage_.frame();
    add(line(1, "Ada", "Hello"));
    EXPECT_EQ(stage_.frame().announcement, "Ada wrote: Hello");
    EXPECT_EQ(stage_.frame().announcement, "");
    ChatLine own = line(2, "Me", "Hi");
    own.you = true;
    add(own);
    EXPECT_EQ(stage_.frame().announcement, "");
}

TEST_F(Chat, AnnouncesOnlyTheNumberOfMany) {
    stage_.frame();
    add_many(20);
    EXPECT_EQ(stage_.frame().announcement, "20 new messages");
}

TEST_F(Chat, AnnouncesNothingOfWhatWasWrittenBefore) {
    add(line(1, "Ada", "Earlier"));
    EXPECT_EQ(stage_.frame().announcement, "");
}

}  // namespace
}  // namespace parley::ui
