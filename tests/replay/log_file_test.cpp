#include <gtest/gtest.h>

#include <string>

#include "tests/replay/log_file.hpp"

namespace parley::replay {
namespace {

using Code = ReadError::Code;

const std::string header = R"({"log":"parley call log","version":4,"build":"0.1.0 abc"})"
                           "\n";
const std::string boot = R"({"at":7,"input":"SocketClosed","with":{"socket":1,"code":1006},"outputs":["A","B"]})"
                         "\n";
const std::string end = R"({"end":"saved"})"
                        "\n";

Code code_of(const std::string& text) {
    const auto log = read_log(text);
    EXPECT_FALSE(log) << text;
    return log ? Code::NotALog : log.error().code;
}

TEST(LogFile, IsReadLineByLine) {
    const auto log = read_log(header + boot + R"({"at":9,"input":"tick","outputs":[]})" + "\n" + end);
    ASSERT_TRUE(log);
    EXPECT_EQ(log.value().build, "0.1.0 abc");
    ASSERT_EQ(log.value().steps.size(), 2U);
    const Step& step = log.value().steps.front();
    EXPECT_EQ(step.at, 7);
    EXPECT_EQ(step.line, 2U);
    EXPECT_EQ(step.outputs, (std::vector<std::string>{"A", "B"}));
    ASSERT_TRUE(step.input);
    EXPECT_EQ(std::get<core::input::SocketClosed>(*step.input).code, 1006);
    EXPECT_FALSE(log.value().steps.back().input);
}

TEST(LogFile, SaysThatMoreHappenedThanItHolds) {
    const auto log = read_log(header + R"({"end":"full"})" + "\n");
    ASSERT_TRUE(log);
    EXPECT_EQ(log.value().end, LogFile::End::Full);
}

TEST(LogFile, MayHoldWhatALaterPageKnows) {
    const auto log = read_log(R"({"log":"parley call log","version":4,"later":[1]})"
                              "\n"
                              R"({"at":7,"input":"SocketOpened","with":{"socket":1,"later":{}},"outputs":[],"more":0})"
                              "\n" +
                              end);
    EXPECT_TRUE(log);
}

TEST(LogFile, IsRefusedWhenItIsNone) {
    for (const char* text :
         {"", "\n", "hello\n", "{}\n", "[]\n", "{\"log\":\"another\",\"version\":2}\n", "\xFF\xFE"}) {
        EXPECT_EQ(code_of(text), Code::NotALog) << text;
    }
}

TEST(LogFile, OfAnotherVersionIsRefused) {
    for (const char* version : {"1", "3", "5", "0", "\"4\"", "null"}) {
        const std::string text = std::string(R"({"log":"parley call log","version":)") + version + "}\n" + end;
        const auto log = read_log(text);
        ASSERT_FALSE(log);
        EXPECT_EQ(log.error().code, Code::UnknownVersion) << version;
    }
    const auto log = read_log("{\"log\":\"parley call log\",\"version\":5}\n");
    EXPECT_EQ(log.error().message, "The log has version 5; this program replays 4.");
}

TEST(LogFile, ThatWasCutOffIsRefusedWhereverThatWas) {
    const std::string whole = header + boot + end;
    for (std::size_t size = header.size(); size < whole.size() - 1; ++size) {
        EXPECT_EQ(code_of(whole.substr(0, size)), Code::CutOff) << size;
    }
    EXPECT_EQ(read_log(whole.substr(0, header.size() + 20)).error().message, "The log was cut off at line 2.");
}

TEST(LogFile, WithALineThatSaysNothingIsRefused) {
    for (const char* line : {
             "nonsense",
             "[]",
             R"({"input":"tick","outputs":[]})",
             R"({"at":"soon","input":"tick","outputs":[]})",
             R"({"at":1,"input":"Unheard","with":{},"outputs":[]})",
             R"({"at":1,"input":"SocketOpened","outputs":[]})",
             R"({"at":1,"input":"SocketOpened","with":[],"outputs":[]})",
             R"({"at":1,"input":"SocketOpened","with":{"socket":-1},"outputs":[]})",
             R"({"at":1,"input":"SocketOpened","with":{"socket":4294967296},"outputs":[]})",
             R"({"at":1,"input":"SocketClosed","with":{"socket":1,"code":70000},"outputs":[]})",
             R"({"at":1,"input":"TransportChanged","with":{"connection":1,"state":6},"outputs":[]})",
             R"({"at":1,"input":"SendChat","with":{"text":7},"outputs":[]})",
             R"({"at":1,"input":"SocketOpened","with":{"socket":1},"outputs":[7]})",
         }) {
        const auto log = read_log(header + line + "\n" + end);
        ASSERT_FALSE(log) << line;
        EXPECT_EQ(log.error().code, Code::BadLine) << line;
        EXPECT_EQ(log.error().message, "Line 2 says nothing that this program knows.");
    }
}

TEST(LogFile, HasAStableCodeForEachRefusal) {
    EXPECT_EQ(to_text(Code::NotALog), "not-a-log");
    EXPECT_EQ(to_text(Code::UnknownVersion), "unknown-version");
    EXPECT_EQ(to_text(Code::CutOff), "cut-off");
    EXPECT_EQ(to_text(Code::BadLine), "bad-line");
}

}  // namespace
}  // namespace parley::replay
