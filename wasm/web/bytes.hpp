#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/base64url.hpp"

/// Bytes between C++ and JavaScript, copied.
namespace parley::web {

inline std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

inline emscripten::val to_uint8_array(std::span<const std::uint8_t> bytes) {
    // slice() copies: the view itself would go stale when the module's memory grows.
    return emscripten::val(emscripten::typed_memory_view(bytes.size(), bytes.data())).call<emscripten::val>("slice");
}

/// Of an ArrayBuffer or Uint8Array.
inline std::vector<std::uint8_t> to_bytes(const emscripten::val& buffer) {
    return emscripten::convertJSArrayToNumberVector<std::uint8_t>(emscripten::val::global("Uint8Array").new_(buffer));
}

inline std::vector<std::uint8_t> joined(std::span<const std::uint8_t> left, std::span<const std::uint8_t> right) {
    std::vector<std::uint8_t> both;
    both.reserve(left.size() + right.size());
    both.insert(both.end(), left.begin(), left.end());
    both.insert(both.end(), right.begin(), right.end());
    return both;
}

/// Of `size` bytes from the browser's cryptographic generator.
inline std::vector<std::uint8_t> random_bytes(int size) {
    return to_bytes(emscripten::val::global("crypto").call<emscripten::val>(
        "getRandomValues", emscripten::val::global("Uint8Array").new_(size)));
}

}  // namespace parley::web
