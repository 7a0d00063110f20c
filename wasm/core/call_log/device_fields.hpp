#pragma once

#include "core/call_log/text_kind.hpp"
#include "core/input.hpp"

/// The rows of everything about devices, for inputs and outputs (see fields.hpp).
namespace parley::core::call_log {

void fields(auto& field, DeviceName& device) {
    field("id", device.id, TextKind::DeviceId);
    field("label", device.label, TextKind::DeviceLabel);
}
void fields(auto& field, ListedDevice& device) {
    field("kind", device.kind, DeviceKind::Count);
    field("id", device.id, TextKind::DeviceId);
    field("label", device.label, TextKind::DeviceLabel);
}
void fields(auto& field, PictureWish& wish) {
    field("lines", wish.lines, CameraLines::Lines1080);
    field("frames", wish.frames, CameraFrames::Fifteen);
    field("mirror", wish.mirror, Mirror::Off);
}
void fields(auto& field, SpeechCleaning& cleaning) {
    field("echo_cancellation", cleaning.echo_cancellation);
    field("noise_suppression", cleaning.noise_suppression);
    field("automatic_gain", cleaning.automatic_gain);
}
void fields(auto& field, DevicePreferences& preferences) {
    field("microphone", preferences.microphone);
    field("camera", preferences.camera);
    field("speaker", preferences.speaker);
    field("picture", preferences.picture);
    field("cleaning", preferences.cleaning);
    field("talk", preferences.talk, TalkMode::PushToTalk);
}
void fields(auto& field, SoundShape& shape) {
    field("cleaning", shape.cleaning);
    field("channels", shape.channels);
}
void fields(auto& field, CameraShape& shape) {
    field("lines", shape.lines);
    field("frames_per_s", shape.frames_per_s);
}

void fields(auto& field, action::ChooseDevice& choose) {
    field("kind", choose.kind, DeviceKind::Count);
    field("id", choose.id, TextKind::DeviceId);
}
void fields(auto& field, action::SetPicture& set) { field("wish", set.wish); }
void fields(auto& field, action::SetCleaning& set) { field("cleaning", set.cleaning); }
void fields(auto& field, action::SetTalkMode& set) { field("mode", set.mode, TalkMode::PushToTalk); }
void fields(auto& /*field*/, action::Talk& /*empty*/) {}
void fields(auto& /*field*/, action::TalkEnded& /*empty*/) {}
void fields(auto& /*field*/, action::TestSpeaker& /*empty*/) {}
void fields(auto& field, action::SetVolume& set) {
    field("peer", set.peer);
    field("percent", set.percent);
}

void fields(auto& field, input::TrackSilent& silent) { field("track", silent.track); }
void fields(auto& field, input::TrackSounding& sounding) { field("track", sounding.track); }
void fields(auto& field, input::DevicesListed& listed) { field("devices", listed.devices); }
void fields(auto& field, input::CameraTuned& tuned) {
    field("track", tuned.track);
    field("camera_lines", tuned.camera_lines);
}

void fields(auto& /*field*/, output::ListDevices& /*empty*/) {}
void fields(auto& field, output::TuneCamera& tune) {
    field("track", tune.track);
    field("picture", tune.picture);
}
void fields(auto& field, output::UseSpeaker& use) { field("device", use.device, TextKind::DeviceId); }
void fields(auto& field, output::SetVolume& set) {
    field("element", set.element, TextKind::Element);
    field("percent", set.percent);
}

}  // namespace parley::core::call_log
