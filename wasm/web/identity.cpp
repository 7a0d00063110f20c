#include "web/identity.hpp"

#include <optional>
#include <string>
#include <utility>

#include "protocol/base64url.hpp"
#include "protocol/id_text.hpp"
#include "web/certificate.hpp"
#include "web/identity_store.hpp"
#include "web/web_crypto.hpp"

namespace parley::web {

using core::input::IdentityVerified;
using emscripten::val;

namespace {

val prepare_identity(RunId run, int owner, Sink sink) {
    // Made while the store is read.
    const val certifying = make_certificate();
    const val tab = co_await hold_tab();
    const val kept = co_await load_or_make_identity(tab.as<std::string>());
    const val certificate = co_await certifying;
    val fingerprint = val::null();
    if (!certificate.isNull()) fingerprint = co_await fingerprint_of(certificate);
    if (kept.isNull() || fingerprint.isNull()) {
        sink(core::input::IdentityFailed{});
        co_return val::undefined();
    }
    const auto sign = to_bytes(co_await subtle().call<val>("exportKey", val("raw"), kept["keys"]["publicKey"]));
    const auto secret = to_bytes(kept["secret"]);
    const auto secret_hash = to_bytes(co_await sha256(secret));
    const auto digest = to_bytes(co_await sha256(hashed_for_peer_id(sign, secret_hash)));
    protocol::Identity identity{.sign = encode_base64url(sign),
                                .secret_hash = encode_base64url(secret_hash),
                                .certificate_fingerprint = fingerprint.as<std::string>(),
                                .signature = {}};
    const std::string statement = protocol::identity_statement(run, identity);
    const val signing =
        subtle().call<val>("sign", ecdsa_sha256(), kept["keys"]["privateKey"], to_uint8_array(bytes_of(statement)));
    const val signature = co_await attempt(signing);
    if (signature.isNull()) {
        sink(core::input::IdentityFailed{});
        co_return val::undefined();
    }
    identity.signature = encode_base64url(to_bytes(signature));
    if (auto* self = Handle<Identity>::find(owner)) self->on_certificate(certificate);
    sink(core::input::IdentityReady{protocol::peer_id_from(digest), encode_base64url(secret), std::move(identity)});
    forget_old_identities();
    co_return val::undefined();
}

/// What of an identity is bytes.
struct Claim {
    std::vector<std::uint8_t> sign;
    std::vector<std::uint8_t> secret_hash;
    std::vector<std::uint8_t> signature;
};

std::optional<Claim> decode(const protocol::Identity& identity) {
    auto sign = decode_base64url(identity.sign);
    auto secret_hash = decode_base64url(identity.secret_hash);
    auto signature = decode_base64url(identity.signature);
    if (!sign || !secret_hash || !signature) return std::nullopt;
    return Claim{std::move(*sign), std::move(*secret_hash), std::move(*signature)};
}

val verify_identity(core::output::VerifyIdentity order, Claim claim, Sink sink) {
    auto verdict = IdentityVerified::Verdict::Forged;
    const val usages = val::array(std::vector<std::string>{"verify"});
    // Works on the key and on the id at the same time.
    const val importing = attempt(
        subtle().call<val>("importKey", val("raw"), to_uint8_array(claim.sign), p256_keys("ECDSA"), false, usages));
    const auto digest = to_bytes(co_await sha256(hashed_for_peer_id(claim.sign, claim.secret_hash)));
    const val key = co_await importing;
    if (!key.isNull() && protocol::peer_id_from(digest) == order.peer) {
        const std::string statement = protocol::identity_statement(order.run, order.identity);
        const val verifying = subtle().call<val>("verify", ecdsa_sha256(), key, to_uint8_array(claim.signature),
                                                 to_uint8_array(bytes_of(statement)));
        if ((co_await attempt(verifying)).isTrue()) verdict = IdentityVerified::Verdict::Genuine;
    }
    sink(IdentityVerified{order.seal, verdict});
    co_return val::undefined();
}

}  // namespace

Identity::Identity(Sink sink) : sink_(std::move(sink)) {}

void Identity::prepare(const core::output::PrepareIdentity& order) {
    prepare_identity(order.run, handle_.number(), sink_);
}

void Identity::verify(const core::output::VerifyIdentity& order) const {
    auto claim = decode(order.identity);
    if (!claim) return sink_(IdentityVerified{order.seal, IdentityVerified::Verdict::Forged});
    verify_identity(order, std::move(*claim), sink_);
}

}  // namespace parley::web
