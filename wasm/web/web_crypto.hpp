#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <vector>

#include "web/bytes.hpp"

/// The WebCrypto calls that more than one adapter makes.
namespace parley::web {

/// The promise with its rejection turned into null: a coroutine whose awaited promise rejects would never go on.
emscripten::val attempt(const emscripten::val& promise);

inline emscripten::val subtle() { return emscripten::val::global("crypto")["subtle"]; }

/// Promise of an ArrayBuffer of 32 bytes. Cannot fail.
inline emscripten::val sha256(const std::vector<std::uint8_t>& bytes) {
    return subtle().call<emscripten::val>("digest", emscripten::val("SHA-256"), to_uint8_array(bytes));
}

}  // namespace parley::web
