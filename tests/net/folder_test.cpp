#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/net/client.hpp"
#include "tests/net/running_server.hpp"

namespace parley::net {
namespace {

namespace fs = std::filesystem;

class Folder : public testing::Test {
protected:
    Folder() {
        std::string pattern = (fs::temp_directory_path() / "parley-folder-XXXXXX").string();
        EXPECT_NE(mkdtemp(pattern.data()), nullptr);
        root = pattern;
        page = root / "page";
        fs::create_directories(page / "assets");
        write(page / "index.html", "the page");
        write(page / "assets" / "app.js", "the script");
        write(root / "secret.txt", "a secret");
    }
    ~Folder() override { fs::remove_all(root); }

    static void write(const fs::path& file, const std::string& content) { std::ofstream(file) << content; }

    fs::path root;
    fs::path page;
};

TEST_F(Folder, IsServedFromDisk) {
    const FolderAssetSource source(page);
    const auto asset = source.find("/assets/app.js");
    ASSERT_TRUE(asset);
    EXPECT_EQ(asset->identity, "the script");
    EXPECT_EQ(asset->content_type, "text/javascript; charset=utf-8");
    EXPECT_FALSE(asset->immutable);
}

TEST_F(Folder, ShowsAChangedFileAtOnceWithAnotherTag) {
    const FolderAssetSource source(page);
    const auto before = source.find("/index.html");
    write(page / "index.html", "another page");
    const auto after = source.find("/index.html");
    EXPECT_EQ(after->identity, "another page");
    EXPECT_NE(before->hash, after->hash);
}

TEST_F(Folder, NeverReachesOutsideItself) {
    const FolderAssetSource source(page);
    for (const char* path : {"/../secret.txt", "/assets/../../secret.txt", "/..", "/.", "", "secret.txt",
                             "//etc/passwd", "/%2e%2e/secret.txt", "/..\\secret.txt", "/assets/./app.js"}) {
        EXPECT_FALSE(source.find(path)) << path;
    }
    EXPECT_FALSE(source.find(std::string_view("/index.html\0", 12)));
}

TEST_F(Folder, NeverFollowsALinkOutsideItself) {
    fs::create_symlink(root / "secret.txt", page / "link.txt");
    fs::create_directory_symlink(root, page / "up");
    const fs::path sibling = root / "page-of-another";
    fs::create_directory(sibling);
    write(sibling / "file.txt", "of another");
    fs::create_symlink(sibling / "file.txt", page / "sibling.txt");
    const FolderAssetSource source(page);
    for (const char* path : {"/link.txt", "/up/secret.txt", "/sibling.txt"}) EXPECT_FALSE(source.find(path)) << path;
}

TEST_F(Folder, FollowsALinkInsideItself) {
    fs::create_symlink(page / "index.html", page / "alias.html");
    EXPECT_EQ(FolderAssetSource(page).find("/alias.html")->identity, "the page");
}

TEST_F(Folder, ServesNoFolderAndNothingThatIsMissing) {
    const FolderAssetSource source(page);
    EXPECT_FALSE(source.find("/assets"));
    EXPECT_FALSE(source.find("/assets/"));
    EXPECT_FALSE(source.find("/missing.js"));
}

TEST_F(Folder, ChangesItsTokenWithAnyFile) {
    const FolderAssetSource source(page);
    const auto first = source.change_token();
    EXPECT_EQ(source.change_token(), first);
    write(page / "assets" / "new.js", "new");
    EXPECT_NE(source.change_token(), first);
}

TEST_F(Folder, AnswersAChangePollWhenAFileChanges) {
    RunningServer server({}, std::make_unique<FolderAssetSource>(page));
    const auto first = get(server.port(), "/dev/changed?since=");
    EXPECT_EQ(first.status, 200U);
    const std::string token = first.body.substr(10, first.body.size() - 12);
    EXPECT_EQ(first.body, "{\"token\":\"" + token + "\"}");
    write(page / "index.html", "a longer page than before");
    EXPECT_NE(get(server.port(), "/dev/changed?since=" + token).body, first.body);
}

TEST_F(Folder, AnswersAChangePollInTheEndWhenNothingChanges) {
    ServerSettings settings;
    settings.timeouts.change_poll = std::chrono::milliseconds(300);
    RunningServer server(settings, std::make_unique<FolderAssetSource>(page));
    const auto first = get(server.port(), "/dev/changed?since=");
    const std::string token = first.body.substr(10, first.body.size() - 12);
    EXPECT_EQ(get(server.port(), "/dev/changed?since=" + token).body, first.body);
}

}  // namespace
}  // namespace parley::net
