#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <string>

#include "core/devices.hpp"

/// What the core asks of devices, in the words of the browser (MediaTrackConstraints and MediaTrackSettings, W3C Media
/// Capture and Streams section 4.3.8).
namespace parley::web {

emscripten::val microphone_constraints(const std::string& device, const core::SoundShape& shape);
emscripten::val camera_constraints(const std::string& device, const core::CameraShape& shape);
/// Of a camera that is open.
emscripten::val picture_constraints(const core::CameraShape& shape);

/// px, whichever way a phone is held; 0 where the browser doesn't say.
std::uint16_t lines_of(const emscripten::val& track);
core::DeviceName device_of(const emscripten::val& track);

}  // namespace parley::web
