#include <gtest/gtest.h>

#include <set>
#include <string>

#include "tests/ui/stage.hpp"
#include "ui/geometry.hpp"

namespace parley::ui {
namespace {

using core::PairState;
using core::quality::Cause;
using core::quality::Mark;
using testing::Stage;
using enum SemanticRole;

constexpr std::string_view sound_only = "Sound only: their upload is slow";

/// What the tiles of a call say about connections, and about the pictures in them.
class TileQuality : public ::testing::Test {
protected:
    TileQuality() { stage_.view = testing::call_with(3); }
    core::ParticipantView& you() { return stage_.view.participants[0]; }
    core::ParticipantView& they() { return stage_.view.participants[1]; }
    void mark_is(Mark mark, Cause cause = Cause::None) {
        they().mark = mark;
        they().cause = cause;
        stage_.frame();
    }
    bool any_mark() const {
        return std::ranges::any_of(stage_.result().semantics, [](const SemanticNode& node) {
            return node.name.starts_with("Connection of") || node.name.starts_with("Your connection");
        });
    }
    /// Who of twelve is on this page, with a mark in the tile.
    std::set<std::string> marked_people() const {
        std::set<std::string> people;
        for (std::size_t i = 1; i < 12; ++i) {
            const std::string name = "Person " + std::to_string(i);
            const SemanticNode* group = stage_.find(Group, name);
            const SemanticNode* button = stage_.find(Button, "Connection of " + name + ": poor");
            EXPECT_EQ(group != nullptr, button != nullptr) << name;
            if (group == nullptr || button == nullptr) continue;
            people.insert(name);
            EXPECT_GE(button->rect.x - group->rect.x, 40) << "room for something of the name";
            EXPECT_LE(right(button->rect), right(group->rect));
            EXPECT_LE(bottom(button->rect), bottom(group->rect));
        }
        return people;
    }
    /// Who was seen on the way to the first or the last page.
    std::set<std::string> turn_pages(std::string_view button) {
        std::set<std::string> people = marked_people();
        while (stage_.shows(Button, button) && !stage_.find(Button, button)->disabled) {
            stage_.activate(button);
            stage_.rest();
            people.merge(marked_people());
        }
        return people;
    }
    std::uint16_t picture_height() { return stage_.frame().pictures.front().height; }
    Stage stage_;
};

TEST_F(TileQuality, IsNotMarkedBeforeItIsKnown) {
    stage_.frame();
    EXPECT_FALSE(any_mark());
}

TEST_F(TileQuality, IsAButtonOnThePersonsTileNamedByTheMark) {
    mark_is(Mark::Fair);
    ASSERT_TRUE(stage_.shows(Button, "Connection of Person 1: fair"));
    EXPECT_EQ(stage_.find(Button, "Connection of Person 1: fair")->parent, stage_.find(Group, "Person 1")->id);
    mark_is(Mark::Good);
    EXPECT_TRUE(stage_.shows(Button, "Connection of Person 1: good"));
    mark_is(Mark::Poor, Cause::YourDownload);
    EXPECT_EQ(stage_.find(Button, "Connection of Person 1: poor")->description, "Your download is slow");
}

TEST_F(TileQuality, LeadsToTheStatisticsOfThatPerson) {
    mark_is(Mark::Good);
    const auto actions = stage_.click("Connection of Person 1: good");
    ASSERT_EQ(actions.size(), 1U);
    EXPECT_EQ(std::get<core::action::ShowStatistics>(actions[0]).peer, they().peer);
}

TEST_F(TileQuality, OfOneselfIsSaidAndCannotBePressed) {
    you().mark = Mark::Fair;
    you().cause = Cause::YourUpload;
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Text, "Your connection: fair; your upload is slow"));
    EXPECT_EQ(stage_.find_button("Your connection: fair; your upload is slow"), nullptr);
}

