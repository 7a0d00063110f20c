#include <gtest/gtest.h>

#include "tests/ui/stage.hpp"

namespace parley::ui {
namespace {

using testing::Stage;
using enum SemanticRole;

class Pressing : public ::testing::Test {
protected:
    Pressing() {
        stage_.view = testing::call_with(2);
        stage_.frame();
    }
    Stage stage_;
};

TEST_F(Pressing, ByPointerActsOnce) {
    const std::vector<core::UserAction> actions = stage_.click("Mute microphone");
    ASSERT_EQ(actions.size(), 1U);
    EXPECT_TRUE(std::holds_alternative<core::action::ToggleMicrophone>(actions[0]));
}

TEST_F(Pressing, ByTheDocumentActsOnce) {
    const FrameResult& result = stage_.activate("Leave call");
    ASSERT_EQ(result.actions.size(), 1U);
    EXPECT_TRUE(std::holds_alternative<core::action::Leave>(result.actions[0]));
    EXPECT_TRUE(stage_.frame().actions.empty());
}

TEST_F(Pressing, ElsewhereDoesNothing) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(640, 300);
    EXPECT_TRUE(stage_.frame().actions.empty());
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    EXPECT_TRUE(stage_.frame().actions.empty());
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    EXPECT_TRUE(stage_.frame().actions.empty());
}

TEST_F(Pressing, ThatIsDraggedAwayDoesNothing) {
    const Rect leave = stage_.find(Button, "Leave call")->rect;
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(leave.x + 5, leave.y + 20);
    stage_.frame();
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    stage_.frame();
    io.AddMousePosEvent(10, 10);
    stage_.frame();
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    EXPECT_TRUE(stage_.frame().actions.empty());
    EXPECT_TRUE(stage_.frame().actions.empty());
}

TEST_F(Pressing, AfterAScreenHasGoneDoesNothing) {
    const SemanticId leave = stage_.id_of_button("Leave call");
    stage_.view.screen = core::Screen::Left;
    stage_.send({SemanticEvent::Kind::Activate, leave, {}, false});
    EXPECT_TRUE(stage_.frame().actions.empty());
}

TEST_F(Pressing, ShowsAHandWhereItWouldAct) {
    const Rect leave = stage_.find(Button, "Leave call")->rect;
    EXPECT_EQ(stage_.result().cursor, Cursor::Default);
    ImGui::GetIO().AddMousePosEvent(leave.x + 20, leave.y + 20);
    stage_.frame();
    EXPECT_EQ(stage_.frame().cursor, Cursor::Pointer);
}

TEST_F(Pressing, IsNamedInATooltipOnlyAfterAWhile) {
    const Rect leave = stage_.find(Button, "Leave call")->rect;
    ImGui::GetIO().AddMousePosEvent(leave.x + 20, leave.y + 20);
    stage_.frame();
    const int without = ImGui::GetDrawData()->TotalVtxCount;
    const double delay_s = stage_.frame().next_frame_in_s;
    EXPECT_GT(delay_s, 0);
    EXPECT_EQ(ImGui::GetDrawData()->TotalVtxCount, without);
    stage_.now_s += delay_s;
    EXPECT_LT(stage_.frame().next_frame_in_s, 0);
    EXPECT_GT(ImGui::GetDrawData()->TotalVtxCount, without);
}

TEST_F(Pressing, ByAFingerThatScrollsDoesNothing) {
    stage_.view = {};
    stage_.view.screen = core::Screen::PreJoin;
    stage_.surface.width = 320;
    stage_.surface.height = 400;
    stage_.frame();
    stage_.frame();
    const float before = stage_.find(Button, "Turn camera on")->rect.y;
    const Rect toggle = stage_.find(Button, "Turn camera on")->rect;
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    io.AddMousePosEvent(toggle.x + 20, toggle.y + 20);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    stage_.frame();
    for (float y = 0; y <= 100; y += 10) {
        io.AddMousePosEvent(toggle.x + 20, toggle.y + 20 - y);
        EXPECT_TRUE(stage_.frame().actions.empty());
    }
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    EXPECT_TRUE(stage_.frame().actions.empty());
    EXPECT_TRUE(stage_.frame().actions.empty());
    EXPECT_LT(stage_.find(Button, "Turn camera on")->rect.y, before - 50);
}

TEST(Focus, ScrollsWhatIsReachedByKeyboardIntoSight) {
    Stage stage;
    stage.view.screen = core::Screen::PreJoin;
    stage.surface.width = 320;
    stage.surface.height = 300;
    stage.frame();
    const SemanticId copy = stage.id_of_button("Copy link");
    EXPECT_GT(stage.find(Button, "Copy link")->rect.y, 300);
    stage.send({SemanticEvent::Kind::Focus, copy, {}, true});
    EXPECT_EQ(stage.frame().next_frame_in_s, 0);
    stage.frame();
    stage.frame();
    EXPECT_LT(stage.find(Button, "Copy link")->rect.y, 300 - 48);
    EXPECT_LT(stage.frame().next_frame_in_s, 0);
}

TEST(Focus, DrawsARingForTheKeyboardOnly) {
    Stage stage;
    stage.view.screen = core::Screen::Left;
    stage.frame();
    const auto vertices = [&] {
        stage.frame();
        return ImGui::GetDrawData()->TotalVtxCount;
    };
    const int plain = vertices();
    stage.send({SemanticEvent::Kind::Focus, stage.id_of_button("Rejoin"), {}, false});
    EXPECT_EQ(vertices(), plain);
    stage.send({SemanticEvent::Kind::Focus, stage.id_of_button("Rejoin"), {}, true});
    EXPECT_GT(vertices(), plain);
    stage.send({SemanticEvent::Kind::Blur, stage.id_of_button("Rejoin"), {}, false});
    EXPECT_EQ(vertices(), plain);
}

TEST(Animation, TurnsTheSpinnerAtMostTenTimesASecond) {
    Stage stage;
    EXPECT_NEAR(stage.frame().next_frame_in_s, 0.1, 0.001);
}

TEST(Animation, StandsStillWhereLessMotionIsWanted) {
    Stage stage;
    stage.surface.motion = Motion::Reduced;
    EXPECT_LT(stage.frame().next_frame_in_s, 0);
}

TEST(Animation, WaitsForAToastsEndWithoutDrawing) {
    Stage stage;
    stage.view = testing::call_with(2);
    stage.view.notices = {{1, core::NoticeKind::LinkCopied, ""}};
    EXPECT_EQ(stage.frame().next_frame_in_s, 0);
    stage.now_s += 1;
    EXPECT_GT(stage.frame().next_frame_in_s, 2);
    stage.now_s += 5;
    EXPECT_LT(stage.frame().next_frame_in_s, 0);
}

}  // namespace
}  // namespace parley::ui
