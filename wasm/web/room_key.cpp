#include "web/room_key.hpp"

#include <emscripten/bind.h>

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
    const val material =
        co_await subtle().call<val>("importKey", val("raw"), to_uint8_array(key), val("HKDF"), false, usages);
    const val derived = co_await subtle().call<val>("deriveBits", hkdf("parley.v1 access"), material, access_bits);
    const auto access = to_bytes(derived);
    const auto access_hash = to_bytes(co_await sha256(access));
    const auto digest = to_bytes(co_await sha256(joined(to_bytes(protocol::room_hash_label), access_hash)));
    sink(core::input::RoomDerived{request, encode_base64url(key), protocol::room_id_from(digest),
                                  encode_base64url(access)});
    co_return val::undefined();
}

void room_key_failed(int handle, int request, val /*error*/) {
    if (auto* room_key = Handle<RoomKey>::find(handle)) room_key->on_failed(request);
}

EMSCRIPTEN_BINDINGS(room_key) { emscripten::function("room_key_failed", &room_key_failed); }

}  // namespace

RoomKey::RoomKey(Sink sink) : sink_(std::move(sink)) {}

void RoomKey::derive(const core::output::DeriveRoom& order) {
    const int request = static_cast<int>(order.request.value);
    auto key = order.key ? decode_base64url(*order.key) : random_bytes(key_size);
    if (!key) return on_failed(request);
    derive_room(order.request, std::move(*key), sink_)
        .call<void>("catch", callback("room_key_failed", handle_.number(), request));
}

void RoomKey::on_failed(int request) {
    sink_(core::input::RoomDerivationFailed{core::RequestId{static_cast<std::uint32_t>(request)}});
}

}  // namespace parley::web
