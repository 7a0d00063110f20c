#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/ui/stage.hpp"

namespace parley::ui {
namespace {

using core::DeviceState;
using core::Screen;
using testing::emitted;
using testing::Stage;
using enum SemanticRole;

TEST(Landing, OffersANewMeetingAndAFieldForALink) {
    Stage stage;
    stage.view.screen = Screen::Landing;
    stage.frame();
    EXPECT_TRUE(stage.shows(Button, "New meeting"));
    EXPECT_TRUE(stage.shows(TextField, "Meeting link or code"));
    EXPECT_EQ(stage.result().title, "Parley");
}

TEST(Landing, OpensNothingWhileTheFieldIsEmpty) {
    Stage stage;
    stage.view.screen = Screen::Landing;
    stage.frame();
    EXPECT_TRUE(stage.find(Button, "Open")->disabled);
    stage.send({SemanticEvent::Kind::Submit, stage.find(TextField, "Meeting link or code")->id, {}, false});
    EXPECT_TRUE(stage.frame().actions.empty());
}

TEST(Landing, OpensWhatWasTypedOnEnter) {
    Stage stage;
    stage.view.screen = Screen::Landing;
    stage.frame();
    const SemanticId field = stage.find(TextField, "Meeting link or code")->id;
    stage.send({SemanticEvent::Kind::Input, field, "abcd-efgh-jkmn", false});
    stage.send({SemanticEvent::Kind::Submit, field, {}, false});
    const FrameResult& result = stage.frame();
    ASSERT_EQ(result.actions.size(), 1U);
    EXPECT_EQ(std::get<core::action::OpenMeeting>(result.actions[0]).text, "abcd-efgh-jkmn");
    EXPECT_FALSE(stage.find(Button, "Open")->disabled);
}

TEST(Landing, SaysThatALinkWasRejectedUntilItIsChanged) {
    Stage stage;
    stage.view.screen = Screen::Landing;
    stage.frame();
    const SemanticId field = stage.find(TextField, "Meeting link or code")->id;
    const auto alerts = [&] {
        return std::ranges::count(stage.result().semantics, Alert, [](const SemanticNode& node) { return node.role; });
    };
    stage.send({SemanticEvent::Kind::Input, field, "nonsense", false});
    stage.send({SemanticEvent::Kind::Submit, field, {}, false});
    stage.frame();
    stage.view.link_rejected = true;
    stage.frame();
    EXPECT_EQ(alerts(), 1);
    stage.send({SemanticEvent::Kind::Input, field, "nonsens", false});
    stage.frame();
    EXPECT_EQ(alerts(), 0);
}

class PreJoin : public ::testing::Test {
protected:
    PreJoin() {
        stage_.view.screen = Screen::PreJoin;
        stage_.view.room = "abcd-efgh-jkmn";
        stage_.view.local.name = "Ada";
    }
    SemanticId name_field() { return stage_.find(TextField, "Your name")->id; }
    Stage stage_;
};

TEST_F(PreJoin, OffersEverythingToGetReady) {
    stage_.frame();
    for (const char* name : {"Join", "Copy link", "Unmute microphone", "Turn camera on"})
        EXPECT_TRUE(stage_.shows(Button, name)) << name;
    EXPECT_TRUE(stage_.shows(Meter, "Microphone level"));
    const SemanticNode* field = stage_.find(TextField, "Your name");
    ASSERT_NE(field, nullptr);
    EXPECT_EQ(field->value, "Ada");
    EXPECT_EQ(field->autocomplete, "name");
    EXPECT_TRUE(field->autofocus);
    EXPECT_EQ(stage_.result().title, "abcd-efgh-jkmn - Parley");
}

TEST_F(PreJoin, NamesItsTogglesByWhatTheyWillDo) {
    stage_.view.local.microphone = DeviceState::On;
    stage_.view.local.camera = DeviceState::Starting;
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Button, "Mute microphone"));
    EXPECT_TRUE(stage_.shows(Button, "Turn camera off"));
    EXPECT_FALSE(stage_.shows(Button, "Unmute microphone"));
}

TEST_F(PreJoin, ShowsTheOwnPictureMirroredWhileTheCameraIsOn) {
    EXPECT_TRUE(stage_.frame().videos.empty());
    stage_.view.local.camera = DeviceState::On;
    stage_.frame();
    ASSERT_EQ(stage_.result().videos.size(), 1U);
    EXPECT_EQ(stage_.result().videos[0].element, "preview");
    EXPECT_TRUE(stage_.result().videos[0].mirrored);
    EXPECT_EQ(stage_.result().tiles[0].fill_rgba, 0U) << "nothing may cover the picture";
}

