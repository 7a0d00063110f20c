#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "protocol/limits.hpp"
#include "tests/ui/stage.hpp"
#include "ui/geometry.hpp"

namespace parley::ui {
namespace {

using core::ChatLine;
using testing::Stage;
using enum SemanticRole;

ChatLine line(std::uint64_t id, std::string name, std::string text, std::uint16_t minute = 14 * 60 + 5) {
    ChatLine result;
    result.id = id;
    result.name = std::move(name);
    result.text = std::move(text);
    result.minute = minute;
    return result;
}

class Chat : public ::testing::Test {
protected:
    Chat() { stage_.view = testing::call_with(2); }

    void open() {
        stage_.view.chat.open = true;
        stage_.frame();
    }
    void add(ChatLine added) {
        std::vector<ChatLine> lines = *stage_.view.chat.lines;
        lines.push_back(std::move(added));
        stage_.view.chat.lines = std::make_shared<const std::vector<ChatLine>>(std::move(lines));
    }
    void add_many(std::uint64_t count) {
        std::vector<ChatLine> lines;
        for (std::uint64_t id = 1; id <= count; ++id) lines.push_back(line(id, "Ada", "Message " + std::to_string(id)));
        stage_.view.chat.lines = std::make_shared<const std::vector<ChatLine>>(std::move(lines));
    }
    void type(std::string text) {
        stage_.send({SemanticEvent::Kind::Input, field().id, std::move(text), false});
        stage_.frame();
    }
    const SemanticNode& field() { return *stage_.find(TextField, "Message"); }
    const FrameResult& key(SemanticEvent::Kind kind) {
        stage_.send({kind, kind == SemanticEvent::Kind::Dismiss ? 0 : field().id, {}, false});
        return stage_.frame();
    }
    std::string sent() const {
        for (const core::UserAction& action : stage_.result().actions)
            if (const auto* message = std::get_if<core::action::SendChat>(&action)) return message->text;
        return {};
    }
    bool toggles() const {
        return std::ranges::any_of(stage_.result().actions, [](const core::UserAction& action) {
            return std::holds_alternative<core::action::ToggleChat>(action);
        });
    }
    std::size_t items() const {
        return static_cast<std::size_t>(std::ranges::count(stage_.result().semantics, ListItem, &SemanticNode::role));
    }
    /// What a list item reads: the text of what is in it.
    std::string reading_of(std::string_view words) const {
        const SemanticNode* found = stage_.find(Text, words);
        std::string reading;
        if (found == nullptr) return reading;
        for (const SemanticNode& node : stage_.result().semantics)
            if (node.parent == found->parent) reading += node.name;
        return reading;
    }
    const Rect& panel() { return stage_.find(Region, "Chat")->rect; }

