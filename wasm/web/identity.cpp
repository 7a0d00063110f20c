#include "web/identity.hpp"

#include <emscripten/bind.h>

#include <string>
#include <utility>

#include "protocol/base64url.hpp"
#include "protocol/id_text.hpp"
#include "web/storage.hpp"
#include "web/web_crypto.hpp"

using emscripten::EM_VAL;
using emscripten::val;

extern "C" {
EM_VAL parley_identity_load(EM_VAL name);
EM_VAL parley_identity_save(EM_VAL name, EM_VAL value);
EM_VAL parley_lock_hold(EM_VAL name);
}

namespace parley::web {
namespace {

constexpr const char* tab_key = "parley.identity";
constexpr int secret_size = 32;
constexpr int tab_name_size = 16;

val p256(const char* name) {
    val algorithm = val::object();
    algorithm.set("name", name);
    algorithm.set("namedCurve", "P-256");
    return algorithm;
}

val hold_lock(const std::string& tab) {
    const val name("parley identity " + tab);
    return val::take_ownership(parley_lock_hold(name.as_handle()));
}

val load(const std::string& tab) {
    const val name(tab);
    return val::take_ownership(parley_identity_load(name.as_handle()));
}

val save(const std::string& tab, const val& kept) {
    const val name(tab);
    return val::take_ownership(parley_identity_save(name.as_handle(), kept.as_handle()));
}

/// The private half can't be extracted: it can sign, and that is all.
val make_keys() {
    const val usages = val::array(std::vector<std::string>{"sign", "verify"});
    return subtle().call<val>("generateKey", p256("ECDSA"), false, usages);
}

val prepare_identity(Sink sink) {
    std::string tab = read_storage(StorageArea::Tab, tab_key);
    const bool ours = !tab.empty() && (co_await hold_lock(tab)).as<bool>();
    if (!ours) {
        tab = encode_base64url(random_bytes(tab_name_size));
        write_storage(StorageArea::Tab, tab_key, tab);
        co_await hold_lock(tab);
    }
    val kept = co_await load(tab);
    if (kept.isUndefined()) {
        const val keys = co_await attempt(make_keys());
        if (keys.isNull()) {
            sink(core::input::IdentityFailed{});
            co_return val::undefined();
        }
        kept = val::object();
        kept.set("keys", keys);
        kept.set("secret", to_uint8_array(random_bytes(secret_size)));
        co_await save(tab, kept);
    }
    const val exported = co_await subtle().call<val>("exportKey", val("raw"), kept["keys"]["publicKey"]);
    const auto sign = to_bytes(exported);
    const auto secret = to_bytes(kept["secret"]);
    const auto secret_hash = to_bytes(co_await sha256(secret));
    const auto hashed = joined(joined(to_bytes(protocol::peer_hash_label), sign), secret_hash);
    const auto digest = to_bytes(co_await sha256(hashed));
    sink(core::input::IdentityReady{protocol::peer_id_from(digest), encode_base64url(secret), encode_base64url(sign)});
    co_return val::undefined();
}

void identity_certificate(int handle, val certificate) {
    if (auto* identity = Handle<Identity>::find(handle)) identity->on_certificate(certificate);
}

EMSCRIPTEN_BINDINGS(identity) { emscripten::function("identity_certificate", &identity_certificate); }

}  // namespace

Identity::Identity(Sink sink) : sink_(std::move(sink)) {}

void Identity::prepare() {
    val::global("RTCPeerConnection")
        .call<val>("generateCertificate", p256("ECDSA"))
        .call<void>("then", callback("identity_certificate", handle_.number()));
    prepare_identity(sink_);
}

}  // namespace parley::web
