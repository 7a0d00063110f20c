#include <gtest/gtest.h>

#include <algorithm>

#include "tests/ui/stage_of.hpp"
#include "ui/geometry.hpp"

// What a person sees and does with what is presented.

namespace parley::ui {
namespace {

using core::Tile;
using testing::action_in;
using testing::emitted;
using testing::Presentation;
using enum SemanticRole;

TEST_F(Presentation, IsATileOfItsOwnThatIsWholeAndNeverMirrored) {
    ASSERT_TRUE(stage_.shows(Group, "Person 2's screen"));
    ASSERT_TRUE(stage_.shows(Group, "Person 2"));
    EXPECT_EQ(screen().fit, VideoPlacement::Fit::Contain);
    EXPECT_FALSE(screen().mirrored);
    EXPECT_FALSE(screen().whole);
    EXPECT_GT(place("Person 2's screen").width, 3 * place("Person 2").width);
}

TEST_F(Presentation, SaysThatItsPictureIsAwaited) {
    presenter().screen_shown = false;
    stage_.frame();
    EXPECT_EQ(stage_.video("peer2/screen"), nullptr);
    EXPECT_TRUE(stage_.shows(Status, "The screen of Person 2 is on its way"));
}

TEST_F(Presentation, OfOnesOwnIsASmallCard) {
    presenter().screen_on = false;
    stage_.view.participants[0].screen_on = stage_.view.participants[0].screen_shown = true;
    stage_.rest();
    ASSERT_TRUE(stage_.shows(Group, "Your screen"));
    EXPECT_TRUE(stage_.shows(Status, "You are presenting"));
    EXPECT_LT(stage_.video("peer0/screen")->rect.width, 120);
    EXPECT_TRUE(std::ranges::none_of(stage_.result().pictures,
                                     [](const auto& picture) { return picture.element == "peer0/screen"; }));
}

TEST_F(Presentation, IsLookedAtCloselyByButtons) {
    for (int i = 0; i < 2; ++i) {
        stage_.activate("Zoom in");
        stage_.frame();
    }
    EXPECT_NEAR(scale(), 2.25F, 0.01F);
    stage_.activate("Zoom out");
    stage_.frame();
    EXPECT_NEAR(scale(), 1.5F, 0.01F);
    stage_.activate("Fit");
    stage_.frame();
    EXPECT_FALSE(screen().whole);
}

TEST_F(Presentation, IsLookedAtCloselyByKeys) {
    key("+");
    EXPECT_NEAR(scale(), 1.5F, 0.01F);
    const float left = screen().whole->x;
    key("ArrowRight");
    EXPECT_LT(screen().whole->x, left) << "what lies further right comes into sight";
    key("-");
    EXPECT_EQ(scale(), 1);
}

TEST_F(Presentation, IsNotMovedByKeysThatAreForSomethingElse) {
    key("+");
    const float left = screen().whole->x;
    key("ArrowRight", stage_.find_button("Leave call")->id);
    EXPECT_EQ(screen().whole->x, left);
}

TEST_F(Presentation, IsLookedAtCloselyByTheWheelAroundThePointer) {
    const Rect rect = place("Person 2's screen");
    const float x = rect.x + rect.width / 4;
    move_to(x, rect.y + rect.height / 2);
    EXPECT_EQ(stage_.result().pinch, FrameResult::Pinch::Canvas);
    ImGui::GetIO().AddMouseWheelEvent(0, 1);
    stage_.frame();
    stage_.frame();
    ASSERT_TRUE(screen().whole);
    EXPECT_NEAR(screen().whole->x + screen().whole->width / 4, x, 1);
    move_to(2, 2);
    EXPECT_EQ(stage_.result().pinch, FrameResult::Pinch::Page);
}

TEST_F(Presentation, IsLookedAtCloselyByADoubleClickAndBackByAnother) {
    const Rect rect = place("Person 2's screen");
    EXPECT_TRUE(double_click(rect.x + 100, rect.y + 100).empty());
    stage_.frame();
    EXPECT_NEAR(scale(), 2, 0.01F);
    stage_.now_s += 1;
    double_click(rect.x + 100, rect.y + 100);
    stage_.frame();
    EXPECT_EQ(scale(), 1);
}

TEST_F(Presentation, MovesWithTheHandWhenItIsLookedAtClosely) {
    stage_.activate("Zoom in");
    stage_.frame();
    const float before = screen().whole->x;
    const Rect rect = place("Person 2's screen");
    drag(rect, rect.x + rect.width / 2 + 40, rect.y + rect.height / 2);
    stage_.frame();
    EXPECT_NEAR(screen().whole->x, before + 40, 1);
}

TEST_F(Presentation, IsAskedForAsLargeAsItIsLookedAt) {
    const auto lines = [&] {
        const auto& pictures = stage_.result().pictures;
        return std::ranges::find(pictures, "peer2/screen", &core::input::PicturesShown::Picture::element)->height;
    };
    const auto before = lines();
    stage_.activate("Zoom in");
    stage_.frame();
    EXPECT_NEAR(lines(), 1.5F * static_cast<float>(before), 2);
}

TEST_F(Presentation, OfSomebodyElseBeginsWhole) {
    stage_.activate("Zoom in");
    presenter().screen_on = false;
    stage_.view.participants[1].screen_on = stage_.view.participants[1].screen_shown = true;
    stage_.rest();
    EXPECT_FALSE(stage_.video("peer1/screen")->whole);
}

TEST_F(Presentation, CanBePinnedAsAnyTile) {
    EXPECT_TRUE(emitted<core::action::PinTile>(stage_.activate("Pin Person 2's screen")));
}

TEST_F(Presentation, IsWhatFloatsOverOtherWindows) {
    stage_.view.stage.floating_offered = true;
    stage_.rest();
    const auto& result = stage_.choose("Picture-in-picture");
    EXPECT_EQ(action_in<core::action::FloatPicture>(result.actions)->tile.kind, Tile::Kind::Screen);
}

}  // namespace
}  // namespace parley::ui
