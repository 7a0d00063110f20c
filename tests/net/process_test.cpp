#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/net/process.hpp"

namespace parley {
namespace {

/// The server as a process of its own.
class ServerProcess : public Process {
public:
    explicit ServerProcess(const std::vector<std::string>& flags) : Process(PARLEY_SERVER, flags) {}
};

class ProcessTest : public testing::Test {
protected:
    ProcessTest() {
        std::string pattern = testing::TempDir() + "parley-process-XXXXXX";
        folder = ::mkdtemp(pattern.data());
        flags = {"--listen", "127.0.0.1:0", "--secret-file", (folder / "secret").string()};
    }
    ~ProcessTest() override { std::filesystem::remove_all(folder); }

    std::filesystem::path folder;
    std::vector<std::string> flags;
};

TEST_F(ProcessTest, EndsWellOnEitherSignal) {
    for (const int number : {SIGTERM, SIGINT}) {
        ServerProcess server(flags);
        EXPECT_TRUE(server.line().starts_with("Parley is ready at http://127.0.0.1:"));
        server.signal(number);
        EXPECT_EQ(server.wait(), 0);
    }
}

TEST_F(ProcessTest, MakesTheSecretThatItWasGivenNone) {
    ServerProcess server(flags);
    server.line();
    EXPECT_TRUE(std::filesystem::exists(folder / "secret"));
}

TEST_F(ProcessTest, EndsWithASentenceWhenTheSecretCannotBeKept) {
    flags.back() = "/proc/no/such/folder/secret";
    ServerProcess server(flags);
    EXPECT_NE(server.line().find("/proc/no/such/folder/secret"), std::string::npos);
    EXPECT_EQ(server.wait(), 1);
}

TEST_F(ProcessTest, TakesTheSecretOfTheRelaysFromAFile) {
    const std::string file = (folder / "relays").string();
    flags.insert(flags.end(), {"--turn-url", "turn:127.0.0.1:1", "--turn-secret-file", file});
    {
        ServerProcess server(flags);
        EXPECT_NE(server.line().find("Cannot read the secret in " + file), std::string::npos);
        EXPECT_EQ(server.wait(), 1);
    }
    std::ofstream(file) << "fifteen letters";
    {
        ServerProcess server(flags);
        EXPECT_NE(server.line().find("shorter than 16"), std::string::npos);
        EXPECT_EQ(server.wait(), 1);
    }
    std::ofstream(file) << "sixteen letters!\n";
    ServerProcess server(flags);
    EXPECT_TRUE(server.line().starts_with("Parley is ready at"));
}

TEST_F(ProcessTest, RefusesAShortSecret) {
    flags.insert(flags.end(), {"--secret", "short"});
    ServerProcess server(flags);
    EXPECT_NE(server.line().find("16"), std::string::npos);
    EXPECT_EQ(server.wait(), 2);
}

}  // namespace
}  // namespace parley