    Stage stage_;
};

TEST_F(Chat, IsOpenedByItsToggle) {
    stage_.frame();
    EXPECT_EQ(stage_.find(ToggleButton, "Chat")->pressed, false);
    EXPECT_FALSE(stage_.shows(Region, "Chat"));
    stage_.activate("Chat");
    EXPECT_TRUE(toggles());
    open();
    EXPECT_EQ(stage_.find(ToggleButton, "Chat")->pressed, true);
    EXPECT_TRUE(stage_.shows(Region, "Chat"));
}

TEST_F(Chat, SaysHowManyMessagesAreUnreadWithoutAnotherName) {
    stage_.frame();
    EXPECT_EQ(stage_.find(ToggleButton, "Chat")->description, "");
    const int plain = ImGui::GetDrawData()->TotalVtxCount;
    stage_.view.chat.unread = 1;
    stage_.frame();
    EXPECT_EQ(stage_.find(ToggleButton, "Chat")->description, "1 unread message");
    EXPECT_GT(ImGui::GetDrawData()->TotalVtxCount, plain);
    stage_.view.chat.unread = 12;
    stage_.frame();
    EXPECT_EQ(stage_.find(ToggleButton, "Chat")->description, "12 unread messages");
}

TEST_F(Chat, LiesBesideThePeopleOnAWideScreen) {
    open();
    EXPECT_NEAR(panel().width, 340, 1);
    ASSERT_EQ(stage_.result().tiles.size(), 2U);
    for (const TileFrame& tile : stage_.result().tiles) EXPECT_LE(right(tile.rect), panel().x);
}

TEST_F(Chat, CoversThePeopleButNotTheControlsOnAPhone) {
    stage_.surface.width = 390;
    stage_.surface.height = 844;
    open();
    EXPECT_TRUE(stage_.result().tiles.empty());
    EXPECT_TRUE(stage_.result().videos.empty());
    EXPECT_GE(panel().width, 360);
    EXPECT_LE(bottom(panel()), stage_.find(Button, "Mute microphone")->rect.y);
}

TEST_F(Chat, IsClosedByItsButtonAndByEscape) {
    open();
    stage_.activate("Close chat");
    EXPECT_TRUE(toggles());
    key(SemanticEvent::Kind::Dismiss);
    EXPECT_TRUE(toggles());
}

TEST_F(Chat, IsNotOpenedByEscape) {
    stage_.frame();
    stage_.send({SemanticEvent::Kind::Dismiss, 0, {}, false});
    EXPECT_TRUE(stage_.frame().actions.empty());
}

TEST_F(Chat, GivesTheFocusToTheFieldAndBackToItsToggle) {
    stage_.frame();
    open();
    EXPECT_TRUE(field().autofocus);
    EXPECT_EQ(stage_.result().focus, 0U) << "the field takes the focus by appearing";
    stage_.view.chat.open = false;
    stage_.frame();
    EXPECT_EQ(stage_.result().focus, stage_.find(ToggleButton, "Chat")->id);
    EXPECT_EQ(stage_.frame().focus, 0U);
}

TEST_F(Chat, SaysWhoCanReadItWhileItIsEmpty) {
    open();
    const auto sealed = [&] {
        return std::ranges::any_of(stage_.result().semantics, [](const SemanticNode& node) {
            return node.name.starts_with("Messages are sealed: only people in this call can read them");
        });
    };
    EXPECT_TRUE(sealed());
    add(line(1, "Ada", "Hello"));
    stage_.frame();
    EXPECT_FALSE(sealed());
}

TEST_F(Chat, ReadsEachMessageWithItsWriterAndTime) {
    add(line(1, "Ada", "Hello", 9 * 60 + 7));
    add(line(2, " ", "Hi", 23 * 60 + 59));
    open();
    EXPECT_EQ(items(), 2U);
    EXPECT_EQ(reading_of("Hello"), "Ada at 09:07: Hello");
    EXPECT_EQ(reading_of("Hi"), "Guest at 23:59: Hi");
    const SemanticNode* item = stage_.find(ListItem, "");
    ASSERT_NE(item, nullptr);
    EXPECT_EQ(item->parent, stage_.find(List, "Messages")->id);
}

TEST_F(Chat, LaysSelectableTextOnTheWordsOfABubble) {
    add(line(1, "Ada", "Hello"));
    open();
    const SemanticNode* words = stage_.find(Text, "Hello");
    EXPECT_TRUE(words->selectable);
    EXPECT_GT(words->font_size, 0);
    EXPECT_EQ(words->rect.height, words->line_height);
}

TEST_F(Chat, PutsOwnMessagesOnTheRight) {
    add(line(1, "Ada", "Theirs"));
    add(line(2, "Me", "Own"));
    std::vector<ChatLine> lines = *stage_.view.chat.lines;
    lines[1].you = true;
    stage_.view.chat.lines = std::make_shared<const std::vector<ChatLine>>(lines);
    open();
    EXPECT_LT(stage_.find(Text, "Theirs")->rect.x - panel().x, 40);
    EXPECT_LT(right(panel()) - right(stage_.find(Text, "Own")->rect), 40);
}

TEST_F(Chat, GroupsWhatOnePersonWritesAtAStretch) {
    add(line(1, "Ada", "One", 600));
    add(line(2, "Ada", "Two", 601));
    add(line(3, "Ada", "Three", 640));
    add(line(4, "Grace", "Four", 640));
    open();
    const auto y = [&](std::string_view words) { return stage_.find(Text, words)->rect.y; };
    EXPECT_LT(y("Two") - y("One"), y("Three") - y("Two")) << "much later is another stretch";
    EXPECT_EQ(y("Three") - y("Two"), y("Four") - y("Three")) << "and so is another person";
}

TEST_F(Chat, SaysQuietlyThatAMessageWaits) {
    std::vector<ChatLine> lines = {line(1, "Me", "Hello")};
    lines[0].you = true;
    lines[0].delivery = ChatLine::Delivery::Waiting;
    stage_.view.chat.lines = std::make_shared<const std::vector<ChatLine>>(lines);
    open();
    EXPECT_TRUE(stage_.shows(Text, "Waiting for a connection"));
    lines[0].delivery = ChatLine::Delivery::Sent;
    stage_.view.chat.lines = std::make_shared<const std::vector<ChatLine>>(lines);
    stage_.frame();
    EXPECT_FALSE(stage_.shows(Text, "Waiting for a connection"));
}

TEST_F(Chat, SendsOnEnterAndClearsTheField) {
    open();
    type("Hello");
    const std::uint32_t revision = field().revision;
    key(SemanticEvent::Kind::Submit);
    EXPECT_EQ(sent(), "Hello");
    EXPECT_EQ(field().value, "");
    EXPECT_GT(field().revision, revision);
}

TEST_F(Chat, SendsByItsButtonAndReturnsToTheField) {
    open();
    type("Hello");
    stage_.activate("Send");
    EXPECT_EQ(sent(), "Hello");
    EXPECT_EQ(stage_.result().focus, field().id);
    stage_.frame();
    EXPECT_EQ(field().value, "");
}

TEST_F(Chat, SendsNothingThatIsBlank) {
    open();
    EXPECT_TRUE(stage_.find(Button, "Send")->disabled);
    type(" \n ");
    EXPECT_TRUE(stage_.find(Button, "Send")->disabled);
    EXPECT_TRUE(key(SemanticEvent::Kind::Submit).actions.empty());
    EXPECT_TRUE(stage_.click("Send").empty());
    type("x");
    EXPECT_FALSE(stage_.find(Button, "Send")->disabled);
}

TEST_F(Chat, KeepsWhatIsBeingWrittenWhileItIsClosed) {
    open();
    type("Half a");
    stage_.view.chat.open = false;
    stage_.frame();
    open();
    EXPECT_EQ(field().value, "Half a");
}

TEST_F(Chat, TakesExactlyAsMuchAsAMessageMayHold) {
    open();
    type(std::string(limits::chat_text_max, 'a'));
    EXPECT_EQ(field().value.size(), limits::chat_text_max);
    EXPECT_FALSE(stage_.shows(Status, "That is as long as one message can be."));
}

TEST_F(Chat, CutsATooLongMessageAtAWholeCharacterAndSaysSo) {
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

TEST_F(Chat, LetsTheFieldGrowWithItsTextUpToABound) {
    open();
    const float one_line = field().rect.height;
    type("one\ntwo");
    EXPECT_EQ(field().rect.height, one_line + 24);
    type(std::string(limits::chat_text_max, 'a'));
    EXPECT_EQ(field().rect.height, one_line + 4 * 24);
}

TEST_F(Chat, ShowsTheNewestAtTheBottom) {
    add_many(100);
    open();
    ASSERT_TRUE(stage_.shows(Text, "Message 100"));
    EXPECT_LE(bottom(stage_.find(Text, "Message 100")->rect), field().rect.y);
    EXPECT_FALSE(stage_.shows(Text, "Message 1"));
    add(line(101, "Ada", "Newest"));
    stage_.frame();
    ASSERT_TRUE(stage_.shows(Text, "Newest"));
    EXPECT_LE(bottom(stage_.find(Text, "Newest")->rect), field().rect.y);
}

TEST_F(Chat, LaysOutOnlyWhatIsSeen) {
    add_many(1000);
    stage_.frame();
    const int before = stage_.rasterizer.texts;
    open();
    EXPECT_LT(items(), 30U);
    EXPECT_LT(stage_.rasterizer.texts - before, 60);
}

TEST_F(Chat, ReachesItsFirstMessageByPages) {
    add_many(300);
    open();
    for (int page = 0; page < 60; ++page) key(SemanticEvent::Kind::PageUp);
    ASSERT_TRUE(stage_.shows(Text, "Message 1"));
    EXPECT_GE(stage_.find(Text, "Message 1")->rect.y, stage_.find(List, "Messages")->rect.y);
    for (int page = 0; page < 60; ++page) key(SemanticEvent::Kind::PageDown);
    EXPECT_TRUE(stage_.shows(Text, "Message 300"));
}

TEST_F(Chat, ScrollsByTheWheelOverItsList) {
    add_many(100);
    open();
    const Rect list = stage_.find(List, "Messages")->rect;
    const float before = stage_.find(Text, "Message 95")->rect.y;
    ImGui::GetIO().AddMousePosEvent(list.x + 20, list.y + 20);
    stage_.frame();
    ImGui::GetIO().AddMouseWheelEvent(0, 1);
    stage_.frame();
    EXPECT_NEAR(stage_.find(Text, "Message 95")->rect.y, before + 100, 1);
    ImGui::GetIO().AddMousePosEvent(20, 20);
    stage_.frame();
    ImGui::GetIO().AddMouseWheelEvent(0, 1);
    stage_.frame();
    EXPECT_NEAR(stage_.find(Text, "Message 95")->rect.y, before + 100, 1) << "elsewhere the wheel means something else";
}

TEST_F(Chat, KeepsStillUnderAReaderAndOffersTheWayToNewMessages) {
    add_many(100);
    open();
    key(SemanticEvent::Kind::PageUp);
    const float before = stage_.find(Text, "Message 90")->rect.y;
    add(line(101, "Ada", "Newest"));
    stage_.frame();
    EXPECT_EQ(stage_.find(Text, "Message 90")->rect.y, before);
    EXPECT_FALSE(stage_.shows(Text, "Newest"));
    stage_.activate("New messages");
    EXPECT_EQ(stage_.result().focus, field().id);
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Text, "Newest"));
    EXPECT_FALSE(stage_.shows(Button, "New messages"));
}

TEST_F(Chat, FollowsAnOwnMessageToTheEnd) {
    add_many(100);
    open();
    key(SemanticEvent::Kind::PageUp);
    ChatLine own = line(101, "Me", "Own");
    own.you = true;
    add(own);
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Text, "Own"));
    EXPECT_FALSE(stage_.shows(Button, "New messages"));
}

