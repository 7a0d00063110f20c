#include "protocol/base64url.hpp"

#include <gtest/gtest.h>

namespace parley {
namespace {

std::string encoded(std::string_view text) {
    return encode_base64url({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

std::optional<std::string> decoded(std::string_view text) {
    const auto bytes = decode_base64url(text);
    if (!bytes) return std::nullopt;
    return std::string(bytes->begin(), bytes->end());
}

TEST(Base64url, SpellsTheVectorsOfRfc4648WithoutPadding) {
    EXPECT_EQ(encoded(""), "");
    EXPECT_EQ(encoded("f"), "Zg");
    EXPECT_EQ(encoded("fo"), "Zm8");
    EXPECT_EQ(encoded("foo"), "Zm9v");
    EXPECT_EQ(encoded("foobar"), "Zm9vYmFy");
}

TEST(Base64url, UsesTheUrlSafeDigits) {
    EXPECT_EQ(encoded("\xfb\xff\xbf"), "-_-_");
    EXPECT_EQ(decoded("-_-_"), "\xfb\xff\xbf");
}

TEST(Base64url, ReadsBackWhatItWrote) {
    std::string all;
    for (int byte = 0; byte < 256; ++byte) {
        all += static_cast<char>(byte);
        EXPECT_EQ(decoded(encoded(all)), all);
    }
}

TEST(Base64url, RefusesPaddingAndForeignCharacters) {
    for (const char* text : {"Zg==", "Zm8=", "Zm9v\n", "Zm 9v", "+/+/", "Zm9\xc3"})
        EXPECT_EQ(decoded(text), std::nullopt);
    EXPECT_EQ(decoded(std::string_view("Zm\0v", 4)), std::nullopt);
}

TEST(Base64url, RefusesALengthThatNoBytesHave) { EXPECT_EQ(decoded("Zm9vY"), std::nullopt); }

TEST(Base64url, RefusesASecondSpellingOfTheSameBytes) {
    EXPECT_EQ(decoded("Zh"), std::nullopt);
    EXPECT_EQ(decoded("Zm9"), std::nullopt);
}

}  // namespace
}  // namespace parley
