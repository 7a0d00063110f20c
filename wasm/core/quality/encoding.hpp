#pragma once

#include <cstdint>

#include "core/quality/codec.hpp"

namespace parley::core::quality {

/// What a microphone is for: speech, or an instrument, whose sound nothing may be taken from.
enum class Sound : std::uint8_t { Speech, Music };

/// How one picture is sent to one viewer (RTCRtpEncodingParameters, W3C WebRTC section 5.2.5).
struct Encoding {
    enum class Activity : std::uint8_t { Paused, Sent };
    /// What does not give way when there is too little of something (RTCDegradationPreference): faces move, text is
    /// read. Chromium's "balanced" lets small pictures stay at 10 a second long after there is enough again.
    enum class Favour : std::uint8_t { Motion, Detail };

    Activity activity = Activity::Sent;
    float scale_down = 1;  ///< of width and height, at least 1
    std::uint32_t bitrate_max_bps = 0;
    std::uint16_t frames_per_s_max = 30;
    VideoCodec codec = VideoCodec::None;  ///< None: the first of those that were agreed on
    Favour favour = Favour::Motion;
    friend bool operator==(const Encoding&, const Encoding&) = default;
};

/// How the microphone is sent to one viewer.
struct SoundEncoding {
    Encoding::Activity activity = Encoding::Activity::Sent;
    std::uint32_t bitrate_max_bps = 0;  ///< 0: as the browser likes
    friend bool operator==(const SoundEncoding&, const SoundEncoding&) = default;
};

}  // namespace parley::core::quality
