#include "web/web_crypto.hpp"

#include <emscripten/bind.h>

#include <string>

#include "protocol/id_text.hpp"
#include "web/callback.hpp"

namespace parley::web {

using emscripten::val;

namespace {

constexpr int nobody = 0;

val attempt_failed(int /*handle*/, val /*error*/) { return val::null(); }

EMSCRIPTEN_BINDINGS(web_crypto) { emscripten::function("attempt_failed", &attempt_failed); }

}  // namespace

val attempt(const val& promise) { return promise.call<val>("catch", callback("attempt_failed", nobody)); }

val p256_keys(std::string_view algorithm) {
    val parameters = val::object();
    parameters.set("name", std::string(algorithm));
    parameters.set("namedCurve", "P-256");
    return parameters;
}

val ecdsa_sha256() {
    val parameters = val::object();
    parameters.set("name", "ECDSA");
    parameters.set("hash", "SHA-256");
    return parameters;
}

std::vector<std::uint8_t> hashed_for_peer_id(std::span<const std::uint8_t> sign,
                                             std::span<const std::uint8_t> secret_hash) {
    return joined(joined(bytes_of(protocol::peer_hash_label), sign), secret_hash);
}

}  // namespace parley::web
