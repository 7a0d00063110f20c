#include <gtest/gtest.h>

#include <algorithm>

#include "tests/net/client.hpp"
#include "tests/net/running_server.hpp"

namespace parley::net {
namespace {

constexpr const char* script = "/assets/script-0a1b2c3d.js";

class Page : public testing::Test {
protected:
    Answer fetch(const std::string& target, const std::string& headers = "") {
        return get(server.port(), target, headers);
    }

    RunningServer server{quick_settings()};
};

TEST_F(Page, IsServedAtTheRootAndAtEveryMeetingLink) {
    for (const char* target : {"/", "/?gallery", "/r/32jx-wbw4-b1hs", "/r/any/thing"}) {
        const auto answer = fetch(target);
        EXPECT_EQ(answer.status, 200U) << target;
        EXPECT_EQ(answer.headers.at("content-type"), "text/html; charset=utf-8");
        EXPECT_NE(answer.body.find("A page for tests"), std::string::npos);
    }
}

TEST_F(Page, CarriesEverySecurityHeaderOnEveryAnswer) {
    for (const char* target : {"/", script, "/nothing", "/healthz", "/signal"}) {
        const auto answer = fetch(target);
        const std::string port = std::to_string(server.port());
        EXPECT_EQ(answer.headers.at("content-security-policy"),
                  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; "
                  "media-src 'self' blob:; font-src 'self'; connect-src 'self' ws://127.0.0.1:" +
                      port + " wss://127.0.0.1:" + port +
                      "; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
                      "frame-ancestors 'none'");
        EXPECT_EQ(answer.headers.at("x-content-type-options"), "nosniff");
        EXPECT_EQ(answer.headers.at("referrer-policy"), "no-referrer");
        EXPECT_EQ(answer.headers.at("cross-origin-opener-policy"), "same-origin");
        const auto& permissions = answer.headers.at("permissions-policy");
        EXPECT_NE(permissions.find("camera=(self)"), std::string::npos);
        EXPECT_NE(permissions.find("geolocation=()"), std::string::npos);
    }
}

TEST_F(Page, DoesNotRepeatAForgedHostInItsHeaders) {
    const auto answer = request(server.port(), "GET / HTTP/1.1\r\nHost: evil; script-src *");
    EXPECT_EQ(answer.headers.at("content-security-policy").find("evil"), std::string::npos);
}

TEST_F(Page, ComesInTheBestCodingThatTheBrowserTakes) {
    const auto plain = fetch(script);
    EXPECT_FALSE(plain.headers.contains("content-encoding"));
    const auto brotli = fetch(script, "Accept-Encoding: gzip, deflate, br");
    EXPECT_EQ(brotli.headers.at("content-encoding"), "br");
    EXPECT_LT(brotli.body.size(), plain.body.size());
    const auto gzip = fetch(script, "Accept-Encoding: gzip;q=0.5, br;q=0");
    EXPECT_EQ(gzip.headers.at("content-encoding"), "gzip");
    EXPECT_EQ(gzip.body.substr(0, 2), "\x1f\x8b");
    for (const auto& answer : {plain, brotli, gzip}) EXPECT_EQ(answer.headers.at("vary"), "Accept-Encoding");
    EXPECT_NE(brotli.headers.at("etag"), gzip.headers.at("etag"));
}

TEST_F(Page, LeavesUncompressedWhatWouldNotShrink) {
    const auto answer = fetch("/tiny.txt", "Accept-Encoding: br, gzip");
    EXPECT_FALSE(answer.headers.contains("content-encoding"));
    EXPECT_EQ(answer.body, "x");
}

TEST_F(Page, IsCachedForEverOnlyWhereTheNameChangesWithTheContent) {
    EXPECT_EQ(fetch(script).headers.at("cache-control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(fetch("/").headers.at("cache-control"), "no-cache");
}

TEST_F(Page, IsNotSentAgainToWhoHasIt) {
    const auto tag = fetch("/").headers.at("etag");
    for (const std::string& known : {tag, "\"other\", W/" + tag, std::string("*")}) {
        const auto answer = fetch("/", "If-None-Match: " + known);
        EXPECT_EQ(answer.status, 304U) << known;
        EXPECT_EQ(answer.body, "");
        EXPECT_EQ(answer.headers.at("etag"), tag);
        EXPECT_TRUE(answer.headers.contains("content-security-policy"));
    }
    EXPECT_EQ(fetch("/", "If-None-Match: \"other\"").status, 200U);
}

TEST_F(Page, AnswersHeadWithTheSameHeadersAndNoBody) {
    const auto whole = fetch("/");
    const auto head = request(server.port(), "HEAD / HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server.port()));
    EXPECT_EQ(head.status, 200U);
    EXPECT_EQ(head.headers, whole.headers);
    EXPECT_EQ(head.headers.at("content-length"), std::to_string(whole.body.size()));
    EXPECT_EQ(head.body, "");
}

TEST_F(Page, AnswersUnknownPathsInPlainWords) {
    for (const char* target :
         {"/nothing", "/r/", "/../etc/passwd", "/%2e%2e/etc/passwd", "/assets/", "//", "/dev/changed"}) {
        const auto answer = fetch(target);
        EXPECT_EQ(answer.status, 404U) << target;
        EXPECT_EQ(answer.headers.at("content-type"), "text/plain; charset=utf-8");
    }
}

TEST_F(Page, RefusesOtherMethods) {
    const auto answer = request(server.port(), "DELETE / HTTP/1.1\r\nHost: a");
    EXPECT_EQ(answer.status, 405U);
    EXPECT_EQ(answer.headers.at("allow"), "GET, HEAD");
}

TEST_F(Page, RefusesARequestThatCannotBeRead) {
    EXPECT_EQ(request(server.port(), "GET / NONSENSE").status, 400U);
    EXPECT_EQ(fetch("/", "X-Long: " + std::string(9'000, 'x')).status, 431U);
}

TEST_F(Page, SaysThatItIsHealthyAndReady) {
    EXPECT_EQ(fetch("/healthz").status, 200U);
    EXPECT_EQ(fetch("/readyz").status, 200U);
}

TEST_F(Page, TellsWhoAsksForTheSocketWithoutUpgrading) { EXPECT_EQ(fetch("/signal").status, 426U); }

TEST(PageMissing, IsSaidInPlainWords) {
    RunningServer server(quick_settings(), std::make_unique<EmbeddedAssetSource>(std::span<const EmbeddedAsset>{}));
    const auto answer = get(server.port(), "/");
    EXPECT_EQ(answer.status, 503U);
    EXPECT_NE(answer.body.find("not built in"), std::string::npos);
    EXPECT_EQ(get(server.port(), "/healthz").status, 200U);
}

TEST(ServerStart, SaysThatTheAddressIsTaken) {
    RunningServer server(quick_settings());
    ServerSettings settings;
    settings.port = server.port();
    const auto second = Server::open(settings, std::make_unique<EmbeddedAssetSource>(test_page_assets()));
    ASSERT_FALSE(second.ok());
    EXPECT_NE(second.error().find("already listens on 127.0.0.1"), std::string::npos);
}

}  // namespace
}  // namespace parley::net
