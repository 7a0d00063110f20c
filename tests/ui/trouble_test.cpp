#include <gtest/gtest.h>

#include "tests/ui/stage.hpp"
#include "ui/geometry.hpp"

namespace parley::ui {
namespace {

using core::PairState;
using testing::emitted;
using testing::Stage;
using enum SemanticRole;

/// What a call shows while something in it does not work.
class Trouble : public ::testing::Test {
protected:
    Trouble() {
        stage_.view = testing::call_with(3);
        stage_.frame();
    }
    void pair_is(PairState state) {
        stage_.view.participants[1].pair = state;
        stage_.frame();
    }
    void server_is_away() { stage_.view.server = core::ServerLink::Reconnecting; }
    Stage stage_;
};

TEST_F(Trouble, KeepsTheLastPictureWhileAPairReconnects) {
    const std::vector<VideoPlacement> before = stage_.result().videos;
    pair_is(PairState::Reconnecting);
    EXPECT_EQ(stage_.result().videos, before);
    ASSERT_TRUE(stage_.shows(Status, "Reconnecting"));
    EXPECT_EQ(stage_.find(Status, "Reconnecting")->parent, stage_.find(Group, "Person 1")->id);
}

TEST_F(Trouble, TurnsTheSpinnerOfATileAtMostTenTimesASecond) {
    pair_is(PairState::Reconnecting);
    EXPECT_NEAR(stage_.frame().next_frame_in_s, 0.1, 0.001);
    pair_is(PairState::Connected);
    EXPECT_LT(stage_.frame().next_frame_in_s, 0);
}

TEST_F(Trouble, LeadsFromAFailedTileToTheCheck) {
    for (const PairState state : {PairState::Connecting, PairState::Connected, PairState::Reconnecting}) {
        pair_is(state);
        EXPECT_FALSE(stage_.shows(Button, "Find out why"));
    }
    pair_is(PairState::Failed);
    ASSERT_TRUE(stage_.shows(Status, "Could not connect"));
    EXPECT_EQ(stage_.find(Button, "Find out why")->parent, stage_.find(Group, "Person 1")->id);
    EXPECT_EQ(stage_.click("Find out why").size(), 1U);
    EXPECT_TRUE(emitted<core::action::CheckConnection>(stage_.activate("Find out why")));
}

TEST_F(Trouble, MovesNoPictureForABanner) {
    for (const float width : {390.0F, 1280.0F}) {
        stage_.surface.width = width;
        stage_.view.server = core::ServerLink::Online;
        stage_.view.sound_blocked = false;
        stage_.frame();
        const std::vector<VideoPlacement> before = stage_.result().videos;
        server_is_away();
        stage_.view.sound_blocked = true;
        stage_.frame();
        EXPECT_EQ(stage_.result().videos, before) << width;
        EXPECT_TRUE(stage_.shows(Button, "Tap to hear"));
    }
}

TEST_F(Trouble, LeavesWhatATileSaysClearOfTheBanners) {
    stage_.surface.width = 390;
    stage_.surface.height = 844;
    server_is_away();
    pair_is(PairState::Reconnecting);
    const float chip_y = stage_.find(Status, "Reconnecting")->rect.y;
    for (const SemanticNode& node : stage_.result().semantics) {
        const bool banner = node.role == Status && node.name != "Reconnecting";
        EXPECT_TRUE(!banner || bottom(node.rect) <= chip_y) << node.name;
    }
}

TEST_F(Trouble, SaysOfAServerThatIsAwayWhatIsTrue) {
    server_is_away();
    const auto says = [&](std::string_view text) {
        stage_.frame();
        return stage_.shows(Status, text);
    };
    EXPECT_TRUE(says("You are still connected to everyone here; new people can't join for the moment."));
    stage_.view.participants[1].pair = PairState::Reconnecting;
    EXPECT_TRUE(says("The server does not answer; some people here are cut off until it does."));
    stage_.view.participants[2].pair = PairState::Failed;
    EXPECT_TRUE(says("The server does not answer; lost connections come back when it does."));
    stage_.view.participants.resize(1);
    EXPECT_TRUE(says("The server does not answer; people can't join for the moment."));
}

TEST(Coverage, IsSaidBeforeACallThatReachesOneNetworkOnly) {
    Stage stage;
    stage.view.screen = core::Screen::PreJoin;
    const auto hinted = [&](core::Coverage coverage) {
        stage.view.coverage = coverage;
        stage.frame();
        return std::ranges::any_of(stage.result().semantics, [](const SemanticNode& node) {
            return node.role == Text && node.name.starts_with("Calls work only between people on the same network");
        });
    };
    EXPECT_TRUE(hinted(core::Coverage::OneNetwork));
    EXPECT_FALSE(hinted(core::Coverage::Unknown));
    EXPECT_FALSE(hinted(core::Coverage::MostNetworks));
    EXPECT_FALSE(hinted(core::Coverage::AllNetworks));
}

}  // namespace
}  // namespace parley::ui