TEST_F(Chat, TakesNoPressesForTextThatIsScrolledOutOfSight) {
    add_many(100);
    open();
    key(SemanticEvent::Kind::PageUp);
    const Rect list = stage_.find(List, "Messages")->rect;
    for (const SemanticNode& node : stage_.result().semantics) {
        if (!node.selectable) continue;
        EXPECT_GE(node.rect.y + node.clipped_above, list.y);
        EXPECT_LE(bottom(node.rect) - node.clipped_below, bottom(list));
    }
}

TEST_F(Chat, BreaksWordsThatAreWiderThanABubble) {
    const std::string word(300, 'w');
    add(line(1, "Ada", word));
    open();
    const SemanticNode* words = stage_.find(Text, word);
    EXPECT_LE(right(words->rect), right(panel()));
    EXPECT_GT(words->rect.height, 5 * words->line_height);
}

TEST_F(Chat, AnnouncesWhatOthersWriteOnce) {
    stage_.frame();
    add(line(1, "Ada", "Hello"));
    EXPECT_EQ(stage_.frame().announcement, "Ada wrote: Hello");
    EXPECT_EQ(stage_.frame().announcement, "");
    ChatLine own = line(2, "Me", "Hi");
    own.you = true;
    add(own);
    EXPECT_EQ(stage_.frame().announcement, "");
}

TEST_F(Chat, AnnouncesOnlyTheNumberOfMany) {
    stage_.frame();
    add_many(20);
    EXPECT_EQ(stage_.frame().announcement, "20 new messages");
}

TEST_F(Chat, AnnouncesNothingOfWhatWasWrittenBefore) {
    add(line(1, "Ada", "Earlier"));
    EXPECT_EQ(stage_.frame().announcement, "");
}

TEST_F(Chat, BeginsEmptyInTheNextCall) {
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
