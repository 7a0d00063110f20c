#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "tests/ui/stage.hpp"
#include "ui/geometry.hpp"

namespace parley::ui {
namespace {

using core::Screen;
using testing::Stage;

struct Case {
    std::string name;
    core::View view;
    Page page = Page::Application;
    bool animated = false;  ///< unless less motion is wanted
};

core::View troubled_pre_join() {
    core::View view;
    view.screen = Screen::PreJoin;
    view.room = "abcd-efgh-jkmn";
    view.local.microphone = view.local.camera = core::DeviceState::Denied;
    return view;
}

core::View troubled_call() {
    core::View view = testing::call_with(5);
    view.sound_blocked = true;
    view.server = core::ServerLink::Reconnecting;
    view.participants[1].name = std::string(64, 'W');
    view.participants[2].pair = core::PairState::Failed;
    view.participants[3].video_shown = false;
    view.participants[4].microphone_on = false;
    view.participants[4].pair = core::PairState::Reconnecting;
    return view;
}

/// What `count` people see when one of them presents, and so does the person at this page.
core::View presented(std::size_t count) {
    core::View view = testing::call_with(count);
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

core::View chatting(std::size_t people, std::size_t messages) {
    core::View view = testing::call_with(people);
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

/// A call whose connections are marked, with the statistics of one of them.
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

core::View shareable(core::View view) {
    view.share_offered = true;
    return view;
}

core::View with_qr_code(core::QrCodeView::State state) {
    core::View view = testing::call_with(2);
    view.qr_code = {.open = true, .state = state, .code = nullptr};
    if (state == core::QrCodeView::State::Made)
        view.qr_code.code = std::make_shared<const core::QrCode>(core::QrCode{37, std::vector<bool>(37 * 37, true)});
    return view;
}

std::vector<Case> cases() {
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
            {"CallAlone", testing::call_with(1)},
            {"CallAloneOnAPhone", shareable(testing::call_with(1))},
            {"PreJoinOnAPhone", shareable(pre_join)},
            {"CallOfTwo", testing::call_with(2)},
            {"CallOfTwelve", testing::call_with(12)},
            {"Presented", presented(3)},
            {"PresentedToMany", presented(20)},
            {"SpeakerOfMany", laid_out(testing::call_with(30), core::Layout::Speaker)},
            {"SidebarOfFive", laid_out(testing::call_with(5), core::Layout::Sidebar)},
            {"GridOfForty", laid_out(testing::call_with(40), core::Layout::Grid)},
            {"HiddenInACallOfTwo", laid_out(testing::call_with(2), core::Layout::Automatic)},
            {"HiddenAndAlone", laid_out(testing::call_with(1), core::Layout::Automatic)},
            {"EmptyChat", chatting(1, 0)},
            {"LongChatOfTwelve", chatting(12, 400)},
            {"TroubledCall", troubled_call(), Page::Application, true},
            {"PreJoinOfOneNetwork", nearby},
            {"SettingsOnTheLanding", with_settings(landing)},
            {"SettingsInACall", with_settings(chatting(2, 20))},
            {"CheckThatRuns", with_check(pre_join, core::CheckState::Running, {}), Page::Application, true},
            {"CheckThatFailed", with_check(troubled_pre_join(), core::CheckState::Failed, many)},
            {"CheckOfACall", with_check(testing::call_with(3), core::CheckState::Works, {core::Finding::AllWorks})},
            {"StatisticsOfOne", measured(testing::call_with(2))},
            {"StatisticsOverTheChatOfTwelve", measured(chatting(12, 40))},
            {"RecordedCall", recorded(testing::call_with(2))},
            {"RecordedCallOfTwelve", recorded(testing::call_with(12))},
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

bool is_pressed(const SemanticNode& node) {
    return node.role == SemanticRole::Button || node.role == SemanticRole::ToggleButton ||
           node.role == SemanticRole::Switch;
}

struct Size {
    float width, height, pixel_ratio;
};
constexpr Size sizes[] = {{1280, 720, 1}, {390, 844, 3}, {2560, 1440, 1}, {1280, 720, 2},
                          {320, 568, 2},  {844, 390, 3}, {768, 1024, 2}};

class EveryScreen : public ::testing::TestWithParam<Case> {
protected:
    template <class Check>
    void at_every_size(const Check& check) {
        for (const Size& size : sizes) {
            SCOPED_TRACE(std::to_string(static_cast<int>(size.width)) + " by " +
                         std::to_string(static_cast<int>(size.height)));
            Stage stage;
            stage.view = GetParam().view;
            stage.surface.page = GetParam().page;
            stage.surface.width = size.width;
            stage.surface.height = size.height;
            stage.surface.pixel_ratio = size.pixel_ratio;
            stage.frame();
            stage.frame();
            check(stage);
        }
    }
};
INSTANTIATE_TEST_SUITE_P(Screen, EveryScreen, ::testing::ValuesIn(cases()),
                         [](const auto& chosen) { return chosen.param.name; });

TEST_P(EveryScreen, GivesEveryNodeAnIdOfItsOwn) {
    at_every_size([](const Stage& stage) {
        std::unordered_set<SemanticId> seen;
        for (const SemanticNode& node : stage.result().semantics) EXPECT_TRUE(seen.insert(node.id).second) << node.name;
    });
}

TEST_P(EveryScreen, PutsParentsBeforeTheirChildren) {
    at_every_size([](const Stage& stage) {
        std::unordered_set<SemanticId> seen = {0};
        for (const SemanticNode& node : stage.result().semantics) {
            EXPECT_TRUE(seen.contains(node.parent)) << node.name;
            seen.insert(node.id);
        }
    });
}

TEST_P(EveryScreen, HasOneMainAndOneFirstHeading) {
    at_every_size([](const Stage& stage) {
        const auto& nodes = stage.result().semantics;
        EXPECT_EQ(std::ranges::count(nodes, SemanticRole::Main, &SemanticNode::role), 1);
        EXPECT_EQ(std::ranges::count_if(
                      nodes, [](const auto& node) { return node.role == SemanticRole::Heading && node.level == 1; }),
                  1);
    });
}

TEST_P(EveryScreen, NamesWhateverCanBeUsed) {
    at_every_size([](const Stage& stage) {
        for (const SemanticNode& node : stage.result().semantics) {
            const bool usable = is_pressed(node) || node.role == SemanticRole::TextField;
            EXPECT_FALSE(usable && node.name.empty());
        }
    });
}

TEST_P(EveryScreen, CutsNothingOffAtItsSides) {
    at_every_size([](const Stage& stage) {
        for (const SemanticNode& node : stage.result().semantics) {
            EXPECT_GE(node.rect.x, 0) << node.name;
            EXPECT_LE(right(node.rect), stage.surface.width + 0.01F) << node.name;
            EXPECT_GE(node.rect.width, 1) << node.name;
        }
    });
}

TEST_P(EveryScreen, KeepsTargetsLargeEnoughForAFinger) {
    at_every_size([](const Stage& stage) {
        for (const SemanticNode& node : stage.result().semantics) {
            if (!is_pressed(node)) continue;
            EXPECT_GE(node.rect.width, 24) << node.name;
            EXPECT_GE(node.rect.height, 24) << node.name;
        }
    });
}

TEST_P(EveryScreen, WantsNoMoreFramesWhenIdle) {
    at_every_size([](Stage& stage) {
        if (GetParam().animated) stage.surface.motion = Motion::Reduced;
        EXPECT_LT(stage.frame().next_frame_in_s, 0);
    });
}

TEST_P(EveryScreen, IsTheSameInEveryIdleFrame) {
    at_every_size([](Stage& stage) {
        const std::vector<SemanticNode> before = stage.result().semantics;
        EXPECT_TRUE(diff(before, stage.frame().semantics).empty());
    });
}

/// It is said all the same.
bool is_scrolled_away(const SemanticNode& node) {
    return node.clipped_above + node.clipped_below >= node.rect.height && !is_pressed(node);
}

class EveryCall : public EveryScreen {};
INSTANTIATE_TEST_SUITE_P(Screen, EveryCall,
                         ::testing::Values(Case{"Alone", testing::call_with(1)}, Case{"OfTwo", testing::call_with(2)},
                                           Case{"OfTwelve", testing::call_with(12)}, Case{"Troubled", troubled_call()},
                                           Case{"WithChat", chatting(12, 400)},
                                           Case{"WithStatistics", measured(testing::call_with(12))}),
                         [](const auto& chosen) { return chosen.param.name; });

TEST_P(EveryCall, FitsTheScreenWithoutScrolling) {
    at_every_size([](const Stage& stage) {
        for (const SemanticNode& node : stage.result().semantics) {
            if (is_scrolled_away(node)) continue;
            EXPECT_GE(node.rect.y + node.clipped_above, 0) << node.name;
            EXPECT_LE(bottom(node.rect) - node.clipped_below, stage.surface.height + 0.01F) << node.name;
        }
    });
}

TEST_P(EveryCall, KeepsItsBarClearOfTheTiles) {
    at_every_size([](const Stage& stage) {
        const SemanticNode* leave = stage.find(SemanticRole::Button, "Leave call");
        ASSERT_NE(leave, nullptr);
        EXPECT_GE(leave->rect.height, 48);
        for (const TileFrame& tile : stage.result().tiles) EXPECT_LE(bottom(tile.rect), leave->rect.y);
    });
}

TEST_P(EveryCall, ShowsEveryTileWithASizeToSee) {
    at_every_size([](const Stage& stage) {
        const bool covered = stage.view.chat.open && stage.surface.width < 720;
        const bool paged = stage.shows(SemanticRole::Button, "Next page");
        if (!covered && paged) {
            EXPECT_GE(stage.result().tiles.size(), 3U);
        }
        if (covered || !paged) {
            EXPECT_EQ(stage.result().tiles.size(), covered ? 0 : stage.view.participants.size());
        }
        for (const TileFrame& tile : stage.result().tiles) EXPECT_GE(tile.rect.width * tile.rect.height, 48 * 48);
    });
}

}  // namespace
}  // namespace parley::ui
