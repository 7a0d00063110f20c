#include <gtest/gtest.h>

#include <utility>

#include "tests/ui/stage.hpp"
#include "ui/geometry.hpp"

// How somebody else is given the link.

namespace parley::ui {
namespace {

using testing::emitted;
using testing::Stage;
using enum SemanticRole;

class Invite : public ::testing::Test {
protected:
    void show(core::View view) {
        view.share_offered = share_offered_;
        stage_.view = std::move(view);
        stage_.frame();
        stage_.frame();
    }
    bool share_offered_ = true;
    Stage stage_;
};

core::View pre_join() {
    core::View view;
    view.screen = core::Screen::PreJoin;
    return view;
}

TEST_F(Invite, ByTheSheetOfTheSystemStandsBesideTheCopy) {
    for (const core::View& view : {pre_join(), testing::call_with(1)}) {
        show(view);
        const Rect share = stage_.find(Button, "Share link")->rect;
        const Rect copy = stage_.find(Button, "Copy link")->rect;
        EXPECT_EQ(share.y, copy.y);
        EXPECT_LT(right(share), copy.x);
        EXPECT_TRUE(emitted<core::action::ShareLink>(stage_.activate("Share link")));
        EXPECT_TRUE(emitted<core::action::CopyLink>(stage_.activate("Copy link")));
    }
}

TEST_F(Invite, IsByCopyingAloneWhereThereIsNoSheet) {
    share_offered_ = false;
    for (const core::View& view : {pre_join(), testing::call_with(1)}) {
        show(view);
        EXPECT_FALSE(stage_.shows(Button, "Share link"));
        EXPECT_TRUE(stage_.shows(Button, "Copy link"));
    }
}

TEST_F(Invite, StandsInTheMenuOfACallWithOthers) {
    show(testing::call_with(2));
    EXPECT_FALSE(stage_.shows(Button, "Share link"));
    EXPECT_TRUE(emitted<core::action::ShareLink>(stage_.choose("Share link")));
}

TEST_F(Invite, StandsInTheMenuOnlyWhereItIsNotBesideTheCall) {
    show(testing::call_with(1));
    stage_.open_menu("More");
    EXPECT_FALSE(stage_.shows(MenuItem, "Share link"));
}

}  // namespace
}  // namespace parley::ui
