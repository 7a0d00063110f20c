#include "ui/components/sheet.hpp"

#include <gtest/gtest.h>

#include "tests/ui/chat_stage.hpp"
#include "ui/geometry.hpp"

namespace parley::ui {
namespace {

using testing::emitted;
using enum SemanticRole;

/// Settings over a call: a sheet like any other.
class Sheet : public testing::ChatStage {
protected:
    void open_settings() {
        stage_.frame();
        stage_.activate("Settings");
        stage_.view.settings.open = true;
        stage_.frame();
    }
    void close_settings() {
        stage_.view.settings.open = false;
        stage_.frame();
    }
    const SemanticNode& dialog() { return *stage_.find(Dialog, "Settings"); }
};

TEST_F(Sheet, MakesThePageBelowUnreachable) {
    stage_.frame();
    EXPECT_FALSE(stage_.find(Main, "Parley")->inert);
    open_settings();
    EXPECT_TRUE(stage_.find(Main, "Parley")->inert);
    EXPECT_EQ(dialog().parent, 0U) << "what is inside the page would be unreachable with it";
    close_settings();
    EXPECT_FALSE(stage_.find(Main, "Parley")->inert);
    EXPECT_FALSE(stage_.shows(Dialog, "Settings"));
}

TEST_F(Sheet, KeepsPressesFromThePageBelow) {
    open_settings();
    EXPECT_TRUE(stage_.activate("Leave call").actions.empty());
    EXPECT_TRUE(stage_.click("Leave call").empty());
    close_settings();
    EXPECT_TRUE(emitted<core::action::Leave>(stage_.activate("Leave call")));
}

TEST_F(Sheet, KeepsTheWheelFromThePageBelow) {
    add_many(100);
    open();
    open_settings();
    const Rect list = stage_.find(List, "Messages")->rect;
    const float before = stage_.find(Text, "Message 95")->rect.y;
    ImGui::GetIO().AddMousePosEvent(list.x + 20, list.y + 20);
    stage_.frame();
    ImGui::GetIO().AddMouseWheelEvent(0, 1);
    stage_.frame();
    EXPECT_EQ(stage_.find(Text, "Message 95")->rect.y, before);
}

TEST_F(Sheet, LosesNothingThatIsTypedBelowWhileItComes) {
    open();
    stage_.view.settings.open = true;
    type("Half a");
    close_settings();
    EXPECT_EQ(field().value, "Half a");
}

TEST_F(Sheet, DrawsTheTextOfFieldsThatItHides) {
    open();
    type("Half a sentence");
    const int before = stage_.rasterizer.texts;
    stage_.view.settings.open = true;
    stage_.frame();
    stage_.frame();
    EXPECT_GT(stage_.rasterizer.texts, before);
}

TEST_F(Sheet, IsClosedByItsButtonAndByEscape) {
    open_settings();
    EXPECT_TRUE(emitted<core::action::CloseSettings>(stage_.activate("Close")));
    EXPECT_EQ(stage_.click("Close").size(), 1U);
    EXPECT_TRUE(emitted<core::action::CloseSettings>(key(SemanticEvent::Kind::Dismiss)));
}

TEST_F(Sheet, IsAllThatEscapeCloses) {
    open();
    open_settings();
    key(SemanticEvent::Kind::Dismiss);
    EXPECT_EQ(stage_.result().actions.size(), 1U);
    EXPECT_FALSE(toggles());
}

TEST_F(Sheet, TakesTheFocusAndGivesItBackToWhatOpenedIt) {
    open_settings();
    EXPECT_TRUE(dialog().autofocus);
    EXPECT_EQ(stage_.result().focus, 0U) << "the dialog takes the focus by appearing";
    stage_.activate("Hide my network address");
    close_settings();
    EXPECT_EQ(stage_.result().focus, stage_.find(Button, "Settings")->id);
    EXPECT_EQ(stage_.frame().focus, 0U);
}

TEST_F(Sheet, GivesTheFocusBackWhenOneSheetHasLedToAnother) {
    open_settings();
    stage_.activate("Check connection");
    stage_.view.settings.open = false;
    stage_.view.check.open = true;
    EXPECT_EQ(stage_.frame().focus, 0U);
    stage_.view.check.open = false;
    stage_.frame();
    EXPECT_EQ(stage_.result().focus, stage_.find(Button, "Settings")->id);
}

TEST_F(Sheet, KeepsTitleAndCloseInSightWhileItsBodyScrolls) {
    stage_.surface.width = 844;
    stage_.surface.height = 300;
    open_settings();
    stage_.frame();
    const float before = stage_.find(Button, "Save call log")->rect.y;
    EXPECT_GT(before, bottom(dialog().rect));
    ImGui::GetIO().AddMousePosEvent(422, 150);
    stage_.frame();
    ImGui::GetIO().AddMouseWheelEvent(0, -20);
    stage_.frame();
    stage_.frame();
    EXPECT_LT(bottom(stage_.find(Button, "Save call log")->rect), bottom(dialog().rect));
    EXPECT_GE(stage_.find(Button, "Close")->rect.y, dialog().rect.y);
    EXPECT_GE(stage_.find(Heading, "Settings")->rect.y, dialog().rect.y);
}

TEST_F(Sheet, BeginsAtItsTopAgain) {
    stage_.surface.width = 844;
    stage_.surface.height = 300;
    open_settings();
    stage_.frame();
    const float top = stage_.find(Heading, "Privacy")->rect.y;
    ImGui::GetIO().AddMousePosEvent(422, 150);
    stage_.frame();
    ImGui::GetIO().AddMouseWheelEvent(0, -20);
    stage_.frame();
    stage_.frame();
    EXPECT_LT(stage_.find(Heading, "Privacy")->rect.y, top);
    close_settings();
    open_settings();
    stage_.frame();
    EXPECT_EQ(stage_.find(Heading, "Privacy")->rect.y, top);
}

TEST_F(Sheet, TakesNoPressesForWhatIsScrolledOutOfSight) {
    stage_.surface.width = 844;
    stage_.surface.height = 300;
    open_settings();
    EXPECT_TRUE(stage_.click("Save call log").empty());
}

}  // namespace
}  // namespace parley::ui
