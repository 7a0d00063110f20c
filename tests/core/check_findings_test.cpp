#include <gtest/gtest.h>

#include "tests/core/checking.hpp"

// What a check says about each thing that can be wrong.

namespace parley::core {
namespace {

using enum CheckStep;
using Outcome = input::TestSoundPlayed::Outcome;

constexpr int unauthorised = 401;
constexpr int stale_nonce = 438;
constexpr int quota_reached = 486;
constexpr int no_answer = 701;

const char* const udp = "turn:relay.example";
const char* const tcp = "turn:relay.example?transport=tcp";
const char* const tls = "turns:relay.example";

const std::vector<protocol::IceServer> no_servers;
constexpr input::ServicesAnswered::Services nothing_offered;

/// A check whose paths are being looked for, and those of which nobody says anything answer nothing.
class Paths : public Checking {
public:
    explicit Paths(const std::vector<protocol::IceServer>& servers = all_servers) {
        ice_servers = servers;
        reach_paths();
    }
    std::vector<Finding> verdict() {
        pass(bounds::check_paths_ms);
        EXPECT_FALSE(view().running);
        return findings();
    }
};

TEST(CheckFindings, ServerUnreachable) {
    Checking checking;
    checking.services = std::nullopt;
    checking.start();
    checking.answer_sound();
    checking.answer_services();
    checking.put(input::SocketClosed{checking.socket, close_code::abnormal});
    EXPECT_EQ(checking.findings(), std::vector{Finding::ServerUnreachable});
    for (const CheckStep step : path_steps) EXPECT_EQ(checking.step(step), CheckState::Waiting);
}

TEST(CheckFindings, SignallingBlockedWhenTheSocketDoesNotOpen) {
    Checking checking;
    checking.start();
    checking.answer_sound();
    checking.answer_services();
    checking.pass(bounds::check_reach_ms);
    EXPECT_EQ(checking.findings(), std::vector{Finding::SignallingBlocked});
}

TEST(CheckFindings, SignallingBlockedWhenTheSocketCloses) {
    Checking checking;
    checking.reach();
    checking.put(input::SocketClosed{checking.socket, close_code::abnormal});
    EXPECT_EQ(checking.findings(), std::vector{Finding::SignallingBlocked});
}

TEST(CheckFindings, SignallingBlockedWhenNobodyAnswersOnTheSocket) {
    Checking checking;
    checking.reach();
    checking.hear(protocol::Pong{});
    checking.put(input::SocketReceived{checking.socket, "<html>"});
    EXPECT_EQ(checking.step(Signalling), CheckState::Running);
    checking.pass(bounds::check_reach_ms);
    EXPECT_EQ(checking.findings(), std::vector{Finding::SignallingBlocked});
}

TEST(CheckFindings, SignallingRefusedWithTheReason) {
    Checking checking;
    checking.reach();
    checking.refuse(ErrorCode::RateLimited);
    EXPECT_EQ(checking.findings(), std::vector{Finding::SignallingRefused});
    EXPECT_EQ(checking.view().code, ErrorCode::RateLimited);
    EXPECT_TRUE(checking.open_sockets.empty());
}

TEST(CheckFindings, SignallingRefusedWithoutAReason) {
    Checking checking;
    checking.services = std::nullopt;
    checking.reach();
    checking.put(input::SocketClosed{checking.socket, close_code::refused});
    EXPECT_EQ(checking.findings(), std::vector{Finding::SignallingRefused});
    EXPECT_FALSE(checking.view().code);
}

TEST(CheckFindings, TheReasonOfARefusalIsForgottenWithIt) {
    Checking checking;
    checking.reach();
    checking.refuse(ErrorCode::RateLimited);
    checking.start();
    EXPECT_FALSE(checking.view().code);
    checking.put(input::SocketClosed{checking.socket, close_code::abnormal});
    checking.answer_sound();
    checking.answer_services();
    EXPECT_EQ(checking.findings(), std::vector{Finding::SignallingBlocked});
}

TEST(CheckFindings, NoWayOut) {
    Paths paths;
    paths.end_gathering("stun:", {no_answer});
    EXPECT_EQ(paths.verdict(), std::vector{Finding::NoWayOut});
}

TEST(CheckFindings, NoWayOutWithoutARelay) {
    Paths paths(stun_only);
    EXPECT_EQ(paths.verdict(), std::vector{Finding::NoWayOut});
}

TEST(CheckFindings, RelayRefused) {
    for (const int code : {unauthorised, stale_nonce, quota_reached}) {
        Paths paths;
        paths.find_address();
        for (const char* url : {udp, tcp, tls}) paths.end_gathering(url, {code});
        EXPECT_FALSE(paths.view().running);
        EXPECT_EQ(paths.verdict(), std::vector{Finding::RelayRefused});
    }
}

TEST(CheckFindings, RelayRefusedByTheOnlyOneThatAnswers) {
    Paths paths;
    for (const char* url : {"stun:", udp, tcp}) paths.end_gathering(url, {no_answer});
    paths.end_gathering(tls, {unauthorised});
    EXPECT_EQ(paths.verdict(), std::vector{Finding::RelayRefused});
}

TEST(CheckFindings, RelayUnreachable) {
    Paths paths;
    paths.find_address();
    paths.end_gathering(tcp, {no_answer});
    EXPECT_EQ(paths.verdict(), std::vector{Finding::RelayUnreachable});
}

TEST(CheckFindings, UdpBlockedRelayTcp) {
    Paths paths;
    paths.find_relay(tcp);
    paths.find_relay(tls);
    EXPECT_EQ(paths.verdict(), std::vector{Finding::UdpBlockedRelayTcp});
}

TEST(CheckFindings, UdpBlockedRelayTls) {
    Paths paths;
    paths.find_relay(tls);
    EXPECT_EQ(paths.verdict(), std::vector{Finding::UdpBlockedRelayTls});
}

TEST(CheckFindings, UdpBlockedAsTheRelayShowsWithoutStun) {
    Paths paths({all_servers[1]});
    paths.find_relay(tls);
    EXPECT_EQ(paths.verdict(), std::vector{Finding::UdpBlockedRelayTls});
}

TEST(CheckFindings, UdpPassesWhenTheRelayAnswersOverIt) {
    Paths paths;
    paths.find_relay(udp);
    EXPECT_EQ(paths.verdict(), std::vector{Finding::AllWorks}) << "one STUN server that is silent is no matter";
}

TEST(CheckFindings, UdpIsNotBlockedWhereItIsNotUsed) {
    Paths paths({{{tcp}, "user", "word"}});
    paths.find_relay(tcp);
    EXPECT_EQ(paths.verdict(), std::vector{Finding::AllWorks});
}

TEST(CheckFindings, OneNetworkOnly) {
    Paths paths(no_servers);
    EXPECT_EQ(paths.findings(), std::vector{Finding::OneNetworkOnly});
    for (const CheckStep step : path_steps) EXPECT_EQ(paths.step(step), CheckState::Absent);
}

TEST(CheckFindings, OneNetworkOnlyIsKnownWithoutAJoin) {
    Checking checking;
    checking.services = nothing_offered;
    checking.reach();
    checking.put(input::SocketClosed{checking.socket, close_code::abnormal});
    const std::vector expected{Finding::SignallingBlocked, Finding::OneNetworkOnly};
    EXPECT_EQ(checking.findings(), expected);
}

TEST(CheckFindings, TheJoinHasTheLastWordOnWhatIsOffered) {
    Checking checking;
    checking.services = nothing_offered;
    checking.reach_paths();
    for (const CheckStep step : path_steps) EXPECT_EQ(checking.step(step), CheckState::Running);
    Checking late;
    late.services = nothing_offered;
    late.start();
    late.derive_room();
    late.open_socket();
    late.hear_joined();
    late.answer_services();
    for (const CheckStep step : path_steps) EXPECT_EQ(late.step(step), CheckState::Running);
}

TEST(CheckFindings, NoRelay) {
    Paths paths(stun_only);
    paths.find_address();
    EXPECT_EQ(paths.findings(), std::vector{Finding::NoRelay});
}

TEST(CheckFindings, EveryTroubleOfEachDevice) {
    const std::vector<std::pair<DeviceState, std::pair<Finding, Finding>>> troubles = {
        {DeviceState::Denied, {Finding::MicrophoneDenied, Finding::CameraDenied}},
        {DeviceState::Missing, {Finding::MicrophoneMissing, Finding::CameraMissing}},
        {DeviceState::Busy, {Finding::MicrophoneBusy, Finding::CameraBusy}},
        {DeviceState::Failed, {Finding::MicrophoneFailed, Finding::CameraFailed}}};
    for (const auto& [state, findings] : troubles) {
        Paths paths(stun_only);
        paths.checkup.set_devices(state, DeviceState::On);
        paths.find_address();
        EXPECT_EQ(paths.findings(), (std::vector{Finding::NoRelay, findings.first}));
        EXPECT_EQ(paths.step(Microphone), CheckState::Failed);
        EXPECT_EQ(paths.step(Camera), CheckState::Works);
        paths.checkup.set_devices(DeviceState::Off, state);
        paths.reach_paths();
        paths.find_address();
        EXPECT_EQ(paths.findings(), (std::vector{Finding::NoRelay, findings.second}));
        EXPECT_EQ(paths.step(Microphone), CheckState::Absent);
    }
}

TEST(CheckFindings, SpeakerBlocked) {
    Paths paths(stun_only);
    paths.start();
    paths.answer_sound(Outcome::Blocked);
    EXPECT_EQ(paths.step(Speaker), CheckState::Failed);
    paths.pass(bounds::check_reach_ms);
    EXPECT_EQ(paths.findings(), (std::vector{Finding::ServerUnreachable, Finding::SpeakerBlocked}));
}

TEST(CheckFindings, SpeakerBlockedWhenNothingIsHeardOfTheSound) {
    Checking checking;
    checking.start();
    checking.pass(bounds::check_reach_ms);
    EXPECT_EQ(checking.findings(), (std::vector{Finding::ServerUnreachable, Finding::SpeakerBlocked}));
}

TEST(CheckFindings, SpeakerMissing) {
    for (const Outcome outcome : {Outcome::NoDevice, Outcome::Failed}) {
        Checking checking;
        checking.start();
        checking.answer_sound(outcome);
        checking.pass(bounds::check_reach_ms);
        EXPECT_EQ(checking.findings(), (std::vector{Finding::ServerUnreachable, Finding::SpeakerMissing}));
    }
}

TEST(CheckFindings, AreInTheOrderOfTheirWeight) {
    Checking checking;
    checking.services = {{.stun = true, .turn = false}};
    checking.start();
    checking.checkup.set_devices(DeviceState::Denied, DeviceState::Busy);
    checking.answer_services();
    checking.pass(bounds::check_reach_ms);
    const std::vector expected{Finding::SignallingBlocked, Finding::NoRelay, Finding::MicrophoneDenied,
                               Finding::CameraBusy, Finding::SpeakerBlocked};
    EXPECT_EQ(checking.findings(), expected);
    EXPECT_TRUE(std::ranges::is_sorted(checking.findings()));
}

}  // namespace
}  // namespace parley::core
