#include "auth/digest.hpp"

#include <gtest/gtest.h>

#include <string>

namespace parley::auth {
namespace {

std::string hex(Bytes bytes) {
    std::string text;
    for (const std::uint8_t byte : bytes) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

// RFC 4231 section 4.3.
TEST(Digest, MakesTheHmacOfTheStandardWithSha256) {
    EXPECT_EQ(hex(hmac_sha256(bytes_of("Jefe"), bytes_of("what do ya want for nothing?"))),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

// RFC 2202 section 3.
TEST(Digest, MakesTheHmacOfTheStandardWithSha1) {
    EXPECT_EQ(hex(hmac_sha1(bytes_of("Jefe"), bytes_of("what do ya want for nothing?"))),
              "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
}

// RFC 4648 section 10.
TEST(Digest, SpellsBase64WithItsPadding) {
    EXPECT_EQ(encode_base64(bytes_of("")), "");
    EXPECT_EQ(encode_base64(bytes_of("f")), "Zg==");
    EXPECT_EQ(encode_base64(bytes_of("fo")), "Zm8=");
    EXPECT_EQ(encode_base64(bytes_of("foobar")), "Zm9vYmFy");
}

}  // namespace
}  // namespace parley::auth
