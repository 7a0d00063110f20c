#include <gtest/gtest.h>

#include <algorithm>

#include "core/bounds.hpp"
#include "core/stage.hpp"
#include "tests/core/world.hpp"

// How one person sees a call: what is kept, what is pinned, the whole screen and the picture that floats.

namespace parley::core {
namespace {

Tile person(const char* name) { return {PeerId(name), Tile::Kind::Person}; }

struct Call {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    Page& cleo = world.joined("cleo");

    [[nodiscard]] const StageView& stage() const { return ann.client.view().stage; }
    [[nodiscard]] bool bob_sends() const {
        return bob.connection_to("ann")->encodings.at(Slot::Camera).activity == quality::Encoding::Activity::Sent;
    }
};

TEST(Layouts, AreKeptInTheBrowser) {
    Call call;
    call.ann.put(action::SetLayout{Layout::Sidebar});
    call.ann.put(action::SetLayout{Layout::Sidebar});
    call.ann.put(action::ShowOwnPicture{OwnPicture::Hidden});
    call.ann.put(action::MoveOwnPicture{Corner::TopLeft});
    const auto stored = call.ann.asked<output::StorePreferences>();
    ASSERT_EQ(stored.size(), 3U) << "what changes nothing is not kept again";
    EXPECT_EQ(stored.back().layout, Layout::Sidebar);
    EXPECT_EQ(stored.back().own_picture, OwnPicture::Hidden);
    EXPECT_EQ(stored.back().own_corner, Corner::TopLeft);
    EXPECT_EQ(call.ann.client.view().settings.preferences, stored.back());
}

TEST(Layouts, HideTheOwnPictureFromNobodyElse) {
    Call call;
    call.bob.put(action::ShowOwnPicture{OwnPicture::Hidden});
    call.world.pass(settle_ms);
    EXPECT_TRUE(call.ann.sees("bob")->camera_on);
}

TEST(Pins, HoldUntilTheyAreTakenOff) {
    Call call;
    call.ann.put(action::PinTile{person("cleo")});
    call.ann.put(action::PinTile{person("cleo")});
    call.ann.put(action::PinTile{person("ann")});
    EXPECT_EQ(call.stage().pinned, (std::vector{person("cleo"), person("ann")}));
    call.ann.put(action::UnpinTile{person("cleo")});
    EXPECT_EQ(call.stage().pinned, std::vector{person("ann")});
}

TEST(Pins, AreOfWhoIsThere) {
    Call call;
    call.ann.put(action::PinTile{person("cleo")});
    call.ann.put(action::PinTile{person("nobody")});
    call.ann.put(action::PinTile{{PeerId("bob"), Tile::Kind::Screen}});
    EXPECT_EQ(call.stage().pinned, std::vector{person("cleo")}) << "Bob presents nothing";
    call.cleo.put(action::Leave{});
    call.world.pass(settle_ms);
    EXPECT_TRUE(call.stage().pinned.empty());
}

TEST(Pins, EndWithTheCall) {
    Call call;
    call.ann.put(action::PinTile{person("bob")});
    call.ann.put(action::Leave{});
    EXPECT_TRUE(call.stage().pinned.empty());
    call.ann.put(action::Rejoin{});
    call.world.pass(settle_ms);
    EXPECT_TRUE(call.stage().pinned.empty());
}

TEST(Pins, GiveWayToTheLastOfTooMany) {
    Stage stage;
    std::vector<ParticipantView> people;
    for (char name = 'a'; name < 'a' + static_cast<char>(bounds::pins_max) + 1; ++name) {
        people.emplace_back().peer = PeerId(std::string(1, name));
        stage.pin({people.back().peer, Tile::Kind::Person});
    }
    stage.settle(0, people);
    const auto pinned = stage.view().pinned;
    ASSERT_EQ(pinned.size(), bounds::pins_max);
    EXPECT_EQ(pinned.front().peer, PeerId("b"));
    EXPECT_EQ(pinned.back().peer, people.back().peer);
}

TEST(Pins, OfAPresentationEndWithIt) {
    Stage stage;
    std::vector<ParticipantView> people(1);
    people[0].peer = PeerId("a");
    people[0].screen_on = true;
    stage.pin({PeerId("a"), Tile::Kind::Screen});
    stage.settle(0, people);
    EXPECT_EQ(stage.view().pinned.size(), 1U);
    people[0].screen_on = false;
    stage.settle(0, people);
    EXPECT_TRUE(stage.view().pinned.empty());
}

/// A page whose browser can do everything.
struct AblePage : Call {
    AblePage() {
        ann.put(action::Leave{});
        world.pass(settle_ms);
        Page& page = able;
        page.abilities = {.full_screen = true, .picture_in_picture = true};
        world.join(page);
        world.pass(settle_ms);
        page.forget();
    }
    Page& able = world.page("dan");

