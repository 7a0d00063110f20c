#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "core/quality/codec.hpp"
#include "core/slot.hpp"

/// What a connection's statistics (W3C WebRTC Statistics) say of it. Counters run from the connection's beginning.
namespace parley::core::quality {

/// Of the candidate pair in use: relayed when either end of it is (RFC 8656).
enum class Path : std::uint8_t { Direct, Relayed };

/// RTCQualityLimitationReason (section 8.10).
enum class Limitation : std::uint8_t { None, Processor, Bandwidth, Other };

/// What one slot has sent; all zero while it has sent nothing.
struct SentMedia {
    std::uint64_t bytes = 0;
    std::uint32_t packets = 0;
    std::uint32_t packets_lost = 0;  ///< as the receiver reports it
    std::uint32_t frames = 0;        ///< encoded
    float encode_s = 0;              ///< what encoding them took
    std::uint16_t width = 0;         ///< px, of the latest frame
    std::uint16_t height = 0;        ///< px
    float frames_per_s = 0;
    Limitation limitation = Limitation::None;
    VideoCodec codec = VideoCodec::None;
    friend bool operator==(const SentMedia&, const SentMedia&) = default;
};

/// What one slot has received; all zero while it has received nothing.
struct ReceivedMedia {
    std::uint64_t bytes = 0;
    std::uint32_t packets = 0;
    std::uint32_t packets_lost = 0;
    float jitter_ms = 0;
    std::uint32_t frames = 0;  ///< decoded
    std::uint16_t width = 0;   ///< px, of the latest frame
    std::uint16_t height = 0;  ///< px
    float frames_per_s = 0;
    std::uint32_t freezes = 0;
    float freeze_s = 0;
    std::uint64_t samples = 0;            ///< of sound
    std::uint64_t concealed_samples = 0;  ///< made up, because what was sent did not come in time
    VideoCodec codec = VideoCodec::None;
    friend bool operator==(const ReceivedMedia&, const ReceivedMedia&) = default;
};

struct Measurement {
    std::uint64_t sent_bytes = 0;
    std::uint64_t received_bytes = 0;
    Path path = Path::Direct;
    std::optional<float> round_trip_ms{};
    std::optional<std::uint32_t> available_bps{};  ///< what congestion control believes the way to them can carry
    std::array<SentMedia, slot_count> sent{};
    std::array<ReceivedMedia, slot_count> received{};
    friend bool operator==(const Measurement&, const Measurement&) = default;
};

}  // namespace parley::core::quality
