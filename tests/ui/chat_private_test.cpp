#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/ui/chat_stage.hpp"
#include "ui/chat_words.hpp"

namespace parley::ui {
namespace {

using core::ChatLine;
using testing::line;
using enum SemanticRole;

ChatLine private_line(std::uint64_t id, bool own) {
    ChatLine result = line(id, own ? "Me" : "Ada", "Between us");
    result.you = own;
    if (own) result.to = "Ada";
    result.audience = ChatLine::Audience::OnlyYouTwo;
    return result;
}

class ChatPrivate : public testing::ChatStage {
protected:
    template <class Action>
    std::vector<Action> emitted() const {
        std::vector<Action> found;
        for (const core::UserAction& action : stage_.result().actions)
            if (const auto* one = std::get_if<Action>(&action)) found.push_back(*one);
        return found;
    }
};

TEST_F(ChatPrivate, IsAddressedToOneOfThePeople) {
    open();
    EXPECT_EQ(stage_.find(Button, "To")->description, "Everyone");
    stage_.open_menu("To");
    EXPECT_TRUE(stage_.shows(MenuItemRadio, "Everyone"));
    EXPECT_FALSE(stage_.shows(MenuItemRadio, "Person 0")) << "nobody writes to themselves";
    stage_.activate("Person 1");
    const auto addressed = emitted<core::action::AddressChat>();
    ASSERT_EQ(addressed.size(), 1U);
    EXPECT_EQ(addressed[0].to, PeerId("peer1"));
    stage_.view.chat.to = {PeerId("peer1"), "Person 1"};
    stage_.frame();
    EXPECT_EQ(stage_.find(Button, "To")->description, "Person 1");
    EXPECT_EQ(field().placeholder, "Only to Person 1");
    EXPECT_EQ(field().name, "Message");
    stage_.open_menu("To");
    stage_.activate("Everyone");
    ASSERT_EQ(emitted<core::action::AddressChat>().size(), 1U);
    EXPECT_TRUE(emitted<core::action::AddressChat>()[0].to.empty());
}

TEST_F(ChatPrivate, IsNotSentWhenWhomItIsForHasLeft) {
    open();
    type("Do not tell");
    stage_.view.chat.to = {PeerId("peer9"), "Ada", core::ChatView::Addressee::Presence::Gone};
    stage_.frame();
    EXPECT_TRUE(stage_.find(Button, "Send")->disabled);
    EXPECT_TRUE(stage_.shows(Status, "Ada has left. Choose whom this is for."));
    EXPECT_EQ(stage_.find(Button, "To")->description, "Ada (has left)");
    key(SemanticEvent::Kind::Submit);
    EXPECT_EQ(sent(), "");
    EXPECT_EQ(field().value, "Do not tell");
}

TEST_F(ChatPrivate, SaysWhoReadsIt) {
    add(private_line(1, false));
    open();
    EXPECT_EQ(reading_of("Between us"), "Ada at 14:05, only to you: Between us");
    add(private_line(2, true));
    stage_.frame();
    const auto says = [&](std::string_view words) {
        return std::ranges::any_of(stage_.result().semantics, [&](const auto& node) { return node.name == words; });
    };
    EXPECT_TRUE(says("Me at 14:05, to Ada, only you two: "));
    ChatLine lost = private_line(3, true);
    lost.delivery = ChatLine::Delivery::Undelivered;
    add(lost);
    stage_.frame();
    EXPECT_TRUE(says("No sign that it arrived: Ada left"));
}

TEST_F(ChatPrivate, IsAnnouncedAsPrivate) {
    stage_.frame();
    add(private_line(1, false));
    EXPECT_EQ(stage_.frame().announcement, "Ada wrote to you: Between us");
}

TEST_F(ChatPrivate, KeepsWhatIsBeingWrittenForTheNextLoadOfThePage) {
    open();
    type("Half a");
    ASSERT_EQ(emitted<core::action::ChangeDraft>().size(), 1U);
    EXPECT_EQ(emitted<core::action::ChangeDraft>()[0].text, "Half a");
    key(SemanticEvent::Kind::Submit);
    ASSERT_EQ(emitted<core::action::ChangeDraft>().size(), 1U);
    EXPECT_EQ(emitted<core::action::ChangeDraft>()[0].text, "") << "it was sent";
}

TEST_F(ChatPrivate, BeginsWithWhatWasBeingWritten) {
    stage_.view.chat.draft = "Half a thought";
    stage_.frame();
    open();
    EXPECT_EQ(field().value, "Half a thought");
    type("Half a thought more");
    EXPECT_EQ(field().value, "Half a thought more");
}

TEST_F(ChatPrivate, SaysTheDayWhereItChanges) {
    stage_.view.chat.today = 20'000;
    ChatLine yesterday = line(1, "Ada", "Late");
    yesterday.day = 19'999;
    ChatLine today = line(2, "Ada", "Early");
    today.day = 20'000;
    add(yesterday);
    add(today);
    open();
    EXPECT_TRUE(stage_.shows(Text, "Yesterday. "));
    EXPECT_TRUE(stage_.shows(Text, "Today. "));
    stage_.view.chat.lines = std::make_shared<const std::vector<ChatLine>>(std::vector<ChatLine>{today});
    stage_.frame();
    EXPECT_FALSE(stage_.shows(Text, "Today. ")) << "that goes without saying";
}

TEST(ChatWords, NameDays) {
    EXPECT_EQ(day_text(0, 5), "Thursday 1 January 1970");
    EXPECT_EQ(day_text(-1, 5), "Wednesday 31 December 1969");
    EXPECT_EQ(day_text(11'016, 0), "Tuesday 29 February 2000");
    EXPECT_EQ(day_text(20'780, 0), "Monday 23 November 2026");
    EXPECT_EQ(day_text(20'779, 20'780), "Yesterday");
    EXPECT_EQ(day_text(20'780, 20'780), "Today");
}

std::vector<std::string> links_of(std::string_view text) {
    std::vector<std::string> found;
    for (const TextSpan& span : links_in(text)) found.emplace_back(text.substr(span.begin, span.end - span.begin));
    return found;
}

TEST(ChatWords, FindLinks) {
    using Links = std::vector<std::string>;
    EXPECT_EQ(links_of("See https://example.org/a?b=1. It is there."), Links{"https://example.org/a?b=1"});
    EXPECT_EQ(links_of("(http://a.example/b)"), Links{"http://a.example/b"});
    EXPECT_EQ(links_of("https://a.example/b_(c)"), Links{"https://a.example/b_(c)"});
    EXPECT_EQ(links_of("<https://a.example>, https://b.example!"), (Links{"https://a.example", "https://b.example"}));
    EXPECT_EQ(links_of("https:// is nothing, nor is javascript:alert(1) or www.example.org"), Links{});
    EXPECT_EQ(links_of("https://xn--日本.example/日本 and"), Links{"https://xn--日本.example/日本"});
}

TEST_F(ChatPrivate, MakesAddressesLinks) {
    add(line(1, "Ada", "See https://example.org now"));
    open();
    const SemanticNode* words = stage_.find(Text, "See https://example.org now");
    ASSERT_NE(words, nullptr);
    EXPECT_EQ(words->links, (std::vector<TextSpan>{{4, 23}}));
}

}  // namespace
}  // namespace parley::ui
