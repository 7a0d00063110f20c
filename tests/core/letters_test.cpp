#include "core/letters.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/bounds.hpp"

namespace parley::core {
namespace {

const PeerId bob("bob");
const PeerId cem("cem");
const RunId run("run of ann");

protocol::LetterContent chat(const std::string& text) { return protocol::PrivateChat{text, 0}; }

using Texts = std::vector<std::string>;

Texts texts(const std::vector<protocol::LetterContent>& contents) {
    Texts found;
    for (const auto& content : contents) found.push_back(std::get<protocol::PrivateChat>(content).text);
    return found;
}

Texts texts(const std::vector<protocol::Letter>& letters) {
    Texts found;
    for (const auto& letter : letters) found.push_back(std::get<protocol::PrivateChat>(letter.content).text);
    return found;
}

TEST(Letters, AreSaidOnceWhileTheirReceiptIsAwaited) {
    Letters letters;
    letters.write(bob, chat("one"));
    letters.write(bob, chat("two"));
    EXPECT_EQ(texts(letters.due(0, bob)), (Texts{"one", "two"}));
    EXPECT_TRUE(letters.due(0, bob).empty());
    letters.write(bob, chat("three"));
    EXPECT_EQ(texts(letters.due(1, bob)), Texts{"three"});
    EXPECT_TRUE(letters.due(1, cem).empty());
}

TEST(Letters, AreSaidAgainUntilTheyAreReceived) {
    Letters letters;
    letters.write(bob, chat("one"), 7);
    letters.write(bob, chat("two"), 8);
    static_cast<void>(letters.due(0, bob));
    ASSERT_EQ(letters.again_at(bob), bounds::letter_again_ms);
    EXPECT_EQ(texts(letters.due(bounds::letter_again_ms, bob)), (Texts{"one", "two"}));
    EXPECT_EQ(letters.received(bob, {1}), std::vector<std::uint64_t>{7});
    EXPECT_TRUE(letters.received(bob, {1}).empty()) << "it came twice";
    EXPECT_TRUE(letters.received(bob, {99}).empty()) << "more than was ever said";
    EXPECT_EQ(texts(letters.due(2 * bounds::letter_again_ms, bob)), Texts{"two"});
    EXPECT_EQ(letters.received(bob, {2}), std::vector<std::uint64_t>{8});
    EXPECT_EQ(letters.again_at(bob), std::nullopt);
}

TEST(Letters, AreReadOnceAndInTheirOrder) {
    Letters letters;
    EXPECT_TRUE(letters.hear(bob, run, {2, 1, chat("two")}).news.empty());
    EXPECT_EQ(letters.hear(bob, run, {2, 1, chat("two")}).receipt.number, 0U);
    EXPECT_EQ(texts(letters.hear(bob, run, {1, 1, chat("one")}).news), (Texts{"one", "two"}));
    const auto again = letters.hear(bob, run, {1, 1, chat("one")});
    EXPECT_TRUE(again.news.empty());
    EXPECT_EQ(again.receipt.number, 2U) << "the receipt may have got lost";
    EXPECT_EQ(texts(letters.hear(cem, run, {1, 1, chat("other")}).news), Texts{"other"});
}

TEST(Letters, BeginAnewWithEachPage) {
    Letters letters;
    letters.hear(bob, run, {1, 1, chat("one")});
    EXPECT_EQ(texts(letters.hear(bob, RunId("another"), {1, 1, chat("anew")}).news), Texts{"anew"});
    Letters fresh;
    EXPECT_EQ(texts(fresh.hear(bob, run, {5, 5, chat("five")}).news), Texts{"five"}) << "what is before went elsewhere";
}

TEST(Letters, LeaveNoGapWhereTheyAreGivenUp) {
    Letters sender;
    sender.write(bob, chat("one"), 1);
    static_cast<void>(sender.due(0, bob));
    sender.write(bob, protocol::FileWish{3, 0});
    sender.write(bob, chat("two"), 2);
    const auto is_wish = [](const auto& content) { return std::holds_alternative<protocol::FileWish>(content); };
    EXPECT_TRUE(sender.give_up(bob, is_wish).empty());
    Letters reader;
    Texts read;
    for (const auto& letter : sender.due(1, bob)) {
        for (auto& text : texts(reader.hear(cem, run, letter).news)) read.push_back(text);
    }
    EXPECT_EQ(read, (Texts{"one", "two"}));
    EXPECT_EQ(sender.give_up(bob, [](const auto&) { return true; }), (std::vector<std::uint64_t>{1, 2}));
    sender.write(bob, chat("three"));
    EXPECT_EQ(texts(reader.hear(cem, run, sender.due(2, bob).at(0)).news), Texts{"three"});
}

TEST(Letters, ThatAreGivenUpAreNotReadInPlaceOfThoseThatStay) {
    Letters sender;
    sender.write(bob, chat("stays"));
    sender.write(bob, protocol::FileWish{3, 0});
    const auto said = sender.due(0, bob);
    Letters reader;
    EXPECT_TRUE(reader.hear(cem, run, said.at(1)).news.empty()) << "the first one got lost";
    sender.give_up(bob, [](const auto& content) { return std::holds_alternative<protocol::FileWish>(content); });
    EXPECT_EQ(texts(reader.hear(cem, run, sender.due(1, bob).at(0)).news), Texts{"stays"});
}

TEST(Letters, WaitInNoLargerNumberThanTheirBound) {
    Letters letters;
    for (std::size_t count = 0; count < bounds::letters_waiting_max; ++count)
        EXPECT_TRUE(letters.write(bob, chat("m")));
    EXPECT_FALSE(letters.has_room_for(bob));
    EXPECT_FALSE(letters.write(bob, chat("m")));
    EXPECT_TRUE(letters.write(cem, chat("m")));
    // Far beyond what a sender may have under way nothing is held.
    const auto far = letters.hear(bob, run, {bounds::letters_waiting_max + 1, 1, chat("far")});
    EXPECT_TRUE(far.news.empty());
    EXPECT_EQ(texts(letters.hear(bob, run, {1, 1, chat("one")}).news), Texts{"one"});
}

}  // namespace
}  // namespace parley::core
