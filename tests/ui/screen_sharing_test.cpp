#include <gtest/gtest.h>

#include <algorithm>

#include "tests/ui/stage.hpp"
#include "ui/screen_words.hpp"

namespace parley::ui {
namespace {

using core::ScreenShareState;
using core::ScreenTrouble;
using testing::call_with;
using testing::emitted;
using testing::Stage;
using enum SemanticRole;

/// A call of two in a browser that can share.
class Sharing : public ::testing::Test {
protected:
    Sharing() {
        stage_.view = call_with(2);
        stage_.view.screen_share.offered = true;
    }
    core::ParticipantView& own() { return stage_.view.participants[0]; }
    core::ParticipantView& other() { return stage_.view.participants[1]; }
    [[nodiscard]] const VideoPlacement* video(const core::ParticipantView& presenter) const {
        const auto& videos = stage_.result().videos;
        const auto found = std::ranges::find(videos, core::screen_element(presenter.peer), &VideoPlacement::element);
        return found == videos.end() ? nullptr : &*found;
    }
    void present() {
        stage_.view.screen_share.state = ScreenShareState::On;
        own().screen_on = own().screen_shown = true;
    }
    Stage stage_;
};

TEST_F(Sharing, IsOneButtonThatBeginsAndEnds) {
    stage_.frame();
    EXPECT_TRUE(emitted<core::action::ToggleScreen>(stage_.activate("Share screen")));
    present();
    stage_.frame();
    EXPECT_FALSE(stage_.shows(Button, "Share screen"));
    EXPECT_TRUE(emitted<core::action::ToggleScreen>(stage_.activate("Stop sharing")));
}

TEST_F(Sharing, IsHiddenWhereTheBrowserCanNot) {
    stage_.view.screen_share.offered = false;
    stage_.frame();
    EXPECT_FALSE(stage_.shows(Button, "Share screen"));
}

TEST_F(Sharing, IsSaidAsLongAsItGoesOnWithAWayToStop) {
    stage_.frame();
    EXPECT_FALSE(stage_.shows(Status, "You are presenting"));
    present();
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Status, "You are presenting"));
    const auto buttons = std::ranges::count(stage_.result().semantics, "Stop sharing", &SemanticNode::name);
    EXPECT_EQ(buttons, 2) << "in the bar and in the banner";
    stage_.view.screen_share.sound = true;
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Status, "You are presenting, with sound"));
}

TEST_F(Sharing, ThatFailedSaysWhyAndWhatToDoUntilThatIsRead) {
    for (const auto trouble :
         {ScreenTrouble::DeniedBySystem, ScreenTrouble::Missing, ScreenTrouble::Busy, ScreenTrouble::Failed}) {
        stage_.view.screen_share.trouble = trouble;
        stage_.frame();
        const Message message = screen_trouble_message(trouble);
        EXPECT_TRUE(stage_.shows(Status, std::string(message.title) + ". " + std::string(message.text)));
        EXPECT_TRUE(emitted<core::action::DismissScreenTrouble>(stage_.activate("OK")));
    }
}

TEST_F(Sharing, OfOthersHasATileOfItsOwnBesideThem) {
    other().screen_on = other().screen_shown = true;
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Group, "Person 1's screen"));
    EXPECT_TRUE(stage_.shows(Group, "Person 1"));
    const VideoPlacement* screen = video(other());
    ASSERT_NE(screen, nullptr);
    EXPECT_EQ(screen->fit, VideoPlacement::Fit::Contain);
    EXPECT_FALSE(screen->mirrored);
}

TEST_F(Sharing, TellsHowLargeTheScreenOfAnotherIsShownAndNotTheOwn) {
    present();
    other().screen_on = true;
    const auto& pictures = stage_.frame().pictures;
    const auto shown = [&](const core::ParticipantView& presenter) {
        return std::ranges::find(pictures, core::screen_element(presenter.peer),
                                 &core::input::PicturesShown::Picture::element) != pictures.end();
    };
    EXPECT_TRUE(shown(other())) << "before there is a picture: nobody would send one else";
    EXPECT_FALSE(shown(own()));
    EXPECT_NE(video(own()), nullptr);
}

TEST_F(Sharing, SaysWhatIsWaitedForWhileThereIsNoPicture) {
    other().screen_on = true;
    stage_.frame();
    EXPECT_EQ(video(other()), nullptr);
    EXPECT_TRUE(stage_.shows(Status, "The screen of Person 1 is on its way"));
    other().screen_paused = true;
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Status, "Paused: the connection of Person 1 carries sound only for now"));
    other().screen_paused = false;
    other().pair = core::PairState::Reconnecting;
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Status, "Waiting for the connection to Person 1"));
}

TEST_F(Sharing, IsAnnouncedWhenSomebodyBeginsAndWhenTheOwnEndsByItself) {
    stage_.frame();
    stage_.view.notices = {{1, core::NoticeKind::ScreenShown, "Ben"}, {2, core::NoticeKind::ScreenEnded, {}}};
    EXPECT_EQ(stage_.frame().announcement, "Ben is presenting. Your screen is no longer shared");
}

}  // namespace
}  // namespace parley::ui
