#include "secret.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

namespace parley {
namespace {

class SecretTest : public testing::Test {
protected:
    SecretTest() {
        std::string pattern = testing::TempDir() + "parley-secret-XXXXXX";
        folder = ::mkdtemp(pattern.data());
    }
    ~SecretTest() override { std::filesystem::remove_all(folder); }

    void write(const std::string& text) const { std::ofstream(file()) << text; }
    [[nodiscard]] std::string file() const { return folder / "state" / "parley" / "secret"; }

    std::filesystem::path folder;
};

TEST_F(SecretTest, IsMadeWhereThereIsNoneForItsOwnerAlone) {
    const auto made = read_or_make_secret(file());
    ASSERT_TRUE(made.ok());
    EXPECT_EQ(made.value().text.size(), 43U);
    struct stat status{};
    ASSERT_EQ(::stat(file().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST_F(SecretTest, IsTheSameNextTime) {
    const auto made = read_or_make_secret(file());
    const auto again = read_or_make_secret(file());
    ASSERT_TRUE(made.ok() && again.ok());
    EXPECT_EQ(made.value().text, again.value().text);
}

TEST_F(SecretTest, IsAnotherElsewhere) {
    const auto here = read_or_make_secret(file());
    const auto there = read_or_make_secret(folder / "other");
    ASSERT_TRUE(here.ok() && there.ok());
    EXPECT_NE(here.value().text, there.value().text);
}

TEST_F(SecretTest, LeavesNothingElseInItsFolder) {
    ASSERT_TRUE(read_or_make_secret(file()).ok());
    const auto parent = std::filesystem::path(file()).parent_path();
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(parent), {}), 1);
}

TEST_F(SecretTest, MayEndWithALineBreak) {
    std::filesystem::create_directories(std::filesystem::path(file()).parent_path());
    write("sixteen letters!\n");
    const auto read = read_or_make_secret(file());
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value().text, "sixteen letters!");
}

TEST_F(SecretTest, IsRefusedWhenItIsShort) {
    std::filesystem::create_directories(std::filesystem::path(file()).parent_path());
    for (const char* const text : {"", "fifteen letters"}) {
        write(text);
        const auto read = read_or_make_secret(file());
        ASSERT_FALSE(read.ok()) << text;
        EXPECT_NE(read.error().find(file()), std::string::npos) << read.error();
    }
}

TEST_F(SecretTest, SaysWhyItCannotBeMade) {
    std::ofstream(folder / "state") << "a file where a folder should be";
    const auto made = read_or_make_secret(file());
    ASSERT_FALSE(made.ok());
    EXPECT_NE(made.error().find("--secret-file"), std::string::npos) << made.error();
    EXPECT_FALSE(read_or_make_secret("").ok());
}

TEST(SecretPlace, IsTheStateFolderOfThePerson) {
    const char* const state_before = ::getenv("XDG_STATE_HOME");
    const std::string kept = state_before == nullptr ? "" : state_before;
    ::setenv("XDG_STATE_HOME", "/some/state", 1);
    EXPECT_EQ(default_secret_file(), "/some/state/parley/secret");
    ::unsetenv("XDG_STATE_HOME");
    EXPECT_TRUE(default_secret_file().ends_with("/.local/state/parley/secret"));
    if (state_before != nullptr) ::setenv("XDG_STATE_HOME", kept.c_str(), 1);
}

}  // namespace
}  // namespace parley
