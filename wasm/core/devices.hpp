#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// Cameras, microphones and speakers as values: what there is, and what a person wishes of them.
namespace parley::core {

enum class DeviceKind : std::uint8_t { Microphone, Camera, Speaker, Count };

/// A device as the browser knows it. An empty id is no device in particular: the one that the system prefers.
struct DeviceName {
    std::string id;     ///< MediaDeviceInfo.deviceId (W3C Media Capture and Streams section 9.2.1)
    std::string label;  ///< for people; empty until the browser may tell
    friend bool operator==(const DeviceName&, const DeviceName&) = default;
};

struct ListedDevice {
    DeviceKind kind = DeviceKind::Microphone;
    std::string id;  ///< empty until the browser may tell
    std::string label;
    friend bool operator==(const ListedDevice&, const ListedDevice&) = default;
};
using DeviceList = std::vector<ListedDevice>;

/// How large a picture the camera is asked for; a wish, which a camera meets as well as it can.
enum class CameraLines : std::uint8_t { Automatic, Lines360, Lines720, Lines1080 };
enum class CameraFrames : std::uint8_t { Thirty, Fifteen };
/// Whether people see themselves as in a mirror. The others never do.
enum class Mirror : std::uint8_t { On, Off };
struct PictureWish {
    CameraLines lines = CameraLines::Automatic;
    CameraFrames frames = CameraFrames::Thirty;
    Mirror mirror = Mirror::On;
    friend bool operator==(const PictureWish&, const PictureWish&) = default;
};

/// What the browser does to speech. Music mode goes without any of it.
struct SpeechCleaning {
    bool echo_cancellation = true;
    bool noise_suppression = true;
    bool automatic_gain = true;
    friend bool operator==(const SpeechCleaning&, const SpeechCleaning&) = default;
};

enum class TalkMode : std::uint8_t {
    Open,        ///< heard unless muted
    PushToTalk,  ///< muted unless a key is held
};

struct DevicePreferences {
    DeviceName microphone{};
    DeviceName camera{};
    DeviceName speaker{};
    PictureWish picture{};
    SpeechCleaning cleaning{};
    TalkMode talk = TalkMode::Open;
    friend bool operator==(const DevicePreferences&, const DevicePreferences&) = default;
};

/// What a microphone is opened with (MediaTrackConstraints, the same section 4.3.8).
struct SoundShape {
    SpeechCleaning cleaning{};
    std::uint8_t channels = 1;
    friend bool operator==(const SoundShape&, const SoundShape&) = default;
};

/// What a camera is opened with.
struct CameraShape {
    std::uint16_t lines = 720;  ///< px, the shorter side
    std::uint16_t frames_per_s = 30;
    friend bool operator==(const CameraShape&, const CameraShape&) = default;
};

}  // namespace parley::core
