#include <gtest/gtest.h>

#include "core/bounds.hpp"
#include "core/quality/steps.hpp"
#include "tests/core/world.hpp"

// How the own pictures reach those who look, in a whole call. What is chosen for whom is tested in tests/quality.

namespace parley::core {
namespace {

using quality::Encoding;
using Activity = Encoding::Activity;

struct Watched {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");

    Watched() { bob.put(input::VideoPlaying{"ann"}); }

    [[nodiscard]] const Encoding& of_ann_to_bob() const { return ann.connection_to("bob")->encodings.at(Slot::Camera); }
    [[nodiscard]] const ParticipantView& ann_as_bob_sees_her() const { return *bob.sees("ann"); }
};

constexpr TimeMs soon_ms = 4'000;

TEST(Pictures, GoToWhoLooks) {
    Watched call;
    call.world.pass(soon_ms);
    EXPECT_EQ(call.of_ann_to_bob().activity, Activity::Sent);
    EXPECT_GT(call.of_ann_to_bob().bitrate_max_bps, 0U);
}

TEST(Pictures, AreScaledFromWhatTheCameraGives) {
    Watched call;
    call.ann.put(action::ToggleCamera{});
    call.ann.camera_lines = 1'080;
    call.ann.put(action::ToggleCamera{});
    call.bob.tile_height_px = 480;
    call.bob.turn_to(Page::Eyes::OnCall);
    call.world.pass(soon_ms);
    EXPECT_FLOAT_EQ(call.of_ann_to_bob().scale_down, 1'080.0F / 480) << "of what Bob shows";
}

TEST(Pictures, RestWhileNobodyLooks) {
    Watched call;
    call.world.pass(soon_ms);
    call.bob.turn_to(Page::Eyes::Elsewhere);
    call.world.pass(soon_ms);
    EXPECT_EQ(call.of_ann_to_bob().activity, Activity::Paused);
    EXPECT_TRUE(call.ann_as_bob_sees_her().video_shown) << "whoever does not look is told nothing";
    call.bob.turn_to(Page::Eyes::OnCall);
    call.world.pass(bounds::quality_said_gap_ms + settle_ms);
    EXPECT_EQ(call.of_ann_to_bob().activity, Activity::Sent);
}

TEST(Pictures, RestInTheNextCallOfAPageThatIsHidden) {
    Watched call;
    call.bob.turn_to(Page::Eyes::Elsewhere);
    call.bob.put(action::Leave{});
    call.bob.put(action::Rejoin{});
    call.world.pass(2 * soon_ms);
    EXPECT_EQ(call.of_ann_to_bob().activity, Activity::Paused);
}

TEST(Pictures, AreSentUntilItIsSaidWhatIsShown) {
    Watched call;
    EXPECT_EQ(call.of_ann_to_bob().activity, Activity::Sent);
}

TEST(Pictures, ComeAgainOnANewConnection) {
    Watched call;
    call.world.pass(soon_ms);
    call.bob.turn_to(Page::Eyes::Elsewhere);
    call.world.pass(soon_ms);
    call.world.network.failed_after_ms = 100;
    call.world.network.cut("ann", "bob");
    call.world.pass(2 * bounds::unresolved_ms);
    call.world.network.mend("ann", "bob");
    call.world.pass(2 * bounds::unresolved_ms);
    ASSERT_GT(call.ann.connections().size(), 1U);
    EXPECT_EQ(call.of_ann_to_bob().activity, Activity::Paused) << "what bob shows is said anew";
}

TEST(Pictures, RestThoughThePathBrokeWhileThatWasBeingSealed) {
    Watched call;
    call.world.pass(soon_ms);
    call.bob.seal_ms = [](SealId) { return 500; };
    call.bob.turn_to(Page::Eyes::Elsewhere);
    call.world.network.cut("ann", "bob");
    call.world.pass(1'000);
    call.world.network.mend("ann", "bob");
    call.world.pass(2 * soon_ms);
    EXPECT_EQ(call.of_ann_to_bob().activity, Activity::Paused);
}

TEST(Pictures, StayBelowALineThatNarrows) {
    Watched call;
    call.world.pass(10'000);
    call.world.network.narrow("ann", 200'000);
    call.world.pass(5'000);
    EXPECT_LT(call.of_ann_to_bob().bitrate_max_bps, 200'000U);
    EXPECT_EQ(call.of_ann_to_bob().activity, Activity::Sent);
    EXPECT_EQ(call.ann_as_bob_sees_her().cause, quality::Cause::TheirUpload);
    EXPECT_EQ(call.ann.sees("bob")->cause, quality::Cause::None);
}

TEST(Pictures, GiveWayToSoundOnALineThatCarriesNoMore) {
    Watched call;
    call.world.pass(10'000);
    call.world.network.narrow("ann", 60'000);
    call.world.pass(6'000);
    EXPECT_EQ(call.of_ann_to_bob().activity, Activity::Paused);
    EXPECT_FALSE(call.ann_as_bob_sees_her().video_shown) << "a picture that stands still would look broken";
    EXPECT_TRUE(call.ann_as_bob_sees_her().camera_on);
    call.world.network.widen("ann");
    call.world.pass(60'000);
    EXPECT_EQ(call.of_ann_to_bob().activity, Activity::Sent);
    EXPECT_TRUE(call.ann_as_bob_sees_her().video_shown);
}

TEST(Pictures, BecomeSmallerWhenMorePeopleCome) {
    Watched call;
    call.world.pass(soon_ms);
    const auto alone = call.of_ann_to_bob().bitrate_max_bps;
    for (const char* name : {"cem", "dan", "eve", "fay", "gus"}) call.world.joined(name);
    call.world.pass(soon_ms);
    EXPECT_LT(call.of_ann_to_bob().bitrate_max_bps, alone);
}

TEST(Pictures, SaveWhatTheyCanWhenAsked) {
    Watched call;
    call.world.pass(soon_ms);
    const auto before = call.of_ann_to_bob().bitrate_max_bps;
    call.ann.put(action::SetSaver{quality::Saver::On});
    call.world.pass(soon_ms);
    EXPECT_LT(call.of_ann_to_bob().bitrate_max_bps, before);
    EXPECT_EQ(call.ann.preferences.saver, quality::Saver::On) << "it is kept";
}

TEST(Statistics, AreAskedForOnceASecondForEverybody) {
    World world;
    Page& ann = world.joined("ann");
    for (const char* name : {"bob", "cem"}) world.joined(name);
    world.pass(soon_ms);
    ann.forget();
    world.pass(10'000);
    EXPECT_EQ(ann.asked<output::Measure>().size(), 20U);
}

TEST(Statistics, AreNotAskedForWhereNobodyIs) {
    World world;
    Page& ann = world.joined("ann");
    world.pass(10'000);
    EXPECT_TRUE(ann.asked<output::Measure>().empty());
}

TEST(Statistics, AreShownOfWhomOneAsksAbout) {
    Watched call;
    EXPECT_FALSE(call.ann.client.view().statistics);
    call.ann.put(action::ShowStatistics{PeerId("bob")});
    call.world.pass(10'000);
    const auto& statistics = call.ann.client.view().statistics;
    ASSERT_TRUE(statistics);
    EXPECT_EQ(statistics->name, "bob");
    EXPECT_GE(statistics->samples->size(), 8U);
    call.ann.put(action::CloseStatistics{});
    EXPECT_FALSE(call.ann.client.view().statistics);
}

TEST(Statistics, CloseWhenThePersonLeaves) {
    Watched call;
    call.ann.put(action::ShowStatistics{PeerId("bob")});
    call.bob.put(action::Leave{});
    call.world.pass(settle_ms);
    EXPECT_FALSE(call.ann.client.view().statistics);
}

TEST(Statistics, ChangeNothingThatIsDrawnWhileNobodyLooksAtThem) {
    Watched call;
    call.world.pass(20'000);
    const auto version = call.ann.client.view().version;
    call.world.pass(20'000);
    EXPECT_EQ(call.ann.client.view().version, version);
}

TEST(Summary, SaysHowTheCallWas) {
    Watched call;
    call.world.joined("cem");
    call.world.pass(30'000);
    call.ann.put(action::Leave{});
    const auto& summary = call.ann.client.view().summary;
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->people_most, 3);
    EXPECT_GE(summary->duration_ms, 30'000);
    EXPECT_GT(summary->received_bytes, 0U);
    EXPECT_FLOAT_EQ(summary->well_share, 1);
}

TEST(Summary, IsNotThereWhenNobodyWasMet) {
    World world;
    Page& ann = world.joined("ann");
    world.pass(30'000);
    ann.put(action::Leave{});
    EXPECT_EQ(ann.screen(), Screen::Left);
    EXPECT_FALSE(ann.client.view().summary);
}

TEST(MusicMode, OpensTheMicrophoneAnewAndAllowsMoreBits) {
    Watched call;
    call.ann.forget();
    call.ann.put(action::SetSound{output::Sound::Music});
    call.world.pass(settle_ms);
    const auto opened = call.ann.asked<output::OpenDevices>();
    ASSERT_EQ(opened.size(), 1U);
    EXPECT_FALSE(opened[0].sound.cleaning.echo_cancellation);
    EXPECT_EQ(opened[0].sound.channels, 2);
    EXPECT_FALSE(opened[0].camera);
    const auto bitrates = call.ann.asked<output::SetSoundEncoding>();
    ASSERT_FALSE(bitrates.empty());
    EXPECT_EQ(bitrates.back().encoding, quality::SoundEncoding{.bitrate_max_bps = quality::music_bps});
    EXPECT_EQ(call.ann.client.view().local.microphone, DeviceState::On);
    EXPECT_EQ(call.ann.live_tracks(), 2U) << "the track before was let go";
}

TEST(Sound, OfAMutedMicrophoneIsNotSent) {
    Watched call;
    call.ann.put(action::ToggleMicrophone{});
    call.world.pass(settle_ms);
    call.ann.put(action::ToggleMicrophone{});
    call.world.pass(settle_ms);
    const auto encodings = call.ann.asked<output::SetSoundEncoding>();
    ASSERT_EQ(encodings.size(), 2U);
    EXPECT_EQ(encodings[0].encoding.activity, Activity::Paused);
    EXPECT_EQ(encodings[1].encoding.activity, Activity::Sent);
}

TEST(MusicMode, LeavesAMutedMicrophoneMuted) {
    Watched call;
    call.ann.put(action::ToggleMicrophone{});
    call.ann.put(action::SetSound{output::Sound::Music});
    call.world.pass(settle_ms);
    EXPECT_EQ(call.ann.client.view().local.microphone, DeviceState::Off);
    for (const auto& [id, track] : call.ann.tracks) {
        if (!track.live || track.kind != Slot::Microphone) continue;
        EXPECT_FALSE(track.enabled);
    }
}

}  // namespace
}  // namespace parley::core
