#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/ui/screen_cases.hpp"
#include "tests/ui/semantic_text.hpp"

// What assistive technology is told of each screen, kept beside the tests so that a change of it is seen.

namespace parley::ui {
namespace {

using testing::ScreenCase;
using testing::Stage;

const std::filesystem::path folder = PARLEY_SOURCE_DIR "/tests/ui/trees";
constexpr const char* how_to_renew =
    "If this is what is wanted, write the files anew and look at what changed:\n"
    "    PARLEY_RENEW_TREES=1 build/native/tests/ui_tests --gtest_filter='*SemanticTree*'";

bool is_renewing() { return std::getenv("PARLEY_RENEW_TREES") != nullptr; }

/// The gallery is no screen of the product.
std::vector<ScreenCase> screens() {
    std::vector<ScreenCase> screens = testing::screen_cases();
    std::erase_if(screens, [](const ScreenCase& one) { return one.page == Page::Gallery; });
    return screens;
}

std::filesystem::path file_of(const std::string& screen) { return folder / (screen + ".txt"); }

std::string read(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const std::filesystem::path& file, const std::string& text) {
    std::filesystem::create_directories(folder);
    std::ofstream(file, std::ios::binary) << text;
}

class SemanticTree : public ::testing::TestWithParam<ScreenCase> {};
INSTANTIATE_TEST_SUITE_P(Screen, SemanticTree, ::testing::ValuesIn(screens()),
                         [](const auto& chosen) { return chosen.param.name; });

TEST_P(SemanticTree, IsTheOneThatIsKept) {
    Stage stage;
    show(stage, GetParam(), testing::usual_sizes[0]);
    const std::string tree = testing::text_of(stage.result().semantics);
    const std::filesystem::path file = file_of(GetParam().name);
    if (is_renewing()) write(file, tree);
    ASSERT_TRUE(std::filesystem::exists(file)) << file << " is missing. " << how_to_renew;
    EXPECT_EQ(read(file), tree) << "the tree of " << GetParam().name << " is another one. " << how_to_renew;
}

TEST(SemanticTrees, BelongToScreensThatThereAre) {
    const std::vector<ScreenCase> known = screens();
    if (!std::filesystem::exists(folder)) return;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().stem().string();
        const bool there = std::ranges::find(known, name, &ScreenCase::name) != known.end();
        if (!there && is_renewing()) {
            std::filesystem::remove(entry.path());
            continue;
        }
        EXPECT_TRUE(there) << entry.path() << " belongs to no screen. " << how_to_renew;
    }
}

TEST(SemanticText, SaysRolesNamesAndStates) {
    std::vector<SemanticNode> nodes(3);
    nodes[0].id = 1;
    nodes[0].role = SemanticRole::Toolbar;
    nodes[0].name = "Tools";
    nodes[1].id = 2;
    nodes[1].parent = 1;
    nodes[1].role = SemanticRole::ToggleButton;
    nodes[1].name = "Chat";
    nodes[1].pressed = false;
    nodes[1].shortcut = "C";
    nodes[2].id = 3;
    nodes[2].role = SemanticRole::Heading;
    nodes[2].name = std::string(100, 'x');
    nodes[2].level = 1;
    EXPECT_EQ(testing::text_of(nodes), "toolbar \"Tools\"\n  toggle button \"Chat\", not pressed, key C\nheading \"" +
                                           std::string(80, 'x') + "…\", level 1\n");
}

}  // namespace
}  // namespace parley::ui
