#pragma once

#include <string_view>

#include "core/quality/codec.hpp"

/// What browsers call codecs (RTCRtpCodec.mimeType), whose letters may be of either case (RFC 2045 section 5.1).
namespace parley::web {

inline constexpr std::string_view redundant_sound_name = "audio/red";

bool same_name(std::string_view one, std::string_view other);

/// None for what is none of ours.
core::quality::VideoCodec video_codec(std::string_view name);

/// Empty for None.
std::string_view name_of(core::quality::VideoCodec codec);

}  // namespace parley::web
