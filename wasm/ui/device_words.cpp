#include "ui/device_words.hpp"

#include <algorithm>

namespace parley::ui {

using core::DeviceChoiceView;
using core::DeviceKind;
using core::NoticeKind;

namespace {

constexpr std::string_view system_choice = "System default";
constexpr std::string_view away = " (not connected)";

/// `Now using Headset.`, where it has a name.
std::string with_use(std::string sentence, std::string_view label) {
    if (!label.empty()) sentence.append(" Now using ").append(label).append(".");
    return sentence;
}

std::string back_text(std::string_view what, std::string_view label) {
    return std::string("Your ").append(what).append(" works again").append(label.empty() ? "" : ": ").append(label);
}

}  // namespace

std::string_view device_label(DeviceKind kind) {
    if (kind == DeviceKind::Camera) return "Camera";
    return kind == DeviceKind::Speaker ? "Speaker" : "Microphone";
}

DeviceOptions device_options(DeviceKind kind, const DeviceChoiceView& choice) {
    DeviceOptions options{.names = {std::string(system_choice)}, .ids = {std::string()}};
    for (const core::DeviceName& device : choice.options) {
        const std::string number = std::to_string(options.names.size());
        if (!choice.chosen.id.empty() && device.id == choice.chosen.id) options.chosen = options.names.size();
        options.names.push_back(device.label.empty() ? std::string(device_label(kind)) + ' ' + number : device.label);
        options.ids.push_back(device.id);
    }
    if (choice.presence == DeviceChoiceView::Presence::Away && !choice.chosen.label.empty()) {
        options.chosen = options.names.size();
        options.names.push_back(choice.chosen.label + std::string(away));
        options.ids.emplace_back();
    }
    return options;
}

std::string_view device_hint(DeviceKind kind, const DeviceChoiceView& choice) {
    if (!choice.options.empty()) return {};
    switch (kind) {
        case DeviceKind::Camera:
            return "Allow the camera to choose one.";
        case DeviceKind::Speaker:
            return "Your browser plays sound where your system does.";
        case DeviceKind::Microphone:
        case DeviceKind::Count:
            break;
    }
    return "Allow the microphone to choose one.";
}

std::string_view speaker_test_text(core::SpeakerTest test) {
    switch (test) {
        case core::SpeakerTest::None:
            break;
        case core::SpeakerTest::Playing:
            return "Playing a short tone";
        case core::SpeakerTest::Played:
            return "A tone was played. If you heard nothing, turn the volume up or choose another speaker.";
        case core::SpeakerTest::Blocked:
            return "Your browser did not play it. Press again.";
        case core::SpeakerTest::NoDevice:
            return "No speaker found. Plug one in or switch one on.";
        case core::SpeakerTest::Failed:
            return "It could not be played.";
    }
    return {};
}

std::string device_notice_text(const core::Notice& notice) {
    switch (notice.kind) {
        case NoticeKind::MicrophoneReplaced:
            return with_use("Your microphone is not there.", notice.name);
        case NoticeKind::CameraReplaced:
            return with_use("Your camera is not there.", notice.name);
        case NoticeKind::SpeakerReplaced:
            return "Your speaker is not there. Sound comes from where your system plays it.";
        case NoticeKind::MicrophoneBack:
            return back_text("microphone", notice.name);
        case NoticeKind::CameraBack:
            return back_text("camera", notice.name);
        case NoticeKind::SpeakerBack:
            return back_text("speaker", notice.name);
        case NoticeKind::MicrophoneKept:
            return "That microphone did not start. You still use the one before.";
        case NoticeKind::CameraKept:
            return "That camera did not start. You still use the one before.";
        case NoticeKind::MicrophoneHeld:
            return "Nobody hears you: another program holds your microphone";
        case NoticeKind::CameraHeld:
            return "Nobody sees you: another program holds your camera";
        case NoticeKind::MicrophoneFreed:
            return "You are heard again";
        case NoticeKind::CameraFreed:
            return "You are seen again";
        default:
            return {};
    }
}

}  // namespace parley::ui
