#include "web/sealer.hpp"

#include <optional>
#include <string>
#include <utility>

#include "protocol/sealed.hpp"
#include "web/deflate.hpp"
#include "web/web_crypto.hpp"

namespace parley::web {

using core::output::Packing;
using emscripten::val;

namespace {

// No message is longer, however small it was made: a few bytes must not unfold to fill the memory.
constexpr std::size_t plaintext_size_max = std::size_t{256} * 1024;

val aes_gcm(std::uint64_t counter, const std::string& info) {
    val algorithm = val::object();
    algorithm.set("name", "AES-GCM");
    algorithm.set("iv", to_uint8_array(protocol::seal_nonce(counter)));
    algorithm.set("additionalData", to_uint8_array(bytes_of(info)));
    return algorithm;
}

std::string to_text(const val& buffer) {
    const auto bytes = to_bytes(buffer);
    return {bytes.begin(), bytes.end()};
}

/// Uint8Array of the mark and what is deflated; null when that failed.
val marked(const val& deflated) {
    if (deflated.isNull()) return deflated;
    const std::uint8_t mark[] = {protocol::deflated_mark};
    return to_uint8_array(joined(mark, to_bytes(deflated)));
}

val seal_one(core::output::Seal order, std::string info, val key_promise, Sink sink) {
    std::optional<std::string> sealed;
    // While one thread of the browser deflates another derives the key.
    val plaintext;
    if (order.packing == Packing::Deflated) {
        plaintext = marked(co_await deflate(bytes_of(order.plaintext)));
    } else {
        plaintext = to_uint8_array(bytes_of(order.plaintext));
    }
    const val key = co_await key_promise;
    if (!key.isNull() && !plaintext.isNull()) {
        const val encrypting = subtle().call<val>("encrypt", aes_gcm(order.counter, info), key, plaintext);
        const val ciphertext = co_await attempt(encrypting);
        if (!ciphertext.isNull()) {
            sealed = protocol::encode_sealed(
                {.run = order.context.run, .counter = order.counter, .ciphertext = to_bytes(ciphertext)});
        }
    }
    sink(core::input::Sealed{order.seal, std::move(sealed)});
    co_return val::undefined();
}

val open_one(core::output::Open order, std::string info, val key_promise, Sink sink) {
    std::optional<std::string> plaintext;
    val opened = val::null();
    const val key = co_await key_promise;
    if (!key.isNull()) {
        const val decrypting =
            subtle().call<val>("decrypt", aes_gcm(order.counter, info), key, to_uint8_array(order.ciphertext));
        opened = co_await attempt(decrypting);
    }
    if (!opened.isNull()) {
        std::string text = to_text(opened);
        if (!text.empty() && static_cast<std::uint8_t>(text.front()) == protocol::deflated_mark) {
            const val inflated = co_await inflate(bytes_of(text).subspan(1), plaintext_size_max);
            if (!inflated.isNull()) plaintext = to_text(inflated);
        } else {
            plaintext = std::move(text);
        }
    }
    sink(core::input::Opened{order.seal, std::move(plaintext)});
    co_return val::undefined();
}

}  // namespace

Sealer::Sealer(RoomKeys& keys, Sink sink) : keys_(keys), sink_(std::move(sink)) {}

void Sealer::seal(const core::output::Seal& order) {
    std::string info = protocol::seal_info(order.context);
    const val key = keys_.seal_key(order.room, info);
    if (key.isUndefined()) return sink_(core::input::Sealed{order.seal, std::nullopt});
    seal_one(order, std::move(info), key, sink_);
}

void Sealer::open(const core::output::Open& order) {
    std::string info = protocol::seal_info(order.context);
    const val key = keys_.seal_key(order.room, info);
    if (key.isUndefined()) return sink_(core::input::Opened{order.seal, std::nullopt});
    open_one(order, std::move(info), key, sink_);
}

}  // namespace parley::web
