#include <gtest/gtest.h>

#include <string>
#include <variant>

#include "tests/ui/stage.hpp"
#include "ui/check_words.hpp"
#include "ui/geometry.hpp"

namespace parley::ui {
namespace {

using core::CheckState;
using core::Finding;
using testing::emitted;
using testing::Stage;
using enum SemanticRole;

class Check : public ::testing::Test {
protected:
    Check() {
        stage_.view = testing::call_with(2);
        stage_.view.check.open = true;
    }
    void run(CheckState state) {
        stage_.view.check.running = true;
        stage_.view.check.findings.clear();
        stage_.view.check.steps.fill(CheckState::Waiting);
        stage_.view.check.steps[0] = state;
        stage_.frame();
    }
    void end_with(std::vector<Finding> findings) {
        stage_.view.check.running = false;
        stage_.view.check.steps.fill(CheckState::Works);
        stage_.view.check.findings = std::move(findings);
        stage_.frame();
    }
    const SemanticNode* status_of(Finding finding) {
        const Message message = finding_message(finding, std::nullopt);
        return stage_.find(Status, std::string(message.title).append(". ").append(message.text));
    }
    const Rect& panel() { return stage_.find(Dialog, "Connection check")->rect; }
    Stage stage_;
};

TEST_F(Check, ShowsEveryStepWithItsOutcome) {
    run(CheckState::Running);
    ASSERT_TRUE(stage_.shows(ListItem, "Server"));
    EXPECT_EQ(stage_.find(ListItem, "Server")->description, "Checking");
    EXPECT_EQ(stage_.find(ListItem, "Speaker")->description, "Waiting");
    const auto steps = std::ranges::count(stage_.result().semantics, ListItem, &SemanticNode::role);
    EXPECT_EQ(steps, static_cast<std::ptrdiff_t>(core::CheckStep::Count));
    end_with({Finding::AllWorks});
    EXPECT_EQ(stage_.find(ListItem, "Server")->description, "Works");
}

TEST_F(Check, TellsWhatIsNotOfferedFromWhatIsSwitchedOff) {
    end_with({Finding::OneNetworkOnly});
    stage_.view.check.steps.fill(CheckState::Absent);
    stage_.frame();
    EXPECT_EQ(stage_.find(ListItem, "Relay over UDP")->description, "Not offered");
    EXPECT_EQ(stage_.find(ListItem, "Camera")->description, "Switched off");
}

TEST_F(Check, SaysOfWhatNobodyCouldLookAtThatItWasNotChecked) {
    end_with({Finding::ServerUnreachable});
    stage_.view.check.steps[static_cast<std::size_t>(core::CheckStep::RelayTls)] = CheckState::Waiting;
    stage_.frame();
    EXPECT_EQ(stage_.find(ListItem, "Relay over TLS")->description, "Not checked");
}

TEST_F(Check, SaysHowFarItIs) {
    run(CheckState::Running);
    EXPECT_EQ(stage_.find(Progress, "Checking your connection")->value_now, 0);
    run(CheckState::Failed);
    EXPECT_EQ(stage_.find(Progress, "Checking your connection")->value_now, 1);
    EXPECT_EQ(stage_.find(Progress, "Checking your connection")->value_max, 9);
    end_with({Finding::AllWorks});
    EXPECT_FALSE(stage_.shows(Progress, "Checking your connection"));
}

TEST_F(Check, TurnsItsSpinnerAtMostTenTimesASecond) {
    run(CheckState::Running);
    EXPECT_NEAR(stage_.frame().next_frame_in_s, 0.1, 0.001);
    end_with({Finding::AllWorks});
    EXPECT_LT(stage_.frame().next_frame_in_s, 0);
}

TEST_F(Check, CanBeRepeatedAndCopiedOnlyWhenItHasEnded) {
    run(CheckState::Running);
    for (const char* name : {"Check again", "Copy report"}) {
        EXPECT_TRUE(stage_.find(Button, name)->disabled) << name;
        EXPECT_TRUE(stage_.activate(name).actions.empty()) << name;
        EXPECT_TRUE(stage_.click(name).empty()) << name;
    }
    end_with({Finding::AllWorks});
    EXPECT_TRUE(emitted<core::action::CheckConnection>(stage_.activate("Check again")));
    EXPECT_TRUE(emitted<core::action::CopyReport>(stage_.activate("Copy report")));
}

TEST_F(Check, CopiesWhatItFoundInWords) {
    end_with({Finding::RelayRefused});
    const FrameResult& result = stage_.activate("Copy report");
    ASSERT_EQ(result.actions.size(), 1U);
    EXPECT_EQ(std::get<core::action::CopyReport>(result.actions[0]).text, check_report(stage_.view.check));
}

TEST_F(Check, SaysTheGravestFindingAboveTheStepsAndTheOthersBelow) {
    end_with({Finding::NoWayOut, Finding::CameraBusy});
    const Rect steps = stage_.find(List, "What was checked")->rect;
    ASSERT_NE(status_of(Finding::NoWayOut), nullptr);
    ASSERT_NE(status_of(Finding::CameraBusy), nullptr);
    EXPECT_LE(bottom(status_of(Finding::NoWayOut)->rect), steps.y);
    EXPECT_GE(status_of(Finding::CameraBusy)->rect.y, bottom(steps));
    EXPECT_TRUE(stage_.shows(Heading, "Also worth knowing"));
    end_with({Finding::NoWayOut});
    EXPECT_FALSE(stage_.shows(Heading, "Also worth knowing"));
}

TEST_F(Check, StaysWhereItIsWhileItsVerdictComes) {
    for (const float width : {390.0F, 1280.0F}) {
        stage_.surface.width = width;
        stage_.surface.height = width < 400 ? 844 : 720;
        run(CheckState::Running);
        const Rect before = panel();
        end_with({Finding::SignallingBlocked, Finding::OneNetworkOnly, Finding::CameraDenied});
        EXPECT_EQ(panel(), before) << width;
    }
}

TEST_F(Check, IsClosedByItsButtonAndByEscape) {
    run(CheckState::Running);
    EXPECT_TRUE(emitted<core::action::CloseCheck>(stage_.activate("Close")));
    stage_.send({SemanticEvent::Kind::Dismiss, 0, {}, false});
    EXPECT_TRUE(emitted<core::action::CloseCheck>(stage_.frame()));
}

TEST(CheckConnection, IsOfferedBeforeACall) {
    Stage stage;
    stage.view.screen = core::Screen::PreJoin;
    stage.frame();
    EXPECT_TRUE(emitted<core::action::CheckConnection>(stage.activate("Check connection")));
}

TEST(CheckConnection, IsOfferedAfterAFailureOnlyWhereTheConnectionMayBeToBlame) {
    Stage stage;
    stage.view.screen = core::Screen::Failed;
    stage.view.failure = {core::FailureReason::Refused, ErrorCode::Internal};
    stage.frame();
    EXPECT_TRUE(emitted<core::action::CheckConnection>(stage.activate("Check connection")));
    for (const auto& failure : {core::Failure{core::FailureReason::Refused, ErrorCode::Removed},
                                core::Failure{core::FailureReason::BadLink, std::nullopt}}) {
        stage.view.failure = failure;
        stage.frame();
        EXPECT_FALSE(stage.shows(Button, "Check connection"));
    }
}

}  // namespace
}  // namespace parley::ui
