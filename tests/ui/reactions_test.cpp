#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <variant>

#include "tests/ui/stage.hpp"
#include "ui/geometry.hpp"
#include "ui/people_words.hpp"

// Hands, reactions and requests, as they are seen and said.

namespace parley::ui {
namespace {

using core::ReactionView;
using protocol::ReactionKind;
using testing::emitted;
using testing::Stage;
using enum SemanticRole;
using Kind = SemanticEvent::Kind;

class Reactions : public ::testing::Test {
protected:
    Reactions() {
        stage_.view = testing::call_with(3);
        stage_.frame();
    }
    void give(std::uint64_t id, std::string name, ReactionKind kind, std::string peer = "peer1") {
        stage_.view.reactions.push_back(
            {.id = id, .peer = PeerId(std::move(peer)), .name = std::move(name), .kind = kind});
    }
    /// Everything that is said in so many seconds.
    std::string said_in(double seconds) {
        std::string said;
        for (const double end = stage_.now_s + seconds; stage_.now_s < end; stage_.now_s += 0.09) {
            if (const auto& words = stage_.frame().announcement; !words.empty()) said += words + "|";
        }
        return said;
    }

    Stage stage_;
};

TEST_F(Reactions, MoveInEveryFrameAndThenComeToRest) {
    EXPECT_LT(stage_.frame().next_frame_in_s, 0);
    give(1, "Ada", ReactionKind::Heart);
    EXPECT_EQ(stage_.frame().next_frame_in_s, 0);
    stage_.now_s += 2.9;
    stage_.frame();
    EXPECT_EQ(stage_.frame().next_frame_in_s, 0);
    stage_.now_s += 0.2;
    stage_.frame();
    EXPECT_LT(stage_.frame().next_frame_in_s, 0) << "it has faded, though the core still knows it";
}

TEST_F(Reactions, StandStillForThoseWhoWantIt) {
    stage_.surface.motion = Motion::Reduced;
    give(1, "Ada", ReactionKind::Heart);
    stage_.frame();
    stage_.now_s += 1;
    const double next = stage_.frame().next_frame_in_s;
    EXPECT_GT(next, 1.5) << "nothing is drawn that has not changed";
    EXPECT_LT(next, 2);
}

TEST_F(Reactions, AreSaidTogether) {
    give(1, "Ada", ReactionKind::ThumbsUp);
    give(2, "Grace", ReactionKind::ThumbsUp, "peer2");
    EXPECT_EQ(said_in(0.3), "");
    give(3, "Ada", ReactionKind::Party);
    EXPECT_EQ(said_in(1), "Ada and Grace reacted with thumbs up. Ada reacted with party|");
    give(4, "Ada", ReactionKind::Sad);
    EXPECT_EQ(said_in(1), "") << "not more often than every three seconds";
    give(5, "Grace", ReactionKind::Sad, "peer2");
    EXPECT_EQ(said_in(3), "Ada and Grace reacted with sad|");
    EXPECT_EQ(said_in(5), "");
}

TEST_F(Reactions, AreChosenFromEight) {
    stage_.activate("Reactions");
    stage_.frame();
    int count = 0;
    for (const SemanticNode& node : stage_.result().semantics) {
        for (int kind = 0; kind < static_cast<int>(ReactionKind::Count); ++kind)
            count += node.role == Button && node.name == reaction_label(static_cast<ReactionKind>(kind)) ? 1 : 0;
    }
    EXPECT_EQ(count, 8);
    const SemanticNode* heart = stage_.find(Button, "Heart");
    ASSERT_NE(heart, nullptr);
    stage_.send({Kind::Activate, heart->id, {}, false});
    const FrameResult& result = stage_.frame();
    ASSERT_EQ(result.actions.size(), 1U);
    const auto* sent = std::get_if<core::action::SendReaction>(&result.actions[0]);
    ASSERT_NE(sent, nullptr);
    EXPECT_EQ(sent->kind, ReactionKind::Heart);
    stage_.frame();
    stage_.frame();
    EXPECT_FALSE(stage_.shows(Button, "Heart"));
}

TEST_F(Reactions, CountPeopleAndNotPresses) {
    std::vector<ReactionView> given;
    for (const char* name : {"Ada", "Ada", "Grace", "Edsger", "Barbara"}) given.push_back({.peer = {}, .name = name});
    given.push_back({.peer = {}, .name = "Me", .you = true});
    EXPECT_EQ(reactions_text(given), "Ada, Grace and 3 others reacted with thumbs up");
    given.resize(4);
    EXPECT_EQ(reactions_text(given), "Ada, Grace and 1 other reacted with thumbs up");
    EXPECT_EQ(reactions_text({}), "");
}

TEST_F(Reactions, HandsAreRaisedAndLoweredByOneButton) {
    stage_.activate("Raise hand");
    EXPECT_TRUE(emitted<core::action::ToggleHand>(stage_.result()));
    stage_.view.participants[0].hand_place = 2;
    stage_.view.participants[1].hand_place = 1;
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Button, "Lower hand"));
    EXPECT_FALSE(stage_.shows(Button, "Raise hand"));
    EXPECT_TRUE(stage_.shows(Text, "Hand raised, 1st")) << "on the tile";
    EXPECT_TRUE(stage_.shows(Text, "Hand raised, 2nd"));
}

TEST_F(Reactions, ARequestToMuteHasTwoAnswers) {
    using Answer = core::action::AnswerMuteRequest::Answer;
    stage_.view.mute_request = core::MuteRequestView{.peer = PeerId("peer1"), .name = "Grace"};
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Status, "Grace asks you to mute your microphone."));
    for (const auto& [label, answer] : {std::pair("Mute", Answer::Mute), {"Not now", Answer::NotNow}}) {
        const auto actions = stage_.click(label);
        ASSERT_EQ(actions.size(), 1U) << label;
        ASSERT_TRUE(std::holds_alternative<core::action::AnswerMuteRequest>(actions[0]));
        EXPECT_EQ(std::get<core::action::AnswerMuteRequest>(actions[0]).answer, answer);
    }
}

TEST_F(Reactions, WhoTalksWhileMutedIsToldAndCanUnmute) {
    EXPECT_FALSE(stage_.shows(Button, "Unmute"));
    stage_.view.local.microphone = core::DeviceState::Off;
    stage_.view.local.talks_muted = true;
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Status, "You are muted: nobody hears you."));
    stage_.activate("Unmute");
    EXPECT_TRUE(emitted<core::action::ToggleMicrophone>(stage_.result()));
}

}  // namespace
}  // namespace parley::ui
