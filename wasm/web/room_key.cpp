#include "web/room_key.hpp"

#include <utility>

#include "protocol/base64url.hpp"
#include "protocol/id_text.hpp"
#include "web/web_crypto.hpp"

namespace parley::web {

using emscripten::val;

namespace {

constexpr int key_size = 16;
constexpr int access_bits = 256;

val hkdf(const char* info) {
    val algorithm = val::object();
    algorithm.set("name", "HKDF");
    algorithm.set("hash", "SHA-256");
    algorithm.set("salt", val::global("Uint8Array").new_(0));
    algorithm.set("info", to_uint8_array(to_bytes(info)));
    return algorithm;
}

val derive_room(core::RequestId request, std::vector<std::uint8_t> key, Sink sink) {
    const val usages = val::array(std::vector<std::string>{"deriveBits"});
    const val importing = subtle().call<val>("importKey", val("raw"), to_uint8_array(key), val("HKDF"), false, usages);
    const val material = co_await attempt(importing);
    if (material.isNull()) {
        sink(core::input::RoomDerivationFailed{request});
        co_return val::undefined();
    }
    const auto access =
        to_bytes(co_await subtle().call<val>("deriveBits", hkdf("parley.v1 access"), material, access_bits));
    const auto access_hash = to_bytes(co_await sha256(access));
    const auto digest = to_bytes(co_await sha256(joined(to_bytes(protocol::room_hash_label), access_hash)));
    sink(core::input::RoomDerived{request, encode_base64url(key), protocol::room_id_from(digest),
                                  encode_base64url(access)});
    co_return val::undefined();
}

}  // namespace

RoomKey::RoomKey(Sink sink) : sink_(std::move(sink)) {}

void RoomKey::derive(const core::output::DeriveRoom& order) {
    auto key = order.key ? decode_base64url(*order.key) : random_bytes(key_size);
    if (!key) return sink_(core::input::RoomDerivationFailed{order.request});
    derive_room(order.request, std::move(*key), sink_);
}

}  // namespace parley::web
