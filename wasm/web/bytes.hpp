#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/base64url.hpp"

/// Bytes between C++ and JavaScript, copied.
namespace parley::web {

inline emscripten::val to_uint8_array(const std::vector<std::uint8_t>& bytes) {
    // slice() copies: the view itself would go stale when the module's memory grows.
    return emscripten::val(emscripten::typed_memory_view(bytes.size(), bytes.data())).call<emscripten::val>("slice");
}

/// Of an ArrayBuffer or Uint8Array.
inline std::vector<std::uint8_t> to_bytes(const emscripten::val& buffer) {
    return emscripten::convertJSArrayToNumberVector<std::uint8_t>(emscripten::val::global("Uint8Array").new_(buffer));
}

inline std::vector<std::uint8_t> to_bytes(std::string_view text) { return {text.begin(), text.end()}; }

inline std::vector<std::uint8_t> joined(std::vector<std::uint8_t> left, const std::vector<std::uint8_t>& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

/// Of `size` bytes from the browser's cryptographic generator.
inline std::vector<std::uint8_t> random_bytes(int size) {
    return to_bytes(emscripten::val::global("crypto").call<emscripten::val>(
        "getRandomValues", emscripten::val::global("Uint8Array").new_(size)));
}

}  // namespace parley::web