TEST_F(TileQuality, StandsInItsTileBesideTheNameAtEverySize) {
    stage_.view = testing::call_with(12);
    for (auto& person : stage_.view.participants) {
        person.mark = Mark::Poor;
        person.microphone_on = false;
    }
    for (const auto& [width, height] : {std::pair{390.0F, 844.0F}, {320.0F, 568.0F}, {844.0F, 390.0F}}) {
        stage_.surface.width = width;
        stage_.surface.height = height;
        stage_.frame();
        turn_pages("Previous page");
        const std::set<std::string> shown = turn_pages("Next page");
        EXPECT_EQ(shown.size(), 11U) << "everybody else, on one page or another";
    }
}

TEST_F(TileQuality, WantsNoFramesByItself) {
    mark_is(Mark::Poor, Cause::TheirUpload);
    EXPECT_LT(stage_.frame().next_frame_in_s, 0);
}

TEST_F(TileQuality, SaysThatThereIsSoundOnlyWhereTheirLineCarriesNoPicture) {
    they().video_shown = false;
    mark_is(Mark::Poor, Cause::TheirUpload);
    ASSERT_TRUE(stage_.shows(Status, sound_only));
    EXPECT_EQ(stage_.find(Status, sound_only)->parent, stage_.find(Group, "Person 1")->id);
}

TEST_F(TileQuality, SaysNothingOfSoundOnlyWhereAPictureIsThereOrNotMeantToBe) {
    mark_is(Mark::Poor, Cause::TheirUpload);
    EXPECT_FALSE(stage_.shows(Status, sound_only)) << "there is a picture";
    they().video_shown = false;
    mark_is(Mark::Poor, Cause::LostOnTheWay);
    EXPECT_FALSE(stage_.shows(Status, sound_only));
    they().camera_on = false;
    mark_is(Mark::Poor, Cause::TheirUpload);
    EXPECT_FALSE(stage_.shows(Status, sound_only));
    they().camera_on = true;
    they().pair = PairState::Reconnecting;
    stage_.frame();
    EXPECT_FALSE(stage_.shows(Status, sound_only)) << "there is no sound either";
}

TEST_F(TileQuality, SaysThatThereIsSoundOnlyInTheSmallestTileToo) {
    stage_.view = testing::call_with(12);
    they().video_shown = false;
    stage_.surface.width = 568;
    stage_.surface.height = 320;
    mark_is(Mark::Poor, Cause::TheirUpload);
    EXPECT_TRUE(stage_.shows(Status, sound_only));
}

TEST_F(TileQuality, TellsHowLargeThePicturesOfOthersAre) {
    stage_.frame();
    ASSERT_EQ(stage_.result().pictures.size(), 2U);
    const Rect tile = stage_.find(Group, "Person 1")->rect;
    const auto expected = std::max(tile.height, tile.width * 9 / 16);
    EXPECT_EQ(stage_.result().pictures[0].element, "peer1");
    EXPECT_EQ(stage_.result().pictures[0].height, std::ceil(expected));
    stage_.surface.pixel_ratio = 2;
    EXPECT_EQ(picture_height(), std::ceil(2 * expected));
}

TEST_F(TileQuality, CountsTheWholePictureWhereTheTileCutsItsSidesOff) {
    stage_.view = testing::call_with(2);
    stage_.surface.width = 390;
    stage_.surface.height = 844;
    stage_.frame();
    const Rect tall = stage_.find(Group, "Person 1")->rect;
    EXPECT_GE(tall.height, tall.width * 9 / 16);
    EXPECT_EQ(picture_height(), tall.height);
}

TEST_F(TileQuality, TellsTheSameOfATileThatShowsNoPictureYet) {
    const std::uint16_t shown = picture_height();
    they().video_shown = false;
    EXPECT_EQ(picture_height(), shown);
}

TEST_F(TileQuality, TellsNothingOfTilesThatAreNotOnTheScreen) {
    stage_.surface.width = 390;
    stage_.view.chat.open = true;
    EXPECT_TRUE(stage_.frame().pictures.empty());
    stage_.view.screen = core::Screen::Left;
    EXPECT_TRUE(stage_.frame().pictures.empty());
}

}  // namespace
}  // namespace parley::ui
