#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <cstdlib>
#include <memory>

#include "tests/sealing/reference.hpp"

namespace parley::reference {
namespace {

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

constexpr std::size_t header_size = 1 + 16 + 8;
constexpr std::size_t tag_size = 16;
constexpr std::size_t plaintext_size_max = std::size_t{256} * 1024;
constexpr std::uint8_t deflated_mark = 0;

/// OpenSSL fails here only when the machine does.
void require(bool done) {
    if (!done) std::abort();
}

Bytes hmac(const Bytes& key, const Bytes& message) {
    Bytes digest(32);
    require(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), message.data(), message.size(), digest.data(),
                 nullptr) != nullptr);
    return digest;
}

std::string info_of(const Stream& stream) {
    return "parley.v1 seal|" + stream.kind + "|" + stream.from + "|" + (stream.to.empty() ? "*" : stream.to) + "|" +
           stream.run;
}

Bytes key_of(const Stream& stream) {
    const auto key = from_base64url(stream.key);
    require(key.has_value());
    return hkdf(*key, sha256(to_bytes(stream.room)), info_of(stream));
}

Bytes big_endian(std::uint64_t counter) {
    Bytes bytes;
    for (int shift = 56; shift >= 0; shift -= 8) bytes.push_back(static_cast<std::uint8_t>(counter >> shift));
    return bytes;
}

Bytes header_of(const Stream& stream, std::uint64_t counter) {
    const auto run = from_base64url(stream.run);
    require(run.has_value() && run->size() == 16);
    return together({{1}, *run, big_endian(counter)});
}

enum class Direction { Decrypt, Encrypt };

/// With the key and the additional data of the stream.
Cipher cipher_for(const Stream& stream, std::uint64_t counter, Direction direction) {
    Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const Bytes nonce = together({Bytes(4), big_endian(counter)});
    const Bytes info = to_bytes(info_of(stream));
    int size = 0;
    require(EVP_CipherInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key_of(stream).data(), nonce.data(),
                              direction == Direction::Encrypt ? 1 : 0) == 1);
    require(EVP_CipherUpdate(cipher.get(), nullptr, &size, info.data(), static_cast<int>(info.size())) == 1);
    return cipher;
}

Bytes passed_through(const Cipher& cipher, const Bytes& input) {
    Bytes output(input.size());
    int size = 0;
    require(EVP_CipherUpdate(cipher.get(), output.data(), &size, input.data(), static_cast<int>(input.size())) == 1);
    return output;
}

}  // namespace

Bytes sha256(const Bytes& bytes) {
    Bytes digest(32);
    require(EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) == 1);
    return digest;
}

Bytes hkdf(const Bytes& key, const Bytes& salt, std::string_view info) {
    const Bytes extracted = hmac(salt.empty() ? Bytes(32) : salt, key);
    return hmac(extracted, together({to_bytes(info), {1}}));
}

Room room_of(const Bytes& key) {
    const Bytes access = hkdf(key, {}, "parley.v1 access");
    std::string id = to_base32(sha256(together({to_bytes("parley.v1 room"), sha256(access)})),
                               "0123456789abcdefghjkmnpqrstvwxyz", 12);
    id.insert(8, "-").insert(4, "-");
    return {.access = to_base64url(access), .id = id};
}

std::string seal(const Stream& stream, std::uint64_t counter, Packing packing, std::string_view plaintext) {
    Bytes input = to_bytes(plaintext);
    if (packing == Packing::Deflated) input = together({{deflated_mark}, deflate(input)});
    const Cipher cipher = cipher_for(stream, counter, Direction::Encrypt);
    const Bytes ciphertext = passed_through(cipher, input);
    Bytes tag(tag_size);
    int size = 0;
    require(EVP_CipherFinal_ex(cipher.get(), tag.data(), &size) == 1);
    require(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(tag_size), tag.data()) == 1);
    return to_base64url(together({header_of(stream, counter), ciphertext, tag}));
}

std::optional<std::string> open(const Stream& stream, std::uint64_t counter, std::string_view sealed) {
    const auto bytes = from_base64url(sealed);
    if (!bytes || bytes->size() < header_size + tag_size) return std::nullopt;
    const auto text_begin = bytes->begin() + header_size;
    if (Bytes(bytes->begin(), text_begin) != header_of(stream, counter)) return std::nullopt;
    const Cipher cipher = cipher_for(stream, counter, Direction::Decrypt);
    const Bytes opened = passed_through(cipher, Bytes(text_begin, bytes->end() - tag_size));
    Bytes tag(bytes->end() - tag_size, bytes->end());
    int size = 0;
    require(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(tag_size), tag.data()) == 1);
    if (EVP_CipherFinal_ex(cipher.get(), tag.data(), &size) != 1) return std::nullopt;
    if (opened.empty() || opened.front() != deflated_mark) return to_text(opened);
    const auto inflated = inflate(Bytes(opened.begin() + 1, opened.end()), plaintext_size_max);
    return inflated ? std::optional(to_text(*inflated)) : std::nullopt;
}

}  // namespace parley::reference
