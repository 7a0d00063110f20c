#include "core/check_findings.hpp"

#include <algorithm>
#include <optional>

namespace parley::core {
namespace {

using enum CheckStep;

bool works(const CheckFacts& facts, CheckStep step) { return facts.steps[step] == CheckState::Works; }
bool failed(const CheckFacts& facts, CheckStep step) { return facts.steps[step] == CheckState::Failed; }
bool absent(const CheckFacts& facts, CheckStep step) { return facts.steps[step] == CheckState::Absent; }
bool answered(const CheckFacts& facts, CheckStep step) { return works(facts, step) || facts.refused[step]; }

std::optional<Finding> of_server(const CheckFacts& facts) {
    if (!failed(facts, Signalling)) return std::nullopt;
    if (facts.refused[Signalling]) return Finding::SignallingRefused;
    return works(facts, Page) ? Finding::SignallingBlocked : Finding::ServerUnreachable;
}

/// Where no relay is offered, or none of those offered works.
std::optional<Finding> without_relay(const CheckFacts& facts) {
    if (!std::ranges::all_of(relay_steps, [&](CheckStep step) { return absent(facts, step); })) {
        if (!std::ranges::any_of(relay_steps, [&](CheckStep step) { return failed(facts, step); })) return std::nullopt;
        if (std::ranges::any_of(relay_steps, [&](CheckStep step) { return facts.refused[step]; }))
            return Finding::RelayRefused;
        return works(facts, Address) ? Finding::RelayUnreachable : Finding::NoWayOut;
    }
    if (absent(facts, Address)) return Finding::OneNetworkOnly;
    return failed(facts, Address) ? Finding::NoWayOut : Finding::NoRelay;
}

std::optional<Finding> of_paths(const CheckFacts& facts) {
    if (!std::ranges::any_of(relay_steps, [&](CheckStep step) { return works(facts, step); }))
        return without_relay(facts);
    const bool udp_passes = works(facts, Address) || answered(facts, RelayUdp);
    const bool udp_was_tried = failed(facts, Address) || failed(facts, RelayUdp);
    if (udp_passes || !udp_was_tried) return std::nullopt;
    return works(facts, RelayTcp) ? Finding::UdpBlockedRelayTcp : Finding::UdpBlockedRelayTls;
}

struct DeviceFindings {
    Finding denied, missing, busy, failed;
};

std::optional<Finding> of_device(DeviceState state, const DeviceFindings& findings) {
    switch (state) {
        case DeviceState::Denied:
            return findings.denied;
        case DeviceState::Missing:
            return findings.missing;
        case DeviceState::Busy:
        case DeviceState::Held:
            return findings.busy;
        case DeviceState::Failed:
            return findings.failed;
        case DeviceState::Off:
        case DeviceState::Starting:
        case DeviceState::On:
            break;
    }
    return std::nullopt;
}

std::optional<Finding> of_speaker(const CheckFacts& facts) {
    if (!failed(facts, Speaker)) return std::nullopt;
    const bool blocked = facts.sound == input::TestSoundPlayed::Outcome::Blocked;
    return blocked ? Finding::SpeakerBlocked : Finding::SpeakerMissing;
}

}  // namespace

std::vector<Finding> findings_of(const CheckFacts& facts) {
    constexpr DeviceFindings microphone = {Finding::MicrophoneDenied, Finding::MicrophoneMissing,
                                           Finding::MicrophoneBusy, Finding::MicrophoneFailed};
    constexpr DeviceFindings camera = {Finding::CameraDenied, Finding::CameraMissing, Finding::CameraBusy,
                                       Finding::CameraFailed};
    std::vector<Finding> found;
    for (const auto finding : {of_server(facts), of_paths(facts), of_device(facts.microphone, microphone),
                               of_device(facts.camera, camera), of_speaker(facts)}) {
        if (finding) found.push_back(*finding);
    }
    if (found.empty()) found.push_back(Finding::AllWorks);
    return found;
}

}  // namespace parley::core
