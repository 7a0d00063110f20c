#pragma once

#include <emscripten/val.h>

#include <string>

namespace parley::web {

/// Sends the sound of `player`, an HTMLMediaElement or AudioContext, to the speaker of that id; empty: to the one that
/// the system prefers (W3C Audio Output Devices section 3.3). Where the browser offers no choice, or the speaker is
/// gone, it stays as it is.
void use_speaker(const emscripten::val& player, const std::string& device);

}  // namespace parley::web
