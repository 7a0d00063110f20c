#include <gtest/gtest.h>

#include "core/bounds.hpp"
#include "tests/core/world.hpp"

// What is done to camera and microphone before others see and hear them.

namespace parley::core {
namespace {

using Stage = FilterState::Stage;

constexpr CameraEffect blurred{Backdrop::BlurLight, Light::AsItIs};
constexpr CameraEffect brighter{Backdrop::Plain, Light::Corrected};

const LocalView& local(const Page& page) { return page.client.view().local; }
const EffectsView& effects(const Page& page) { return page.client.view().effects; }

std::optional<TrackId> sent(const Page& page, Slot slot) { return page.connection().outgoing.at(slot); }

std::size_t notices(const Page& page, NoticeKind kind) {
    const auto& all = page.client.view().notices;
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [&](const Notice& notice) { return notice.kind == kind; }));
}

/// Ann in a call with bob.
struct Call {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    TrackId camera = *sent(ann, Slot::Camera);
    TrackId microphone = *sent(ann, Slot::Microphone);

    void choose(CameraEffect effect, TimeMs wait_ms = 100) {
        ann.put(action::SetEffect{effect});
        world.pass(wait_ms);
    }
    TrackId filtered() const { return ann.asked<output::StartEffect>().back().outgoing; }
};

TEST(Effects, AreNotAskedForUntilSomebodyWantsThem) {
    const Call call;
    EXPECT_TRUE(call.ann.asked<output::StartEffect>().empty());
    EXPECT_TRUE(call.ann.asked<output::StartNoiseFilter>().empty());
    EXPECT_EQ(effects(call.ann).camera.stage, Stage::Off);
}

