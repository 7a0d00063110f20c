#include "tests/ui/screen_cases.hpp"

#include <memory>
#include <utility>

namespace parley::ui::testing {

namespace {

using core::Screen;

core::View troubled_pre_join() {
    core::View view;
    view.screen = Screen::PreJoin;
    view.room = "abcd-efgh-jkmn";
    view.local.microphone = view.local.camera = core::DeviceState::Denied;
    return view;
}

/// What `count` people see when one of them presents, and so does the person at this page.
core::View presented(std::size_t count) {
    core::View view = call_with(count);
    view.participants[0].screen_on = view.participants[0].screen_shown = true;
    view.participants.back().screen_on = view.participants.back().screen_shown = true;
    return view;
}

core::View laid_out(core::View view, core::Layout layout) {
    view.settings.preferences.layout = layout;
    view.settings.preferences.own_picture = core::OwnPicture::Hidden;
    view.stage.full_screen_offered = view.stage.floating_offered = true;
    return view;
}

core::View with_settings(core::View view) {
    view.settings.open = true;
    return view;
}

core::View with_check(core::View view, core::CheckState state, std::vector<core::Finding> findings) {
    view.check.open = true;
    view.check.running = findings.empty();
    view.check.steps.fill(state);
    view.check.findings = std::move(findings);
    return view;
}

core::View with_people(core::View view) {
    view.people.open = true;
    view.people.may_ask_everyone = true;
    view.participants[1].hand_place = 1;
    view.participants[2].microphone_on = false;
    return view;
}

core::View shareable(core::View view) {
    view.share_offered = true;
    return view;
}

core::View with_qr_code(core::QrCodeView::State state) {
    core::View view = call_with(2);
    view.qr_code = {.open = true, .state = state, .code = nullptr};
    if (state == core::QrCodeView::State::Made)
        view.qr_code.code = std::make_shared<const core::QrCode>(core::QrCode{37, std::vector<bool>(37 * 37, true)});
    return view;
}

core::View with_keys(core::View view) {
    view.keys_shown = true;
    return view;
}

/// With everything that there is to be said of recordings at once.
core::View recorded(core::View view) {
    const bool call = view.screen == Screen::Call;
    view.recording.state = call ? core::RecordingView::State::Running : core::RecordingView::State::Idle;
    view.recording.elapsed_s = 3'723;
    view.recording.bytes = 1'234'567'890;
    if (call) {
        view.recording.minutes_left = 4;
        view.participants[0].recording = view.participants[1].recording = true;
        view.participants[1].name = std::string(64, 'W');
        return view;
    }
    view.recording.kept.push_back({.recording = core::RecordingId{1},
                                   .file = "parley-2026-11-23-14.05.33.webm",
                                   .bytes = 45'000'000,
                                   .origin = core::KeptRecording::Origin::EarlierVisit});
    return view;
}

}  // namespace

core::View troubled_call() {
    core::View view = call_with(5);
    view.sound_blocked = true;
    view.server = core::ServerLink::Reconnecting;
    view.participants[1].name = std::string(64, 'W');
    view.participants[2].pair = core::PairState::Failed;
    view.participants[3].video_shown = false;
    view.participants[4].microphone_on = false;
    view.participants[4].pair = core::PairState::Reconnecting;
    return view;
}

core::View chatting(std::size_t people, std::size_t messages) {
    core::View view = call_with(people);
    view.chat.open = true;
    view.chat.unread = 3;
    std::vector<core::ChatLine> lines(messages);
    for (std::size_t i = 0; i < messages; ++i) {
        lines[i].id = i + 1;
        lines[i].name = std::string(i % 3 == 0 ? 64 : 3, 'W');
        lines[i].you = i % 4 == 0;
        lines[i].text = std::string(1 + i * 7 % 200, 'x') + " and more";
        if (i + 1 == messages) lines[i].delivery = core::ChatLine::Delivery::Waiting;
    }
    view.chat.lines = std::make_shared<const std::vector<core::ChatLine>>(std::move(lines));
    return view;
}

core::View measured(core::View view) {
    for (core::ParticipantView& person : view.participants) {
        person.mark = core::quality::Mark::Poor;
        person.cause = core::quality::Cause::TheirUpload;
        person.video_shown = person.you;
    }
    core::StatisticsView& statistics = view.statistics.emplace();
    statistics.peer = view.participants[1].peer;
    statistics.name = std::string(64, 'W');
    statistics.mark = core::quality::Mark::Poor;
    statistics.cause = core::quality::Cause::LongWay;
    core::quality::Sample sample;
    sample.round_trip_ms = 300;
    statistics.samples = std::make_shared<const std::vector<core::quality::Sample>>(120, sample);
    return view;
}

std::vector<ScreenCase> screen_cases() {
    core::View landing, left, failed, pre_join, nearby;
    core::View left_with_summary;
    left_with_summary.screen = Screen::Left;
    left_with_summary.summary = core::CallSummary{.well_share = 0.5F, .cause = core::quality::Cause::LongWay};
    landing.screen = Screen::Landing;
    left.screen = Screen::Left;
    failed.screen = Screen::Failed;
    pre_join.screen = nearby.screen = Screen::PreJoin;
    nearby.coverage = core::Coverage::OneNetwork;
    const std::vector<core::Finding> many = {core::Finding::SignallingBlocked, core::Finding::OneNetworkOnly,
                                             core::Finding::MicrophoneDenied, core::Finding::CameraDenied,
                                             core::Finding::SpeakerBlocked};
    return {{"Loading", core::View{}, Page::Application, true},
            {"Landing", landing},
            {"PreJoin", pre_join},
            {"TroubledPreJoin", troubled_pre_join()},
            {"CallAlone", call_with(1)},
            {"CallAloneOnAPhone", shareable(call_with(1))},
            {"PreJoinOnAPhone", shareable(pre_join)},
            {"CallOfTwo", call_with(2)},
            {"CallOfTwelve", call_with(12)},
            {"Presented", presented(3)},
            {"PresentedToMany", presented(20)},
            {"SpeakerOfMany", laid_out(call_with(30), core::Layout::Speaker)},
            {"SidebarOfFive", laid_out(call_with(5), core::Layout::Sidebar)},
            {"GridOfForty", laid_out(call_with(40), core::Layout::Grid)},
            {"HiddenInACallOfTwo", laid_out(call_with(2), core::Layout::Automatic)},
            {"HiddenAndAlone", laid_out(call_with(1), core::Layout::Automatic)},
            {"EmptyChat", chatting(1, 0)},
            {"LongChatOfTwelve", chatting(12, 400)},
            {"PeopleOfThree", with_people(call_with(3))},
            {"Keys", with_keys(call_with(2))},
            {"TroubledCall", troubled_call(), Page::Application, true},
            {"PreJoinOfOneNetwork", nearby},
            {"SettingsOnTheLanding", with_settings(landing)},
            {"SettingsInACall", with_settings(chatting(2, 20))},
            {"CheckThatRuns", with_check(pre_join, core::CheckState::Running, {}), Page::Application, true},
            {"CheckThatFailed", with_check(troubled_pre_join(), core::CheckState::Failed, many)},
            {"CheckOfACall", with_check(call_with(3), core::CheckState::Works, {core::Finding::AllWorks})},
            {"StatisticsOfOne", measured(call_with(2))},
            {"StatisticsOverTheChatOfTwelve", measured(chatting(12, 40))},
            {"RecordedCall", recorded(call_with(2))},
            {"RecordedCallOfTwelve", recorded(call_with(12))},
            {"LeftWithRecording", recorded(left)},
            {"LandingWithRecording", recorded(landing)},
            {"LeftWithSummary", left_with_summary},
            {"QrCodeThatIsMade", with_qr_code(core::QrCodeView::State::Making), Page::Application, true},
            {"QrCode", with_qr_code(core::QrCodeView::State::Made)},
            {"QrCodeThatFailed", with_qr_code(core::QrCodeView::State::Failed)},
            {"Left", left},
            {"Failed", failed},
            {"Gallery", core::View{}, Page::Gallery, true}};
}

bool is_target(const SemanticNode& node) {
    using enum SemanticRole;
    return is_button(node.role) || node.role == TextField || node.role == Slider || node.role == Link;
}

void show(Stage& stage, const ScreenCase& chosen, const ScreenSize& size) {
    stage.view = chosen.view;
    stage.surface.page = chosen.page;
    stage.surface.width = size.width;
    stage.surface.height = size.height;
    stage.surface.pixel_ratio = size.pixel_ratio;
    stage.frame();
    stage.frame();
}

std::string to_string(const ScreenSize& size) {
    return std::to_string(static_cast<int>(size.width)) + " by " + std::to_string(static_cast<int>(size.height));
}

}  // namespace parley::ui::testing
