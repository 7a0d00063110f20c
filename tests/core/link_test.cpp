#include "core/link.hpp"

#include <gtest/gtest.h>

namespace parley::core {
namespace {

constexpr const char* key = "AbCdEfGhIjKlMnOpQrStUg";
constexpr const char* room = "32jx-wbw4-b1hs";

void expect_meeting(const std::optional<MeetingReference>& reference) {
    ASSERT_TRUE(reference);
    EXPECT_EQ(reference->key, key);
    ASSERT_TRUE(reference->room);
    EXPECT_EQ(reference->room->value, room);
}

std::string whole(const std::string& host = "https://meet.example") { return host + "/r/" + room + "#" + key; }

TEST(Link, IsReadFromAnAddress) {
    expect_meeting(read_address(std::string("/r/") + room, key));
    expect_meeting(read_address(std::string("/r/") + room + "/", key));
}

TEST(Link, IsReadWholeFromAnyHost) {
    expect_meeting(read_typed(whole()));
    expect_meeting(read_typed(whole("http://other.example:8080")));
    expect_meeting(read_typed(whole("meet.example")));
    expect_meeting(read_typed(whole("")));
}

TEST(Link, IsReadAsRoomAndKey) { expect_meeting(read_typed(std::string(room) + "#" + key)); }

TEST(Link, IsReadAsTheKeyAlone) {
    const auto reference = read_typed(key);
    ASSERT_TRUE(reference);
    EXPECT_EQ(reference->key, key);
    EXPECT_FALSE(reference->room);
}

TEST(Link, IsReadDespiteBlanksAroundIt) { expect_meeting(read_typed(" \t" + whole() + " \r\n")); }

TEST(Link, IsReadDespiteAQuery) {
    expect_meeting(read_typed("https://meet.example/r/" + std::string(room) + "?debug#" + key));
}

TEST(Link, IsReadWithItsRoomInUpperCase) {
    expect_meeting(read_typed(std::string("32JX-WBW4-B1HS#") + key));
    expect_meeting(read_address("/r/32JX-WBW4-B1HS", key));
}

TEST(Link, IsRefusedWhenItWasCutOff) {
    for (std::size_t kept = 0; kept < whole().size(); ++kept) {
        EXPECT_FALSE(read_typed(whole().substr(0, kept))) << whole().substr(0, kept);
    }
}

TEST(Link, IsRefusedWithALastCharacterThatNoKeyEndsIn) {
    std::string text = whole();
    for (const char last : std::string("BCPRfhvxz059-_")) {
        text.back() = last;
        EXPECT_FALSE(read_typed(text)) << text;
    }
}

TEST(Link, IsRefusedWithForeignCharacters) {
    for (const std::string& text : {whole() + ".", whole() + "#", whole() + "A", std::string("#") + key,
                                    std::string("/r/#") + key, std::string("/r/one/two#") + key,
                                    std::string("AbCdEfGhIjKlMnOp rStUg"), std::string("AbCdEfGhIjKlMnOp+rStUg")}) {
        EXPECT_FALSE(read_typed(text)) << text;
    }
}

TEST(Link, IsNoAddressOfAnotherPage) {
    EXPECT_FALSE(read_address("/", key));
    EXPECT_FALSE(read_address("/about", key));
    EXPECT_FALSE(read_address("/r/", key));
    EXPECT_FALSE(read_address(std::string("/r/") + room, ""));
}

TEST(Link, IsWrittenAsItIsRead) { EXPECT_EQ(meeting_path(RoomId(room), key), std::string("/r/") + room + "#" + key); }

}  // namespace
}  // namespace parley::core
