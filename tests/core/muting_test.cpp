#include <gtest/gtest.h>

#include "core/bounds.hpp"
#include "tests/core/seen.hpp"
#include "tests/core/world.hpp"

// Requests to mute, and what a person who is muted is told while they talk.

namespace parley::core {
namespace {

using Answer = action::AnswerMuteRequest::Answer;

const std::optional<MuteRequestView>& request_to(const Page& page) { return page.client.view().mute_request; }

bool muted(const Page& page) { return page.client.view().local.microphone == DeviceState::Off; }

TEST(MuteRequest, IsForThePersonToDecide) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    const Page& cem = world.joined("cem");
    ann.put(action::AskToMute{PeerId("bob")});
    world.pass(500);
    ASSERT_TRUE(request_to(bob));
    EXPECT_EQ(request_to(bob)->name, "ann");
    EXPECT_FALSE(muted(bob)) << "nobody is muted by anybody else";
    EXPECT_FALSE(request_to(cem));
    EXPECT_EQ(told(ann, NoticeKind::MuteAsked), 1U);
    EXPECT_EQ(ann.client.view().notices.back().name, "bob");
    bob.put(action::AnswerMuteRequest{Answer::Mute});
    EXPECT_TRUE(muted(bob));
    EXPECT_FALSE(request_to(bob));
    world.pass(1'000);
    EXPECT_FALSE(ann.sees("bob")->microphone_on);
}

TEST(MuteRequest, MayBeRefusedAndIsNotRepeatedForAWhile) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    ann.put(action::AskToMute{PeerId("bob")});
    world.pass(500);
    bob.put(action::AnswerMuteRequest{Answer::NotNow});
    EXPECT_FALSE(muted(bob));
    EXPECT_FALSE(request_to(bob));
    world.pass(bounds::mute_ask_gap_ms);
    ann.put(action::AskToMute{PeerId("bob")});
    world.pass(500);
    EXPECT_FALSE(request_to(bob)) << "they said that they won't";
    world.pass(bounds::mute_request_gap_ms);
    ann.put(action::AskToMute{PeerId("bob")});
    world.pass(500);
    EXPECT_TRUE(request_to(bob));
}

TEST(MuteRequest, EndsWhenThePersonMutesOrTheAskerLeavesOrNobodyAnswers) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    Page& cem = world.joined("cem");
    ann.put(action::AskToMute{PeerId("bob")});
    world.pass(500);
    bob.put(action::ToggleMicrophone{});
    EXPECT_FALSE(request_to(bob));
    bob.put(action::ToggleMicrophone{});
    world.pass(1'000);
    cem.put(action::AskToMute{PeerId("bob")});
    world.pass(500);
    ASSERT_TRUE(request_to(bob));
    cem.put(action::Leave{});
    world.pass(1'000);
    EXPECT_FALSE(request_to(bob));
    world.pass(bounds::mute_request_gap_ms);
    ann.put(action::AskToMute{PeerId("bob")});
    world.pass(500);
    ASSERT_TRUE(request_to(bob));
    world.pass(bounds::mute_request_shown_ms);
    EXPECT_FALSE(request_to(bob));
    bob.put(action::AnswerMuteRequest{Answer::Mute});
    EXPECT_FALSE(muted(bob)) << "an answer to nothing";
}

TEST(MuteRequest, GoesToNobodyWhoIsMutedAlreadyOrCannotBeReached) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    bob.put(action::ToggleMicrophone{});
    world.pass(1'000);
    ann.put(action::AskToMute{PeerId("bob")});
    ann.put(action::AskToMute{PeerId("nobody")});
    world.pass(500);
    EXPECT_FALSE(request_to(bob));
    EXPECT_EQ(told(ann, NoticeKind::MuteAsked), 0U);
    bob.put(action::ToggleMicrophone{});
    world.pass(1'000);
    world.network.cut("ann", "bob");
    world.pass(20'000);
    ann.put(action::AskToMute{PeerId("bob")});
    EXPECT_EQ(told(ann, NoticeKind::MuteNotAsked), 1U);
}

TEST(MuteRequest, ToEverybodyIsTheHosts) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    Page& cem = world.joined("cem");
    EXPECT_TRUE(ann.client.view().people.may_ask_everyone);
    EXPECT_FALSE(bob.client.view().people.may_ask_everyone);
    bob.put(action::AskEveryoneToMute{});
    world.pass(500);
    EXPECT_FALSE(request_to(ann));
    EXPECT_FALSE(request_to(cem));
    ann.put(action::AskEveryoneToMute{});
    world.pass(500);
    EXPECT_TRUE(request_to(bob));
    EXPECT_TRUE(request_to(cem));
    EXPECT_FALSE(request_to(ann));
    EXPECT_EQ(told(ann, NoticeKind::EveryoneAskedToMute), 1U);
    for (Page* page : {&bob, &cem}) page->put(action::AnswerMuteRequest{Answer::Mute});
    world.pass(1'000);
    EXPECT_FALSE(ann.client.view().people.may_ask_everyone) << "there is nobody left to ask";
}

/// As loud for so long as somebody who talks; the meter tells it four times a second.
void talk(World& world, Page& page, TimeMs duration_ms, float level = 0.1F) {
    for (TimeMs passed = 0; passed < duration_ms; passed += 250) {
        page.put(input::Levels{level, {}});
        world.pass(250);
    }
}

bool hinted(const Page& page) { return page.client.view().local.talks_muted; }

TEST(MutedTalk, IsMeasuredOnACopyOfTheSilencedMicrophone) {
    World world;
    Page& ann = world.joined("ann");
    ann.put(action::ToggleMicrophone{});
    const auto orders = ann.asked<output::WatchLevels>();
    ASSERT_FALSE(orders.empty());
    EXPECT_EQ(orders.back().mode, output::WatchLevels::Mode::Muted);
    ASSERT_TRUE(orders.back().microphone);
    EXPECT_FALSE(ann.tracks.at(*orders.back().microphone).enabled) << "what is sent is silence";
    ann.put(action::ToggleMicrophone{});
    EXPECT_EQ(ann.asked<output::WatchLevels>().back().mode, output::WatchLevels::Mode::Call);
}

TEST(MutedTalk, IsNotedAfterAMomentAndNotTooOften) {
    World world;
    Page& ann = world.joined("ann");
    world.joined("bob");
    ann.put(action::ToggleMicrophone{});
    talk(world, ann, 750);
    EXPECT_FALSE(hinted(ann));
    talk(world, ann, 500);
    EXPECT_TRUE(hinted(ann));
    talk(world, ann, bounds::muted_hint_ms);
    EXPECT_FALSE(hinted(ann)) << "they know by now";
    talk(world, ann, bounds::muted_hint_gap_ms - bounds::muted_hint_ms - 1'000);
    EXPECT_FALSE(hinted(ann));
    talk(world, ann, 2'000);
    EXPECT_TRUE(hinted(ann));
}

TEST(MutedTalk, EndsWithTheMute) {
    World world;
    Page& ann = world.joined("ann");
    world.joined("bob");
    ann.put(action::ToggleMicrophone{});
    talk(world, ann, 2'000);
    ASSERT_TRUE(hinted(ann));
    ann.put(action::ToggleMicrophone{});
    EXPECT_FALSE(hinted(ann));
    talk(world, ann, 30'000);
    EXPECT_FALSE(hinted(ann));
}

TEST(MutedTalk, IsNoMatterOfNoiseOrShortSoundsOrOfBeingAlone) {
    World world;
    Page& ann = world.joined("ann");
    ann.put(action::ToggleMicrophone{});
    talk(world, ann, 5'000);
    EXPECT_FALSE(hinted(ann)) << "nobody is there to be talked to";
    world.joined("bob");
    talk(world, ann, 5'000, 0.01F);
    EXPECT_FALSE(hinted(ann));
    for (int cough = 0; cough < 5; ++cough) {
        ann.put(input::Levels{0.5F, {}});
        world.pass(bounds::speaking_hold_ms + 500);
    }
    EXPECT_FALSE(hinted(ann));
}

TEST(MutedTalk, LetsNobodySpeakInTheView) {
    World world;
    Page& ann = world.joined("ann");
    world.joined("bob");
    ann.put(action::ToggleMicrophone{});
    talk(world, ann, 2'000);
    EXPECT_FALSE(ann.client.view().participants[0].speaking);
}

TEST(PeoplePanel, TakesThePlaceOfTheChatAndGivesItBack) {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");
    ann.put(action::ToggleChat{});
    ann.put(action::TogglePeople{});
    EXPECT_TRUE(ann.client.view().people.open);
    EXPECT_FALSE(ann.client.view().chat.open);
    bob.put(action::SendChat{"hello"});
    world.pass(1'000);
    EXPECT_EQ(ann.client.view().chat.unread, 1U) << "nobody could read it";
    ann.put(action::ToggleChat{});
    EXPECT_FALSE(ann.client.view().people.open);
    EXPECT_TRUE(ann.client.view().chat.open);
    EXPECT_EQ(ann.client.view().chat.unread, 0U);
}

}  // namespace
}  // namespace parley::core
