#pragma once

#include <cstdint>
#include <string>

#include "core/handles.hpp"

/// What is seen and heard here.
namespace parley::core::output {

/// Shows and plays what arrives on the connection in the <video> of that name. What it showed before stays until the
/// first new picture is there.
struct AttachRemote {
    enum class What { Person, Screen };  ///< camera and microphone, or a screen and its sound
    ConnectionId connection;
    std::string element;
    What what = What::Person;
};
struct AttachLocal {
    TrackId track;
    std::string element;
};
struct Detach {
    std::string element;
};

/// All sound, that of the test too, comes from there from now on (HTMLMediaElement.setSinkId, W3C Audio Output Devices
/// section 3.3), where the browser lets the page choose. Empty: from where the system prefers.
struct UseSpeaker {
    std::string device;
};
/// How loud what arrives is played in the <video> of that name, whatever is attached to it.
struct SetVolume {
    std::string element;
    std::uint8_t percent = 100;
};

/// Within a person's gesture: plays what the browser refused to play. SoundBlocked comes again if it still refuses.
struct ResumeSound {};

/// A short sound on the device that the call would use. Answered by TestSoundPlayed.
struct PlayTestSound {
    RequestId request;
};

}  // namespace parley::core::output
