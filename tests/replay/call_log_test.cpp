#include <gtest/gtest.h>

#include <set>
#include <string>

#include "core/call_log/call_log.hpp"
#include "core/call_log/recorded_client.hpp"
#include "tests/replay/log_file.hpp"

namespace parley::core::call_log {
namespace {

using replay::read_log;

const std::string header = "{\"log\":\"parley call log\",\"version\":4,\"build\":\"0.1.0 abc\"}\n";
const std::string saved = "{\"end\":\"saved\"}\n";

TEST(CallLog, BeginsWithItsVersionAndBuildAndEndsWithItsEnd) { EXPECT_EQ(CallLog("0.1.0 abc").text(), header + saved); }

TEST(CallLog, HasALineForEachThingThatHappenedWithWhatCameOfIt) {
    CallLog log("0.1.0 abc");
    log.note(1'203, input::SocketClosed{SocketId{1}, 1006});
    log.note(output::OpenSocket{SocketId{2}});
    log.note(output::ResumeSound{});
    log.note_tick(1'500);
    const std::string text = log.text();
    EXPECT_TRUE(text.starts_with(header + R"({"at":1203,"input":"SocketClosed","with":{"socket":1,"code":1006},)"
                                          R"("outputs":["OpenSocket 2 )"))
        << text;
    EXPECT_TRUE(text.ends_with("{\"at\":1500,\"input\":\"tick\",\"outputs\":[]}\n" + saved)) << text;
    const auto read = read_log(text);
    ASSERT_TRUE(read);
    EXPECT_EQ(read.value().steps.at(0).outputs.size(), 2U);
}

TEST(CallLog, LeavesOutLevelsOfWhichNothingComes) {
    CallLog log("0.1.0 abc");
    const input::Levels levels{0.25F, {{ConnectionId{1}, 0.5F}}};
    for (int round = 0; round < 100; ++round) log.note(round, levels);
    log.note(100, input::NetworkChanged{});
    EXPECT_EQ(read_log(log.text()).value().steps.size(), 1U);
    log.note(101, levels);
    log.note(output::ResumeSound{});
    const auto read = read_log(log.text());
    ASSERT_EQ(read.value().steps.size(), 2U);
    const auto& kept = std::get<input::Levels>(*read.value().steps.back().input);
    EXPECT_EQ(kept.microphone, 0.25F);
    EXPECT_EQ(kept.connections.at(0).level, 0.5F);
}

TEST(CallLog, KeepsItsBeginningAndSaysThatItIsFull) {
    CallLog log("0.1.0 abc", {.bytes = 500, .lines = 100});
    for (int round = 0; round < 100; ++round) log.note_tick(round);
    const std::string text = log.text();
    EXPECT_TRUE(log.full());
    EXPECT_LE(text.size(), 500U + std::string("{\"end\":\"full\"}\n").size());
    const auto read = read_log(text);
    ASSERT_TRUE(read);
    EXPECT_EQ(read.value().end, replay::LogFile::End::Full);
    ASSERT_GT(read.value().steps.size(), 5U);
    EXPECT_EQ(read.value().steps.front().at, 0);
}

TEST(CallLog, IsFullAtSoManyLinesToo) {
    CallLog log("0.1.0 abc", {.bytes = 1'000'000, .lines = 11});
    for (int round = 0; round < 10; ++round) log.note_tick(round);
    EXPECT_EQ(read_log(log.text()).value().end, replay::LogFile::End::Saved);
    log.note_tick(10);
    EXPECT_EQ(read_log(log.text()).value().end, replay::LogFile::End::Full);
    EXPECT_EQ(read_log(log.text()).value().steps.size(), 10U);
}

TEST(CallLog, ReadsTheSameUpToWhereItIsAskedForAndAfterwards) {
    CallLog log("0.1.0 abc");
    log.note_tick(1);
    const std::string first = log.text();
    EXPECT_EQ(log.text(), first);
    log.note_tick(2);
    EXPECT_TRUE(log.text().starts_with(first.substr(0, first.size() - saved.size())));
}

template <class Variant, std::size_t... Index>
void collect_names(std::multiset<std::string_view>& names, std::index_sequence<Index...> /*all*/) {
    (names.insert(name_of(Variant(std::in_place_index<Index>))), ...);
}

TEST(CallLog, CallsNoTwoInputsTheSame) {
    std::multiset<std::string_view> names = {tick_name};
    collect_names<Input>(names, std::make_index_sequence<std::variant_size_v<Input>>());
    collect_names<UserAction>(names, std::make_index_sequence<std::variant_size_v<UserAction>>());
    for (const std::string_view name : names) {
        EXPECT_FALSE(name.empty());
        EXPECT_EQ(names.count(name), 1U) << name;
    }
}

input::Boot at_home() {
    input::Boot boot;
    boot.path = "/";
    return boot;
}

std::vector<output::SaveFile> files_of(RecordedClient& client) {
    std::vector<output::SaveFile> files;
    while (auto output = client.poll()) {
        if (auto* file = std::get_if<output::SaveFile>(&*output)) files.push_back(std::move(*file));
    }
    return files;
}

TEST(RecordedClient, SavesItsLogWhenThePersonSaysSoAndOnlyThen) {
    RecordedClient client;
    client.record("0.1.0 abc");
    client.handle(1, at_home());
    EXPECT_TRUE(files_of(client).empty());
    client.handle(2, UserAction(action::SaveCallLog{}));
    const auto files = files_of(client);
    ASSERT_EQ(files.size(), 1U);
    EXPECT_EQ(files[0].name, "parley-call-log.jsonl");
    const auto log = read_log(files[0].text);
    ASSERT_TRUE(log);
    EXPECT_EQ(log.value().steps.size(), 2U);
    EXPECT_FALSE(log.value().steps.at(0).outputs.empty());
    client.tick(3);
    EXPECT_TRUE(files_of(client).empty());
}

TEST(RecordedClient, HasNoLogWhereItDoesNotRecord) {
    RecordedClient client;
    client.handle(1, at_home());
    client.handle(2, UserAction(action::SaveCallLog{}));
    EXPECT_TRUE(files_of(client).empty());
}

}  // namespace
}  // namespace parley::core::call_log