TEST_F(PreJoin, SaysWhatIsWrongWithADeviceAndOffersToTryAgain) {
    for (const DeviceState state :
         {DeviceState::Denied, DeviceState::Missing, DeviceState::Busy, DeviceState::Failed}) {
        stage_.view.local.camera = state;
        stage_.frame();
        const SemanticNode* again = stage_.find(Button, "Try again");
        ASSERT_NE(again, nullptr);
        EXPECT_EQ(again->description, "Camera");
        EXPECT_TRUE(emitted<core::action::RetryCamera>(stage_.activate("Try again")));
    }
}

TEST_F(PreJoin, SaysNothingOfDevicesThatArePlainlyOff) {
    stage_.frame();
    EXPECT_FALSE(stage_.shows(Button, "Try again"));
}

TEST_F(PreJoin, CanBeJoinedWithBothDevicesDenied) {
    stage_.view.local.microphone = stage_.view.local.camera = DeviceState::Denied;
    stage_.frame();
    EXPECT_TRUE(emitted<core::action::Join>(stage_.activate("Join")));
}

TEST_F(PreJoin, KeepsJoinInSightOnAPhoneWithBothDevicesBlocked) {
    stage_.surface.width = 390;
    stage_.surface.height = 844;
    stage_.view.local.microphone = stage_.view.local.camera = DeviceState::Denied;
    stage_.frame();
    const SemanticNode* join = stage_.find(Button, "Join");
    EXPECT_LE(join->rect.y + join->rect.height, 844);
    EXPECT_GE(stage_.find(Group, "Preview")->rect.height, 168);
}

TEST_F(PreJoin, JoinsOnEnterInTheName) {
    stage_.frame();
    stage_.send({SemanticEvent::Kind::Submit, name_field(), {}, false});
    EXPECT_TRUE(emitted<core::action::Join>(stage_.frame()));
}

TEST_F(PreJoin, JoinsOnlyOnce) {
    stage_.view.joining = true;
    stage_.frame();
    EXPECT_TRUE(stage_.find(Button, "Join")->disabled);
    stage_.send({SemanticEvent::Kind::Submit, name_field(), {}, false});
    EXPECT_TRUE(stage_.activate("Join").actions.empty());
    EXPECT_TRUE(stage_.click("Join").empty());
}

TEST_F(PreJoin, PassesEachChangeOfTheNameOn) {
    stage_.frame();
    stage_.send({SemanticEvent::Kind::Input, name_field(), "Ada L", false});
    const FrameResult& result = stage_.frame();
    ASSERT_EQ(result.actions.size(), 1U);
    EXPECT_EQ(std::get<core::action::ChangeName>(result.actions[0]).name, "Ada L");
    EXPECT_EQ(stage_.find(TextField, "Your name")->value, "Ada L");
}

TEST_F(PreJoin, NeverChangesTheNameUnderTheCaret) {
    stage_.frame();
    stage_.send({SemanticEvent::Kind::Focus, name_field(), {}, true});
    stage_.send({SemanticEvent::Kind::Input, name_field(), "Ada ", false});
    stage_.frame();
    stage_.view.local.name = "Ada!";
    stage_.frame();
    EXPECT_EQ(stage_.find(TextField, "Your name")->value, "Ada ");
    stage_.send({SemanticEvent::Kind::Blur, name_field(), {}, false});
    stage_.frame();
    EXPECT_EQ(stage_.find(TextField, "Your name")->value, "Ada!");
}

class Call : public ::testing::Test {
protected:
    Stage stage_;
};

TEST_F(Call, OffersItsControlsByTheirNames) {
    stage_.view = testing::call_with(2);
    stage_.frame();
    for (const char* name : {"Mute microphone", "Turn camera off", "More", "Leave call"})
        EXPECT_TRUE(stage_.shows(Button, name)) << name;
}

TEST_F(Call, NamesEveryPersonAndMarksYou) {
    stage_.view = testing::call_with(3);
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Group, "Person 0 (you)"));
    EXPECT_TRUE(stage_.shows(Group, "Person 1"));
    EXPECT_TRUE(stage_.shows(Group, "Person 2"));
    EXPECT_EQ(stage_.result().title, "abcd-efgh-jkmn (3) - Parley");
}

