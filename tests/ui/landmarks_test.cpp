#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>

#include "tests/ui/stage.hpp"

namespace parley::ui {
namespace {

using testing::emitted;
using testing::Stage;
using enum SemanticRole;

constexpr const char* skip_name = "Skip to call controls";

class Landmarks : public ::testing::Test {
protected:
    Landmarks() {
        stage_.view = testing::call_with(2);
        stage_.frame();
    }
    [[nodiscard]] SemanticId parent_of(std::string_view name) const { return stage_.find_button(name)->parent; }
    void narrow() {
        stage_.surface.width = 320;
        stage_.surface.height = 568;
        stage_.frame();
    }

    Stage stage_;
};

TEST_F(Landmarks, BeginWithAWayToTheControls) {
    const auto& nodes = stage_.result().semantics;
    const auto first = std::ranges::find_if(
        nodes, [](const SemanticNode& node) { return is_button(node.role) || node.role == TextField; });
    ASSERT_NE(first, nodes.end());
    EXPECT_EQ(first->name, skip_name);
    EXPECT_EQ(stage_.activate(skip_name).focus, stage_.id_of_button("Mute microphone"));
    EXPECT_EQ(stage_.frame().focus, 0U);
}

TEST_F(Landmarks, ShowTheWayToTheControlsOnlyToTheKeyboard) {
    const auto corners = [&] {
        stage_.frame();
        return ImGui::GetDrawData()->TotalVtxCount;
    };
    const int without = corners();
    const SemanticId skip = stage_.id_of_button(skip_name);
    EXPECT_TRUE(stage_.click(skip_name).empty());
    EXPECT_EQ(stage_.result().focus, 0U) << "what is not seen can't be hit";
    stage_.send({SemanticEvent::Kind::Focus, skip, {}, true});
    EXPECT_GT(corners(), without);
    stage_.send({SemanticEvent::Kind::Blur, skip, {}, false});
    EXPECT_EQ(corners(), without);
}

TEST_F(Landmarks, HoldTheControlsOfTheCallInOneToolbar) {
    const SemanticNode* bar = stage_.find(Toolbar, "Call controls");
    ASSERT_NE(bar, nullptr);
    for (const char* name :
         {"Mute microphone", "Turn camera off", "Raise hand", "People", "Chat", "More", "Leave call"})
        EXPECT_EQ(parent_of(name), bar->id) << name;
}

TEST_F(Landmarks, NameWhatLiesAtTheSide) {
    stage_.view.chat.open = true;
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Region, "Chat"));
    stage_.view.chat.open = false;
    stage_.view.people.open = true;
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Region, "People"));
}

TEST_F(Landmarks, GetTheFocusBackAtTheMenuThatASheetWasChosenIn) {
    narrow();
    EXPECT_TRUE(emitted<core::action::OpenSettings>(stage_.choose("Settings")));
    stage_.view.settings.open = true;
    stage_.frame();
    stage_.frame();
    stage_.view.settings.open = false;
    stage_.frame();
    EXPECT_EQ(stage_.result().focus, stage_.id_of_button("More"));
}

TEST_F(Landmarks, KeepTheFocusInTheButtonOfAPopup) {
    stage_.open_menu("Reactions");
    ASSERT_TRUE(stage_.shows(Region, "Reactions"));
    stage_.send({SemanticEvent::Kind::Dismiss, 0, {}, false});
    stage_.frame();
    EXPECT_EQ(stage_.frame().focus, stage_.id_of_button("Reactions"));
}

}  // namespace
}  // namespace parley::ui
