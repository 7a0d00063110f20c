#include <gtest/gtest.h>

#include "tests/core/checking.hpp"

// What a check asks for, what it makes of the answers, and when it stops waiting for them.

namespace parley::core {
namespace {

using enum CheckStep;
using Outcome = input::TestSoundPlayed::Outcome;
using Paths = output::CreateConnection::Paths;
using Stage = input::CandidatesGathered::Stage;

constexpr int unauthorised = 401;
constexpr int no_answer = 701;

TEST(Checkup, ShowsNothingBeforeItIsAskedFor) {
    const Checking checking;
    EXPECT_EQ(checking.view(), CheckView());
    EXPECT_FALSE(checking.checkup.deadline());
}

TEST(Checkup, BeginsWithEverythingThatWaitsForNothing) {
    Checking checking;
    checking.start();
    EXPECT_TRUE(checking.view().open);
    EXPECT_TRUE(checking.view().running);
    EXPECT_TRUE(checking.findings().empty());
    EXPECT_TRUE(checking.services_question);
    EXPECT_TRUE(checking.sound);
    EXPECT_TRUE(checking.derivation);
    EXPECT_EQ(checking.open_sockets.size(), 1U);
    for (const CheckStep step : {Page, Signalling, Speaker}) EXPECT_EQ(checking.step(step), CheckState::Running);
    for (const CheckStep step : path_steps) EXPECT_EQ(checking.step(step), CheckState::Waiting);
}

TEST(Checkup, JoinsARoomOfItsOwnAndLeavesItAgain) {
    Checking checking;
    checking.reach();
    ASSERT_EQ(checking.said.size(), 1U);
    const auto& join = std::get<protocol::Join>(checking.said[0]);
    EXPECT_EQ(join.room.value, "room");
    EXPECT_EQ(join.access, "access");
    EXPECT_EQ(join.secret, "secret");
    EXPECT_EQ(join.sign, "key");
    EXPECT_FALSE(join.presence.empty());
    checking.hear_joined();
    ASSERT_EQ(checking.said.size(), 2U);
    EXPECT_TRUE(std::holds_alternative<protocol::Leave>(checking.said[1]));
    EXPECT_TRUE(checking.open_sockets.empty());
    EXPECT_EQ(checking.step(Signalling), CheckState::Works);
}

TEST(Checkup, JoinsOnceItKnowsAsWhom) {
    Outbox outbox;
    Numbers numbers;
    Checkup checkup(outbox, numbers);
    checkup.start(0);
    SocketId socket;
    RequestId derivation;
    while (const auto output = outbox.poll()) {
        if (const auto* order = std::get_if<output::OpenSocket>(&*output)) socket = order->socket;
        if (const auto* order = std::get_if<output::DeriveRoom>(&*output)) derivation = order->request;
    }
    checkup.on_input(input::SocketOpened{socket});
    checkup.on_input(input::RoomDerived{derivation, "key", RoomId("room"), "access"});
    EXPECT_FALSE(outbox.poll());
    checkup.set_identity({PeerId("me"), "secret", {}});
    EXPECT_TRUE(std::holds_alternative<output::SendText>(outbox.poll().value()));
}

TEST(Checkup, LooksForEveryKindOfPathThatIsOffered) {
    Checking checking;
    checking.reach_paths();
    ASSERT_EQ(checking.gatherings.size(), 4U);
    EXPECT_EQ(checking.gathering("stun:").paths, Paths::All);
    for (const char* url : {"turn:relay.example", "turn:relay.example?transport=tcp", "turns:"}) {
        const auto order = checking.gathering(url);
        EXPECT_EQ(order.paths, Paths::RelayOnly);
        ASSERT_EQ(order.ice_servers.size(), 1U);
        EXPECT_EQ(order.ice_servers[0].urls.size(), 1U);
        EXPECT_EQ(order.ice_servers[0].username, "user");
        EXPECT_EQ(order.ice_servers[0].credential, "word");
    }
}

TEST(Checkup, TakesARelayWithoutATransportForOneOverUdp) {
    Checking checking;
    checking.ice_servers = {{{"turn:relay.example?transport=udp"}, "user", "word"}};
    checking.reach_paths();
    EXPECT_EQ(checking.step(RelayUdp), CheckState::Running);
    for (const CheckStep step : {Address, RelayTcp, RelayTls}) EXPECT_EQ(checking.step(step), CheckState::Absent);
}

TEST(Checkup, SaysThatAllWorks) {
    Checking checking;
    checking.checkup.set_devices(DeviceState::On, DeviceState::On);
    checking.reach_paths();
    checking.find_address();
    for (const char* url : {"turn:relay.example", "turn:relay.example?transport=tcp"}) checking.find_relay(url);
    EXPECT_TRUE(checking.view().running);
    checking.find_relay("turns:");
    EXPECT_FALSE(checking.view().running);
    EXPECT_EQ(checking.findings(), std::vector{Finding::AllWorks});
    for (const CheckState state : checking.view().steps) EXPECT_EQ(state, CheckState::Works);
    EXPECT_TRUE(checking.gatherings.empty());
    EXPECT_FALSE(checking.checkup.deadline());
}

TEST(Checkup, KeepsLookingUntilAnErrorIsTheLastWord) {
    Checking checking;
    checking.ice_servers = stun_only;
    checking.reach_paths();
    checking.gather("stun:", {.host = 1, .error_codes = {no_answer}});
    EXPECT_EQ(checking.step(Address), CheckState::Running) << "another way may still work";
    checking.find_address();
    EXPECT_EQ(checking.step(Address), CheckState::Works);
}

TEST(Checkup, TakesAnAnswerThatToldNoOtherAddressForOne) {
    Checking checking;
    checking.ice_servers = stun_only;
    checking.reach_paths();
    checking.gather("stun:", {.host = 1, .stage = Stage::Ended});
    EXPECT_EQ(checking.step(Address), CheckState::Works);
}

TEST(Checkup, TakesNoCandidateAtAllForNoPath) {
    Checking checking;
    checking.ice_servers = stun_only;
    checking.reach_paths();
    checking.gather("stun:", {.stage = Stage::Ended});
    EXPECT_EQ(checking.step(Address), CheckState::Failed);
}

TEST(Checkup, StopsWaitingForWhatDoesNotAnswer) {
    Checking checking;
    checking.start();
    checking.checkup.set_devices(DeviceState::Starting, DeviceState::Starting);
    EXPECT_EQ(checking.step(Microphone), CheckState::Running);
    checking.pass(bounds::check_reach_ms - 1);
    EXPECT_TRUE(checking.view().running);
    checking.pass(1);
    EXPECT_FALSE(checking.view().running);
    for (const CheckStep step : {Page, Signalling, Speaker}) EXPECT_EQ(checking.step(step), CheckState::Failed);
    EXPECT_EQ(checking.step(Microphone), CheckState::Waiting) << "the browser's question is still open";
    EXPECT_EQ(checking.step(RelayUdp), CheckState::Waiting) << "nobody could look";
    EXPECT_TRUE(checking.open_sockets.empty());
    EXPECT_FALSE(checking.checkup.deadline());
}

TEST(Checkup, StopsWaitingForPathsThatDoNotAnswer) {
    Checking checking;
    checking.reach();
    checking.pass(bounds::check_reach_ms - 1);
    checking.hear_joined();
    checking.pass(bounds::check_paths_ms - 1);
    EXPECT_TRUE(checking.view().running);
    checking.pass(1);
    EXPECT_FALSE(checking.view().running);
    for (const CheckStep step : path_steps) EXPECT_EQ(checking.step(step), CheckState::Failed);
    EXPECT_TRUE(checking.gatherings.empty());
    EXPECT_LE(bounds::check_reach_ms + bounds::check_paths_ms, 10'000);
}

TEST(Checkup, EndsAtOnceAfterAJumpOfTheClock) {
    Checking checking;
    checking.reach();
    checking.hear_joined();
    checking.now += 3'600'000;
    checking.checkup.tick(checking.now);
    EXPECT_FALSE(checking.view().running);
}

TEST(Checkup, RemembersARefusalThatWasNotTheLastWord) {
    Checking checking;
    checking.reach_paths();
    checking.find_address();
    checking.gather("turn:relay.example", {.error_codes = {unauthorised}});
    EXPECT_EQ(checking.step(RelayUdp), CheckState::Running);
    checking.pass(bounds::check_paths_ms);
    EXPECT_EQ(checking.findings(), std::vector{Finding::RelayRefused});
}

TEST(Checkup, CanBeClosedAtAnyMoment) {
    for (int moment = 0; moment < 4; ++moment) {
        Checking checking;
        checking.start();
        if (moment > 0) checking.derive_room();
        if (moment > 1) checking.open_socket();
        if (moment > 2) checking.hear_joined();
        checking.close();
        EXPECT_EQ(checking.view(), CheckView());
        EXPECT_TRUE(checking.open_sockets.empty());
        EXPECT_TRUE(checking.gatherings.empty());
        EXPECT_FALSE(checking.checkup.deadline());
    }
}

TEST(Checkup, SaysGoodbyeWhenItIsClosedInTheMiddleOfAJoin) {
    Checking checking;
    checking.reach();
    checking.close();
    EXPECT_TRUE(std::holds_alternative<protocol::Leave>(checking.said.back()));
}

TEST(Checkup, IsNotMovedByAnswersToAnEarlierOne) {
    Checking checking;
    checking.reach_paths();
    const auto old_services = checking.services_question;
    const auto old_sound = checking.sound;
    const auto old_socket = checking.socket;
    const auto old_gathering = checking.gathering("stun:").request;
    checking.start();
    const CheckView fresh = checking.view();
    checking.put(input::ServicesAnswered{old_services, std::nullopt});
    EXPECT_FALSE(checking.was_own);
    checking.put(input::TestSoundPlayed{old_sound, Outcome::NoDevice});
    EXPECT_FALSE(checking.was_own);
    checking.put(input::SocketClosed{old_socket, close_code::refused});
    EXPECT_FALSE(checking.was_own);
    checking.put(input::CandidatesGathered{old_gathering, 1, 1, 1, {}, Stage::Ended});
    EXPECT_FALSE(checking.was_own);
    EXPECT_EQ(checking.view(), fresh);
}

TEST(Checkup, IsNotMovedByAnswersThatCameAfterItsEnd) {
    Checking checking;
    checking.start();
    checking.pass(bounds::check_reach_ms);
    const CheckView ended = checking.view();
    checking.answer_services();
    checking.answer_sound();
    checking.open_socket();
    checking.derive_room();
    checking.checkup.set_devices(DeviceState::Denied, DeviceState::Denied);
    EXPECT_EQ(checking.view(), ended);
}

TEST(Checkup, BeginsAnewInTheMiddle) {
    Checking checking;
    checking.reach_paths();
    checking.start();
    EXPECT_TRUE(checking.gatherings.empty());
    EXPECT_EQ(checking.open_sockets.size(), 1U);
    EXPECT_EQ(checking.step(Address), CheckState::Waiting);
    EXPECT_EQ(checking.sounds_asked, 2);
}

TEST(Checkup, MakesOneRoomForAllChecksOfAPage) {
    Checking checking;
    checking.start();
    checking.start();
    EXPECT_EQ(checking.rooms_asked, 1) << "it is still being made";
    checking.derive_room();
    checking.close();
    checking.start();
    checking.open_socket();
    EXPECT_EQ(checking.rooms_asked, 1);
    EXPECT_TRUE(std::holds_alternative<protocol::Join>(checking.said.back()));
}

TEST(Checkup, KeepsTheRoomThatIsReadyOnlyAfterItsClose) {
    Checking checking;
    checking.start();
    checking.close();
    checking.derive_room();
    checking.start();
    EXPECT_EQ(checking.rooms_asked, 1);
}

TEST(Checkup, AsksForARoomAgainWhenThereCameNone) {
    Checking checking;
    checking.start();
    checking.put(input::RoomDerivationFailed{checking.derivation});
    EXPECT_TRUE(checking.was_own);
    checking.open_socket();
    checking.pass(bounds::check_reach_ms);
    EXPECT_EQ(checking.step(Signalling), CheckState::Works) << "it opened, and there was nothing to say on it";
    EXPECT_EQ(checking.step(Address), CheckState::Waiting);
    checking.start();
    EXPECT_EQ(checking.rooms_asked, 2);
}

TEST(Checkup, LeavesWhatIsNotItsOwnToTheCall) {
    Checking checking;
    checking.put(input::RoomDerived{{}, "key", RoomId("room"), "access"});
    EXPECT_FALSE(checking.was_own);
    checking.put(input::SocketReceived{{}, "{}"});
    EXPECT_FALSE(checking.was_own);
    checking.start();
    checking.put(input::RoomDerived{{99}, "key", RoomId("room"), "access"});
    EXPECT_FALSE(checking.was_own);
    checking.put(input::SocketClosed{{99}, close_code::normal});
    EXPECT_FALSE(checking.was_own);
}

}  // namespace
}  // namespace parley::core
