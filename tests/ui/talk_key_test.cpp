#include "ui/views/talk_key.hpp"

#include <gtest/gtest.h>

#include "tests/ui/stage.hpp"

namespace parley::ui {
namespace {

using testing::emitted;
using testing::Stage;
using Kind = SemanticEvent::Kind;

class TalkByKey : public ::testing::Test {
protected:
    TalkByKey() {
        stage_.view = testing::call_with(2);
        stage_.view.settings.preferences.devices.talk = core::TalkMode::PushToTalk;
        stage_.frame();
    }
    const FrameResult& happens(Kind kind, std::string_view key) {
        stage_.send({kind, 0, std::string(key), false});
        return stage_.frame();
    }
    Stage stage_;
};

TEST_F(TalkByKey, IsHeardForAsLongAsTheSpaceBarIsHeld) {
    EXPECT_TRUE(emitted<core::action::Talk>(happens(Kind::Key, " ")));
    EXPECT_FALSE(emitted<core::action::TalkEnded>(stage_.frame()));
    EXPECT_FALSE(emitted<core::action::TalkEnded>(happens(Kind::KeyUp, "m")));
    EXPECT_TRUE(emitted<core::action::TalkEnded>(happens(Kind::KeyUp, " ")));
    EXPECT_FALSE(emitted<core::action::TalkEnded>(happens(Kind::KeyUp, " ")));
}

TEST_F(TalkByKey, EndsWhenThePageLooksAway) {
    happens(Kind::Key, " ");
    EXPECT_TRUE(emitted<core::action::TalkEnded>(happens(Kind::KeyUp, "")));
}

TEST_F(TalkByKey, EndsUnderASheetToo) {
    happens(Kind::Key, " ");
    stage_.view.settings.open = true;
    EXPECT_TRUE(emitted<core::action::TalkEnded>(happens(Kind::KeyUp, " ")));
}

TEST_F(TalkByKey, NeedsPushToTalk) {
    stage_.view.settings.preferences.devices.talk = core::TalkMode::Open;
    EXPECT_FALSE(emitted<core::action::Talk>(happens(Kind::Key, " ")));
}

}  // namespace
}  // namespace parley::ui
