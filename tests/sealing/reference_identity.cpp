#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <memory>

#include "tests/sealing/reference.hpp"

namespace parley::reference {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

constexpr std::size_t number_size = 32;

/// Of an uncompressed point (SEC 1 section 2.3.3); null when it is none.
Key public_key(Bytes point) {
    char group[] = "P-256";
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group, 0),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()),
        OSSL_PARAM_construct_end(),
    };
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr), &EVP_PKEY_CTX_free);
    EVP_PKEY* key = nullptr;
    if (EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, const_cast<OSSL_PARAM*>(parameters)) != 1) {
        key = nullptr;
    }
    return {key, &EVP_PKEY_free};
}

/// r || s as ASN.1, which is what OpenSSL takes.
Bytes to_der(const Bytes& signature) {
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> pair(ECDSA_SIG_new(), &ECDSA_SIG_free);
    ECDSA_SIG_set0(pair.get(), BN_bin2bn(signature.data(), number_size, nullptr),
                   BN_bin2bn(signature.data() + number_size, number_size, nullptr));
    Bytes der(static_cast<std::size_t>(i2d_ECDSA_SIG(pair.get(), nullptr)));
    unsigned char* end = der.data();
    i2d_ECDSA_SIG(pair.get(), &end);
    return der;
}

bool is_signed(const Key& key, const Bytes& signature, const Bytes& statement) {
    if (signature.size() != 2 * number_size) return false;
    const Bytes der = to_der(signature);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), der.data(), der.size(), statement.data(), statement.size()) == 1;
}

}  // namespace

bool is_genuine(const Claim& claim) {
    const auto sign = from_base64url(claim.sign);
    const auto secret_hash = from_base64url(claim.secret_hash);
    const auto signature = from_base64url(claim.signature);
    if (!sign || !secret_hash || !signature) return false;
    const Bytes digest = sha256(together({to_bytes("parley.v1 id"), *sign, *secret_hash}));
    if (to_base32(digest, "abcdefghijklmnopqrstuvwxyz234567", 26) != claim.peer) return false;
    const Key key = public_key(*sign);
    const std::string statement = "parley.v1 identity|" + claim.run + "|" + claim.sign + "|" + claim.secret_hash + "|" +
                                  claim.certificate_fingerprint;
    return key && is_signed(key, *signature, to_bytes(statement));
}

}  // namespace parley::reference
