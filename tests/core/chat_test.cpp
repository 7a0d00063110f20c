#include "core/chat.hpp"

#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "core/bounds.hpp"
#include "protocol/limits.hpp"

namespace parley::core {
namespace {

const PeerId ann("ann");
const PeerId bob("bob");
const RunId run("run of bob");

Chat chat_of_ann() { return {ann, RunId("run of ann"), 60}; }
protocol::Chat said(const std::string& text, std::int64_t at_ms = 0) { return {"Bob", text, at_ms}; }

std::vector<std::string> texts(const Chat& chat) {
    std::vector<std::string> found;
    for (const ChatLine& line : *chat.view().lines) found.push_back(line.text);
    return found;
}

using Texts = std::vector<std::string>;

TEST(Chat, ShowsEachMessageOnceAndInItsSendersOrder) {
    Chat chat = chat_of_ann();
    chat.hear(bob, run, 2, said("two"));
    EXPECT_EQ(texts(chat), Texts{}) << "something is missing before it";
    EXPECT_TRUE(chat.waits_for(bob, run));
    chat.hear(bob, run, 1, said("one"));
    chat.hear(bob, run, 2, said("two"));
    chat.hear(bob, run, 1, said("one"));
    EXPECT_EQ(texts(chat), (Texts{"one", "two"}));
    EXPECT_FALSE(chat.waits_for(bob, run));
    EXPECT_EQ(chat.heard_up_to(bob, run), 2U);
}

TEST(Chat, LetsNoSenderWaitForAnother) {
    Chat chat = chat_of_ann();
    chat.hear(bob, run, 2, said("held"));
    chat.hear(PeerId("cem"), RunId("run of cem"), 1, said("shown"));
    EXPECT_EQ(texts(chat), Texts{"shown"});
}

TEST(Chat, GoesOnPastWhatItsSenderHasNoMore) {
    Chat chat = chat_of_ann();
    chat.hear(bob, run, 2, said("two"));
    chat.hear(bob, run, 5, said("five"));
    chat.give_up(bob, run, 3);
    EXPECT_EQ(texts(chat), Texts{"two"});
    chat.hear(bob, run, 4, said("four"));
    EXPECT_EQ(texts(chat), (Texts{"two", "four", "five"}));
    chat.hear(bob, run, 3, said("three"));
    EXPECT_EQ(texts(chat).size(), 3U) << "it was given up";
}

TEST(Chat, ShowsWhatWaitsForSomebodyWhoHasGone) {
    Chat chat = chat_of_ann();
    chat.hear(bob, run, 2, said("two"));
    chat.hear(bob, run, 4, said("four"));
    chat.release_unless([](const PeerId& peer, const RunId&) { return peer == bob; });
    EXPECT_EQ(texts(chat), Texts{}) << "he can be asked";
    chat.release_unless([](const PeerId&, const RunId&) { return false; });
    EXPECT_EQ(texts(chat), (Texts{"two", "four"}));
}

TEST(Chat, StillTakesWhatIsMissingFromSomebodyWhoComesBack) {
    Chat chat = chat_of_ann();
    chat.hear(bob, run, 3, said("three"));
    chat.release_unless([](const PeerId&, const RunId&) { return false; });
    EXPECT_EQ(chat.heard_up_to(bob, run), 0U) << "one and two may be had yet";
    chat.hear(bob, run, 3, said("three"));
    chat.hear(bob, run, 1, said("one"));
    chat.hear(bob, run, 2, said("two"));
    EXPECT_EQ(texts(chat), (Texts{"three", "one", "two"}));
    EXPECT_EQ(chat.heard_up_to(bob, run), 3U);
}

TEST(Chat, HoldsNoMoreThanItsBoundBehindAGap) {
    Chat chat = chat_of_ann();
    for (std::uint64_t counter = 2; counter <= bounds::chat_held_max + 1; ++counter) {
        chat.hear(bob, run, counter, said("m"));
    }
    EXPECT_TRUE(texts(chat).empty());
    chat.hear(bob, run, bounds::chat_held_max + 2, said("m"));
    EXPECT_FALSE(texts(chat).empty());
    EXPECT_FALSE(chat.waits_for(bob, run));
}

TEST(Chat, ShowsOnesOwnAtOnceAndSaysWhenSomebodyHasIt) {
    Chat chat = chat_of_ann();
    chat.write(1, said("mine"));
    ASSERT_EQ(chat.view().lines->size(), 1U);
    EXPECT_TRUE(chat.view().lines->at(0).you);
    EXPECT_EQ(chat.view().lines->at(0).delivery, ChatLine::Delivery::Waiting);
    const auto before = chat.view().lines;
    chat.carried(1);
    EXPECT_EQ(chat.view().lines->at(0).delivery, ChatLine::Delivery::Sent);
    EXPECT_NE(chat.view().lines, before) << "a line changed";
    EXPECT_EQ(before->at(0).delivery, ChatLine::Delivery::Waiting) << "what was drawn stays what it was";
    const auto after = chat.view().lines;
    chat.carried(1);
    EXPECT_EQ(chat.view().lines, after) << "nothing changed";
}

TEST(Chat, DoesNotShowOnesOwnAgainThatTheServerKept) {
    Chat chat = chat_of_ann();
    chat.write(1, said("mine"));
    chat.hear(ann, RunId("run of ann"), 1, said("mine"));
    EXPECT_EQ(texts(chat), Texts{"mine"});
    chat.hear(ann, RunId("an earlier run"), 1, said("before the reload"));
    ASSERT_EQ(chat.view().lines->size(), 2U);
    EXPECT_TRUE(chat.view().lines->back().you);
}

TEST(Chat, SaysAgainWhatSomebodyLacks) {
    Chat chat = chat_of_ann();
    for (std::uint64_t counter = 1; counter <= 3; ++counter) {
        chat.write(counter, said("m"));
        chat.sealed(counter, "sealed " + std::to_string(counter));
    }
    chat.write(4, said("not sealed yet"));
    const auto answer = chat.answer_to({1});
    ASSERT_EQ(answer.size(), 1U);
    EXPECT_EQ(std::get<protocol::Again>(answer[0]).sealed, (Texts{"sealed 2", "sealed 3"}));
    EXPECT_TRUE(chat.answer_to({3}).empty());
    EXPECT_TRUE(chat.answer_to({99}).empty()) << "more than was ever said";
}

TEST(Chat, CutsWhatItSaysAgainIntoMessagesThatFit) {
    Chat chat = chat_of_ann();
    const std::string text(bounds::again_bytes_max / 2 + 1, 'x');
    for (std::uint64_t counter = 1; counter <= 3; ++counter) {
        chat.write(counter, said("m"));
        chat.sealed(counter, text);
    }
    EXPECT_EQ(chat.answer_to({0}).size(), 3U);
    Chat short_ones = chat_of_ann();
    for (std::uint64_t counter = 1; counter <= limits::resent_per_message_max + 1; ++counter) {
        short_ones.write(counter, said("m"));
        short_ones.sealed(counter, "s");
    }
    EXPECT_EQ(short_ones.answer_to({0}).size(), 2U);
}

TEST(Chat, SaysWhatItHasNoMore) {
    Chat chat = chat_of_ann();
    const std::uint64_t last = bounds::own_chat_messages_max + 10;
    for (std::uint64_t counter = 1; counter <= last; ++counter) {
        chat.write(counter, said("m"));
        chat.sealed(counter, "s");
    }
    const auto answer = chat.answer_to({4});
    ASSERT_FALSE(answer.empty());
    EXPECT_EQ(std::get<protocol::Gone>(answer[0]).counter, 10U);
    EXPECT_TRUE(std::holds_alternative<protocol::Again>(chat.answer_to({10})[0])) << "nothing that is lacked is gone";
}

TEST(Chat, KeepsNoMoreOfOnesOwnThanItsBoundInBytes) {
    Chat chat = chat_of_ann();
    const std::string half(bounds::own_chat_bytes_max / 2 + 1, 'x');
    for (std::uint64_t counter = 1; counter <= 2; ++counter) {
        chat.write(counter, said("m"));
        chat.sealed(counter, half);
    }
    EXPECT_EQ(std::get<protocol::Gone>(chat.answer_to({0})[0]).counter, 1U);
}

TEST(Chat, CountsWhatWasNotRead) {
    Chat chat = chat_of_ann();
    chat.hear(bob, run, 1, said("one"));
    chat.hear(bob, run, 2, said("two"));
    chat.write(1, said("mine"));
    chat.hear(ann, RunId("an earlier run"), 1, said("mine too"));
    EXPECT_EQ(chat.view().unread, 2U);
    chat.toggle();
    EXPECT_TRUE(chat.view().open);
    EXPECT_EQ(chat.view().unread, 0U);
    chat.hear(bob, run, 3, said("three"));
    EXPECT_EQ(chat.view().unread, 0U) << "it is read as it comes";
    chat.toggle();
    chat.hear(bob, run, 4, said("four"));
    EXPECT_EQ(chat.view().unread, 1U);
}

TEST(Chat, TellsTheTimeByThePersonsOwnClock) {
    constexpr std::int64_t ms_per_minute = 60'000;
    Chat chat = chat_of_ann();
    chat.hear(bob, run, 1, said("m", (24 * 60 * 5 + 13 * 60 + 7) * ms_per_minute));
    chat.hear(bob, run, 2, said("m", (24 * 60 * 5 + 23 * 60 + 30) * ms_per_minute));
    EXPECT_EQ(chat.view().lines->at(0).minute, 14 * 60 + 7);
    EXPECT_EQ(chat.view().lines->at(1).minute, 30) << "past midnight";
    Chat west(ann, RunId("run of ann"), -120);
    west.hear(bob, run, 1, said("m", 30 * ms_per_minute));
    EXPECT_EQ(west.view().lines->at(0).minute, 22 * 60 + 30) << "the day before";
}

TEST(Chat, ShowsTheLatestThousandLines) {
    Chat chat = chat_of_ann();
    for (std::uint64_t counter = 1; counter <= bounds::chat_lines_max + 1; ++counter) {
        chat.hear(bob, run, counter, said(std::to_string(counter)));
    }
    EXPECT_EQ(chat.view().lines->size(), bounds::chat_lines_max);
    EXPECT_EQ(chat.view().lines->front().text, "2");
}

}  // namespace
}  // namespace parley::core
