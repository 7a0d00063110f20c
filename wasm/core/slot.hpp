#pragma once

#include <cstddef>
#include <cstdint>

namespace parley::core {

/// The media lines of every connection, in their order in SDP; the data channel follows them.
enum class Slot : std::uint8_t { Microphone, Camera, Screen, ScreenAudio, Count };

inline constexpr std::size_t slot_count = static_cast<std::size_t>(Slot::Count);

}  // namespace parley::core
