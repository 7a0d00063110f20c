#pragma once

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace parley {

/// A program as a process of its own, which ends with this.
class Process {
public:
    /// Looked for as a shell does.
    Process(const std::string& program, std::vector<std::string> flags) {
        std::array<int, 2> pipe{};
        EXPECT_EQ(::pipe(pipe.data()), 0);
        id_ = ::fork();
        if (id_ == 0) {
            ::dup2(pipe[1], STDOUT_FILENO);
            ::dup2(pipe[1], STDERR_FILENO);
            ::close(pipe[0]);
            ::close(pipe[1]);
            std::vector<char*> arguments;
            flags.insert(flags.begin(), program);
            for (std::string& flag : flags) arguments.push_back(flag.data());
            arguments.push_back(nullptr);
            ::execvp(program.c_str(), arguments.data());
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

    /// What it says, up to the end of a line; empty at the end of all.
    std::string line() const {
        std::string text;
        for (char character = 0; ::read(output_, &character, 1) == 1 && character != '\n';) text += character;
        return text;
    }

    /// The exit status; 127 when there is no such program, 128 and more when a signal ended it.
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

}  // namespace parley
