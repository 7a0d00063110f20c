#pragma once

#include <cstdint>

#include "core/quality/codec.hpp"

namespace parley::core::quality {

/// How one picture is sent to one viewer (RTCRtpEncodingParameters, W3C WebRTC section 5.2.5).
struct Encoding {
    enum class Activity : std::uint8_t { Paused, Sent };
    /// What gives way when there is too little of something (RTCDegradationPreference).
    enum class Favour : std::uint8_t { Balance, Motion, Detail };

    Activity activity = Activity::Sent;
    float scale_down = 1;  ///< of width and height, at least 1
    std::uint32_t bitrate_max_bps = 0;
    std::uint16_t frames_per_s_max = 30;
    VideoCodec codec = VideoCodec::None;  ///< None: the first of those that were agreed on
    Favour favour = Favour::Balance;
    friend bool operator==(const Encoding&, const Encoding&) = default;
};

}  // namespace parley::core::quality
