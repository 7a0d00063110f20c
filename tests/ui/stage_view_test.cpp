#include <gtest/gtest.h>

#include <algorithm>
#include <cfloat>

#include "tests/ui/stage_of.hpp"
#include "ui/geometry.hpp"

// What a person sees and does with the tiles of a call.

namespace parley::ui {
namespace {

using core::Corner;
using core::Layout;
using core::OwnPicture;
using core::Tile;
using testing::action_in;
using testing::emitted;
using testing::StageOf;
using enum SemanticRole;
using Kind = SemanticEvent::Kind;

// Two.

TEST_F(StageOf, TwoShowsTheOtherLargeAndOneselfFloatingOverIt) {
    begin(2);
    const VideoPlacement* own = stage_.video("peer0");
    const VideoPlacement* other = stage_.video("peer1");
    EXPECT_EQ(own->level, VideoPlacement::Level::Floating);
    EXPECT_EQ(other->level, VideoPlacement::Level::Page);
    EXPECT_GT(other->rect.width * other->rect.height, 9 * own->rect.width * own->rect.height);
    EXPECT_LE(right(own->rect), right(other->rect));
    EXPECT_LE(bottom(own->rect), bottom(other->rect));
    EXPECT_TRUE(own->mirrored);
}

TEST_F(StageOf, TwoLeavesAHoleForTheFloatingPictureInATileWithoutOne) {
    begin(2);
    stage_.view.participants[1].video_shown = false;
    stage_.frame();
    EXPECT_EQ(stage_.tile("Person 1")->hole, stage_.video("peer0")->rect);
    stage_.view.participants[0].video_shown = false;
    stage_.frame();
    EXPECT_EQ(stage_.tile("Person 1")->hole, Rect{});
}

TEST_F(StageOf, TwoKeepsTheOthersNameClearOfTheFloatingPicture) {
    for (const auto& [width, height] : {std::pair{1280.0F, 720.0F}, {390.0F, 844.0F}, {844.0F, 390.0F}})
        for (const Corner corner : {Corner::TopLeft, Corner::TopRight, Corner::BottomRight, Corner::BottomLeft}) {
            stage_.surface.width = width;
            stage_.surface.height = height;
            begin(2);
            stage_.view.participants[1].mark = core::quality::Mark::Good;
            preferences().own_corner = corner;
            stage_.rest();
            const Rect own = place("Person 0 (you)");
            for (const char* name : {"Connection of Person 1: good", "Pin Person 1"}) {
                const Rect rect = stage_.find_button(name)->rect;
                const bool apart =
                    right(rect) <= own.x || right(own) <= rect.x || bottom(rect) <= own.y || bottom(own) <= rect.y;
                EXPECT_TRUE(apart) << name << " at " << width << " in corner " << static_cast<int>(corner);
            }
        }
}

TEST_F(StageOf, TwoLetsAHandDragTheOwnPictureToACorner) {
    begin(2);
    const Rect other = place("Person 1");
    const auto actions = drag(place("Person 0 (you)"), other.x + 60, other.y + 40);
    const auto* moved = action_in<core::action::MoveOwnPicture>(actions);
    ASSERT_NE(moved, nullptr);
    EXPECT_EQ(moved->corner, Corner::TopLeft);
    EXPECT_EQ(action_in<core::action::PinTile>(actions), nullptr);
}

TEST_F(StageOf, TwoShowsTheOwnPictureUnderTheHandThatDragsIt) {
    begin(2);
    const Rect before = place("Person 0 (you)");
    move_to(before.x + 50, before.y + 50);
    button(true);
    move_to(before.x - 150, before.y - 50);
    stage_.frame();
    EXPECT_NEAR(stage_.video("peer0")->rect.x, before.x - 200, 1);
    EXPECT_NEAR(stage_.video("peer0")->rect.y, before.y - 100, 1);
}

TEST_F(StageOf, TwoBearsSomebodyComingWhileTheOwnPictureIsDragged) {
    begin(2);
    const Rect before = place("Person 0 (you)");
    move_to(before.x + 50, before.y + 50);
    button(true);
    move_to(before.x - 150, before.y - 50);
    stage_.view = testing::call_with(3);
    stage_.frame();
    button(false);
    stage_.rest();
    EXPECT_EQ(stage_.video("peer0")->level, VideoPlacement::Level::Page);
    EXPECT_LT(stage_.frame().next_frame_in_s, 0);
}

TEST_F(StageOf, TwoLetsTheKeyboardMoveTheOwnPicture) {
    begin(2);
    const auto& result = stage_.activate("Move my picture");
    const auto* moved = action_in<core::action::MoveOwnPicture>(result.actions);
    ASSERT_NE(moved, nullptr);
    EXPECT_EQ(moved->corner, Corner::BottomLeft);
}

// The own picture.

TEST_F(StageOf, EverySizeCanHideTheOwnPicture) {
    for (const std::size_t people : {1U, 2U, 3U, 9U}) {
        begin(people);
        const auto& result = stage_.activate("Hide my picture");
        const auto* shown = action_in<core::action::ShowOwnPicture>(result.actions);
        ASSERT_NE(shown, nullptr) << people;
        EXPECT_EQ(shown->picture, OwnPicture::Hidden);
        preferences().own_picture = OwnPicture::Hidden;
        stage_.rest();
        EXPECT_EQ(stage_.video("peer0"), nullptr);
        ASSERT_NE(stage_.find(Group, "Person 0 (you)"), nullptr) << "one is still there";
        EXPECT_TRUE(emitted<core::action::ShowOwnPicture>(stage_.activate("Show my picture")));
    }
}

TEST_F(StageOf, TwoSaysOnTheChipOfAHiddenPictureThatOneIsMuted) {
    begin(2);
    preferences().own_picture = OwnPicture::Hidden;
    stage_.view.participants[0].microphone_on = false;
    stage_.rest();
    ASSERT_TRUE(stage_.shows(Text, "Microphone off"));
    EXPECT_EQ(stage_.find(Text, "Microphone off")->parent, stage_.find(Group, "Person 0 (you)")->id);
}

// Pins.

TEST_F(StageOf, ThreePinsByAButtonOfTheTile) {
    begin(3);
    const auto& result = stage_.activate("Pin Person 2");
    const auto* pinned = action_in<core::action::PinTile>(result.actions);
    ASSERT_NE(pinned, nullptr);
    EXPECT_EQ(pinned->tile, (Tile{PeerId("peer2"), Tile::Kind::Person}));
    stage_.view.stage.pinned = {pinned->tile};
    stage_.rest();
    EXPECT_GT(place("Person 2").width, 2 * place("Person 1").width);
    EXPECT_TRUE(emitted<core::action::UnpinTile>(stage_.activate("Unpin Person 2")));
}

TEST_F(StageOf, ThreePinsByTheMouseOnAButtonThatAppearsUnderIt) {
    begin(3);
    EXPECT_NE(action_in<core::action::PinTile>(stage_.click("Pin Person 2")), nullptr);
}

TEST_F(StageOf, ThreePinsByADoubleClick) {
    begin(3);
    const Rect tile = place("Person 1");
    const auto actions = double_click(tile.x + tile.width / 2, tile.y + tile.height / 2);
    ASSERT_NE(action_in<core::action::PinTile>(actions), nullptr);
    EXPECT_EQ(action_in<core::action::PinTile>(actions)->tile.peer, PeerId("peer1"));
    EXPECT_EQ(std::ranges::count_if(
                  actions, [](const auto& action) { return std::holds_alternative<core::action::PinTile>(action); }),
              1);
}

TEST_F(StageOf, ThreeDoesNotPinBySingleClicks) {
    begin(3);
    const Rect tile = place("Person 1");
    move_to(tile.x + tile.width / 2, tile.y + tile.height / 2);
    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(button(true).empty());
        EXPECT_TRUE(button(false).empty());
        stage_.now_s += 1;
    }
}

TEST_F(StageOf, ThreeShowsItsButtonsToAFingerThatTaps) {
    begin(3);
    const Rect tile = place("Person 1");
    ImGuiIO& io = ImGui::GetIO();
    const auto tap = [&](float x, float y) {
        io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
        io.AddMousePosEvent(x, y);
        stage_.frame();
        button(true);
        const auto actions = button(false);
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        stage_.frame();
        stage_.now_s += 1;
        return actions;
    };
    const Rect pin = stage_.find_button("Pin Person 1")->rect;
    EXPECT_TRUE(tap(pin.x + 8, pin.y + 8).empty()) << "nothing is there to be seen yet";
    stage_.frame();
    EXPECT_NE(action_in<core::action::PinTile>(tap(pin.x + 8, pin.y + 8)), nullptr);
    EXPECT_TRUE(tap(tile.x + tile.width / 2, tile.y + tile.height / 2).empty());
}

// Pages.

TEST_F(StageOf, ManyAreShownInPagesOfWhichOthersAreNotAskedFor) {
    begin(30);
    preferences().layout = Layout::Grid;
    stage_.rest();
    ASSERT_TRUE(stage_.shows(Status, "Page 1 of 2"));
    EXPECT_TRUE(stage_.find_button("Previous page")->disabled);
    EXPECT_TRUE(stage_.shows(Group, "Person 1"));
    EXPECT_FALSE(stage_.shows(Group, "Person 29"));
    const auto pictures = stage_.result().pictures;
    EXPECT_EQ(pictures.size(), stage_.result().tiles.size() - 1) << "of those on the page, and not of oneself";
    EXPECT_EQ(std::ranges::count(pictures, "peer29", &core::input::PicturesShown::Picture::element), 0);

    stage_.click("Next page");
    EXPECT_TRUE(stage_.shows(Status, "Page 2 of 2"));
    EXPECT_TRUE(stage_.find_button("Next page")->disabled);
    EXPECT_TRUE(stage_.shows(Group, "Person 29"));
    EXPECT_FALSE(stage_.shows(Group, "Person 1"));
    EXPECT_EQ(std::ranges::count(stage_.result().pictures, "peer29", &core::input::PicturesShown::Picture::element), 1);
    stage_.click("Previous page");
    EXPECT_TRUE(stage_.shows(Group, "Person 1"));
}

TEST_F(StageOf, ManyTurnsBackFromAPageThatIsNoMore) {
    begin(30);
    preferences().layout = Layout::Grid;
    stage_.rest();
    stage_.click("Next page");
    stage_.view.participants.resize(5);
    stage_.rest();
    EXPECT_TRUE(stage_.shows(Group, "Person 1"));
    EXPECT_FALSE(stage_.shows(Button, "Next page"));
}

// Moves.

TEST_F(StageOf, FiveMovesTilesInAShortWayAndThenDrawsNothing) {
    begin(5);
    preferences().layout = Layout::Speaker;
    const Rect before = stage_.video("peer1")->rect;
    EXPECT_GE(stage_.frame().next_frame_in_s, 0);
    stage_.now_s += 0.05;
    stage_.frame();
    const Rect on_its_way = stage_.video("peer1")->rect;
    stage_.rest();
    const Rect after = stage_.video("peer1")->rect;
    EXPECT_GT(on_its_way.width, before.width);
    EXPECT_LT(on_its_way.width, after.width);
    EXPECT_LT(stage_.result().next_frame_in_s, 0);
    EXPECT_EQ(place("Person 1"), after) << "what is drawn follows the picture";
}

TEST_F(StageOf, FiveTellsHowLargePicturesWillBeAndNotWhatTheyAreOnTheWay) {
    begin(5);
    preferences().layout = Layout::Speaker;
    const auto during = stage_.frame().pictures;
    EXPECT_EQ(during, stage_.rest().pictures);
}

TEST_F(StageOf, FiveMovesAtOnceForWhoWantsLessMotion) {
    begin(5);
    stage_.surface.motion = Motion::Reduced;
    preferences().layout = Layout::Speaker;
    EXPECT_LT(stage_.frame().next_frame_in_s, 0);
    const Rect at_once = stage_.video("peer1")->rect;
    stage_.rest();
    EXPECT_EQ(stage_.video("peer1")->rect, at_once);
}

TEST_F(StageOf, FiveFollowsTheWindowAtOnce) {
    begin(5);
    stage_.surface.width = 800;
    EXPECT_LT(stage_.frame().next_frame_in_s, 0);
}

TEST_F(StageOf, SixLetsOnlyTheSpeakersChangePlaces) {
    begin(6);
    preferences().layout = Layout::Sidebar;
    stage_.rest();
    const Rect large = place("Person 1");
    const Rect small = place("Person 4");
    const Rect others[] = {place("Person 0 (you)"), place("Person 2"), place("Person 3"), place("Person 5")};
    stage_.view.stage.speaker = PeerId("peer4");
    stage_.rest();
    EXPECT_EQ(place("Person 4"), large);
    EXPECT_EQ(place("Person 1"), small);
    const Rect same[] = {place("Person 0 (you)"), place("Person 2"), place("Person 3"), place("Person 5")};
    EXPECT_TRUE(std::ranges::equal(others, same));
}

TEST_F(StageOf, FourKeepsItsGridWhoeverSpeaks) {
    begin(4);
    const auto before = stage_.result().videos;
    stage_.view.stage.speaker = PeerId("peer3");
    stage_.view.participants[3].speaking = true;
    EXPECT_EQ(stage_.frame().videos, before);
    EXPECT_LT(stage_.result().next_frame_in_s, 0);
}

// What the bar offers.

TEST_F(StageOf, ThreeOffersItsLayoutsInAMenu) {
    begin(3);
    preferences().layout = Layout::Grid;
    stage_.choose("Layout");
    stage_.rest();
    for (const char* name : {"Automatic", "Grid", "Speaker", "Sidebar"})
        ASSERT_TRUE(stage_.shows(MenuItemRadio, name)) << name;
    EXPECT_EQ(stage_.find(MenuItemRadio, "Grid")->pressed, true);
    EXPECT_EQ(stage_.find(MenuItemRadio, "Automatic")->pressed, false);
    const auto& result = stage_.activate("Sidebar");
    const auto* set = action_in<core::action::SetLayout>(result.actions);
    ASSERT_NE(set, nullptr);
    EXPECT_EQ(set->layout, Layout::Sidebar);
}

TEST_F(StageOf, ThreeOffersItsLayoutsOnAPhoneBehindMore) {
    stage_.surface.width = 320;
    stage_.surface.height = 568;
    begin(3);
    stage_.open_menu("More");
    stage_.activate("Layout");
    stage_.frame();
    stage_.frame();
    ASSERT_TRUE(stage_.shows(MenuItemRadio, "Speaker"));
    stage_.send({Kind::Dismiss, 0, {}, false});
    stage_.frame();
    const SemanticId focus = stage_.frame().focus;
    EXPECT_EQ(focus, stage_.id_of_button("More")) << "the focus is not lost";
}

TEST_F(StageOf, ThreeOffersTheWholeScreenAndAFloatingPictureWhereTheBrowserHasThem) {
    begin(3);
    for (const char* name : {"Full screen", "Picture-in-picture"}) EXPECT_EQ(stage_.find_button(name), nullptr);
    stage_.view.stage.full_screen_offered = stage_.view.stage.floating_offered = true;
    stage_.rest();
    EXPECT_TRUE(emitted<core::action::ToggleFullScreen>(stage_.choose("Full screen")));
    stage_.view.stage.full_screen = core::Switched::On;
    stage_.rest();
    EXPECT_TRUE(emitted<core::action::ToggleFullScreen>(stage_.choose("Exit full screen")));
    stage_.rest();

    const auto& result = stage_.choose("Picture-in-picture");
    const auto* floating = action_in<core::action::FloatPicture>(result.actions);
    ASSERT_NE(floating, nullptr);
    EXPECT_EQ(floating->tile.peer, PeerId("peer1"));
    stage_.view.stage.floating = "peer1";
    stage_.rest();
    ASSERT_TRUE(stage_.shows(ToggleButton, "Picture-in-picture")) << "what lasts is ended in the bar";
    EXPECT_EQ(stage_.find_button("Picture-in-picture")->pressed, true);
    EXPECT_TRUE(emitted<core::action::LandPicture>(stage_.activate("Picture-in-picture")));
}

}  // namespace
}  // namespace parley::ui
