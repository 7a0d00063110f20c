#include <gtest/gtest.h>

#include "core/bounds.hpp"
#include "tests/core/world.hpp"

// What a person goes through on one page, from the landing to `Rejoin`.

namespace parley::core {
namespace {

TEST(Journey, BeginsOnTheLandingPage) {
    World world;
    Page& page = world.page("ann");
    page.boot("/");
    world.pass(settle_ms);
    EXPECT_EQ(page.screen(), Screen::Landing);
    EXPECT_TRUE(page.asked<output::OpenDevices>().empty());
    EXPECT_FALSE(page.deadline());
}

TEST(Journey, MakesAMeetingAndShowsItsWholeLinkAtOnce) {
    World world;
    Page& page = world.page("ann");
    page.boot("/");
    page.put(action::NewMeeting{});
    world.pass(settle_ms);
    EXPECT_EQ(page.screen(), Screen::PreJoin);
    const std::string path = "/r/nnnn-nnnn-nnnn#" + key_of('n');
    ASSERT_EQ(page.asked<output::ReplaceAddress>().size(), 1U);
    EXPECT_EQ(page.asked<output::ReplaceAddress>()[0].path_and_fragment, path);
    EXPECT_EQ(page.client.view().link, "https://meet.example" + path);
    EXPECT_EQ(page.client.view().room, "nnnn-nnnn-nnnn");
}

TEST(Journey, MakesOneMeetingForTwoPresses) {
    World world;
    Page& page = world.page("ann");
    page.boot("/");
    page.put(action::NewMeeting{});
    page.put(action::NewMeeting{});
    world.pass(settle_ms);
    EXPECT_EQ(page.asked<output::ReplaceAddress>().size(), 1U);
    EXPECT_EQ(page.asked<output::OpenDevices>().size(), 1U);
}

TEST(Journey, OpensAMeetingFromItsAddress) {
    World world;
    Page& page = world.page("ann");
    page.boot("/r/kkkk-kkkk-kkkk", key_of('k'));
    EXPECT_EQ(page.screen(), Screen::Loading);
    world.pass(settle_ms);
    EXPECT_EQ(page.screen(), Screen::PreJoin);
    EXPECT_EQ(page.client.view().local.name, "ann");
}

TEST(Journey, OpensAMeetingFromWhatWasTyped) {
    World world;
    Page& page = world.page("ann");
    page.boot("/");
    page.put(action::OpenMeeting{key_of('k')});
    world.pass(settle_ms);
    EXPECT_EQ(page.screen(), Screen::PreJoin);
    EXPECT_EQ(page.client.view().room, "kkkk-kkkk-kkkk");
}

TEST(Journey, SaysThatWhatWasTypedIsNoMeeting) {
    World world;
    Page& page = world.page("ann");
    page.boot("/");
    page.put(action::OpenMeeting{"nonsense"});
    EXPECT_TRUE(page.client.view().link_rejected);
    EXPECT_EQ(page.screen(), Screen::Landing);
    page.put(action::OpenMeeting{"zzzz-zzzz-zzzz#" + key_of('k')});
    world.pass(settle_ms);
    EXPECT_TRUE(page.client.view().link_rejected) << "that key belongs to another room";
    EXPECT_EQ(page.screen(), Screen::Landing);
    page.put(action::NewMeeting{});
    EXPECT_FALSE(page.client.view().link_rejected);
}

TEST(Journey, RefusesAnAddressWhoseKeyGivesAnotherRoom) {
    World world;
    Page& page = world.page("ann");
    page.boot("/r/zzzz-zzzz-zzzz", key_of('k'));
    world.pass(settle_ms);
    ASSERT_EQ(page.screen(), Screen::Failed);
    EXPECT_EQ(page.client.view().failure->reason, FailureReason::WrongKey);
    EXPECT_TRUE(page.asked<output::ReplaceAddress>().empty());
}

TEST(Journey, RefusesAnAddressThatWasCutOff) {
    World world;
    Page& page = world.page("ann");
    page.boot("/r/kkkk-kkkk-kkkk", key_of('k').substr(1));
    ASSERT_EQ(page.screen(), Screen::Failed);
    EXPECT_EQ(page.client.view().failure->reason, FailureReason::BadLink);
    page.put(action::GoHome{});
    EXPECT_EQ(page.screen(), Screen::Landing);
    EXPECT_FALSE(page.client.view().failure);
}

TEST(Journey, JoinsWithATidiedNameAndKeepsIt) {
    World world;
    Page& page = world.page("ann");
    page.boot("/r/kkkk-kkkk-kkkk", key_of('k'));
    world.pass(settle_ms);
    page.put(action::ChangeName{"  Ann\tLee  "});
    page.put(action::Join{});
    EXPECT_TRUE(page.client.view().joining);
    ASSERT_EQ(page.asked<output::StoreName>().size(), 1U);
    EXPECT_EQ(page.asked<output::StoreName>()[0].name, "Ann Lee");
    world.pass(settle_ms);
    EXPECT_EQ(page.screen(), Screen::Call);
    EXPECT_FALSE(page.client.view().joining);
    ASSERT_EQ(page.client.view().participants.size(), 1U);
    EXPECT_TRUE(page.client.view().participants[0].you);
    EXPECT_EQ(page.client.view().participants[0].name, "Ann Lee");
}

TEST(Journey, BoundsANameInCharactersNotInBytes) {
    World world;
    Page& page = world.page("ann");
    page.boot("/");
    std::string long_name;
    for (int index = 0; index < 100; ++index) long_name += "\xf0\x9f\x90\xb8";
    page.put(action::ChangeName{long_name});
    EXPECT_EQ(page.client.view().local.name, long_name.substr(0, 64 * 4));
    page.put(action::ChangeName{"Ann "});
    EXPECT_EQ(page.client.view().local.name, "Ann ") << "a second word may be on its way";
}

TEST(Journey, TidiesTheNamesOfOthers) {
    World world;
    const Page& page = world.joined("ann");
    Page& other = world.page("bob");
    other.boot("/r/kkkk-kkkk-kkkk", key_of('k'));
    world.pass(settle_ms);
    other.put(action::ChangeName{std::string("a\nb")});
    other.put(action::Join{});
    world.pass(settle_ms);
    ASSERT_NE(page.sees("bob"), nullptr);
    EXPECT_EQ(page.sees("bob")->name, "a b");
}

TEST(Journey, NeedsNoSecondClickWhenTheIdentityIsLate) {
    World world;
    Page& page = world.page("ann");
    page.keys = Page::Keys::Late;
    page.boot("/r/kkkk-kkkk-kkkk", key_of('k'));
    world.pass(settle_ms);
    page.put(action::Join{});
    world.pass(settle_ms);
    EXPECT_EQ(page.screen(), Screen::PreJoin);
    page.put(input::IdentityReady{PeerId("ann"), "ann", {}});
    world.pass(settle_ms);
    EXPECT_EQ(page.screen(), Screen::Call);
}

TEST(Journey, JoinsOnceForTwoPresses) {
    World world;
    Page& page = world.page("ann");
    page.boot("/r/kkkk-kkkk-kkkk", key_of('k'));
    world.pass(settle_ms);
    page.put(action::Join{});
    page.put(action::Join{});
    world.pass(settle_ms);
    EXPECT_EQ(page.sockets_opened(), 1U);
}

TEST(Journey, LeavesAndLetsEverythingGo) {
    World world;
    Page& page = world.joined("ann");
    world.joined("bob");
    page.put(action::Leave{});
    EXPECT_EQ(page.screen(), Screen::Left);
    EXPECT_EQ(page.live_tracks(), 0U);
    world.pass(settle_ms);
    EXPECT_EQ(page.open_connections(), 0U);
    EXPECT_FALSE(page.wire().open);
    EXPECT_FALSE(page.deadline());
    EXPECT_TRUE(page.attached.empty());
    EXPECT_TRUE(page.client.view().participants.empty());
    world.pass(60'000);
    EXPECT_EQ(page.sockets_opened(), 1U);
}

TEST(Journey, LeavesWhileItJoins) {
    World world;
    const Page& other = world.joined("bob");
    Page& page = world.joining("ann");
    while (page.sockets_opened() == 0) world.pass(1);
    world.pass(11);
    page.put(action::Leave{});
    EXPECT_EQ(page.screen(), Screen::Left);
    EXPECT_FALSE(page.deadline());
    world.pass(settle_ms);
    EXPECT_EQ(other.sees("ann"), nullptr) << "nobody stays behind";
}

TEST(Journey, LeavesBeforeItsIdentityIsThere) {
    World world;
    Page& page = world.page("ann");
    page.keys = Page::Keys::Late;
    page.boot("/r/kkkk-kkkk-kkkk", key_of('k'));
    world.pass(settle_ms);
    page.put(action::Join{});
    page.put(action::Leave{});
    EXPECT_EQ(page.screen(), Screen::Left);
    page.put(input::IdentityReady{PeerId("ann"), "ann", {}});
    world.pass(settle_ms);
    EXPECT_EQ(page.sockets_opened(), 0U);
}

TEST(Journey, RejoinsAsThePersonWasAndMeetsTheOthersAgain) {
    World world;
    Page& page = world.joined("ann");
    const Page& other = world.joined("bob");
    page.put(action::Leave{});
    world.pass(settle_ms);
    EXPECT_EQ(other.sees("ann"), nullptr);
    page.put(action::Rejoin{});
    world.pass(settle_ms);
    EXPECT_EQ(page.screen(), Screen::Call);
    ASSERT_NE(other.sees("ann"), nullptr);
    EXPECT_EQ(other.sees("ann")->pair, PairState::Connected);
    EXPECT_EQ(page.sees("bob")->pair, PairState::Connected);
    EXPECT_EQ(page.live_tracks(), 2U);
}

TEST(Journey, GoesHomeFromACall) {
    World world;
    Page& page = world.joined("ann");
    page.put(action::GoHome{});
    EXPECT_EQ(page.screen(), Screen::Landing);
    EXPECT_EQ(page.asked<output::ReplaceAddress>().back().path_and_fragment, "/");
    EXPECT_TRUE(page.client.view().link.empty());
    EXPECT_EQ(page.live_tracks(), 0U);
    EXPECT_FALSE(page.deadline());
    page.put(action::Rejoin{});
    EXPECT_EQ(page.screen(), Screen::Landing);
}

TEST(Journey, StaysHomeWhenAMeetingIsReadyTooLate) {
    World world;
    Page& page = world.page("ann");
    page.boot("/r/kkkk-kkkk-kkkk", key_of('k'));
    page.put(action::GoHome{});
    world.pass(settle_ms);
    EXPECT_EQ(page.screen(), Screen::Landing);
    EXPECT_EQ(page.live_tracks(), 0U);
}

TEST(Journey, FailsWithoutKeysAndTriesAgainOnRejoin) {
    World world;
    Page& page = world.page("ann");
    page.keys = Page::Keys::Refused;
    page.boot("/r/kkkk-kkkk-kkkk", key_of('k'));
    world.pass(settle_ms);
    ASSERT_EQ(page.screen(), Screen::Failed);
    EXPECT_EQ(page.client.view().failure->reason, FailureReason::NoIdentity);
    EXPECT_EQ(page.live_tracks(), 0U);
    page.keys = Page::Keys::Made;
    page.put(action::Rejoin{});
    world.pass(settle_ms);
    EXPECT_EQ(page.screen(), Screen::Call);
}

TEST(Journey, EndsInAFailureThatSaysWhyTheServerRefused) {
    const std::vector<std::tuple<ErrorCode, FailureReason>> cases = {
        {ErrorCode::WrongKey, FailureReason::WrongKey},    {ErrorCode::RoomFull, FailureReason::RoomFull},
        {ErrorCode::Replaced, FailureReason::Replaced},    {ErrorCode::BadMessage, FailureReason::ServerTooNew},
        {ErrorCode::Unauthorised, FailureReason::Refused}, {ErrorCode::Removed, FailureReason::Refused},
        {ErrorCode::RoomEnded, FailureReason::Refused},    {ErrorCode::TooLarge, FailureReason::Refused}};
    for (const auto& [code, reason] : cases) {
        World world;
        const Page& page = world.joined("ann");
        world.server.tell(page.wire(), protocol::Error{.code = code, .message = "", .n = {}, .retry_after_ms = {}});
        world.pass(settle_ms);
        world.server.cut(page.wire(), close_code_for(code));
        ASSERT_EQ(page.screen(), Screen::Failed);
        EXPECT_EQ(page.client.view().failure->reason, reason) << to_text(code);
        EXPECT_EQ(page.client.view().failure->code, code);
        EXPECT_FALSE(page.deadline());
        EXPECT_EQ(page.live_tracks(), 0U);
    }
}

TEST(Journey, SaysThatARoomIsFull) {
    World world({.people_per_room = 1});
    world.joined("ann");
    const Page& page = world.joined("bob");
    ASSERT_EQ(page.screen(), Screen::Failed);
    EXPECT_EQ(page.client.view().failure->reason, FailureReason::RoomFull);
}

TEST(Journey, GivesWayToTheSamePersonElsewhereAndMayComeBack) {
    World world;
    Page& page = world.joined("ann", "run-1");
    const Page& elsewhere = world.joined("ann", "run-2");
    EXPECT_EQ(elsewhere.screen(), Screen::Call);
    ASSERT_EQ(page.screen(), Screen::Failed);
    EXPECT_EQ(page.client.view().failure->reason, FailureReason::Replaced);
    page.put(action::Rejoin{});
    world.pass(settle_ms);
    EXPECT_EQ(page.screen(), Screen::Call);
    EXPECT_EQ(elsewhere.screen(), Screen::Failed);
}

TEST(Journey, CopiesTheWholeLinkAndSaysSo) {
    World world;
    Page& page = world.joined("ann");
    page.put(action::CopyLink{});
    ASSERT_EQ(page.asked<output::CopyText>().size(), 1U);
    EXPECT_EQ(page.asked<output::CopyText>()[0].text, page.client.view().link);
    page.put(input::CopyFinished{input::CopyFinished::Outcome::Copied});
    EXPECT_EQ(page.client.view().notices.back().kind, NoticeKind::LinkCopied);
    page.put(input::CopyFinished{input::CopyFinished::Outcome::Failed});
    EXPECT_EQ(page.client.view().notices.back().kind, NoticeKind::CopyFailed);
}

/// In a call, on a device whose system has a sheet to send a link with.
Page& on_a_phone(World& world) {
    Page& page = world.page("ann");
    page.abilities.share_sheet = true;
    world.join(page);
    world.pass(settle_ms);
    page.forget();
    return page;
}

TEST(Journey, SharesTheWholeLinkWhereThereIsASheetForThat) {
    World world;
    Page& page = on_a_phone(world);
    EXPECT_TRUE(page.client.view().share_offered);
    const std::size_t notices = page.client.view().notices.size();
    page.put(action::ShareLink{});
    ASSERT_EQ(page.asked<output::ShareLink>().size(), 1U);
    EXPECT_EQ(page.asked<output::ShareLink>()[0].title, "Parley meeting");
    EXPECT_EQ(page.asked<output::ShareLink>()[0].link, page.client.view().link);
    page.put(input::ShareFinished{input::ShareFinished::Outcome::Shared});
    EXPECT_EQ(page.client.view().notices.size(), notices) << "the sheet has said so";
}

TEST(Journey, SharesNothingWhereThereIsNoSheet) {
    World world;
    Page& page = world.joined("ann");
    EXPECT_FALSE(page.client.view().share_offered);
    page.put(action::ShareLink{});
    EXPECT_TRUE(page.asked<output::ShareLink>().empty());
}

TEST(Journey, SaysNothingWhenTheSheetIsDismissed) {
    World world;
    Page& page = on_a_phone(world);
    const std::size_t notices = page.client.view().notices.size();
    page.put(action::ShareLink{});
    page.put(input::ShareFinished{input::ShareFinished::Outcome::Dismissed});
    EXPECT_TRUE(page.asked<output::CopyText>().empty());
    EXPECT_EQ(page.client.view().notices.size(), notices);
}

TEST(Journey, CopiesTheLinkWhenItCannotBeShared) {
    World world;
    Page& page = on_a_phone(world);
    page.put(action::ShareLink{});
    page.put(input::ShareFinished{input::ShareFinished::Outcome::Failed});
    ASSERT_EQ(page.asked<output::CopyText>().size(), 1U);
    EXPECT_EQ(page.asked<output::CopyText>()[0].text, page.client.view().link);
    page.put(input::CopyFinished{});
    EXPECT_EQ(page.client.view().notices.back().kind, NoticeKind::LinkCopied);
    page.put(action::GoHome{});
    page.put(input::ShareFinished{input::ShareFinished::Outcome::Failed});
    EXPECT_EQ(page.asked<output::CopyText>().size(), 1U) << "there is no link any more";
}

TEST(Journey, KeepsTheLatestEightNotices) {
    World world;
    Page& page = world.joined("ann");
    for (int index = 0; index < 20; ++index) page.put(input::CopyFinished{});
    ASSERT_EQ(page.client.view().notices.size(), bounds::notices_max);
    EXPECT_EQ(page.client.view().notices.front().id + 7, page.client.view().notices.back().id);
}

TEST(Journey, AsksForATapBeforeItPlaysSound) {
    World world;
    Page& page = world.joined("ann");
    page.put(input::SoundBlocked{});
    EXPECT_TRUE(page.client.view().sound_blocked);
    page.put(action::EnableSound{});
    EXPECT_FALSE(page.client.view().sound_blocked);
    EXPECT_EQ(page.asked<output::ResumeSound>().size(), 1U);
    page.put(input::SoundBlocked{});
    EXPECT_TRUE(page.client.view().sound_blocked) << "it refused again";
    page.put(action::Leave{});
    page.put(input::SoundBlocked{});
    EXPECT_FALSE(page.client.view().sound_blocked) << "there is no sound after a call";
}

}  // namespace
}  // namespace parley::core
