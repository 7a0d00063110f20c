#pragma once

#include <cstdint>
#include <vector>

/// What pictures and sound are coded with, and which of it suits this browser and this call.
namespace parley::core::quality {

/// RFC 7741, RFC 9628, AV1's RTP payload specification, RFC 6184. None: nothing was sent yet, or something else.
enum class VideoCodec : std::uint8_t { None, Vp8, Vp9, Av1, H264 };

enum class Browser : std::uint8_t { Chromium, Firefox, Safari, Other };

/// What the page runs on.
struct Equipment {
    enum class Form : std::uint8_t { Desktop, Phone };
    Browser browser = Browser::Other;
    Form form = Form::Desktop;
    std::uint16_t processors = 2;      ///< navigator.hardwareConcurrency
    std::vector<VideoCodec> encoders;  ///< RTCRtpSender.getCapabilities
    friend bool operator==(const Equipment&, const Equipment&) = default;
};

/// What a connection offers, best first (RTCRtpTransceiver.setCodecPreferences).
struct CodecOrder {
    /// Every packet of sound carries the one before as well (RED, RFC 2198).
    enum class Redundancy : std::uint8_t { Off, On };
    std::vector<VideoCodec> video;  ///< what is not named comes behind, as the browser likes it
    Redundancy sound = Redundancy::Off;
    friend bool operator==(const CodecOrder&, const CodecOrder&) = default;
};

/// For a call of so many people, oneself included.
CodecOrder codec_order(const Equipment& equipment, int people);

/// What is sent with, of what both ends know; `steps_down` as in Scene: who runs out of processor takes a cheaper one.
VideoCodec sending_codec(const Equipment& equipment, int people, int steps_down);

}  // namespace parley::core::quality
