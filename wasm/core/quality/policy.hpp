#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/quality/encoding.hpp"

/// Who is sent which picture: a pure function of what is the case. What changes it only after a while is the
/// governor's (core/quality/governor.hpp).
namespace parley::core::quality {

/// Less of everything, for a battery or a line that is paid for by the megabyte.
enum class Saver : std::uint8_t { Off, On };

/// Why a picture is sent as it is: what decided last.
enum class Reason : std::uint8_t {
    People,     ///< so many are in the call
    Speaking,   ///< whoever speaks is sent a step larger
    ShownSize,  ///< it is shown no larger
    NotShown,   ///< nobody looks: nothing is sent
    Line,       ///< the way out carries no more
    Processor,  ///< this machine can't make more
    Saver,
};

/// One person who could see the own pictures.
struct Viewer {
    /// Device pixels; 0: they don't show it. Nothing: they have not said yet, and are sent `unsaid_height` at most.
    std::optional<std::uint16_t> camera_height;
    std::optional<std::uint16_t> screen_height;
    /// What the way to them carries, sound included, when it is known to be short.
    std::optional<std::uint32_t> line_bps;
    friend bool operator==(const Viewer&, const Viewer&) = default;
};

/// What is the case for all viewers.
struct Scene {
    int people = 2;  ///< in the call, oneself included
    enum class Voice : std::uint8_t { Silent, Speaking } voice = Voice::Silent;
    Saver saver = Saver::Off;
    std::uint16_t capture_height = 720;  ///< px, the shorter side of what the camera gives
    std::uint16_t screen_height = 0;     ///< px, of what is shared; 0: nothing is
    /// What a shared screen is good for: text that can be read, or a film that moves.
    enum class Screen : std::uint8_t { Detail, Motion } screen = Screen::Detail;
    enum class ScreenSound : std::uint8_t { None, Shared } screen_sound = ScreenSound::None;
    Sound sound = Sound::Speech;
    enum class Microphone : std::uint8_t { Live, Muted } microphone = Microphone::Live;
    int steps_down = 0;                       ///< because this machine can't make more
    std::optional<std::uint32_t> uplink_bps;  ///< what all ways out together carry, when it is known to be short
    Equipment equipment;
};

struct Choice {
    Encoding camera;
    Encoding screen;
    SoundEncoding sound;
    int step = 0;  ///< the row of `camera_steps`; its size when nothing is sent
    Reason reason = Reason::People;
    Reason screen_reason = Reason::NotShown;
    std::uint32_t screen_sound_bps = 0;  ///< what the sound of what is shared takes, headers included
    friend bool operator==(const Choice&, const Choice&) = default;
};

/// One for each viewer, in their order. What is sent to all together stays below `uplink_bps`, and to each below their
/// `line_bps`, after sound has had its part.
std::vector<Choice> choose(const Scene& scene, std::span<const Viewer> viewers);

}  // namespace parley::core::quality