TEST(Effects, SendWhatTheEffectMakesOnceItWorks) {
    Call call;
    call.ann.filter_ms = 1'000;
    call.choose(blurred);
    ASSERT_EQ(call.ann.asked<output::StartEffect>().size(), 1U);
    EXPECT_EQ(call.ann.asked<output::StartEffect>()[0].camera, call.camera);
    EXPECT_EQ(call.ann.asked<output::StartEffect>()[0].effect, blurred);
    EXPECT_EQ(effects(call.ann).camera.stage, Stage::Starting);
    EXPECT_EQ(sent(call.ann, Slot::Camera), call.camera) << "they were seen as they are before, and go on to be";
    call.world.pass(1'000);
    EXPECT_EQ(effects(call.ann).camera.stage, Stage::On);
    EXPECT_EQ(sent(call.ann, Slot::Camera), call.filtered());
    EXPECT_TRUE(call.ann.tracks.at(call.camera).live) << "the camera itself goes on";
    EXPECT_EQ(call.ann.asked<output::AttachLocal>().back().track, call.filtered()) << "one sees what others see";
}

TEST(Effects, ChangeOnTheSameTrack) {
    Call call;
    call.choose(blurred);
    call.choose({Backdrop::Lagoon, Light::Corrected});
    EXPECT_EQ(call.ann.asked<output::StartEffect>().size(), 1U);
    ASSERT_EQ(call.ann.asked<output::ChangeEffect>().size(), 1U);
    EXPECT_EQ(call.ann.asked<output::ChangeEffect>()[0].effect, (CameraEffect{Backdrop::Lagoon, Light::Corrected}));
    EXPECT_EQ(sent(call.ann, Slot::Camera), call.filtered());
}

TEST(Effects, SwitchedOffLeaveTheCameraAsItWas) {
    Call call;
    call.choose(blurred);
    const TrackId filtered = call.filtered();
    call.choose({});
    EXPECT_EQ(sent(call.ann, Slot::Camera), call.camera);
    EXPECT_FALSE(call.ann.tracks.at(filtered).live);
    EXPECT_TRUE(call.ann.tracks.at(call.camera).live);
    EXPECT_EQ(effects(call.ann).camera.stage, Stage::Off);
}

TEST(Effects, OfAFilterThatFailsLeaveThePlainCameraAndSayWhy) {
    Call call;
    call.ann.filters = Page::Filters::Fail;
    call.choose(blurred);
    EXPECT_EQ(sent(call.ann, Slot::Camera), call.camera);
    EXPECT_EQ(effects(call.ann).camera, (FilterState{Stage::Failed, FilterTrouble::Unsupported}));
    EXPECT_EQ(notices(call.ann, NoticeKind::EffectFailed), 1U);
    EXPECT_FALSE(call.ann.tracks.at(call.filtered()).live);
    call.world.pass(60'000);
    EXPECT_EQ(call.ann.asked<output::StartEffect>().size(), 1U) << "it is not tried again by itself";
    call.ann.filters = Page::Filters::Work;
    call.choose(blurred);
    EXPECT_EQ(sent(call.ann, Slot::Camera), call.filtered()) << "but when it is chosen again";
}

TEST(Effects, ThatNeverAnswerAreGivenUp) {
    Call call;
    call.ann.filters = Page::Filters::Silent;
    call.choose(blurred, bounds::filter_start_ms - 1'000);
    EXPECT_EQ(effects(call.ann).camera.stage, Stage::Starting);
    call.world.pass(1'001);
    EXPECT_EQ(effects(call.ann).camera, (FilterState{Stage::Failed, FilterTrouble::NotLoaded}));
    EXPECT_EQ(sent(call.ann, Slot::Camera), call.camera);
}

TEST(Effects, HideTheBackgroundOfACameraThatIsSwitchedOnFromItsFirstPicture) {
    Call call;
    call.choose(blurred);
    call.ann.put(action::ToggleCamera{});
    call.world.pass(1'000);
    EXPECT_EQ(call.ann.live_tracks(), 1U) << "the microphone alone";
    call.ann.filter_ms = 3'000;
    call.ann.put(action::ToggleCamera{});
    call.world.pass(1'000);
    EXPECT_FALSE(sent(call.ann, Slot::Camera)) << "the room would be seen";
    EXPECT_EQ(local(call.ann).camera, DeviceState::Starting);
    EXPECT_FALSE(call.bob.sees("ann")->camera_on);
    call.world.pass(3'000);
    EXPECT_EQ(sent(call.ann, Slot::Camera), call.filtered());
    EXPECT_EQ(local(call.ann).camera, DeviceState::On);
    EXPECT_TRUE(call.bob.sees("ann")->camera_on);
}

TEST(Effects, OfLightAloneHoldNothingBack) {
    Call call;
    call.choose(brighter);
    call.ann.put(action::ToggleCamera{});
    call.ann.filter_ms = 3'000;
    call.ann.put(action::ToggleCamera{});
    call.world.pass(1'000);
    EXPECT_TRUE(sent(call.ann, Slot::Camera));
    EXPECT_NE(sent(call.ann, Slot::Camera), call.filtered());
    call.world.pass(3'000);
    EXPECT_EQ(sent(call.ann, Slot::Camera), call.filtered());
}

TEST(Effects, ThatTheMachineCantKeepUpWithAreSwitchedOff) {
    Call call;
    call.choose(blurred);
    const auto measured = [&](float frame_ms) { call.ann.put(input::EffectMeasured{call.filtered(), frame_ms}); };
    for (int report = 1; report < bounds::effect_slow_reports_max; ++report) measured(200);
    measured(20);
    for (int report = 1; report < bounds::effect_slow_reports_max; ++report) measured(200);
    EXPECT_EQ(effects(call.ann).camera.stage, Stage::On) << "a slow moment is none of the machine's";
    measured(200);
    EXPECT_EQ(effects(call.ann).camera, (FilterState{Stage::Failed, FilterTrouble::TooSlow}));
    EXPECT_EQ(sent(call.ann, Slot::Camera), call.camera);
    EXPECT_EQ(notices(call.ann, NoticeKind::EffectFailed), 1U);
}

TEST(Effects, PassOverAnswersOfAFilterThatIsGone) {
    Call call;
    call.choose(blurred);
    const TrackId first = call.filtered();
    call.choose({});
    call.choose(blurred);
    call.ann.put(input::FilterFailed{first, FilterTrouble::Broken});
    EXPECT_EQ(effects(call.ann).camera.stage, Stage::On);
    EXPECT_EQ(sent(call.ann, Slot::Camera), call.filtered());
}

TEST(Effects, BlurTheRoomWhenThePictureToHideItIsMissing) {
    Call call;
    call.choose({Backdrop::Picture, Light::AsItIs});
    call.ann.put(input::FilterFailed{call.filtered(), FilterTrouble::NoPicture});
    EXPECT_FALSE(sent(call.ann, Slot::Camera)) << "the room is not seen in between";
    call.world.pass(100);
    EXPECT_EQ(call.ann.client.view().settings.preferences.effect.backdrop, Backdrop::BlurStrong);
    EXPECT_EQ(effects(call.ann).camera.stage, Stage::On);
    EXPECT_EQ(sent(call.ann, Slot::Camera), call.filtered());
    EXPECT_EQ(effects(call.ann).own_backdrop, OwnBackdrop::None) << "the next one is to be chosen";
}

TEST(Effects, ShowAPictureOnceItIsChosen) {
    Call call;
    EXPECT_EQ(effects(call.ann).own_backdrop, OwnBackdrop::None);
    call.ann.put(action::ChoosePicture{});
    const RequestId question = call.ann.asked<output::AskPicture>().back().request;
    EXPECT_TRUE(call.ann.asked<output::StartEffect>().empty());
    call.ann.put(input::PictureChosen{question, input::PictureChosen::Outcome::Kept});
    call.world.pass(100);
    EXPECT_EQ(call.ann.asked<output::StartEffect>().back().effect.backdrop, Backdrop::Picture);
    EXPECT_EQ(effects(call.ann).own_backdrop, OwnBackdrop::Kept);
    call.ann.put(action::ChoosePicture{});
    call.ann.put(
        input::PictureChosen{call.ann.asked<output::AskPicture>().back().request, input::PictureChosen::Outcome::Kept});
    EXPECT_EQ(call.ann.asked<output::ChangeEffect>().size(), 1U) << "another picture, though the same effect";
    call.ann.put(action::ChoosePicture{});
    call.ann.put(input::PictureChosen{call.ann.asked<output::AskPicture>().back().request,
                                      input::PictureChosen::Outcome::Unreadable});
    EXPECT_EQ(notices(call.ann, NoticeKind::PictureUnreadable), 1U);
    EXPECT_EQ(effects(call.ann).camera.stage, Stage::On);
    EXPECT_EQ(effects(call.ann).own_backdrop, OwnBackdrop::Kept) << "the one before";
}

TEST(Effects, AreKeptAndComeBack) {
    World world;
    Page& page = world.page("ann");
    page.put(input::Boot{.origin = {},
                         .path = "/r/kkkk-kkkk-kkkk",
                         .fragment = key_of('k'),
                         .stored_name = {},
                         .grant = {},
                         .preferences = {.effect = blurred, .noise = NoiseFilter::Strong},
                         .run = RunId("run"),
                         .own_backdrop = OwnBackdrop::Kept});
    world.pass(settle_ms);
    EXPECT_EQ(effects(page).own_backdrop, OwnBackdrop::Kept);
    EXPECT_EQ(page.asked<output::StartEffect>().size(), 1U);
    EXPECT_EQ(page.asked<output::StartNoiseFilter>().size(), 1U);
    page.put(action::SetEffect{brighter});
    EXPECT_EQ(page.preferences.effect, brighter);
    EXPECT_EQ(page.preferences.noise, NoiseFilter::Strong);
}

TEST(NoiseFilter, TakesTheMicrophonesPlaceAndGivesItBack) {
    Call call;
    call.ann.filter_ms = 1'000;
    call.ann.put(action::SetNoiseFilter{NoiseFilter::Strong});
    call.world.pass(100);
    EXPECT_EQ(sent(call.ann, Slot::Microphone), call.microphone) << "nobody is silent meanwhile";
    call.world.pass(1'000);
    const TrackId filtered = call.ann.asked<output::StartNoiseFilter>().back().outgoing;
    EXPECT_EQ(sent(call.ann, Slot::Microphone), filtered);
    call.ann.put(action::ToggleMicrophone{});
    EXPECT_FALSE(call.ann.tracks.at(call.microphone).enabled) << "what is captured falls silent";
    call.ann.put(action::SetNoiseFilter{NoiseFilter::Browser});
    EXPECT_EQ(sent(call.ann, Slot::Microphone), call.microphone);
    EXPECT_FALSE(call.ann.tracks.at(filtered).live);
}

TEST(NoiseFilter, LeavesMusicAlone) {
    Call call;
    call.ann.put(action::SetNoiseFilter{NoiseFilter::Strong});
    call.world.pass(100);
    const std::size_t before = call.ann.asked<output::StartNoiseFilter>().size();
    call.ann.put(action::SetSound{output::Sound::Music});
    call.world.pass(1'000);
    EXPECT_EQ(effects(call.ann).microphone.stage, Stage::Off);
    EXPECT_EQ(call.ann.asked<output::StartNoiseFilter>().size(), before);
    call.ann.put(action::SetSound{output::Sound::Speech});
    call.world.pass(1'000);
    EXPECT_EQ(effects(call.ann).microphone.stage, Stage::On);
}

TEST(NoiseFilter, ThatFailsLeavesTheMicrophoneAsItIs) {
    Call call;
    call.ann.filters = Page::Filters::Fail;
    call.ann.put(action::SetNoiseFilter{NoiseFilter::Strong});
    call.world.pass(100);
    EXPECT_EQ(sent(call.ann, Slot::Microphone), call.microphone);
    EXPECT_EQ(effects(call.ann).microphone.trouble, FilterTrouble::Unsupported);
    EXPECT_EQ(notices(call.ann, NoticeKind::NoiseFilterFailed), 1U);
    EXPECT_EQ(effects(call.ann).camera.stage, Stage::Off);
}

}  // namespace
}  // namespace parley::core
