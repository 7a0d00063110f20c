#pragma once

#include <emscripten/val.h>

#include <cstddef>
#include <cstdint>
#include <span>

/// Raw DEFLATE (RFC 1951) by the browser's Compression Streams.
namespace parley::web {

/// Promise of a Uint8Array, or of null when the browser could not.
emscripten::val deflate(std::span<const std::uint8_t> bytes);

/// Promise of a Uint8Array, or of null for what is no whole deflated stream or would become longer than `size_max`.
emscripten::val inflate(std::span<const std::uint8_t> bytes, std::size_t size_max);

}  // namespace parley::web
