#include "ui/shortcuts.hpp"

#include <gtest/gtest.h>

#include "tests/ui/stage.hpp"

namespace parley::ui {
namespace {

using testing::emitted;
using testing::Stage;
using enum SemanticRole;

class Shortcuts : public ::testing::Test {
protected:
    Shortcuts() {
        stage_.view = testing::call_with(2);
        stage_.frame();
    }
    const FrameResult& press(std::string_view key) {
        stage_.send({SemanticEvent::Kind::Key, 0, std::string(key), false});
        return stage_.frame();
    }
    Stage stage_;
};

TEST_F(Shortcuts, DoWhatTheirButtonsDo) {
    EXPECT_TRUE(emitted<core::action::ToggleMicrophone>(press("m")));
    EXPECT_TRUE(emitted<core::action::ToggleMicrophone>(press("M")));
    EXPECT_TRUE(emitted<core::action::ToggleCamera>(press("v")));
    EXPECT_TRUE(emitted<core::action::ToggleChat>(press("c")));
    EXPECT_TRUE(emitted<core::action::TogglePeople>(press("p")));
    EXPECT_TRUE(emitted<core::action::CopyLink>(press("l")));
    EXPECT_TRUE(emitted<core::action::OpenKeys>(press("?")));
    EXPECT_TRUE(press("q").actions.empty());
}

TEST_F(Shortcuts, OfWhatStandsInTheMenuActToo) {
    stage_.surface.width = 320;
    stage_.frame();
    ASSERT_FALSE(stage_.shows(Button, "Copy link"));
    EXPECT_TRUE(emitted<core::action::CopyLink>(press("l")));
}

TEST_F(Shortcuts, CopyTheLinkOnceWhoeverIsThere) {
    for (const std::size_t people : {1U, 2U}) {
        stage_.view = testing::call_with(people);
        stage_.frame();
        std::size_t copies = 0;
        for (const core::UserAction& action : press("l").actions)
            copies += std::holds_alternative<core::action::CopyLink>(action) ? 1 : 0;
        EXPECT_EQ(copies, 1U) << people;
    }
}

TEST_F(Shortcuts, AreSaidOnTheirButtons) {
    EXPECT_EQ(stage_.find(Button, "Mute microphone")->shortcut, "M");
    EXPECT_EQ(stage_.find(Button, "Settings")->shortcut, "");
}

TEST_F(Shortcuts, AreSilentUnderASheet) {
    stage_.view.settings.open = true;
    stage_.frame();
    EXPECT_TRUE(press("m").actions.empty());
}

TEST_F(Shortcuts, AreSilentOutsideOfACall) {
    stage_.view.screen = core::Screen::Left;
    stage_.frame();
    EXPECT_TRUE(press("m").actions.empty());
}

TEST_F(Shortcuts, AreSilentWhenThePersonWantsThatSo) {
    stage_.view.settings.preferences.single_keys = core::output::SingleKeys::Off;
    EXPECT_TRUE(press("m").actions.empty());
}

TEST_F(Shortcuts, AreListedWithASwitchThatSilencesThem) {
    stage_.view.keys_shown = true;
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Dialog, "Keyboard"));
    EXPECT_TRUE(stage_.shows(ListItem, "M: Mute or unmute your microphone"));
    const FrameResult& result = stage_.activate("Single keys");
    ASSERT_EQ(result.actions.size(), 1U);
    EXPECT_EQ(std::get<core::action::SetSingleKeys>(result.actions[0]).single_keys, core::output::SingleKeys::Off);
    stage_.send({SemanticEvent::Kind::Dismiss, 0, {}, false});
    EXPECT_TRUE(emitted<core::action::CloseKeys>(stage_.frame()));
}

}  // namespace
}  // namespace parley::ui
