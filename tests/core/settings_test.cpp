#include <gtest/gtest.h>

#include "core/bounds.hpp"
#include "tests/core/world.hpp"

// Settings, the check and what the server offers, as one page shows them.

namespace parley::core {
namespace {

using Paths = output::CreateConnection::Paths;
using Services = input::ServicesAnswered::Services;

const SettingsView& settings(const Page& page) { return page.client.view().settings; }
const CheckView& check(const Page& page) { return page.client.view().check; }

/// Before a call, with the question for the services still open.
Page& waiting(World& world) {
    Page& page = world.page("ann");
    page.boot("/r/kkkk-kkkk-kkkk", key_of('k'));
    world.pass(settle_ms);
    return page;
}

void answer_services(Page& page, std::optional<Services> services) {
    page.put(input::ServicesAnswered{page.asked<output::AskServices>().back().request, services});
}

TEST(Settings, OpenAndClose) {
    World world;
    Page& page = waiting(world);
    EXPECT_FALSE(settings(page).open);
    page.put(action::OpenSettings{});
    EXPECT_TRUE(settings(page).open);
    page.put(action::CloseSettings{});
    EXPECT_FALSE(settings(page).open);
}

TEST(Settings, KeepWhichPathsMayBeUsed) {
    World world;
    Page& page = waiting(world);
    EXPECT_EQ(settings(page).preferences.paths, Paths::All);
    page.put(action::AllowPaths{Paths::RelayOnly});
    page.put(action::AllowPaths{Paths::RelayOnly});
    EXPECT_EQ(settings(page).preferences.paths, Paths::RelayOnly);
    ASSERT_EQ(page.asked<output::StorePreferences>().size(), 1U);
    EXPECT_EQ(page.asked<output::StorePreferences>()[0].paths, Paths::RelayOnly);
}

TEST(Settings, ComeBackAsTheyWereKept) {
    World world;
    Page& page = world.page("ann");
    page.put(input::Boot{.origin = {},
                         .path = "/",
                         .fragment = {},
                         .stored_name = {},
                         .grant = {},
                         .preferences = {.paths = Paths::RelayOnly},
                         .run = RunId("run")});
    EXPECT_EQ(settings(page).preferences.paths, Paths::RelayOnly);
    EXPECT_TRUE(page.asked<output::StorePreferences>().empty());
}

TEST(Settings, AndTheCheckAreNeverOpenTogether) {
    World world;
    Page& page = waiting(world);
    page.put(action::OpenSettings{});
    page.put(action::CheckConnection{});
    EXPECT_FALSE(settings(page).open);
    EXPECT_TRUE(check(page).open);
    page.put(action::OpenSettings{});
    EXPECT_TRUE(settings(page).open);
    EXPECT_FALSE(check(page).open);
}

TEST(Coverage, IsKnownOnceTheServerSaidWhatItOffers) {
    const std::pair<Services, Coverage> cases[] = {{{false, false}, Coverage::OneNetwork},
                                                   {{true, false}, Coverage::MostNetworks},
                                                   {{false, true}, Coverage::AllNetworks},
                                                   {{true, true}, Coverage::AllNetworks}};
    for (const auto& [services, coverage] : cases) {
        World world;
        Page& page = waiting(world);
        EXPECT_EQ(page.client.view().coverage, Coverage::Unknown);
        answer_services(page, services);
        EXPECT_EQ(page.client.view().coverage, coverage);
    }
}

TEST(Coverage, IsNotAskedForOnTheLandingPage) {
    World world;
    Page& page = world.page("ann");
    page.boot("/");
    world.pass(settle_ms);
    EXPECT_TRUE(page.asked<output::AskServices>().empty());
    page.put(action::OpenSettings{});
    EXPECT_EQ(page.asked<output::AskServices>().size(), 1U) << "there is a choice to show";
}

TEST(Coverage, IsAskedForOnce) {
    World world;
    Page& page = waiting(world);
    page.put(action::OpenSettings{});
    EXPECT_EQ(page.asked<output::AskServices>().size(), 1U);
    answer_services(page, Services{});
    page.put(action::OpenSettings{});
    page.put(action::Join{});
    world.pass(settle_ms);
    EXPECT_EQ(page.asked<output::AskServices>().size(), 1U);
}

TEST(Coverage, IsAskedForAgainInTheCallWhenNobodyKnew) {
    World world;
    Page& page = waiting(world);
    answer_services(page, std::nullopt);
    EXPECT_EQ(page.client.view().coverage, Coverage::Unknown);
    page.put(action::Join{});
    world.pass(settle_ms);
    EXPECT_EQ(page.asked<output::AskServices>().size(), 2U);
    answer_services(page, Services{.stun = true, .turn = true});
    EXPECT_EQ(page.client.view().coverage, Coverage::AllNetworks);
}

TEST(Coverage, IsNotMovedByAnAnswerToNobodysQuestion) {
    World world;
    Page& page = waiting(world);
    page.put(input::ServicesAnswered{{}, Services{}});
    page.put(input::ServicesAnswered{{999}, Services{}});
    EXPECT_EQ(page.client.view().coverage, Coverage::Unknown);
}

TEST(Coverage, LearnsFromACheckWhatChanged) {
    World world;
    Page& page = waiting(world);
    answer_services(page, Services{});
    page.put(action::CheckConnection{});
    answer_services(page, Services{.stun = true, .turn = true});
    EXPECT_EQ(page.client.view().coverage, Coverage::AllNetworks);
    page.put(action::CheckConnection{});
    answer_services(page, std::nullopt);
    EXPECT_EQ(page.client.view().coverage, Coverage::AllNetworks) << "what was known is not forgotten";
}

TEST(Check, JoinsForItselfOnTheLandingPage) {
    World world;
    Page& page = world.page("ann");
    page.boot("/");
    page.put(action::CheckConnection{});
    EXPECT_EQ(page.asked<output::PlayTestSound>().size(), 1U);
    world.pass(settle_ms);
    answer_services(page, Services{});
    page.put(input::TestSoundPlayed{page.asked<output::PlayTestSound>()[0].request,
                                    input::TestSoundPlayed::Outcome::Played});
    EXPECT_EQ(page.screen(), Screen::Landing);
    EXPECT_FALSE(check(page).running);
    EXPECT_EQ(check(page).findings, std::vector{Finding::OneNetworkOnly});
    EXPECT_EQ(world.server.people(), 0U);
    EXPECT_TRUE(page.asked<output::ReplaceAddress>().empty()) << "its room is nobody's business";
}

TEST(Check, DoesNoHarmToACall) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    ann.put(action::CheckConnection{});
    world.pass(settle_ms);
    EXPECT_EQ(check(ann).steps[static_cast<std::size_t>(CheckStep::Signalling)], CheckState::Works);
    EXPECT_EQ(world.server.people(), 2U);
    EXPECT_EQ(ann.client.view().server, ServerLink::Online);
    EXPECT_EQ(ann.sees("bob")->pair, PairState::Connected);
    EXPECT_EQ(bob.client.view().participants.size(), 2U);
    world.pass(bounds::check_reach_ms);
    EXPECT_FALSE(check(ann).running);
    EXPECT_EQ(ann.sees("bob")->pair, PairState::Connected);
}

TEST(Check, SaysThatTheServerIsGone) {
    World world;
    Page& page = world.joined("ann");
    page.put(action::CheckConnection{});
    page.wire().silent = true;
    answer_services(page, std::nullopt);
    world.pass(bounds::check_reach_ms);
    ASSERT_FALSE(check(page).findings.empty());
    EXPECT_EQ(check(page).findings[0], Finding::ServerUnreachable);
    EXPECT_EQ(page.screen(), Screen::Call);
}

TEST(Check, KnowsTheDevicesBeforeACall) {
    World world;
    Page& page = world.page("ann");
    page.camera = Page::Device::Denied;
    page.boot("/r/kkkk-kkkk-kkkk", key_of('k'));
    world.pass(settle_ms);
    page.put(action::CheckConnection{});
    world.pass(bounds::check_reach_ms);
    EXPECT_TRUE(std::ranges::find(check(page).findings, Finding::CameraDenied) != check(page).findings.end());
    EXPECT_EQ(check(page).steps[static_cast<std::size_t>(CheckStep::Microphone)], CheckState::Works);
}

TEST(Check, CanBeClosedInTheMiddle) {
    World world;
    Page& page = waiting(world);
    page.put(action::CheckConnection{});
    page.put(action::CloseCheck{});
    EXPECT_EQ(check(page), CheckView());
    world.pass(settle_ms);
    EXPECT_EQ(check(page), CheckView());
    EXPECT_EQ(page.screen(), Screen::PreJoin);
    EXPECT_EQ(world.server.people(), 0U);
}

TEST(Check, CopiesItsReportAndSaysSo) {
    World world;
    Page& page = waiting(world);
    page.put(action::CopyReport{"nothing is shown"});
    EXPECT_TRUE(page.asked<output::CopyText>().empty());
    page.put(action::CheckConnection{});
    page.put(action::CopyReport{"what was found"});
    ASSERT_EQ(page.asked<output::CopyText>().size(), 1U);
    EXPECT_EQ(page.asked<output::CopyText>()[0].text, "what was found");
    page.put(input::CopyFinished{});
    EXPECT_EQ(page.client.view().notices.back().kind, NoticeKind::ReportCopied);
    page.put(action::CopyLink{});
    page.put(input::CopyFinished{});
    EXPECT_EQ(page.client.view().notices.back().kind, NoticeKind::LinkCopied);
    page.put(action::CopyReport{"again"});
    page.put(input::CopyFinished{input::CopyFinished::Outcome::Failed});
    EXPECT_EQ(page.client.view().notices.back().kind, NoticeKind::CopyFailed);
}

}  // namespace
}  // namespace parley::core
