#pragma once

#include <emscripten/val.h>

#include "core/quality/codec.hpp"

namespace parley::web {

/// Puts what the transceiver offers or answers into `order` (W3C WebRTC section 5.4, setCodecPreferences), as far as
/// the browser has it and lets itself be told; all else that it has stays behind. Before the offer or answer is made.
void prefer_codecs(const emscripten::val& transceiver, const core::quality::CodecOrder& order);

}  // namespace parley::web
