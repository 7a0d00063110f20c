#include <gtest/gtest.h>

#include <algorithm>

#include "core/bounds.hpp"
#include "tests/core/world.hpp"

// A recording in a whole call: who is in it, and who is told.

namespace parley::core {
namespace {

using recording::Format;
using recording::Subject;
using recording::Tile;
using State = RecordingView::State;

struct Recorded {
    World world;
    Page& ann = page("ann");
    Page& bob = page("bob");

    Page& page(const std::string& name) {
        Page& added = world.page(name);
        added.recorder.formats = {Format::WebmVp8};
        world.join(added);
        world.pass(settle_ms);
        return added;
    }
    void record(const Subject& subject = {}) {
        ann.put(action::StartRecording{subject});
        world.pass(settle_ms);
    }
    void write(std::uint64_t bytes) {
        ann.put(input::RecorderProgressed{*ann.recorder.open, bytes, ann.recorder.free_bytes});
    }
    [[nodiscard]] const RecordingView& view() const { return ann.client.view().recording; }
    [[nodiscard]] const std::vector<Tile>& tiles() const { return ann.recorder.composition.tiles; }
    [[nodiscard]] bool in_picture(const std::string& name) const {
        return std::ranges::find(tiles(), name, &Tile::element) != tiles().end();
    }
};

TEST(RecordedCall, ShowsEverybodyAndHearsEverybody) {
    Recorded call;
    call.record();
    EXPECT_EQ(call.view().state, State::Running);
    EXPECT_TRUE(call.in_picture("ann"));
    EXPECT_TRUE(call.in_picture("bob"));
    EXPECT_EQ(call.ann.recorder.composition.voices.size(), 1U);
    EXPECT_TRUE(call.ann.recorder.composition.microphone);
}

TEST(RecordedCall, FollowsWhoComesAndGoes) {
    Recorded call;
    call.record();
    Page& cal = call.page("cal");
    call.world.pass(settle_ms);
    EXPECT_TRUE(call.in_picture("cal"));
    EXPECT_EQ(call.ann.recorder.composition.voices.size(), 2U);
    cal.put(action::Leave{});
    call.world.pass(settle_ms);
    EXPECT_FALSE(call.in_picture("cal"));
    EXPECT_EQ(call.ann.recorder.composition.voices.size(), 1U);
}

TEST(RecordedCall, ShowsInitialsOfWhoseCameraIsOff) {
    Recorded call;
    call.ann.put(input::VideoPlaying{"bob"});
    call.record();
    const auto content_of_bob = [&] { return std::ranges::find(call.tiles(), "bob", &Tile::element)->content; };
    EXPECT_EQ(content_of_bob(), Tile::Content::Picture);
    call.bob.put(action::ToggleCamera{});
    call.world.pass(settle_ms);
    EXPECT_EQ(content_of_bob(), Tile::Content::Initials);
}

TEST(RecordedCall, HearsOnANewConnectionWhenTheOldOneIsReplaced) {
    Recorded call;
    call.record();
    const auto before = call.ann.recorder.composition.voices;
    call.world.network.failed_after_ms = 100;
    call.world.network.cut("ann", "bob");
    call.world.pass(2 * bounds::unresolved_ms);
    call.world.network.mend("ann", "bob");
    call.world.pass(2 * bounds::unresolved_ms);
    EXPECT_NE(call.ann.recorder.composition.voices, before);
    EXPECT_EQ(call.ann.recorder.composition.voices.size(), 1U);
}

TEST(RecordedCall, OfOnePersonHasNobodyElseInIt) {
    Recorded call;
    call.page("cal");
    call.record({Subject::Kind::Person, PeerId("bob")});
    ASSERT_EQ(call.tiles().size(), 1U);
    EXPECT_TRUE(call.in_picture("bob"));
    EXPECT_EQ(call.ann.recorder.composition.voices.size(), 1U);
    EXPECT_FALSE(call.ann.recorder.composition.microphone) << "one's own voice";
}

TEST(RecordedCall, OfOnePersonEndsWhenTheyGo) {
    Recorded call;
    call.record({Subject::Kind::Person, PeerId("bob")});
    call.write(9'000);
    call.bob.put(action::Leave{});
    call.world.pass(settle_ms);
    EXPECT_EQ(call.view().state, State::Idle);
    EXPECT_EQ(call.view().kept.size(), 1U);
}

TEST(RecordedCall, IsSeenByEverybody) {
    Recorded call;
    EXPECT_FALSE(call.bob.sees("ann")->recording);
    call.record();
    EXPECT_TRUE(call.bob.sees("ann")->recording);
    const auto own = [](const Page& page) { return page.client.view().participants.front(); };
    EXPECT_FALSE(own(call.bob).recording);
    EXPECT_TRUE(own(call.ann).recording);
    Page& cal = call.page("cal");
    EXPECT_TRUE(cal.sees("ann")->recording) << "by who comes later too";
    call.ann.put(action::PauseRecording{});
    call.world.pass(settle_ms);
    EXPECT_TRUE(call.bob.sees("ann")->recording) << "it may go on at any moment";
    call.ann.put(action::StopRecording{});
    call.world.pass(settle_ms);
    EXPECT_FALSE(call.bob.sees("ann")->recording);
    const auto& notices = call.bob.client.view().notices;
    EXPECT_TRUE(std::ranges::any_of(notices, [](const Notice& notice) {
        return notice.kind == NoticeKind::RecordingEnded && notice.name == "ann";
    }));
}

TEST(RecordedCall, KeepsItsPicturesComingWhileThePageIsHidden) {
    Recorded call;
    call.ann.put(input::VideoPlaying{"bob"});
    call.world.pass(4'000);
    call.record();
    call.ann.turn_to(Page::Eyes::Elsewhere);
    call.world.pass(4'000);
    const auto& sent = call.bob.connection_to("ann")->encodings.at(Slot::Camera);
    EXPECT_EQ(sent.activity, quality::Encoding::Activity::Sent);
    call.ann.put(action::StopRecording{});
    call.world.pass(4'000);
    EXPECT_EQ(call.bob.connection_to("ann")->encodings.at(Slot::Camera).activity, quality::Encoding::Activity::Paused);
}

TEST(RecordedCall, EndsWholeWhenOneLeaves) {
    Recorded call;
    call.record();
    call.write(50'000);
    call.ann.put(action::Leave{});
    EXPECT_FALSE(call.ann.recorder.open);
    call.world.pass(settle_ms);
    EXPECT_EQ(call.ann.screen(), Screen::Left);
    EXPECT_EQ(call.view().state, State::Idle);
    ASSERT_EQ(call.view().kept.size(), 1U);
    call.ann.put(action::Rejoin{});
    call.world.pass(settle_ms);
    EXPECT_FALSE(call.bob.sees("ann")->recording);
    EXPECT_EQ(call.view().kept.size(), 1U) << "it waits to be saved";
}

TEST(RecordedCall, IsNotBegunOutsideACall) {
    World world;
    Page& page = world.page("ann");
    page.recorder.formats = {Format::WebmVp8};
    page.boot("/r/kkkk-kkkk-kkkk", key_of('k'));
    world.pass(settle_ms);
    page.put(action::StartRecording{});
    EXPECT_TRUE(page.asked<output::StartRecorder>().empty());
}

}  // namespace
}  // namespace parley::core
