#include "ui/words.hpp"

#include "ui/chat_words.hpp"

#include <algorithm>

#include "ui/device_words.hpp"

namespace parley::ui {

namespace {

using core::DeviceState;
using core::FailureReason;

std::optional<Message> microphone_trouble(DeviceState state) {
    switch (state) {
        case DeviceState::Denied:
            return Message{"Your microphone is blocked",
                           "Allow the microphone for this page in your browser's address bar, then try again. "
                           "You can also join without it."};
        case DeviceState::Missing:
            return Message{"No microphone found", "Plug one in and try again, or join and just listen."};
        case DeviceState::Busy:
            return Message{"Your microphone is in use", "Close the other app that is using it, then try again."};
        case DeviceState::Held:
            return Message{"Your microphone is silent",
                           "Another program or your system holds it. It works again as soon as it is let go."};
        case DeviceState::Failed:
            return Message{"Your microphone did not start", "Try again. If that does not help, plug it in once more."};
        case DeviceState::Off:
        case DeviceState::Starting:
        case DeviceState::On:
            break;
    }
    return std::nullopt;
}

std::optional<Message> camera_trouble(DeviceState state) {
    switch (state) {
        case DeviceState::Denied:
            return Message{"Your camera is blocked",
                           "Allow the camera for this page in your browser's address bar, then try again. "
                           "You can also join without it."};
        case DeviceState::Missing:
            return Message{"No camera found", "Plug one in and try again, or join without video."};
        case DeviceState::Busy:
            return Message{"Your camera is in use", "Close the other app that is using it, then try again."};
        case DeviceState::Held:
            return Message{"Your camera gives no picture",
                           "Another program or your system holds it. It works again as soon as it is let go."};
        case DeviceState::Failed:
            return Message{"Your camera did not start", "Try again. If that does not help, plug it in once more."};
        case DeviceState::Off:
        case DeviceState::Starting:
        case DeviceState::On:
            break;
    }
    return std::nullopt;
}

Message refusal_message(std::optional<ErrorCode> code) {
    if (code == ErrorCode::Locked) return {"This meeting is locked", "Ask someone who is in it to let you in."};
    if (code == ErrorCode::Denied) return {"You were not let in", "Ask the host whether this is the right meeting."};
    if (code == ErrorCode::Removed) return {"You were removed", "The host has removed you from this meeting."};
    if (code == ErrorCode::RoomEnded) return {"This meeting has ended", "Start a new one and share its link."};
    if (code == ErrorCode::Unauthorised)
        return {"You need an invitation", "This server asks for an invitation. Open the link that you were sent."};
    return {"The server refused the call", "Reload the page. If that does not help, start a new meeting."};
}

}  // namespace

std::optional<Message> device_trouble(Device device, DeviceState state) {
    return device == Device::Microphone ? microphone_trouble(state) : camera_trouble(state);
}

bool is_wanted(DeviceState state) {
    return state == DeviceState::On || state == DeviceState::Starting || state == DeviceState::Held;
}

std::string_view toggle_label(Device device, DeviceState state) {
    if (device == Device::Microphone) return is_wanted(state) ? "Mute microphone" : "Unmute microphone";
    return is_wanted(state) ? "Turn camera off" : "Turn camera on";
}

Message failure_message(const core::Failure& failure) {
    switch (failure.reason) {
        case FailureReason::BadLink:
            return {"This link is not complete",
                    "The part after the # is missing or damaged. It is the key to the meeting: nobody gets in without "
                    "it. Ask for the link again, copied whole, to its very last letter."};
        case FailureReason::WrongKey:
            return {"This link does not open the meeting",
                    "The part after the # is the key, and this one belongs to another meeting or was changed on its "
                    "way. Ask for the link again, copied whole, to its very last letter."};
        case FailureReason::RoomFull:
            return {"This meeting is full", "Try again when someone has left."};
        case FailureReason::Replaced:
            return {"You joined from somewhere else", "The call goes on in your other tab or window."};
        case FailureReason::ServerTooNew:
            return {"Parley has been updated", "Reload the page to get the new version, then join again."};
        case FailureReason::NoIdentity:
            return {"Your browser did not let Parley make keys",
                    "Leave private browsing or allow this site to store data, then reload the page."};
        case FailureReason::TooManyRooms:
            return {"You opened many meetings in this tab", "Reload the page, then open the link once more."};
        case FailureReason::Refused:
            break;
    }
    return refusal_message(failure.code);
}

bool can_try_again(FailureReason reason) {
    return reason == FailureReason::RoomFull || reason == FailureReason::Replaced || reason == FailureReason::Refused;
}

std::string notice_text(const core::Notice& notice) {
    const std::string name(display_name(notice.name));
    switch (notice.kind) {
        case core::NoticeKind::LinkCopied:
            return "Link copied";
        case core::NoticeKind::ReportCopied:
            return "Report copied";
        case core::NoticeKind::CopyFailed:
            return "Could not copy. Take the link from the address bar.";
        case core::NoticeKind::PersonJoined:
            return name + " joined";
        case core::NoticeKind::PersonLeft:
            return name + " left";
        case core::NoticeKind::MicrophoneFailed:
            return "Your microphone stopped working";
        case core::NoticeKind::CameraFailed:
            return "Your camera stopped working";
        case core::NoticeKind::RecordingEnded:
            return name + " stopped recording";
        case core::NoticeKind::EffectFailed:
            return "Your camera's effect is off. Others see your camera as it is";
        case core::NoticeKind::NoiseFilterFailed:
            return "Stronger noise suppression does not work. You are heard as before";
        case core::NoticeKind::PictureUnreadable:
            return "Your picture could not be used as a background";
        case core::NoticeKind::ChatRefused:
            return "Your message was not sent. Try a shorter one, or wait a moment.";
        case core::NoticeKind::HandRaised:
            return name + " raised a hand";
        case core::NoticeKind::MuteAsked:
            return "You asked " + name + " to mute";
        case core::NoticeKind::EveryoneAskedToMute:
            return "You asked everyone to mute";
        case core::NoticeKind::MuteNotAsked:
            return name + " can't be reached at the moment";
        case core::NoticeKind::MicrophoneReplaced:
        case core::NoticeKind::CameraReplaced:
        case core::NoticeKind::SpeakerReplaced:
        case core::NoticeKind::MicrophoneBack:
        case core::NoticeKind::CameraBack:
        case core::NoticeKind::SpeakerBack:
        case core::NoticeKind::MicrophoneKept:
        case core::NoticeKind::CameraKept:
        case core::NoticeKind::MicrophoneHeld:
        case core::NoticeKind::CameraHeld:
        case core::NoticeKind::MicrophoneFreed:
        case core::NoticeKind::CameraFreed:
            break;
        case core::NoticeKind::FileTooLarge:
            return notice.name + " is too large. A file may have 2 GB.";
        case core::NoticeKind::FilesRefused:
            return "Not everything was sent: nobody is here to have it, or too much is on its way.";
        case core::NoticeKind::KeysHint:
            return "Press ? to see what keys do here";
        case core::NoticeKind::ScreenShown:
            return name + " is presenting";
        case core::NoticeKind::ScreenEnded:
            return "Your screen is no longer shared";
    }
    return device_notice_text(notice);
}

std::string_view pair_text(core::PairState state) {
    switch (state) {
        case core::PairState::Connecting:
            return "Connecting";
        case core::PairState::Reconnecting:
            return "Reconnecting";
        case core::PairState::Failed:
            return "Could not connect";
        case core::PairState::Connected:
            break;
    }
    return {};
}

std::string_view reconnecting_text(const std::vector<core::ParticipantView>& participants) {
    if (participants.size() <= 1) return "The server does not answer; people can't join for the moment.";
    const auto connected = [](const auto& person) { return person.pair == core::PairState::Connected; };
    const auto others = std::ranges::subrange(participants.begin() + 1, participants.end());
    if (std::ranges::all_of(others, connected))
        return "You are still connected to everyone here; new people can't join for the moment.";
    if (std::ranges::any_of(others, connected))
        return "The server does not answer; some people here are cut off until it does.";
    return "The server does not answer; lost connections come back when it does.";
}

std::string_view privacy_text(const core::SettingsView& settings, core::Coverage coverage) {
    const bool hidden = settings.preferences.paths == core::output::CreateConnection::Paths::RelayOnly;
    if (coverage == core::Coverage::AllNetworks)
        return "Sends your calls through this server's relay, so that the people you talk with can't see where you "
               "are. Sound and pictures may come a little later.";
    if (hidden && coverage != core::Coverage::Unknown)
        return "This server offers no relay, so you can't be connected with anybody while this is on.";
    if (hidden) return "Your calls go through a relay only. Without one you can't be connected with anybody.";
    if (coverage == core::Coverage::Unknown)
        return "Calls would go through a relay. Whether this server offers one is known as soon as it has answered.";
    return "This server offers no relay, so calls go straight from one person to the other, and each can see the "
           "other's network address.";
}

std::string_view coverage_text(core::Coverage coverage) {
    if (coverage != core::Coverage::OneNetwork) return {};
    return "Calls work only between people on the same network, such as one home or office: this server offers no "
           "STUN or relay.";
}

std::string clock_time(std::uint16_t minute) {
    constexpr unsigned minutes_per_hour = 60, hours_per_day = 24;
    std::string time = "00:00";
    const auto write = [&time](std::size_t at, unsigned value) {
        time[at] = static_cast<char>('0' + value / 10);
        time[at + 1] = static_cast<char>('0' + value % 10);
    };
    write(0, minute / minutes_per_hour % hours_per_day);
    write(3, minute % minutes_per_hour);
    return time;
}

std::string chat_byline(const core::ChatLine& line) {
    const std::string with = private_text(line);
    return std::string(display_name(line.name)) + " at " + clock_time(line.minute) + (with.empty() ? "" : ", " + with) +
           ": ";
}

std::string people_count_text(std::size_t people) {
    return people == 1 ? "Only you" : std::to_string(people) + " people";
}

std::string unread_text(std::uint32_t unread) {
    if (unread == 0) return {};
    return std::to_string(unread) + (unread == 1 ? " unread message" : " unread messages");
}

std::string_view display_name(std::string_view name) {
    return name.find_first_not_of(' ') == std::string_view::npos ? "Guest" : name;
}

std::string participant_label(const core::ParticipantView& participant) {
    std::string label(display_name(participant.name));
    if (participant.you) label += " (you)";
    return label;
}

std::string page_title(const core::View& view) {
    constexpr std::string_view product = "Parley";
    const bool in_room = view.screen == core::Screen::PreJoin || view.screen == core::Screen::Call;
    if (!in_room || view.room.empty()) return std::string(product);
    std::string title = view.room;
    if (view.screen == core::Screen::Call && view.participants.size() > 1)
        title += " (" + std::to_string(view.participants.size()) + ")";
    return title.append(" - ").append(product);
}

}  // namespace parley::ui
