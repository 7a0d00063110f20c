#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace parley {
namespace {

/// The server as a process of its own, from its start to its end.
class Process {
public:
    explicit Process(std::vector<std::string> flags) {
        std::array<int, 2> pipe{};
        EXPECT_EQ(::pipe(pipe.data()), 0);
        id_ = ::fork();
        if (id_ == 0) {
            ::dup2(pipe[1], STDOUT_FILENO);
            ::dup2(pipe[1], STDERR_FILENO);
            ::close(pipe[0]);
            std::vector<char*> arguments;
            flags.insert(flags.begin(), PARLEY_SERVER);
            for (std::string& flag : flags) arguments.push_back(flag.data());
            arguments.push_back(nullptr);
            ::execv(PARLEY_SERVER, arguments.data());
            ::_exit(127);
        }
        ::close(pipe[1]);
        output_ = pipe[0];
    }
    ~Process() {
        ::close(output_);
        if (id_ > 0) ::kill(id_, SIGKILL);
        wait();
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    void signal(int number) const { ::kill(id_, number); }

    /// What it says, up to the end of a line.
    std::string line() const {
        std::string text;
        for (char character = 0; ::read(output_, &character, 1) == 1 && character != '\n';) text += character;
        return text;
    }

    /// The exit status; 128 and more when a signal ended it.
    int wait() {
        if (id_ <= 0) return status_;
        int status = 0;
        ::waitpid(std::exchange(id_, 0), &status, 0);
        status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        return status_;
    }

private:
    pid_t id_ = 0;
    int output_ = -1;
    int status_ = 0;
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
        Process server(flags);
        EXPECT_TRUE(server.line().starts_with("Parley is ready at http://127.0.0.1:"));
        server.signal(number);
        EXPECT_EQ(server.wait(), 0);
    }
}

TEST_F(ProcessTest, MakesTheSecretThatItWasGivenNone) {
    Process server(flags);
    server.line();
    EXPECT_TRUE(std::filesystem::exists(folder / "secret"));
}

TEST_F(ProcessTest, EndsWithASentenceWhenTheSecretCannotBeKept) {
    flags.back() = "/proc/no/such/folder/secret";
    Process server(flags);
    EXPECT_NE(server.line().find("/proc/no/such/folder/secret"), std::string::npos);
    EXPECT_EQ(server.wait(), 1);
}

TEST_F(ProcessTest, RefusesAShortSecret) {
    flags.insert(flags.end(), {"--secret", "short"});
    Process server(flags);
    EXPECT_NE(server.line().find("16"), std::string::npos);
    EXPECT_EQ(server.wait(), 2);
}

}  // namespace
}  // namespace parley
