#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "tests/replay/replay.hpp"

// replay_call_log FILE             each thing that happened with what came of it, and whether it is the same again
// replay_call_log --summary FILE   only whether it is the same
//
// The exit status is 0 when it is the same, 1 when it is not, 2 when the file can't be replayed.

namespace {

using namespace parley::replay;

constexpr int same = 0;
constexpr int differs = 1;
constexpr int unusable = 2;

int refuse(std::string_view code, const std::string& message) {
    std::fprintf(stderr, "replay_call_log: %s: %s\n", std::string(code).c_str(), message.c_str());
    return unusable;
}

const char* or_nothing(const std::string& output) { return output.empty() ? "nothing more" : output.c_str(); }

/// The client's own words about itself are printed when they change.
OnStep printer() {
    return [before = std::vector<std::string>()](const Step& step, const auto& outputs, const auto& summary) mutable {
        std::printf("%5zu %10lld ms  %s\n", step.line, static_cast<long long>(step.at), step.name.c_str());
        for (const std::string& output : outputs) std::printf("%22s %s\n", "->", output.c_str());
        if (summary == before) return;
        before = summary;
        for (const std::string& line : summary) std::printf("%22s %s\n", "|", line.c_str());
    };
}

int judge(const LogFile& log, const Verdict& verdict) {
    if (log.end == LogFile::End::Full) std::printf("the log is full: what happened after its end is not in it\n");
    if (!verdict.difference) {
        std::printf("replayed %zu inputs of build %s: the same outputs\n", verdict.inputs, log.build.c_str());
        return same;
    }
    const auto& [line, input, expected, found] = *verdict.difference;
    std::printf("line %zu, %s: the page of build %s asked for %s, now it asks for %s\n", line, input.c_str(),
                log.build.c_str(), or_nothing(expected), or_nothing(found));
    return differs;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string_view> words(argv + 1, argv + argc);
    const bool summary = !words.empty() && words.front() == "--summary";
    if (words.size() != (summary ? 2U : 1U)) return refuse("usage", "replay_call_log [--summary] FILE");
    std::ifstream file{std::string(words.back()), std::ios::binary};
    if (!file) return refuse("no-file", "The file can't be read.");
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    const auto log = read_log(text);
    if (!log) return refuse(to_text(log.error().code), log.error().message);
    return judge(log.value(), replay(log.value(), summary ? OnStep() : printer()));
}
