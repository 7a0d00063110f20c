#include <gtest/gtest.h>

#include "tests/ui/fake_rasterizer.hpp"
#include "ui/text_layout.hpp"
#include "ui/utf8.hpp"

namespace parley::ui {
namespace {

// The fake's characters are as wide as half the size: 8 CSS pixels each in this style.
constexpr TextStyle style{16, 24, FontWeight::Regular};

class Text : public ::testing::Test {
protected:
    testing::FakeRasterizer rasterizer_;
    TextRuns runs_{rasterizer_};
};

TEST_F(Text, IsLeftAloneWhereItFits) { EXPECT_EQ(ellipsised(runs_, "Ada Lovelace", style, 96), "Ada Lovelace"); }

TEST_F(Text, IsCutWithAnEllipsisWhereItDoesNotFit) {
    EXPECT_EQ(ellipsised(runs_, "Ada Lovelace", style, 64), "Ada Lov\u2026");
}

TEST_F(Text, LeavesNoSpaceBeforeAnEllipsis) { EXPECT_EQ(ellipsised(runs_, "Ada Lovelace", style, 40), "Ada\u2026"); }

TEST_F(Text, IsNothingButAnEllipsisInNoRoom) { EXPECT_EQ(ellipsised(runs_, "Ada", style, 4), "\u2026"); }

TEST_F(Text, IsNeverCutInsideACharacter) {
    const std::string family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
    for (float width = 0; width < 60; width += 4) {
        const std::string cut = ellipsised(runs_, family + family, style, width);
        EXPECT_TRUE(cut == "\u2026" || cut == family + "\u2026") << cut;
    }
}

TEST_F(Text, BreaksAtSpaces) {
    const std::vector<std::string> expected = {"one two", "three"};
    EXPECT_EQ(wrapped(runs_, "one two three", style, 64), expected);
}

TEST_F(Text, BreaksAtLineFeeds) {
    const std::vector<std::string> expected = {"one", "two"};
    EXPECT_EQ(wrapped(runs_, "one\ntwo", style, 640), expected);
}

TEST_F(Text, EllipsisesAWordThatIsWiderThanTheLine) {
    const std::vector<std::string> expected = {"a", "extra\u2026", "b"};
    EXPECT_EQ(wrapped(runs_, "a extraordinary b", style, 48), expected);
}

TEST_F(Text, BreaksAWordThatIsWiderThanTheLineWhereThatIsWanted) {
    const std::vector<std::string> expected = {"a", "extrao", "rdinar", "y b"};
    EXPECT_EQ(wrapped(runs_, "a extraordinary b", style, 48, LongWords::Broken), expected);
}

TEST_F(Text, IsNeverBrokenInsideACharacter) {
    const std::string family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
    const std::vector<std::string> expected = {family, family, family};
    EXPECT_EQ(wrapped(runs_, family + family + family, style, 48, LongWords::Broken), expected);
    EXPECT_EQ(wrapped(runs_, family + family + family, style, 4, LongWords::Broken), expected);
}

TEST(Utf8, CutsAtWholeCharacters) {
    EXPECT_EQ(cut_to("abc", 3), "abc");
    EXPECT_EQ(cut_to("ab\u20AC", 4), "ab");
    EXPECT_EQ(cut_to("ae\u0301", 3), "a");
    EXPECT_EQ(cut_to("\u20AC", 0), "");
}

TEST(Utf8, KnowsWhichWayATextIsRead) {
    EXPECT_TRUE(reads_right_to_left("1. \u05E9\u05DC\u05D5\u05DD abc"));
    EXPECT_FALSE(reads_right_to_left("abc \u0645"));
    EXPECT_FALSE(reads_right_to_left("\U0001F44B 12"));
}

TEST(Utf8, TakesAFlagAsOneCharacter) { EXPECT_EQ(next_character("\U0001F1E9\U0001F1EA\U0001F1EB", 0), 8U); }

TEST(Utf8, TakesACombiningMarkWithItsLetter) { EXPECT_EQ(next_character("e\u0301x", 0), 3U); }

TEST(Utf8, GoesOnAfterBrokenBytes) {
    EXPECT_EQ(next_character("\xE2\x82", 0), 1U);
    EXPECT_EQ(next_character("\xFFz", 0), 1U);
}

TEST(Utf8, TakesInitialsFromTheFirstAndTheLastWord) {
    EXPECT_EQ(initials("ada augusta lovelace"), "AL");
    EXPECT_EQ(initials("  Grace "), "G");
    EXPECT_EQ(initials("\u5f20\u4f1f"), "\u5f20");
    EXPECT_EQ(initials("  "), "");
}

}  // namespace
}  // namespace parley::ui
