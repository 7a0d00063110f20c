#include <gtest/gtest.h>

#include <tuple>

#include "core/bounds.hpp"
#include "tests/core/world.hpp"

// Screens that people present, from the button to the picture that others see.

namespace parley::core {
namespace {

using Open = output::OpenScreen;
using quality::Encoding;
using Activity = Encoding::Activity;

constexpr TimeMs soon_ms = 4'000;

struct Presented {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");

    void share(Page& page) {
        page.put(action::ToggleScreen{});
        world.pass(soon_ms);
    }
    [[nodiscard]] static const ScreenShareView& own(const Page& page) { return page.client.view().screen_share; }
    [[nodiscard]] static const ParticipantView& you(const Page& page) {
        return page.client.view().participants.front();
    }
    [[nodiscard]] const ParticipantView& ann_as_bob_sees_her() const { return *bob.sees("ann"); }
    [[nodiscard]] const Encoding& of_ann_to_bob() const { return ann.connection_to("bob")->encodings.at(Slot::Screen); }
    [[nodiscard]] std::optional<TrackId> sent_by_ann(Slot slot) const {
        const auto& outgoing = ann.connection_to("bob")->outgoing;
        const auto found = outgoing.find(slot);
        return found == outgoing.end() ? std::nullopt : found->second;
    }
};

TEST(ScreenShare, IsShownToTheOthersWithItsSound) {
    Presented call;
    call.share(call.ann);
    EXPECT_EQ(Presented::own(call.ann).state, ScreenShareState::On);
    EXPECT_TRUE(Presented::own(call.ann).sound);
    EXPECT_TRUE(Presented::you(call.ann).screen_on);
    EXPECT_TRUE(Presented::you(call.ann).screen_shown);
    EXPECT_TRUE(call.ann_as_bob_sees_her().screen_on);
    EXPECT_TRUE(call.ann_as_bob_sees_her().screen_shown);
    EXPECT_TRUE(call.ann_as_bob_sees_her().camera_on) << "the camera stays beside it";
    EXPECT_EQ(call.of_ann_to_bob().activity, Activity::Sent);
    EXPECT_EQ(call.of_ann_to_bob().favour, Encoding::Favour::Detail);
    EXPECT_TRUE(call.sent_by_ann(Slot::Screen));
    EXPECT_TRUE(call.sent_by_ann(Slot::ScreenAudio));
    EXPECT_TRUE(call.sent_by_ann(Slot::Camera));
    const auto attached = call.bob.asked<output::AttachRemote>();
    EXPECT_EQ(attached.back().element, screen_element(PeerId("ann")));
    EXPECT_EQ(attached.back().what, output::AttachRemote::What::Screen);
    EXPECT_EQ(call.ann.asked<output::AttachLocal>().back().element, "ann/screen");
    EXPECT_EQ(call.bob.client.view().notices.back(),
              (Notice{call.bob.client.view().notices.back().id, NoticeKind::ScreenShown, "ann"}));
}

TEST(ScreenShare, NegotiatesNothingAnew) {
    Presented call;
    const auto offers = [&] { return call.ann.connection().offers + call.bob.connection().offers; };
    const int before = offers();
    call.share(call.ann);
    call.share(call.bob);
    call.ann.put(action::ToggleScreen{});
    call.world.pass(soon_ms);
    EXPECT_EQ(offers(), before);
    EXPECT_EQ(call.ann.connections().size(), 1U);
}

TEST(ScreenShare, IsAskedForAtOnceWithinTheGesture) {
    Presented call;
    call.ann.forget();
    call.ann.put(action::ToggleScreen{});
    const auto questions = call.ann.asked<Open>();
    ASSERT_EQ(questions.size(), 1U);
    EXPECT_EQ(questions[0].lines_max, 1'080);
    EXPECT_GE(questions[0].width_max, 1'920);
    EXPECT_EQ(questions[0].frames_per_s_max, 30);
    EXPECT_EQ(questions[0].content, Open::Content::Detail);
    EXPECT_EQ(questions[0].own_tab, Open::Choice::Exclude);
    EXPECT_EQ(questions[0].other_tabs, Open::Choice::Include);
    EXPECT_EQ(Presented::own(call.ann).state, ScreenShareState::Choosing);
    EXPECT_FALSE(Presented::you(call.ann).screen_on);
}

TEST(ScreenShare, TakesTheSoundOfAWholeScreenOnlyWithoutThatOfTheCall) {
    for (const auto& [capture, sound, own] :
         {std::tuple(input::ScreenCapture::Offered, Open::Choice::Exclude, Open::OwnSound::Kept),
          {input::ScreenCapture::WithoutOwnSound, Open::Choice::Include, Open::OwnSound::Restricted}}) {
        Outbox outbox;
        Numbers numbers;
        ScreenShare share(outbox, numbers);
        share.set_equipment(capture, {});
        share.toggle();
        const auto asked = outbox.poll();
        ASSERT_TRUE(asked);
        EXPECT_EQ(std::get<Open>(*asked).system_sound, sound);
        EXPECT_EQ(std::get<Open>(*asked).own_sound, own);
    }
}

TEST(ScreenShare, IsNotOfferedWhereABrowserCanNot) {
    using Form = quality::Equipment::Form;
    for (const auto& [capture, form, offered] : {std::tuple(input::ScreenCapture::Missing, Form::Desktop, false),
                                                 {input::ScreenCapture::Offered, Form::Phone, false},
                                                 {input::ScreenCapture::Offered, Form::Desktop, true}}) {
        Outbox outbox;
        Numbers numbers;
        ScreenShare share(outbox, numbers);
        share.set_equipment(capture, {.form = form, .encoders = {}});
        EXPECT_EQ(share.view().offered, offered);
        share.toggle();
        EXPECT_EQ(outbox.poll().has_value(), offered);
    }
}

TEST(ScreenShare, AsksOnceWhileThePersonChooses) {
    Presented call;
    call.ann.screen_source = Page::Device::Silent;
    call.share(call.ann);
    call.share(call.ann);
    EXPECT_EQ(call.ann.asked<Open>().size(), 1U);
}

TEST(ScreenShare, IsNotAskedForOutsideOfACall) {
    World world;
    Page& page = world.page("ann");
    page.boot("/r/kkkk-kkkk-kkkk", key_of('k'));
    world.pass(settle_ms);
    page.put(action::ToggleScreen{});
    EXPECT_TRUE(page.asked<Open>().empty());
}

TEST(ScreenShare, OfWhichNothingWasChosenIsSilent) {
    Presented call;
    const auto notices = call.ann.client.view().notices.size();
    call.ann.screen_source = Page::Device::Denied;
    call.share(call.ann);
    EXPECT_EQ(Presented::own(call.ann).state, ScreenShareState::Off);
    EXPECT_FALSE(Presented::own(call.ann).trouble);
    EXPECT_EQ(call.ann.client.view().notices.size(), notices);
    EXPECT_FALSE(call.ann_as_bob_sees_her().screen_on);
}

TEST(ScreenShare, SaysWhatKeptItUntilThatWasReadOrTriedAgain) {
    Presented call;
    call.ann.screen_source = Page::Device::Busy;
    call.share(call.ann);
    EXPECT_EQ(Presented::own(call.ann).trouble, ScreenTrouble::Busy);
    call.ann.put(action::DismissScreenTrouble{});
    EXPECT_FALSE(Presented::own(call.ann).trouble);
    call.share(call.ann);
    EXPECT_EQ(Presented::own(call.ann).trouble, ScreenTrouble::Busy);
    call.ann.screen_source = Page::Device::Works;
    call.share(call.ann);
    EXPECT_FALSE(Presented::own(call.ann).trouble);
    EXPECT_TRUE(call.ann_as_bob_sees_her().screen_shown);
}

TEST(ScreenShare, TellsADenialOfTheSystemFromOneOfThePerson) {
    Presented call;
    call.ann.screen_source = Page::Device::Silent;
    call.share(call.ann);
    const RequestId request = call.ann.asked<Open>().back().request;
    call.ann.put(input::ScreenFailed{request, input::ScreenError::DeniedBySystem});
    EXPECT_EQ(Presented::own(call.ann).trouble, ScreenTrouble::DeniedBySystem);
}

TEST(ScreenShare, ThatIsStoppedLetsEverythingGo) {
    Presented call;
    call.share(call.ann);
    const auto picture = call.sent_by_ann(Slot::Screen);
    const auto sound = call.sent_by_ann(Slot::ScreenAudio);
    call.share(call.ann);
    EXPECT_FALSE(call.ann.tracks.at(*picture).live);
    EXPECT_FALSE(call.ann.tracks.at(*sound).live);
    EXPECT_FALSE(call.sent_by_ann(Slot::Screen));
    EXPECT_FALSE(call.sent_by_ann(Slot::ScreenAudio));
    EXPECT_FALSE(call.ann_as_bob_sees_her().screen_on);
    EXPECT_FALSE(call.ann_as_bob_sees_her().screen_shown);
    EXPECT_EQ(call.of_ann_to_bob().activity, Activity::Paused);
    EXPECT_FALSE(call.bob.attached.contains("ann/screen"));
    EXPECT_EQ(call.ann.asked<output::Detach>().back().element, "ann/screen");
    EXPECT_EQ(call.ann.live_tracks(), 2U) << "microphone and camera stay";
}

TEST(ScreenShare, ThatTheBrowserEndsIsOverForEverybody) {
    Presented call;
    call.share(call.ann);
    const auto sound = call.sent_by_ann(Slot::ScreenAudio);
    ASSERT_TRUE(call.ann.end_screen());
    EXPECT_EQ(Presented::own(call.ann).state, ScreenShareState::Off);
    EXPECT_EQ(call.ann.client.view().notices.back().kind, NoticeKind::ScreenEnded);
    EXPECT_FALSE(call.ann.tracks.at(*sound).live);
    call.world.pass(soon_ms);
    EXPECT_FALSE(call.ann_as_bob_sees_her().screen_on);
    call.share(call.ann);
    EXPECT_TRUE(call.ann_as_bob_sees_her().screen_shown);
}

TEST(ScreenShare, GoesOnWithoutASoundThatEnds) {
    Presented call;
    call.share(call.ann);
    call.ann.put(input::TrackEnded{*call.sent_by_ann(Slot::ScreenAudio)});
    EXPECT_FALSE(call.sent_by_ann(Slot::ScreenAudio));
    EXPECT_TRUE(call.sent_by_ann(Slot::Screen));
    EXPECT_EQ(Presented::own(call.ann).state, ScreenShareState::On);
    EXPECT_FALSE(Presented::own(call.ann).sound);
}

TEST(ScreenShare, IsLetGoWithTheCallAlsoWhileItIsChosen) {
    for (const TimeMs device_ms : {TimeMs{5}, TimeMs{2'000}}) {
        Presented call;
        call.ann.device_ms = device_ms;
        call.ann.put(action::ToggleScreen{});
        call.world.pass(1'000);
        call.ann.put(action::Leave{});
        call.world.pass(soon_ms);
        EXPECT_EQ(call.ann.live_tracks(), 0U) << device_ms;
        EXPECT_EQ(Presented::own(call.ann).state, ScreenShareState::Off);
        call.ann.put(action::Rejoin{});
        call.world.pass(soon_ms);
        EXPECT_FALSE(call.ann_as_bob_sees_her().screen_on);
    }
}

TEST(ScreenShare, OfSeveralAtOnceIsSeenByEachOther) {
    Presented call;
    call.share(call.ann);
    call.share(call.bob);
    EXPECT_TRUE(call.ann_as_bob_sees_her().screen_shown);
    EXPECT_TRUE(call.ann.sees("bob")->screen_shown);
    call.share(call.ann);
    EXPECT_FALSE(call.ann_as_bob_sees_her().screen_on);
    EXPECT_TRUE(call.ann.sees("bob")->screen_shown);
}

TEST(ScreenShare, IsSeenByWhoComesLater) {
    Presented call;
    call.share(call.ann);
    const Page& cem = call.world.joined("cem");
    call.world.pass(soon_ms);
    EXPECT_TRUE(cem.sees("ann")->screen_shown);
    EXPECT_EQ(cem.attached.at("ann/screen"), cem.attached.at("ann"));
    EXPECT_TRUE(call.ann.connection_to("cem")->outgoing.at(Slot::Screen));
}

TEST(ScreenShare, RestsForWhoDoesNotLook) {
    Presented call;
    call.share(call.ann);
    call.bob.turn_to(Page::Eyes::Elsewhere);
    call.world.pass(soon_ms);
    EXPECT_EQ(call.of_ann_to_bob().activity, Activity::Paused);
    EXPECT_FALSE(call.ann_as_bob_sees_her().screen_paused) << "whoever does not look is told nothing";
    call.bob.turn_to(Page::Eyes::OnCall);
    call.world.pass(soon_ms);
    EXPECT_EQ(call.of_ann_to_bob().activity, Activity::Sent);
}

TEST(ScreenShare, IsSaidToBePausedOnALineThatCarriesNone) {
    Presented call;
    call.share(call.ann);
    call.world.pass(10'000);
    call.world.network.narrow("ann", 60'000);
    call.world.pass(8'000);
    EXPECT_EQ(call.of_ann_to_bob().activity, Activity::Paused);
    EXPECT_TRUE(call.ann_as_bob_sees_her().screen_paused);
    EXPECT_FALSE(call.ann_as_bob_sees_her().screen_shown) << "a picture that stands still would look broken";
    EXPECT_EQ(call.ann_as_bob_sees_her().cause, quality::Cause::TheirUpload);
    call.world.network.widen("ann");
    call.world.pass(60'000);
    EXPECT_FALSE(call.ann_as_bob_sees_her().screen_paused);
    EXPECT_TRUE(call.ann_as_bob_sees_her().screen_shown);
}

TEST(ScreenShare, ComesOverTheConnectionThatTakesAnothersPlace) {
    Presented call;
    call.share(call.ann);
    call.world.network.failed_after_ms = 100;
    call.world.network.cut("ann", "bob");
    call.world.pass(2 * bounds::unresolved_ms);
    call.world.network.mend("ann", "bob");
    call.world.pass(2 * bounds::unresolved_ms);
    ASSERT_GT(call.ann.connections().size(), 1U);
    EXPECT_EQ(call.bob.attached.at("ann/screen"), call.bob.attached.at("ann"));
    EXPECT_TRUE(call.ann_as_bob_sees_her().screen_shown);
    EXPECT_TRUE(call.sent_by_ann(Slot::Screen));
}

TEST(ScreenShare, GoesOnWhileTheServerIsAway) {
    Presented call;
    call.world.server.die({0, 0}, 1);
    call.world.pass(soon_ms);
    call.share(call.ann);
    EXPECT_TRUE(call.ann_as_bob_sees_her().screen_shown);
    call.share(call.ann);
    EXPECT_FALSE(call.ann_as_bob_sees_her().screen_on);
}

TEST(ScreenShare, OfAPageThatWasLoadedAnewIsOver) {
    Presented call;
    call.share(call.ann);
    call.ann.vanish();
    Page& again = call.world.joined("ann", "second run");
    call.world.pass(soon_ms);
    EXPECT_FALSE(call.ann_as_bob_sees_her().screen_on);
    EXPECT_FALSE(call.bob.attached.contains("ann/screen"));
    EXPECT_TRUE(again.sees("bob"));
}

TEST(ScreenElement, NamesWhoseScreenItShows) {
    const std::string element = screen_element(PeerId("ann"));
    EXPECT_EQ(peer_of_screen(element), PeerId("ann"));
    EXPECT_TRUE(peer_of_screen("ann").empty());
    EXPECT_TRUE(peer_of_screen("/screen").empty());
    EXPECT_TRUE(peer_of_screen("").empty());
}

}  // namespace
}  // namespace parley::core
