#include "web/room_keys.hpp"

#include <algorithm>
#include <utility>

#include "protocol/base64url.hpp"
#include "protocol/id_text.hpp"
#include "web/web_crypto.hpp"

namespace parley::web {

using emscripten::val;

namespace {

constexpr int key_size = 16;
constexpr int access_bits = 256;
constexpr int seal_key_bits = 256;
// A page shows one room at a time; the one before may still be asked for.
constexpr std::size_t rooms_max = 4;
// A full room has four streams with each other person and two of one's own, and a few people reload.
constexpr std::size_t seal_keys_max = 128;

val usages(const std::vector<std::string>& names) { return val::array(names); }

val hkdf(const val& salt, std::string_view info) {
    val algorithm = val::object();
    algorithm.set("name", "HKDF");
    algorithm.set("hash", "SHA-256");
    algorithm.set("salt", salt);
    algorithm.set("info", to_uint8_array(bytes_of(info)));
    return algorithm;
}

val derive_room(core::RequestId request, std::vector<std::uint8_t> key, int keeper, Sink sink) {
    const val importing = subtle().call<val>("importKey", val("raw"), to_uint8_array(key), val("HKDF"), false,
                                             usages({"deriveBits", "deriveKey"}));
    const val material = co_await attempt(importing);
    if (material.isNull()) {
        sink(core::input::RoomDerivationFailed{request});
        co_return val::undefined();
    }
    const val no_salt = val::global("Uint8Array").new_(0);
    const auto access =
        to_bytes(co_await subtle().call<val>("deriveBits", hkdf(no_salt, "parley.v1 access"), material, access_bits));
    const auto access_hash = to_bytes(co_await sha256(access));
    const auto digest = to_bytes(co_await sha256(joined(bytes_of(protocol::room_hash_label), access_hash)));
    const RoomId room = protocol::room_id_from(digest);
    const val salt = co_await sha256(bytes_of(room.value));
    if (auto* keys = Handle<RoomKeys>::find(keeper)) keys->keep(room, material, salt);
    sink(core::input::RoomDerived{request, encode_base64url(key), room, encode_base64url(access)});
    co_return val::undefined();
}

/// Makes room for one more.
template <class Entry>
void drop_oldest(std::vector<Entry>& entries, std::size_t entries_max) {
    if (entries.size() >= entries_max) entries.erase(entries.begin());
}

}  // namespace

RoomKeys::RoomKeys(Sink sink) : sink_(std::move(sink)) {}

void RoomKeys::derive(const core::output::DeriveRoom& order) {
    auto key = order.key ? decode_base64url(*order.key) : random_bytes(key_size);
    if (!key) return sink_(core::input::RoomDerivationFailed{order.request});
    derive_room(order.request, std::move(*key), handle_.number(), sink_);
}

void RoomKeys::keep(const RoomId& room, const val& material, const val& salt) {
    std::erase_if(rooms_, [&room](const Room& one) { return one.id == room; });
    drop_oldest(rooms_, rooms_max);
    rooms_.push_back({room, material, salt});
}

val RoomKeys::seal_key(const RoomId& room, const std::string& info) {
    const auto known =
        std::ranges::find_if(seal_keys_, [&](const SealKey& one) { return one.info == info && one.room == room; });
    if (known != seal_keys_.end()) {
        std::rotate(known, known + 1, seal_keys_.end());
        return seal_keys_.back().promise;
    }
    const auto found = std::ranges::find(rooms_, room, &Room::id);
    if (found == rooms_.end()) return val::undefined();
    val algorithm = val::object();
    algorithm.set("name", "AES-GCM");
    algorithm.set("length", seal_key_bits);
    const val deriving = subtle().call<val>("deriveKey", hkdf(found->salt, info), found->material, algorithm, false,
                                            usages({"encrypt", "decrypt"}));
    drop_oldest(seal_keys_, seal_keys_max);
    seal_keys_.push_back({room, info, attempt(deriving)});
    return seal_keys_.back().promise;
}

}  // namespace parley::web
