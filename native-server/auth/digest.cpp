#include "auth/digest.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <cstdlib>
#include <memory>

namespace parley::auth {
namespace {

template <class Code>
Code hmac(const EVP_MD* digest, Bytes key, Bytes message) {
    Code code{};
    unsigned size = 0;
    const auto* const done =
        HMAC(digest, key.data(), static_cast<int>(key.size()), message.data(), message.size(), code.data(), &size);
    // A proof that cannot be made would be the same for everyone.
    if (done == nullptr || size != code.size()) std::abort();
    return code;
}

}  // namespace

Digest sha256(std::initializer_list<Bytes> parts) {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    Digest digest{};
    bool done = context != nullptr && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1;
    for (const Bytes part : parts) done = done && EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1;
    done = done && EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1;
    // A digest that cannot be made would let everyone into one room under one name.
    if (!done) std::abort();
    return digest;
}

Digest hmac_sha256(Bytes key, Bytes message) { return hmac<Digest>(EVP_sha256(), key, message); }

Sha1Code hmac_sha1(Bytes key, Bytes message) { return hmac<Sha1Code>(EVP_sha1(), key, message); }

std::string encode_base64(Bytes bytes) {
    // Four characters for each three bytes begun, and a zero that is not part of it.
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const int size =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes.data(), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(size));
    return text;
}

}  // namespace parley::auth
