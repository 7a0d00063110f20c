#include "ui/news.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/ui/chat_stage.hpp"

namespace parley::ui {
namespace {

using core::NoticeKind;
using Said = std::vector<std::string>;

constexpr double step_s = 0.05;

class NewsOfACall : public testing::ChatStage {
protected:
    NewsOfACall() { stage_.frame(); }

    void notice(NoticeKind kind, std::string name) {
        std::vector<core::Notice>& notices = stage_.view.notices;
        notices.push_back({++last_, kind, std::move(name)});
        if (notices.size() > 8) notices.erase(notices.begin());
    }
    /// All that is said in that time.
    void wait(double seconds) {
        for (double passed = 0; passed < seconds; passed += step_s) {
            if (const std::string& words = stage_.frame().announcement; !words.empty()) said_.push_back(words);
            stage_.now_s += step_s - 0.01;
        }
    }

    Said said_;

private:
    std::uint64_t last_ = 0;
};

TEST_F(NewsOfACall, SayWhoCameAlone) {
    notice(NoticeKind::PersonJoined, "Ben");
    wait(5);
    EXPECT_EQ(said_, Said{"Ben joined"});
}

TEST_F(NewsOfACall, SayHowManyCameOneAfterTheOther) {
    for (int i = 0; i < 12; ++i) {
        notice(NoticeKind::PersonJoined, "Person " + std::to_string(i));
        wait(0.15);
    }
    wait(5);
    EXPECT_EQ(said_, Said{"12 people joined"});
}

TEST_F(NewsOfACall, NameTwoWhoCameTogether) {
    notice(NoticeKind::PersonJoined, "Ben");
    notice(NoticeKind::PersonJoined, "Cleo");
    wait(5);
    EXPECT_EQ(said_, Said{"Ben joined. Cleo joined"});
}

TEST_F(NewsOfACall, KeepThoseWhoComeApartFromThoseWhoLeave) {
    for (const char* name : {"Ben", "Cleo", "Dora"}) notice(NoticeKind::PersonLeft, name);
    notice(NoticeKind::PersonJoined, "Emil");
    wait(5);
    EXPECT_EQ(said_, Said{"Emil joined. 3 people left"});
}

TEST_F(NewsOfACall, AreNotHeldBackForEverWhileMoreComes) {
    for (int i = 0; i < 20; ++i) {
        notice(NoticeKind::HandRaised, "Person " + std::to_string(i));
        wait(0.5);
    }
    EXPECT_GE(said_.size(), 2U);
    EXPECT_LE(said_.size(), 4U);
}

TEST_F(NewsOfACall, WaitWithoutDrawing) {
    notice(NoticeKind::PersonJoined, "Ben");
    stage_.frame();
    stage_.now_s += 0.5;  // the toast has come to rest
    const double next_s = stage_.frame().next_frame_in_s;
    EXPECT_GT(next_s, 0.3);
    EXPECT_LT(next_s, 1);
}

TEST_F(NewsOfACall, DoNotDelayWhatAnswersToAPress) {
    notice(NoticeKind::LinkCopied, "");
    EXPECT_EQ(stage_.frame().announcement, "Link copied");
}

TEST_F(NewsOfACall, ReadTheFirstMessageAtOnceAndCountAStorm) {
    add(testing::line(1, "Ada", "Hello"));
    EXPECT_EQ(stage_.frame().announcement, "Ada wrote: Hello");
    for (std::uint64_t id = 2; id <= 9; ++id) {
        add(testing::line(id, "Ada", "And"));
        wait(0.1);
    }
    wait(5);
    EXPECT_EQ(said_, Said{"8 new messages"});
}

TEST_F(NewsOfACall, EndWithTheCall) {
    notice(NoticeKind::PersonLeft, "Ben");
    stage_.frame();
    stage_.view.screen = core::Screen::Left;
    wait(5);
    EXPECT_EQ(said_, Said{});
}

}  // namespace
}  // namespace parley::ui
