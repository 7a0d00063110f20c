#pragma once

#include <emscripten/val.h>

#include <string>
#include <vector>

#include "core/output.hpp"
#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// Derives rooms from their keys with WebCrypto, and from then on the keys that seal what is said in them. Each room's
/// key is imported once; neither it nor what is derived from it can be read back by script.
class RoomKeys {
public:
    explicit RoomKeys(Sink sink);

    /// access = HKDF-SHA-256 (RFC 5869) of the key with the info `parley.v1 access`; the room's id comes from its hash.
    /// A key that is not given is made.
    void derive(const core::output::DeriveRoom& order);

    /// Promise of the key (CryptoKey of AES-256-GCM) whose derivation has this info, or of null when that failed.
    /// Undefined when the room was not derived, or many others since.
    emscripten::val seal_key(const RoomId& room, const std::string& info);

    /// `material`: the imported key. `salt`: SHA-256 of the room's id.
    void keep(const RoomId& room, const emscripten::val& material, const emscripten::val& salt);

private:
    struct Room {
        RoomId id;
        emscripten::val material;
        emscripten::val salt;
    };
    struct SealKey {
        RoomId room;
        std::string info;
        emscripten::val promise;
    };

    Sink sink_;
    std::vector<Room> rooms_;         ///< derived last at the end
    std::vector<SealKey> seal_keys_;  ///< used last at the end
    Handle<RoomKeys> handle_{*this};
};

}  // namespace parley::web
