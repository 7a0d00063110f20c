#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "tests/ui/stage.hpp"
#include "ui/geometry.hpp"
#include "ui/people_words.hpp"

// The list of the people, and how a name is found in it.

namespace parley::ui {
namespace {

using testing::emitted;
using testing::Stage;
using enum SemanticRole;
using Kind = SemanticEvent::Kind;

class People : public ::testing::Test {
protected:
    void show(std::size_t count) {
        stage_.view = testing::call_with(count);
        stage_.view.people.open = true;
        stage_.frame();
        stage_.frame();
    }
    core::ParticipantView& person(std::size_t index) { return stage_.view.participants[index]; }
    void search(std::string text) {
        stage_.send({Kind::Input, stage_.find(TextField, "Search people")->id, std::move(text), false});
        stage_.frame();
        stage_.frame();
    }
    std::vector<const SemanticNode*> rows() const {
        std::vector<const SemanticNode*> found;
        for (const SemanticNode& node : stage_.result().semantics)
            if (node.role == ListItem) found.push_back(&node);
        return found;
    }
    std::vector<std::string> names() const {
        std::vector<std::string> found;
        for (const SemanticNode* row : rows()) found.push_back(row->name);
        return found;
    }

    Stage stage_;
};

TEST_F(People, AreListedWithTheirStates) {
    show(3);
    person(0).host = true;
    person(1).microphone_on = false;
    person(1).camera_on = false;
    person(2).speaking = true;
    person(2).pair = core::PairState::Reconnecting;
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Heading, "People (3)"));
    ASSERT_EQ(names(), (std::vector<std::string>{"Person 0 (you)", "Person 1", "Person 2"}));
    EXPECT_EQ(rows()[0]->description, "Host");
    EXPECT_EQ(rows()[1]->description, "Microphone off, Camera off");
    EXPECT_EQ(rows()[2]->description, "Speaking, Reconnecting");
}

TEST_F(People, AreInvitedFromTheirList) {
    show(2);
    EXPECT_TRUE(emitted<core::action::CopyLink>(stage_.activate("Copy link")));
}

TEST_F(People, AreInvitedThroughTheSheetOfTheSystemWhereThereIsOne) {
    show(2);
    EXPECT_FALSE(stage_.shows(Button, "Share link"));
    stage_.view.share_offered = true;
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Button, "Copy link"));
    EXPECT_TRUE(emitted<core::action::ShareLink>(stage_.activate("Share link")));
}

TEST_F(People, WithRaisedHandsStandAtTheTopInTheirOrder) {
    show(4);
    person(3).hand_place = 1;
    person(1).hand_place = 2;
    stage_.frame();
    EXPECT_EQ(names(), (std::vector<std::string>{"Person 3", "Person 1", "Person 0 (you)", "Person 2"}));
    EXPECT_EQ(rows()[0]->description, "Hand raised, 1st");
    EXPECT_EQ(rows()[1]->description, "Hand raised, 2nd");
}

TEST_F(People, AreFoundByAPartOfTheirName) {
    show(30);
    person(7).name = "Zoë Ångström";
    search(" zoë å");
    EXPECT_EQ(names(), std::vector<std::string>{"Zoë Ångström"});
    EXPECT_TRUE(stage_.shows(Heading, "People (30)")) << "that many are in the call";
    search("person 2");
    EXPECT_EQ(names().front(), "Person 2");
    EXPECT_EQ(rows().front()->set_size, 11) << "2, and 20 to 29";
    search("");
    EXPECT_EQ(names().front(), "Person 0 (you)");
}

TEST_F(People, WhoAreNotThereAreSaidNotToBe) {
    show(3);
    search("Hopper");
    EXPECT_TRUE(rows().empty());
    EXPECT_TRUE(stage_.shows(Status, "Nobody here is called \u201CHopper\u201D."));
}

