#include <zlib.h>

#include <cstdlib>

#include "tests/sealing/reference.hpp"

namespace parley::reference {
namespace {

// A negative number of window bits is zlib's word for no header and no checksum.
constexpr int raw_window_bits = -15;
constexpr int memory_level = 8;

z_stream stream_over(const Bytes& input, Bytes& output) {
    z_stream stream{};
    // zlib declares input that it only reads as if it wrote it.
    stream.next_in = const_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = output.data();
    stream.avail_out = static_cast<uInt>(output.size());
    return stream;
}

}  // namespace

Bytes deflate(const Bytes& bytes) {
    Bytes output(2 * bytes.size() + 64);
    z_stream stream = stream_over(bytes, output);
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, raw_window_bits, memory_level, Z_DEFAULT_STRATEGY) !=
            Z_OK ||
        ::deflate(&stream, Z_FINISH) != Z_STREAM_END) {
        std::abort();
    }
    output.resize(stream.total_out);
    deflateEnd(&stream);
    return output;
}

std::optional<Bytes> inflate(const Bytes& bytes, std::size_t size_max) {
    // One more than may be: a text that is just too long fills it.
    Bytes output(size_max + 1);
    z_stream stream = stream_over(bytes, output);
    if (inflateInit2(&stream, raw_window_bits) != Z_OK) std::abort();
    const bool whole = ::inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0;
    output.resize(stream.total_out);
    inflateEnd(&stream);
    if (!whole || output.size() > size_max) return std::nullopt;
    return output;
}

}  // namespace parley::reference
