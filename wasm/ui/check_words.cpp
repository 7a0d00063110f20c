#include "ui/check_words.hpp"

#include <array>

namespace parley::ui {

namespace {

using core::CheckState;
using core::CheckStep;
using core::Finding;

Message refusal(std::optional<ErrorCode> code) {
    if (code == ErrorCode::RoomFull)
        return {"The server is there, but this meeting is full",
                "Your connection is fine. You can get in when someone has left: try again then."};
    if (code == ErrorCode::RateLimited)
        return {"The server asks you to wait a little",
                "There were many attempts to join from your network. Wait a minute, then try again."};
    if (code == ErrorCode::Unauthorised)
        return {"This server asks for an invitation",
                "Your connection is fine. Whoever invited you can mend it: open the link that they sent, or ask them "
                "for a new one."};
    return {"The server is there, but it turned you away",
            "You can't join this meeting as things are. Reload the page; if that does not help, ask the host, or send "
            "the report to whoever runs this server."};
}

Message network_message(Finding finding, std::optional<ErrorCode> code) {
    switch (finding) {
        case Finding::ServerUnreachable:
            return {"The server can't be reached",
                    "No call can begin and nobody new can join. If other pages do not open either, your own internet "
                    "connection is down, and you can mend that. If they do, only whoever runs this server can mend it: "
                    "wait a little, then check again."};
        case Finding::SignallingBlocked:
            return {"Your network lets this page through, but not its calls",
                    "No call can begin here: something in between blocks WebSockets. Your network's administrator can "
                    "mend it by letting them through to this server. Until then use another network, such as your "
                    "phone's."};
        case Finding::SignallingRefused:
            return refusal(code);
        case Finding::NoWayOut:
            return {"Your network blocks calls",
                    "It blocks UDP, and no relay can be reached, so neither sound nor pictures get through. Your "
                    "network's administrator can mend it by allowing UDP. Until then use another network, such as your "
                    "phone's."};
        case Finding::RelayRefused:
            return {"The relay turns this server's calls away",
                    "Calls work with people who can be reached directly, and with nobody else. Only whoever runs this "
                    "server can mend it: copy the report and send it to them."};
        case Finding::RelayUnreachable:
            return {"The relay does not answer",
                    "Calls work with most people, but not with those whose network lets nobody in directly. Whoever "
                    "runs this server can mend it: copy the report and send it to them."};
        case Finding::UdpBlockedRelayTcp:
            return {"Your network blocks UDP; calls go through the relay over TCP and work",
                    "Sound and pictures may come a little late. You need not do anything; your network's administrator "
                    "can make calls better by allowing UDP."};
        case Finding::UdpBlockedRelayTls:
            return {"Your network blocks UDP; calls go through the relay over TLS and work",
                    "Sound and pictures may come a little late. You need not do anything; your network's administrator "
                    "can make calls better by allowing UDP."};
        case Finding::OneNetworkOnly:
            return {"Calls work only between people on the same network",
                    "This server offers neither STUN nor a relay, so people elsewhere can't be connected with you. "
                    "Whoever runs this server can mend it by adding them. Until then call people in the same home or "
                    "office."};
        case Finding::NoRelay:
            return {"Calls work with most people, but not from every network",
                    "This server offers no relay, so calls from some offices, hotels and mobile networks do not "
                    "connect. Whoever runs this server can mend it by adding one. If a call does not connect, try "
                    "another network."};
        default:
            return {"Everything works", "Your browser, your network and this server are ready for a call."};
    }
}

Message device_message(Finding finding) {
    switch (finding) {
        case Finding::MicrophoneDenied:
            return {"Your microphone is blocked",
                    "Nobody can hear you. You can mend it: allow the microphone for this page in your browser's "
                    "address bar, then check again."};
        case Finding::MicrophoneMissing:
            return {"No microphone was found",
                    "Nobody can hear you. You can mend it: plug a microphone or a headset in, then check again."};
        case Finding::MicrophoneBusy:
            return {"Another app is using your microphone",
                    "Nobody can hear you. You can mend it: close the other app, then check again."};
        case Finding::MicrophoneFailed:
            return {"Your microphone did not start",
                    "Nobody can hear you. You can mend it: plug it in once more or restart your browser, then check "
                    "again."};
        case Finding::CameraDenied:
            return {"Your camera is blocked",
                    "Nobody can see you. You can mend it: allow the camera for this page in your browser's address "
                    "bar, then check again."};
        case Finding::CameraMissing:
            return {"No camera was found",
                    "Nobody can see you, and calls work without. You can mend it: plug a camera in, then check again."};
        case Finding::CameraBusy:
            return {"Another app is using your camera",
                    "Nobody can see you. You can mend it: close the other app, then check again."};
        case Finding::CameraFailed:
            return {"Your camera did not start",
                    "Nobody can see you. You can mend it: plug it in once more or restart your browser, then check "
                    "again."};
        case Finding::SpeakerBlocked:
            return {"Your browser holds the sound back",
                    "You hear nobody until you have pressed something on this page. You can mend it: press Check "
                    "again."};
        default:
            return {"No speaker was found",
                    "You hear nobody. You can mend it: plug headphones or speakers in, then check again."};
    }
}

bool is_device(CheckStep step) { return step >= CheckStep::Microphone; }

}  // namespace

Message finding_message(Finding finding, std::optional<ErrorCode> code) {
    const bool device = finding >= Finding::MicrophoneDenied && finding <= Finding::SpeakerMissing;
    return device ? device_message(finding) : network_message(finding, code);
}

Gravity gravity_of(Finding finding) {
    switch (finding) {
        case Finding::ServerUnreachable:
        case Finding::SignallingBlocked:
        case Finding::SignallingRefused:
        case Finding::NoWayOut:
            return Gravity::Great;
        case Finding::UdpBlockedRelayTcp:
        case Finding::UdpBlockedRelayTls:
        case Finding::AllWorks:
            return Gravity::None;
        default:
            return Gravity::Some;
    }
}

std::string_view step_name(CheckStep step) {
    constexpr std::array<std::string_view, static_cast<std::size_t>(CheckStep::Count)> names = {
        "Server",
        "Signalling (WebSocket)",
        "Direct connection (STUN)",
        "Relay over UDP",
        "Relay over TCP",
        "Relay over TLS",
        "Microphone",
        "Camera",
        "Speaker"};
    return names[static_cast<std::size_t>(step)];
}

std::string_view step_outcome(const core::CheckView& check, CheckStep step) {
    switch (check.steps[static_cast<std::size_t>(step)]) {
        case CheckState::Waiting:
            return check.running ? "Waiting" : "Not checked";
        case CheckState::Running:
            return "Checking";
        case CheckState::Works:
            return "Works";
        case CheckState::Failed:
            return "Failed";
        case CheckState::Absent:
            break;
    }
    return is_device(step) ? "Switched off" : "Not offered";
}

std::string check_report(const core::CheckView& check) {
    std::string report;
    if (check.running || check.findings.empty()) return report;
    report = "Parley connection check\n";
    for (const Finding finding : check.findings) {
        const Message message = finding_message(finding, check.code);
        report.append("\n").append(message.title).append(". ").append(message.text).append("\n");
    }
    if (check.code) report.append("\nThe server said: ").append(to_text(*check.code)).append("\n");
    report += "\n";
    for (std::size_t i = 0; i < check.steps.size(); ++i) {
        const auto step = static_cast<CheckStep>(i);
        report.append(step_name(step)).append(": ").append(step_outcome(check, step)).append("\n");
    }
    return report;
}

}  // namespace parley::ui