TEST_F(Call, CallsAPersonWithoutANameGuest) {
    stage_.view = testing::call_with(2);
    stage_.view.participants[1].name = " ";
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Group, "Guest"));
}

TEST_F(Call, MirrorsOnlyTheOwnPicture) {
    stage_.view = testing::call_with(2);
    stage_.frame();
    ASSERT_EQ(stage_.result().videos.size(), 2U);
    EXPECT_TRUE(stage_.video("peer0")->mirrored);
    EXPECT_FALSE(stage_.video("peer1")->mirrored);
}

TEST_F(Call, FillsATileOnlyWithoutAPicture) {
    stage_.view = testing::call_with(2);
    stage_.view.participants[1].video_shown = false;
    stage_.frame();
    EXPECT_EQ(stage_.result().videos.size(), 1U);
    EXPECT_EQ(stage_.tile("Person 0 (you)")->fill_rgba, 0U);
    EXPECT_NE(stage_.tile("Person 1")->fill_rgba, 0U);
}

TEST_F(Call, RingsWhoSpeaks) {
    stage_.view = testing::call_with(2);
    stage_.view.participants[1].speaking = true;
    stage_.frame();
    EXPECT_EQ(stage_.tile("Person 0 (you)")->ring_width, 0);
    EXPECT_GT(stage_.tile("Person 1")->ring_width, 0);
}

TEST_F(Call, SaysInsideThePersonWhatTheirStateIs) {
    stage_.view = testing::call_with(2);
    core::ParticipantView& other = stage_.view.participants[1];
    other.microphone_on = false;
    other.pair = core::PairState::Reconnecting;
    stage_.frame();
    const SemanticId group = stage_.find(Group, "Person 1")->id;
    ASSERT_TRUE(stage_.shows(Text, "Microphone off"));
    EXPECT_EQ(stage_.find(Text, "Microphone off")->parent, group);
    ASSERT_TRUE(stage_.shows(Status, "Reconnecting"));
    EXPECT_EQ(stage_.find(Status, "Reconnecting")->parent, group);
    EXPECT_FALSE(stage_.shows(Text, "Camera off"));
}

TEST_F(Call, HelpsToInviteWhoeverIsAlone) {
    stage_.view = testing::call_with(1);
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Heading, "You're the only one here"));
    EXPECT_TRUE(stage_.shows(Text, stage_.view.link));
    stage_.view = testing::call_with(2);
    stage_.frame();
    EXPECT_FALSE(stage_.shows(Heading, "You're the only one here"));
}

TEST_F(Call, OffersTheLinkInOnePlaceOnly) {
    const auto count = [&] { return std::ranges::count(stage_.frame().semantics, "Copy link", &SemanticNode::name); };
    const auto buttons = [&] {
        const auto seen = count();
        if (!stage_.shows(Button, "More")) return seen;
        stage_.open_menu("More");
        const auto with_menu = count();
        stage_.send({SemanticEvent::Kind::Dismiss, 0, {}, false});
        stage_.frame();
        stage_.frame();
        return with_menu;
    };
    for (const float width : {390.0F, 1280.0F}) {
        stage_.surface.width = width;
        stage_.view = testing::call_with(1);
        EXPECT_EQ(buttons(), 1);
        stage_.view.chat.open = true;
        EXPECT_EQ(buttons(), 1);
        stage_.view = testing::call_with(2);
        EXPECT_EQ(buttons(), 1);
    }
}

TEST_F(Call, OffersSoundOnlyWhereTheBrowserHoldsItBack) {
    stage_.view = testing::call_with(2);
    stage_.frame();
    EXPECT_FALSE(stage_.shows(Button, "Tap to hear"));
    stage_.view.sound_blocked = true;
    stage_.frame();
    EXPECT_TRUE(emitted<core::action::EnableSound>(stage_.activate("Tap to hear")));
}

TEST_F(Call, SaysThatAMessageWasRefused) {
    stage_.view = testing::call_with(2);
    stage_.view.notices = {{1, core::NoticeKind::ChatRefused, ""}};
    EXPECT_EQ(stage_.frame().announcement, "Your message was not sent. Try a shorter one, or wait a moment.");
}

