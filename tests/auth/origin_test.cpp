#include "auth/origin.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace parley::auth {
namespace {

const std::vector<std::string> nobody;

TEST(Origin, AllowsThePageOfTheSameHost) {
    EXPECT_TRUE(is_allowed_origin("http://127.0.0.1:8080", "127.0.0.1:8080", nobody));
    EXPECT_TRUE(is_allowed_origin("https://Meet.Example.org", "meet.example.ORG", nobody));
    EXPECT_TRUE(is_allowed_origin("http://[::1]:8080", "[::1]:8080", nobody));
}

TEST(Origin, RefusesAnotherHostOrPort) {
    for (const char* origin :
         {"http://evil.example", "http://127.0.0.1", "http://127.0.0.1:8081", "http://127.0.0.1:8080.evil.example",
          "http://evil@127.0.0.1:8080", "null", "file://", "ftp://127.0.0.1:8080", "127.0.0.1:8080", "http://"}) {
        EXPECT_FALSE(is_allowed_origin(origin, "127.0.0.1:8080", nobody)) << origin;
    }
}

TEST(Origin, AllowsWhatWasListedAndNothingLikeIt) {
    const std::vector<std::string> listed{"https://app.example"};
    EXPECT_TRUE(is_allowed_origin("https://app.example", "meet.example", listed));
    EXPECT_FALSE(is_allowed_origin("http://app.example", "meet.example", listed));
    EXPECT_FALSE(is_allowed_origin("https://app.example.evil", "meet.example", listed));
}

TEST(Origin, AllowsProgramsThatSendNone) { EXPECT_TRUE(is_allowed_origin("", "meet.example", nobody)); }

TEST(Origin, KnowsAHostThatMayBeRepeatedInAHeader) {
    for (const char* host : {"localhost", "127.0.0.1:8080", "meet.example.org:443", "[::1]", "[fe80::1]:80"}) {
        EXPECT_TRUE(is_valid_host(host)) << host;
    }
    for (const char* host : {"", ":80", "a b", "a;script-src *", "a'b", "a\r\nb", "host:", "host:port", "host:123456",
                             "[::1", "[]", "[::1]x", "h\xc3\xb6st", "a/b", "a@b"}) {
        EXPECT_FALSE(is_valid_host(host)) << host;
    }
    EXPECT_FALSE(is_valid_host(std::string(256, 'a')));
}

TEST(Origin, KnowsAWellFormedOrigin) {
    EXPECT_TRUE(is_valid_origin("https://example.org:8443"));
    for (const char* origin : {"https://example.org/", "example.org", "wss://example.org", "*"}) {
        EXPECT_FALSE(is_valid_origin(origin)) << origin;
    }
}

}  // namespace
}  // namespace parley::auth
