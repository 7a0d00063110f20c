#include <gtest/gtest.h>

#include <string>

#include "protocol/limits.hpp"
#include "tests/ui/chat_stage.hpp"

namespace parley::ui {
namespace {

using enum SemanticRole;

class ChatWriting : public testing::ChatStage {};

TEST_F(ChatWriting, SendsOnEnterAndClearsTheField) {
    open();
    type("Hello");
    const std::uint32_t revision = field().revision;
    key(SemanticEvent::Kind::Submit);
    EXPECT_EQ(sent(), "Hello");
    EXPECT_EQ(field().value, "");
    EXPECT_GT(field().revision, revision);
}

TEST_F(ChatWriting, SendsByItsButtonAndReturnsToTheField) {
    open();
    type("Hello");
    stage_.activate("Send");
    EXPECT_EQ(sent(), "Hello");
    EXPECT_EQ(stage_.result().focus, field().id);
    stage_.frame();
    EXPECT_EQ(field().value, "");
}

TEST_F(ChatWriting, SendsNothingThatIsBlank) {
    open();
    EXPECT_TRUE(stage_.find(Button, "Send")->disabled);
    type(" \n ");
    EXPECT_TRUE(stage_.find(Button, "Send")->disabled);
    EXPECT_TRUE(key(SemanticEvent::Kind::Submit).actions.empty());
    EXPECT_TRUE(stage_.click("Send").empty());
    type("x");
    EXPECT_FALSE(stage_.find(Button, "Send")->disabled);
}

TEST_F(ChatWriting, KeepsWhatIsBeingWrittenWhileItIsClosed) {
    open();
    type("Half a");
    stage_.view.chat.open = false;
    stage_.frame();
    open();
    EXPECT_EQ(field().value, "Half a");
}

TEST_F(ChatWriting, TakesExactlyAsMuchAsAMessageMayHold) {
    open();
    type(std::string(limits::chat_text_max, 'a'));
    EXPECT_EQ(field().value.size(), limits::chat_text_max);
    EXPECT_FALSE(stage_.shows(Status, "That is as long as one message can be."));
}

TEST_F(ChatWriting, CutsATooLongMessageAtAWholeCharacterAndSaysSo) {
    const std::string start(limits::chat_text_max - 2, 'a');
    open();
    type(start + "\u20AC");
    EXPECT_EQ(field().value, start);
    EXPECT_TRUE(stage_.shows(Status, "That is as long as one message can be."));
    const std::uint32_t revision = field().revision;
    type(start + "\u20AC");
    EXPECT_GT(field().revision, revision) << "the document must take the cut text again";
    type(start.substr(1));
    EXPECT_FALSE(stage_.shows(Status, "That is as long as one message can be."));
}

TEST_F(ChatWriting, LetsTheFieldGrowWithItsTextUpToABound) {
    open();
    const float one_line = field().rect.height;
    type("one\ntwo");
    EXPECT_EQ(field().rect.height, one_line + 24);
    type(std::string(limits::chat_text_max, 'a'));
    EXPECT_EQ(field().rect.height, one_line + 4 * 24);
}

TEST_F(ChatWriting, BeginsEmptyInTheNextCall) {
    open();
    type("Left over");
    stage_.view.screen = core::Screen::Left;
    stage_.frame();
    stage_.view.screen = core::Screen::Call;
    stage_.frame();
    EXPECT_EQ(field().value, "");
}

}  // namespace
}  // namespace parley::ui
