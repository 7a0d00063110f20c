#include "web/deflate.hpp"

#include "web/bytes.hpp"

using emscripten::EM_VAL;
using emscripten::val;

extern "C" EM_VAL parley_repack(EM_VAL stream_class, EM_VAL bytes, double size_max);

namespace parley::web {
namespace {

val repack(const char* stream_class, std::span<const std::uint8_t> bytes, std::size_t size_max) {
    const val name(stream_class);
    const val input = to_uint8_array(bytes);
    return val::take_ownership(parley_repack(name.as_handle(), input.as_handle(), static_cast<double>(size_max)));
}

}  // namespace

val deflate(std::span<const std::uint8_t> bytes) {
    // What can't be made smaller grows by less than this.
    return repack("CompressionStream", bytes, 2 * bytes.size() + 64);
}

val inflate(std::span<const std::uint8_t> bytes, std::size_t size_max) {
    return repack("DecompressionStream", bytes, size_max);
}

}  // namespace parley::web
