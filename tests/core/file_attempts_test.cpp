#include <gtest/gtest.h>

#include <cstdlib>
#include <vector>

#include "core/bounds.hpp"
#include "protocol/limits.hpp"
#include "tests/core/world.hpp"

// Files of which nothing comes, or that nothing can keep: how often they are asked for, and when they are given up.

namespace parley::core {
namespace {

using State = FileView::State;

constexpr std::uint64_t small = 3'000'000;
constexpr int attempts = bounds::file_attempts_max;

std::vector<FileView> files(const Page& page) {
    std::vector<FileView> all;
    for (const ChatLine& line : *page.client.view().chat.lines) all.push_back(line.file.value());
    return all;
}
State last_state(const Page& page) { return files(page).back().state; }

/// At which times `page` asked for something of that kind, since it did so first.
template <class Order>
std::vector<TimeMs> times_asked(World& world, const Page& page, TimeMs for_ms) {
    constexpr TimeMs step_ms = 100;
    std::vector<TimeMs> times;
    TimeMs first = 0;
    for (TimeMs passed = 0; passed < for_ms; passed += step_ms) {
        world.pass(step_ms);
        if (page.asked<Order>().size() == times.size()) continue;
        if (times.empty()) first = passed;
        times.push_back(passed - first);
    }
    return times;
}

/// Ann, who sends, and Bob in one meeting.
struct FileAttempts : testing::Test {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
};

TEST_F(FileAttempts, GrowRareAndEndWhereNothingCanKeepIt) {
    bob.keeps_files = false;
    ann.choose_file(small);
    const std::vector<TimeMs> times = times_asked<output::ReceiveFile>(world, bob, 100'000);
    const std::vector<TimeMs> due = {0, 3'000, 9'000, 21'000, 45'000, 93'000};
    ASSERT_EQ(times.size(), due.size());
    for (std::size_t i = 0; i < due.size(); ++i) EXPECT_LE(std::abs(times[i] - due[i]), 500) << i;
    world.pass(50'000);
    EXPECT_EQ(last_state(bob), State::Moving) << "the last pause is a minute";
    world.pass(10'000);
    EXPECT_EQ(last_state(bob), State::Failed);
    EXPECT_EQ(last_state(ann), State::Undelivered);
    world.pass(300'000);
    EXPECT_EQ(bob.asked<output::ReceiveFile>().size(), attempts) << "not for ever";
    bob.keeps_files = true;
    ann.choose_file(small);
    world.pass(5'000);
    EXPECT_EQ(last_state(bob), State::Complete) << "what is sent again finds what was loaded meanwhile";
}

TEST_F(FileAttempts, SucceedOnceThereIsWhatKeepsIt) {
    bob.keeps_files = false;
    ann.choose_file(small);
    world.pass(10'000);
    EXPECT_EQ(last_state(bob), State::Moving);
    bob.keeps_files = true;
    world.pass(15'000);
    EXPECT_EQ(last_state(bob), State::Complete);
    EXPECT_EQ(last_state(ann), State::Complete);
}

TEST_F(FileAttempts, EndWhereNothingComes) {
    ann.stuck_files.insert(SourceId{1});
    ann.choose_file(small);
    EXPECT_EQ(times_asked<output::SendFile>(world, ann, 150'000).size(), attempts);
    EXPECT_EQ(last_state(bob), State::Moving);
    world.pass(10'000);
    EXPECT_EQ(last_state(bob), State::Undelivered);
    EXPECT_EQ(last_state(ann), State::Undelivered);
    EXPECT_TRUE(bob.kept_files().empty());
    EXPECT_EQ(ann.asked<output::StopSending>().size(), 1U);
}

TEST_F(FileAttempts, DoNotEndWhileTheirOtherFilesCome) {
    ann.stuck_files.insert(SourceId{1});
    ann.choose_file(small);
    ann.choose_file(limits::file_size_max);
    world.pass(500);
    bob.put(action::AcceptFile{bob.client.view().chat.lines->back().id});
    world.pass(160'000);
    ASSERT_EQ(last_state(bob), State::Moving) << "it takes longer than the other would be waited for";
    EXPECT_EQ(files(bob).front().state, State::Moving);
    ann.stuck_files.clear();
    world.pass(60'000);
    EXPECT_EQ(files(bob).front().state, State::Complete);
    EXPECT_EQ(last_state(bob), State::Complete);
}

}  // namespace
}  // namespace parley::core