    [[nodiscard]] const StageView& front() const { return able.client.view().stage; }
};

TEST(FullScreen, IsOfferedWhereTheBrowserHasIt) {
    Call call;
    EXPECT_FALSE(call.stage().full_screen_offered);
    call.ann.put(action::ToggleFullScreen{});
    EXPECT_TRUE(call.ann.asked<output::SetFullScreen>().empty());
    const AblePage other;
    EXPECT_TRUE(other.front().full_screen_offered);
}

TEST(FullScreen, IsWhatTheBrowserSays) {
    AblePage call;
    call.able.put(action::ToggleFullScreen{});
    ASSERT_EQ(call.able.asked<output::SetFullScreen>().size(), 1U);
    EXPECT_EQ(call.able.asked<output::SetFullScreen>()[0].state, Switched::On);
    EXPECT_EQ(call.front().full_screen, Switched::Off) << "it may refuse";
    call.able.put(input::FullScreenChanged{Switched::On});
    EXPECT_EQ(call.front().full_screen, Switched::On);
    call.able.put(action::ToggleFullScreen{});
    EXPECT_EQ(call.able.asked<output::SetFullScreen>().back().state, Switched::Off);
}

TEST(FullScreen, EndsWithTheCall) {
    AblePage call;
    call.able.put(input::FullScreenChanged{Switched::On});
    call.able.put(action::Leave{});
    ASSERT_EQ(call.able.asked<output::SetFullScreen>().size(), 1U);
    EXPECT_EQ(call.able.asked<output::SetFullScreen>()[0].state, Switched::Off);
}

TEST(FloatingPicture, IsThatOfATile) {
    AblePage call;
    call.able.put(action::FloatPicture{person("bob")});
    call.able.put(action::FloatPicture{{PeerId("bob"), Tile::Kind::Screen}});
    const auto asked = call.able.asked<output::FloatPicture>();
    ASSERT_EQ(asked.size(), 2U);
    EXPECT_EQ(asked[0].element, "bob");
    EXPECT_EQ(asked[1].element, screen_element(PeerId("bob")));
    EXPECT_EQ(call.front().floating, "");
    call.able.put(input::PictureFloats{"bob"});
    EXPECT_EQ(call.front().floating, "bob");
}

TEST(FloatingPicture, ComesBackWhenAskedToAndWhenTheCallEnds) {
    AblePage call;
    call.able.put(action::LandPicture{});
    EXPECT_TRUE(call.able.asked<output::FloatPicture>().empty()) << "none floats";
    call.able.put(input::PictureFloats{"bob"});
    call.able.put(action::LandPicture{});
    call.able.put(action::Leave{});
    const auto asked = call.able.asked<output::FloatPicture>();
    ASSERT_EQ(asked.size(), 2U);
    EXPECT_EQ(asked[0].element, "");
    EXPECT_EQ(asked[1].element, "");
}

TEST(FloatingPicture, IsSentWhileThePageIsHidden) {
    Call call;
    constexpr TimeMs soon_ms = 4'000;
    call.world.pass(soon_ms);
    ASSERT_TRUE(call.bob_sends());
    call.ann.put(input::PictureFloats{"bob"});
    call.ann.turn_to(Page::Eyes::Elsewhere);
    call.world.pass(soon_ms);
    EXPECT_TRUE(call.bob_sends());
    call.ann.put(input::PictureFloats{});
    call.world.pass(soon_ms);
    EXPECT_FALSE(call.bob_sends()) << "nobody looks any more";
}

}  // namespace
}  // namespace parley::core