TEST_F(People, ExistOnlyWhereTheyAreSeenAndSayOfHowManyTheyAre) {
    stage_.surface.width = 390;
    stage_.surface.height = 844;
    show(1'000);
    EXPECT_LT(rows().size(), 20U);
    EXPECT_EQ(rows()[0]->position, 1);
    EXPECT_EQ(rows()[4]->position, 5);
    for (const SemanticNode* row : rows()) EXPECT_EQ(row->set_size, 1'000);
    EXPECT_LT(stage_.result().semantics.size(), 150U);
}

TEST_F(People, AreReachedByPages) {
    stage_.surface.width = 390;
    stage_.surface.height = 844;
    show(1'000);
    const SemanticId field = stage_.find(TextField, "Search people")->id;
    stage_.send({Kind::Focus, field, {}, true});
    stage_.frame();
    for (int page = 0; page < 120; ++page) {
        stage_.send({Kind::PageDown, field, {}, false});
        stage_.frame();
    }
    stage_.frame();
    EXPECT_EQ(names().back(), "Person 999");
    EXPECT_EQ(rows().back()->position, 1'000);
    EXPECT_EQ(rows().back()->clipped_below, 0);
    search("person 99");
    EXPECT_EQ(names().front(), "Person 99") << "what is found is shown from its beginning";
}

TEST_F(People, FollowTheKeyboardFromRowToRow) {
    stage_.surface.width = 390;
    stage_.surface.height = 844;
    show(100);
    const SemanticNode* last_seen = nullptr;
    for (const SemanticNode* row : rows())
        if (row->clipped_below == 0) last_seen = row;
    ASSERT_NE(last_seen, nullptr);
    const auto next = static_cast<std::size_t>(last_seen->position);
    const std::string name = "Actions for " + person(next).name;
    const SemanticNode* button = stage_.find_button(name);
    ASSERT_NE(button, nullptr) << "the keyboard has nowhere to go";
    stage_.send({Kind::Focus, button->id, {}, true});
    stage_.frame();
    stage_.frame();
    stage_.frame();
    EXPECT_EQ(stage_.find_button(name)->clipped_below, 0);
}

TEST_F(People, CanBeAskedToMute) {
    show(2);
    stage_.activate("Actions for Person 1");
    stage_.frame();
    const SemanticNode* item = stage_.find(MenuItem, "Ask to mute");
    ASSERT_NE(item, nullptr);
    stage_.send({Kind::Activate, item->id, {}, false});
    const FrameResult& result = stage_.frame();
    ASSERT_EQ(result.actions.size(), 1U);
    const auto* ask = std::get_if<core::action::AskToMute>(&result.actions[0]);
    ASSERT_NE(ask, nullptr);
    EXPECT_EQ(ask->peer, PeerId("peer1"));
    stage_.frame();
    stage_.frame();
    person(1).microphone_on = false;
    stage_.activate("Actions for Person 1");
    stage_.frame();
    EXPECT_FALSE(stage_.shows(MenuItem, "Ask to mute")) << "they are muted already";
    EXPECT_EQ(stage_.find_button("Actions for Person 0 (you)"), nullptr);
}

TEST_F(People, AreAllAskedByAHostOnly) {
    show(3);
    EXPECT_FALSE(stage_.shows(Button, "Mute everyone"));
    stage_.view.people.may_ask_everyone = true;
    stage_.frame();
    stage_.activate("Mute everyone");
    EXPECT_TRUE(emitted<core::action::AskEveryoneToMute>(stage_.result()));
}

TEST(PeopleWords, KnowLargeLettersFromSmallOnes) {
    for (const auto& [large, small] : {std::pair("ADA", "ada"),
                                       {"ÅSA", "åsa"},
                                       {"ŁÓDŹ", "łódź"},
                                       {"ΑΘΗΝΆ", "αθηνΆ"},
                                       {"ЖЕНЯ Ѓ", "женя ѓ"},
                                       {"  x  ", "x"},
                                       {"   ", ""},
                                       {"日本", "日本"}}) {
        EXPECT_EQ(folded(large), small);
    }
    EXPECT_EQ(folded("×÷"), "×÷");
    EXPECT_EQ(folded("\xC3"), "\xC3") << "half a letter";
}

TEST(PeopleWords, CountHandsAsPeopleDo) {
    for (const auto& [place, words] : {std::pair(1U, "1st"),
                                       {2U, "2nd"},
                                       {3U, "3rd"},
                                       {4U, "4th"},
                                       {11U, "11th"},
                                       {12U, "12th"},
                                       {13U, "13th"},
                                       {21U, "21st"},
                                       {102U, "102nd"},
                                       {111U, "111th"}})
        EXPECT_EQ(hand_text(place), std::string("Hand raised, ") + words);
}

}  // namespace
}  // namespace parley::ui