TEST_F(Call, ShowsAndAnnouncesANoticeOnce) {
    stage_.view = testing::call_with(2);
    stage_.view.notices = {{1, core::NoticeKind::LinkCopied, ""}};
    EXPECT_EQ(stage_.frame().announcement, "Link copied");
    EXPECT_TRUE(stage_.shows(Text, "Link copied"));
    EXPECT_EQ(stage_.frame().announcement, "");
    stage_.now_s += 10;
    stage_.frame();
    EXPECT_FALSE(stage_.shows(Text, "Link copied"));
}

TEST_F(Call, AnnouncesNoticesThatComeTogetherTogether) {
    stage_.view = testing::call_with(2);
    stage_.view.notices = {{1, core::NoticeKind::MicrophoneFailed, ""}, {2, core::NoticeKind::LinkCopied, ""}};
    EXPECT_EQ(stage_.frame().announcement, "Your microphone stopped working. Link copied");
}

TEST(Left, OffersTheWayBackAndTheWayHome) {
    Stage stage;
    stage.view.screen = Screen::Left;
    stage.frame();
    EXPECT_TRUE(stage.shows(Heading, "You left the meeting"));
    EXPECT_TRUE(emitted<core::action::Rejoin>(stage.activate("Rejoin")));
    EXPECT_TRUE(emitted<core::action::GoHome>(stage.activate("Home")));
}

TEST(Left, SaysHowTheCallWas) {
    Stage stage;
    stage.view.screen = Screen::Left;
    stage.view.summary = core::CallSummary{.duration_ms = 12 * 60'000,
                                           .people_most = 4,
                                           .received_bytes = 84'000'000,
                                           .sent_bytes = 61'000'000,
                                           .well_share = 0.9F,
                                           .cause = core::quality::Cause::YourUpload};
    stage.frame();
    EXPECT_TRUE(stage.shows(Heading, "How well it went"));
    for (const char* words :
         {"The connection was good 90 % of the time", "What got in the way most often: your upload was slow",
          "12 minutes with up to 4 people in the call", "Received 84 MB, sent 61 MB"})
        EXPECT_TRUE(stage.shows(Text, words)) << words;
}

TEST(Left, SaysNothingOfACallInWhichNobodyWasMet) {
    Stage stage;
    stage.view.screen = Screen::Left;
    stage.frame();
    EXPECT_FALSE(stage.shows(Heading, "How well it went"));
}

TEST(Failed, OffersAnotherTryOnlyWhereItMayHelp) {
    Stage stage;
    stage.view.screen = Screen::Failed;
    stage.view.failure = {core::FailureReason::RoomFull, std::nullopt};
    stage.frame();
    EXPECT_TRUE(emitted<core::action::Rejoin>(stage.activate("Try again")));
    EXPECT_TRUE(emitted<core::action::GoHome>(stage.activate("Home")));
    stage.view.failure = {core::FailureReason::BadLink, std::nullopt};
    stage.frame();
    EXPECT_FALSE(stage.shows(Button, "Try again"));
    EXPECT_TRUE(emitted<core::action::GoHome>(stage.activate("Home")));
}

TEST(Failed, SaysWhichPartOfALinkIsWrongAndWhatToDo) {
    Stage stage;
    stage.view.screen = Screen::Failed;
    for (const auto reason : {core::FailureReason::BadLink, core::FailureReason::WrongKey}) {
        stage.view.failure = {reason, std::nullopt};
        stage.frame();
        EXPECT_TRUE(std::ranges::any_of(stage.result().semantics, [](const SemanticNode& node) {
            return node.name.starts_with("The part after the #") &&
                   node.name.find("Ask for the link again, copied whole") != std::string::npos;
        }));
    }
}

TEST(Failed, SaysSomethingElseForEveryReason) {
    std::set<std::string> titles;
    Stage stage;
    stage.view.screen = Screen::Failed;
    for (const auto reason :
         {core::FailureReason::BadLink, core::FailureReason::WrongKey, core::FailureReason::RoomFull,
          core::FailureReason::Refused, core::FailureReason::Replaced, core::FailureReason::ServerTooNew,
          core::FailureReason::NoIdentity, core::FailureReason::TooManyRooms}) {
        stage.view.failure = {reason, std::nullopt};
        for (const SemanticNode& node : stage.frame().semantics)
            if (node.role == Heading) titles.insert(node.name);
    }
    EXPECT_EQ(titles.size(), 8U);
}

}  // namespace
}  // namespace parley::ui
