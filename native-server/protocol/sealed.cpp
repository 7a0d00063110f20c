#include "protocol/sealed.hpp"

#include <algorithm>
#include <cassert>

#include "protocol/base64url.hpp"

namespace parley::protocol {
namespace {

constexpr std::uint8_t version = 1;
constexpr std::size_t run_size = 16;
constexpr std::size_t counter_size = 8;
constexpr std::size_t header_size = 1 + run_size + counter_size;
constexpr std::size_t tag_size = 16;

std::array<std::uint8_t, counter_size> big_endian(std::uint64_t number) {
    std::array<std::uint8_t, counter_size> bytes{};
    for (std::size_t index = counter_size; index > 0; --index) {
        bytes[index - 1] = static_cast<std::uint8_t>(number);
        number >>= 8;
    }
    return bytes;
}

}  // namespace

std::string seal_info(const SealContext& context) {
    std::string info = "parley.v1 seal|";
    info += context.kind == SealKind::Presence ? "presence|" : "message|";
    info += context.from.value + '|' + (context.to.empty() ? "*" : context.to.value) + '|' + context.run.value;
    return info;
}

std::array<std::uint8_t, 12> seal_nonce(std::uint64_t counter) {
    std::array<std::uint8_t, 12> nonce{};
    std::ranges::copy(big_endian(counter), nonce.end() - counter_size);
    return nonce;
}

std::string encode_sealed(const SealedParts& parts) {
    const auto run = decode_base64url(parts.run.value);
    assert(run && run->size() == run_size);
    std::vector<std::uint8_t> bytes;
    bytes.reserve(header_size + parts.ciphertext.size());
    bytes.push_back(version);
    bytes.insert(bytes.end(), run->begin(), run->end());
    std::ranges::copy(big_endian(parts.counter), std::back_inserter(bytes));
    bytes.insert(bytes.end(), parts.ciphertext.begin(), parts.ciphertext.end());
    return encode_base64url(bytes);
}

std::optional<SealedParts> decode_sealed(std::string_view text) {
    const auto bytes = decode_base64url(text);
    if (!bytes || bytes->size() < header_size + tag_size || bytes->front() != version) return std::nullopt;
    const auto run = std::span(*bytes).subspan(1, run_size);
    SealedParts parts{.run = RunId(encode_base64url(run)), .counter = 0, .ciphertext = {}};
    for (const std::uint8_t byte : std::span(*bytes).subspan(1 + run_size, counter_size)) {
        parts.counter = parts.counter << 8 | byte;
    }
    if (parts.counter == 0) return std::nullopt;
    parts.ciphertext.assign(bytes->begin() + header_size, bytes->end());
    return parts;
}

}  // namespace parley::protocol
