#include "auth/digest.hpp"

#include <openssl/evp.h>

#include <cstdlib>
#include <memory>

namespace parley::auth {

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

}  // namespace parley::auth
