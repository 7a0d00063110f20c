#include <algorithm>

#include "tests/core/world.hpp"

namespace parley::core {
namespace {

bool was_hinted(Page& page) {
    return std::ranges::any_of(page.client.view().notices,
                               [](const Notice& notice) { return notice.kind == NoticeKind::KeysHint; });
}

TEST(Keys, AreHintedAtOneTimeInEachBrowser) {
    World world;
    Page& ann = world.page("Ann");
    ann.preferences.keys_hint = output::KeysHint::Due;
    world.join(ann);
    world.pass(settle_ms);
    EXPECT_TRUE(was_hinted(ann));
    EXPECT_EQ(ann.preferences.keys_hint, output::KeysHint::Given);
    const auto hints = std::ranges::count(ann.client.view().notices, NoticeKind::KeysHint, &Notice::kind);
    ann.put(action::Leave{});
    ann.put(action::Rejoin{});
    world.pass(settle_ms);
    EXPECT_EQ(std::ranges::count(ann.client.view().notices, NoticeKind::KeysHint, &Notice::kind), hints);
}

TEST(Keys, ThatArePreferredToBeSilentStaySoInTheBrowser) {
    World world;
    Page& ann = world.joined("Ann");
    ann.put(action::SetSingleKeys{output::SingleKeys::Off});
    EXPECT_EQ(ann.preferences.single_keys, output::SingleKeys::Off);
    EXPECT_EQ(ann.client.view().settings.preferences.single_keys, output::SingleKeys::Off);
}

TEST(Keys, AreShownOnASheetThatGivesWayToAnother) {
    World world;
    Page& ann = world.joined("Ann");
    ann.put(action::OpenKeys{});
    EXPECT_TRUE(ann.client.view().keys_shown);
    ann.put(action::OpenSettings{});
    EXPECT_FALSE(ann.client.view().keys_shown);
    ann.put(action::OpenKeys{});
    EXPECT_FALSE(ann.client.view().keys_shown) << "it would lie under the settings";
}

}  // namespace
}  // namespace parley::core
