#include <gtest/gtest.h>

#include <string>

#include "protocol/limits.hpp"
#include "tests/replay/recording.hpp"

namespace parley::replay {
namespace {

using world::Page;
using world::Server;
using world::World;
namespace action = core::action;

constexpr core::TimeMs settle_ms = 1'000;

Page& recorded(World& world, const std::string& name, const std::string& run = {}) {
    Page& page = world.page(name, run);
    page.client.record("test");
    World::join(page);
    world.pass(settle_ms);
    return page;
}

/// A short call of two in which something is said; the log is that of the one who came first.
std::string short_call() {
    World world(1);
    Page& ann = recorded(world, "ann");
    recorded(world, "bob").put(action::SendChat{"hello"});
    world.pass(settle_ms);
    return saved_log(ann);
}

void replace(std::string& text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
}

TEST(Replay, GivesTheSameOutputsForACallInWhichAllIsWell) { EXPECT_TRUE(is_replayed(short_call())); }

TEST(Replay, GivesTheSameOutputsForBothWhenTheServerIsAway) {
    World world(1);
    Page& ann = recorded(world, "ann");
    Page& bob = recorded(world, "bob");
    world.server.answer = Server::Answer::Refuses;
    world.server.restart();
    world.pass(settle_ms);
    ann.put(action::SendChat{"one"});
    bob.put(action::SendChat{"two"});
    world.pass(settle_ms);
    world.server.answer = Server::Answer::Accepts;
    world.pass(30'000);
    for (Page* page : {&ann, &bob}) EXPECT_TRUE(is_replayed(saved_log(*page))) << page->name;
}

TEST(Replay, GivesTheSameOutputsForWhoLeavesComesBackAndIsReloaded) {
    World world(1);
    Page& ann = recorded(world, "ann");
    Page& bob = recorded(world, "bob", "first run");
    bob.put(action::Leave{});
    world.pass(settle_ms);
    bob.put(action::Rejoin{});
    world.pass(settle_ms);
    bob.vanish();
    Page& again = recorded(world, "bob", "second run");
    world.pass(settle_ms);
    for (Page* page : {&ann, &again}) EXPECT_TRUE(is_replayed(saved_log(*page))) << page->name;
}

TEST(Replay, GivesTheSameOutputsForNamesAndLinksAsPeopleTypeThem) {
    World world(1);
    Page& page = world.page("ann");
    page.client.record("test");
    page.abilities.share_sheet = true;
    page.boot();
    page.put(action::OpenMeeting{"no link at all"});
    page.put(action::OpenMeeting{" https://meet.example/r/KKKK-kkkk-kkkk#" + world::key_of('k') + "\n"});
    world.pass(settle_ms);
    for (const char* name : {"A", "An", "Ann", "Ann ", "Ann B", "  Ann B  ", ""}) page.put(action::ChangeName{name});
    page.put(action::Join{});
    world.pass(settle_ms);
    page.put(action::ChangeName{" Ann"});
    page.put(action::CopyLink{});
    page.put(action::ShareLink{});
    page.put(core::input::ShareFinished{core::input::ShareFinished::Outcome::Failed});
    page.put(action::SendChat{""});
    page.put(action::SendChat{std::string(limits::chat_text_max + 1, 'x')});
    page.put(action::SendChat{std::string(limits::chat_text_max, 'x')});
    world.pass(settle_ms);
    page.put(action::GoHome{});
    world.pass(settle_ms);
    ASSERT_FALSE(page.asked<core::output::StoreName>().empty());
    EXPECT_TRUE(is_replayed(saved_log(page)));
}

TEST(Replay, GivesTheSameOutputsForACodeOfWhichTheLogKeepsNothing) {
    World world(1);
    Page& page = recorded(world, "ann");
    world.pass(settle_ms);
    page.put(action::ShowQrCode{});
    const auto asked = page.asked<core::output::MakeQrCode>();
    ASSERT_EQ(asked.size(), 1U);
    page.put(core::input::QrCodeMade{asked[0].request, core::input::QrCodeMade::Outcome::Made, {1, {true}}});
    page.put(action::CloseQrCode{});
    page.put(action::ShowQrCode{});
    EXPECT_TRUE(is_replayed(saved_log(page)));
}

TEST(Replay, GivesTheSameOutputsForAddressesThatLeadNowhere) {
    for (const char* path : {"", "/", "/r/", "/r/kkkk-kkkk-kkkk", "/elsewhere"}) {
        for (const std::string& fragment : {std::string(), std::string("half a key"), world::key_of('k')}) {
            World world(1);
            Page& page = world.page("ann");
            page.client.record("test");
            page.boot(path, fragment);
            world.pass(settle_ms);
            EXPECT_TRUE(is_replayed(saved_log(page))) << path << '#' << fragment;
        }
    }
}

TEST(Replay, SeesThatAnInputWasAltered) {
    std::string text = short_call();
    replace(text, R"("input":"ChannelOpened","with":{"connection":2})",
            R"("input":"ChannelOpened","with":{"connection":9})");
    EXPECT_FALSE(is_replayed(text));
}

TEST(Replay, SeesThatATimeWasAltered) {
    std::string text = short_call();
    const auto log = read_log(text);
    ASSERT_TRUE(log);
    LogFile altered = log.value();
    for (Step& step : altered.steps) step.at += step.name == "tick" ? -1 : 0;
    EXPECT_TRUE(replay(altered).difference);
}

TEST(Replay, NamesTheLineAndBothOutputsOfTheFirstDifference) {
    const auto log = read_log(short_call());
    ASSERT_TRUE(log);
    LogFile altered = log.value();
    Step& step = altered.steps.front();
    ASSERT_FALSE(step.outputs.empty());
    const std::string was = std::exchange(step.outputs.front(), "CloseSocket 7 00000000");
    const auto difference = replay(altered).difference;
    ASSERT_TRUE(difference);
    EXPECT_EQ(difference->line, 2U);
    EXPECT_EQ(difference->input, step.name);
    EXPECT_EQ(difference->expected, "CloseSocket 7 00000000");
    EXPECT_EQ(difference->found, was);
}

TEST(Replay, SeesAnOutputThatIsMissingAndOneTooMany) {
    const auto log = read_log(short_call());
    ASSERT_TRUE(log);
    for (const bool more : {true, false}) {
        LogFile altered = log.value();
        auto& outputs = altered.steps.front().outputs;
        more ? outputs.push_back("ResumeSound 00000000") : outputs.pop_back();
        const auto difference = replay(altered).difference;
        ASSERT_TRUE(difference);
        EXPECT_EQ((more ? difference->found : difference->expected), "");
    }
}

TEST(Replay, SeesThatAnOutputSaidSomethingElse) {
    const auto log = read_log(short_call());
    ASSERT_TRUE(log);
    LogFile altered = log.value();
    char& digit = altered.steps.front().outputs.front().back();
    digit = digit == '0' ? '1' : '0';
    EXPECT_TRUE(replay(altered).difference);
}

}  // namespace
}  // namespace parley::replay
