#include "core/speaker.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "core/bounds.hpp"

// Who is shown large while people talk.

namespace parley::core {
namespace {

ParticipantView someone(const std::string& name) {
    ParticipantView person;
    person.peer = PeerId(name);
    return person;
}

/// A call in which only a test speaks; time moves when it says so.
class Table {
public:
    Table() {
        people_.push_back(someone("own"));
        people_.back().you = true;
    }

    void come(const std::string& name) {
        people_.push_back(someone(name));
        hear();
    }
    void go(const std::string& name) {
        std::erase_if(people_, [&](const ParticipantView& one) { return one.peer.value == name; });
        speaking_.erase(name);
        hear();
    }
    void begins(const std::string& name) {
        speaking_.insert(name);
        hear();
    }
    void ends(const std::string& name) {
        speaking_.erase(name);
        hear();
    }
    void pass(TimeMs duration_ms) {
        const TimeMs end = now_ + duration_ms;
        while (speaker_.deadline() && *speaker_.deadline() <= end) {
            ASSERT_GT(*speaker_.deadline(), now_) << "a deadline stays in the past";
            now_ = *speaker_.deadline();
            hear();
        }
        now_ = end;
    }
    void says(const std::string& name, TimeMs duration_ms) {
        begins(name);
        pass(duration_ms);
        ends(name);
    }
    [[nodiscard]] std::string shown() const { return speaker_.chosen() ? speaker_.chosen()->value : ""; }
    [[nodiscard]] int changes() const { return changes_; }
    [[nodiscard]] bool waits() const { return speaker_.deadline().has_value(); }

private:
    void hear() {
        const std::string before = shown();
        for (ParticipantView& one : people_) one.speaking = speaking_.contains(one.peer.value);
        speaker_.hear(now_, people_);
        if (shown() != before) ++changes_;
    }

    Speaker speaker_;
    std::vector<ParticipantView> people_;
    std::set<std::string> speaking_;
    TimeMs now_ = 1'000;
    int changes_ = 0;
};

/// Ann, Bob and Cleo, none of whom has spoken.
struct Three : Table {
    Three() {
        for (const char* name : {"ann", "bob", "cleo"}) come(name);
    }
};

TEST(Speaker, IsNobodyWhileAlone) {
    Table table;
    table.says("own", 10'000);
    EXPECT_EQ(table.shown(), "");
}

TEST(Speaker, IsTheFirstOfTheOthersUntilAnybodySpeaks) {
    Three table;
    table.pass(60'000);
    EXPECT_EQ(table.shown(), "ann");
    EXPECT_FALSE(table.waits()) << "silence needs no clock";
}

TEST(Speaker, IsNeverOneself) {
    Three table;
    table.says("own", 10'000);
    EXPECT_EQ(table.shown(), "ann");
}

TEST(Speaker, IsWhoHasSpokenForAWhile) {
    Three table;
    table.begins("bob");
    table.pass(bounds::speaker_after_ms - 1);
    EXPECT_EQ(table.shown(), "ann");
    table.pass(1);
    EXPECT_EQ(table.shown(), "bob");
}

TEST(Speaker, DoesNotChangeForAWordOrTwo) {
    Three table;
    for (int i = 0; i < 10; ++i) {
        table.says("cleo", bounds::speaker_after_ms - 1);
        table.pass(200);
    }
    EXPECT_EQ(table.shown(), "ann");
}

TEST(Speaker, StaysWhenTheyFallSilent) {
    Three table;
    table.says("bob", 4'000);
    table.pass(60'000);
    EXPECT_EQ(table.shown(), "bob");
}

TEST(Speaker, DoesNotChangeOftenInALivelyTalk) {
    Three table;
    TimeMs passed = 0;
    for (; passed < 30'000; passed += 3'200) {
        table.says("bob", bounds::speaker_after_ms + 100);
        table.says("cleo", bounds::speaker_after_ms + 100);
    }
    EXPECT_GT(table.changes(), 2);
    EXPECT_LE(table.changes(), 2 + passed / bounds::speaker_gap_ms);
}

TEST(Speaker, TakesOverAsSoonAsTheLastChangeIsLongEnoughAgo) {
    Three table;
    table.says("bob", bounds::speaker_after_ms);
    table.begins("cleo");
    table.pass(bounds::speaker_gap_ms - 1);
    EXPECT_EQ(table.shown(), "bob");
    table.pass(1);
    EXPECT_EQ(table.shown(), "cleo");
}

TEST(Speaker, KeepsWhoSpeaksWhileOthersInterrupt) {
    Three table;
    table.begins("bob");
    table.pass(4'000);
    table.says("cleo", bounds::speaker_overtakes_ms - 1);
    EXPECT_EQ(table.shown(), "bob");
}

TEST(Speaker, LeavesANoiseThatNeverEndsForWhoBeganLater) {
    Three table;
    table.begins("bob");
    table.pass(10'000);
    table.begins("cleo");
    table.pass(bounds::speaker_overtakes_ms);
    EXPECT_EQ(table.shown(), "cleo");
    table.pass(60'000);
    EXPECT_EQ(table.shown(), "cleo") << "the noise does not take it back";
    EXPECT_FALSE(table.waits());
}

TEST(Speaker, IsWhoSpeaksAlreadyWhenTheOneBeforeLeaves) {
    Three table;
    table.says("ann", 4'000);
    table.begins("cleo");
    table.go("ann");
    EXPECT_EQ(table.shown(), "cleo");
}

TEST(Speaker, IsAnybodyWhenTheOneBeforeLeavesInSilence) {
    Three table;
    table.says("cleo", 4'000);
    table.go("cleo");
    EXPECT_EQ(table.shown(), "ann");
    table.go("ann");
    table.go("bob");
    EXPECT_EQ(table.shown(), "");
}

TEST(Speaker, IsNotChangedByWhoComes) {
    Three table;
    table.says("bob", 4'000);
    table.come("dan");
    EXPECT_EQ(table.shown(), "bob");
}

}  // namespace
}  // namespace parley::core
