#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/camera_effect.hpp"
#include "core/devices.hpp"

/// The own microphone, camera and speaker.
namespace parley::core {

/// A microphone or camera as a person thinks of it.
enum class DeviceState {
    Off,       ///< switched off by the person; nothing is captured
    Starting,  ///< asked for; the browser may be showing its question
    On,
    Denied,   ///< the person or a policy refused
    Missing,  ///< there is none
    Busy,     ///< another program holds it
    Failed,   ///< anything else
    Held,     ///< open, and gives nothing: another program or the system holds it
};

struct LocalView {
    std::string name;
    DeviceState microphone = DeviceState::Off;
    DeviceState camera = DeviceState::Off;
    std::uint8_t microphone_level = 0;  ///< 0 to 10, in steps, for the meter
    bool talks_muted = false;           ///< and is to be told so now
    Mirror mirror = Mirror::On;         ///< how the own picture is shown here
    friend bool operator==(const LocalView&, const LocalView&) = default;
};

/// The devices of one kind that a person can choose from.
struct DeviceChoiceView {
    std::vector<DeviceName> options;  ///< without the system's own choice, which is always one
    DeviceName chosen;                ///< an empty id: the system's
    enum class Presence { Here, Away } presence = Presence::Here;  ///< of the chosen one
    DeviceName used;                                               ///< in use now or last; a speaker's has no label
    friend bool operator==(const DeviceChoiceView&, const DeviceChoiceView&) = default;
};
enum class SpeakerTest : std::uint8_t { None, Playing, Played, Blocked, NoDevice, Failed };
struct DevicesView {
    DeviceChoiceView microphone;
    DeviceChoiceView camera;
    DeviceChoiceView speaker;
    SpeakerTest speaker_test = SpeakerTest::None;
    friend bool operator==(const DevicesView&, const DevicesView&) = default;
};

/// How what is done to camera and microphone is going; what is wanted stands in the preferences.
struct EffectsView {
    FilterState camera;
    FilterState microphone;
    OwnBackdrop own_backdrop = OwnBackdrop::None;
    friend bool operator==(const EffectsView&, const EffectsView&) = default;
};

}  // namespace parley::core
