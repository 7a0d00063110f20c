#include <gtest/gtest.h>

#include <algorithm>

#include "tests/ui/stage.hpp"
#include "ui/geometry.hpp"

namespace parley::ui {
namespace {

using testing::emitted;
using testing::Stage;
using enum SemanticRole;
using Kind = SemanticEvent::Kind;

/// A page so narrow that `Settings` and `Copy link` stand in the menu `More`.
class Popup : public ::testing::Test {
protected:
    Popup() {
        stage_.surface.width = 320;
        stage_.surface.height = 568;
        stage_.view = testing::call_with(2);
        stage_.frame();
    }
    void open() { stage_.open_menu("More"); }
    void close() {
        stage_.frame();
        stage_.frame();
    }
    [[nodiscard]] bool is_open() const { return stage_.shows(Menu, "More"); }
    [[nodiscard]] const SemanticNode* item(std::string_view name) const { return stage_.find(MenuItem, name); }

    Stage stage_;
};

TEST_F(Popup, HoldsWhatFindsNoPlaceInTheBar) {
    EXPECT_FALSE(stage_.shows(Button, "Settings"));
    EXPECT_TRUE(stage_.shows(Button, "Mute microphone"));
    open();
    ASSERT_TRUE(is_open());
    EXPECT_NE(item("Settings"), nullptr);
    EXPECT_NE(item("Copy link"), nullptr);
}

TEST_F(Popup, HoldsNothingThatStandsInAWideBar) {
    stage_.surface.width = 1280;
    stage_.surface.height = 720;
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Button, "Settings"));
    open();
    EXPECT_EQ(item("Settings"), nullptr);
    EXPECT_NE(item("Keyboard shortcuts"), nullptr);
}

TEST_F(Popup, LiesInsideThePageAndAboveItsButton) {
    open();
    const Rect menu = stage_.find(Menu, "More")->rect;
    const Rect button = stage_.find(Button, "More")->rect;
    EXPECT_GE(menu.x, 0);
    EXPECT_LE(right(menu), 320);
    EXPECT_GE(menu.y, 0);
    EXPECT_LE(bottom(menu), button.y);
}

TEST_F(Popup, DoesWhatIsChosenAndIsGone) {
    open();
    stage_.send({Kind::Activate, item("Settings")->id, {}, false});
    EXPECT_TRUE(emitted<core::action::OpenSettings>(stage_.frame()));
    close();
    EXPECT_FALSE(is_open());
}

TEST_F(Popup, CoversThePage) {
    open();
    EXPECT_TRUE(stage_.find(Main, "Parley")->inert);
    EXPECT_TRUE(stage_.click("Mute microphone").empty());
    close();
    EXPECT_FALSE(is_open());
    EXPECT_FALSE(stage_.find(Main, "Parley")->inert);
}

TEST_F(Popup, StaysWhenItsOwnEdgeIsPressed) {
    open();
    const Rect menu = stage_.find(Menu, "More")->rect;
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(menu.x + 3, menu.y + 3);
    stage_.frame();
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    stage_.frame();
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    stage_.frame();
    stage_.frame();
    EXPECT_TRUE(is_open());
}

TEST_F(Popup, ClosesWithEscapeAndGivesTheFocusBack) {
    open();
    stage_.send({Kind::Dismiss, 0, {}, false});
    stage_.frame();
    stage_.frame();
    EXPECT_EQ(stage_.result().focus, stage_.id_of_button("More"));
    EXPECT_FALSE(is_open());
    EXPECT_EQ(stage_.frame().focus, 0U);
}

TEST_F(Popup, GoesWithItsButton) {
    open();
    stage_.view.screen = core::Screen::Left;
    close();
    EXPECT_FALSE(is_open());
    EXPECT_FALSE(stage_.find(Main, "Parley")->inert);
}

TEST_F(Popup, BeginsAtItsFirstItemAndArrowKeysMoveInItRound) {
    open();
    std::vector<SemanticNode> items;
    std::ranges::copy_if(stage_.result().semantics, std::back_inserter(items),
                         [](const SemanticNode& node) { return node.role == MenuItem; });
    ASSERT_GE(items.size(), 2U);
    EXPECT_TRUE(items.front().autofocus);
    stage_.send({Kind::Down, items.front().id, {}, false});
    EXPECT_EQ(stage_.frame().focus, items[1].id);
    stage_.send({Kind::Up, items.front().id, {}, false});
    EXPECT_EQ(stage_.frame().focus, items.back().id);
    stage_.send({Kind::End, items.front().id, {}, false});
    EXPECT_EQ(stage_.frame().focus, items.back().id);
    stage_.send({Kind::Home, items.back().id, {}, false});
    EXPECT_EQ(stage_.frame().focus, items.front().id);
}

TEST_F(Popup, ThatIsClosedLetsThePageRest) {
    open();
    stage_.send({Kind::Dismiss, 0, {}, false});
    stage_.frame();
    for (int i = 0; i < 5; ++i) stage_.frame();
    EXPECT_LT(stage_.result().next_frame_in_s, 0);
}

/// The gallery's specimens of what has no place in a call of its own.
class Specimen : public ::testing::Test {
protected:
    Specimen() {
        stage_.surface.page = Page::Gallery;
        stage_.frame();
    }
    Stage stage_;
};

TEST_F(Specimen, OfAChoiceShowsWhatIsChosenAndOffersTheOthers) {
    EXPECT_EQ(stage_.find(Button, "Choice")->description, "The second");
    EXPECT_EQ(stage_.find(Button, "Choice")->expanded, false);
    stage_.open_menu("Choice");
    const SemanticNode* chosen = stage_.find(MenuItemRadio, "The second");
    ASSERT_NE(chosen, nullptr);
    EXPECT_EQ(chosen->pressed, true);
    EXPECT_TRUE(chosen->autofocus);
    EXPECT_EQ(stage_.find(MenuItemRadio, "The first")->pressed, false);
}

TEST_F(Specimen, OfASliderSaysItsBounds) {
    const SemanticNode* slider = stage_.find(Slider, "Slider");
    ASSERT_NE(slider, nullptr);
    EXPECT_FLOAT_EQ(slider->value_now, 0.6F);
    EXPECT_FLOAT_EQ(slider->value_max, 1);
    EXPECT_EQ(slider->value, "60 %");
}

}  // namespace
}  // namespace parley::ui
