#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "web/bytes.hpp"

/// The WebCrypto calls (W3C Web Cryptography API) that more than one adapter makes.
namespace parley::web {

/// The promise with its rejection turned into null: a coroutine whose awaited promise rejects would never go on.
emscripten::val attempt(const emscripten::val& promise);

/// Only secure pages have it; the boot script lets no other start.
inline emscripten::val subtle() { return emscripten::val::global("crypto")["subtle"]; }

/// Promise of an ArrayBuffer of 32 bytes. Cannot fail.
inline emscripten::val sha256(std::span<const std::uint8_t> bytes) {
    return subtle().call<emscripten::val>("digest", emscripten::val("SHA-256"), to_uint8_array(bytes));
}

/// EcKeyGenParams and EcKeyImportParams of the curve that everything here uses.
emscripten::val p256_keys(std::string_view algorithm);
/// EcdsaParams of the signatures of identities.
emscripten::val ecdsa_sha256();

/// What a peer's id is the SHA-256 of: its public key (raw) and the SHA-256 of its secret.
std::vector<std::uint8_t> hashed_for_peer_id(std::span<const std::uint8_t> sign,
                                             std::span<const std::uint8_t> secret_hash);

}  // namespace parley::web
