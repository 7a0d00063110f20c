#include <gtest/gtest.h>

#include "tests/net/reading_config.hpp"

namespace parley {
namespace {

constexpr const char* secret = "shared with the relays";

TEST(ConfigRelays, AreNoneUnlessNamed) {
    const auto config = accepted({});
    EXPECT_TRUE(config.stun_urls.empty());
    EXPECT_TRUE(config.turn_urls.empty());
    EXPECT_TRUE(config.turn_secret.empty());
}

TEST(ConfigRelays, AreTakenUpToFour) {
    const auto config =
        accepted({"--stun-url", "stun:a.example", "--turn-url", "turn:a.example", "--turn-url",
                  "turn:a.example?transport=tcp", "--turn-url", "turns:a.example", "--turn-secret", secret});
    EXPECT_EQ(config.stun_urls, (std::vector<std::string>{"stun:a.example"}));
    EXPECT_EQ(config.turn_urls,
              (std::vector<std::string>{"turn:a.example", "turn:a.example?transport=tcp", "turns:a.example"}));
    EXPECT_EQ(config.turn_secret, secret);
}

TEST(ConfigRelays, MayHaveTheirSecretInAFile) {
    EXPECT_EQ(accepted({"--turn-url", "turn:a.example", "--turn-secret-file", "/a/file"}).turn_secret_file, "/a/file");
}

TEST(ConfigRelays, MayComeFromTheEnvironment) {
    ::setenv("PARLEY_TURN_URL", "turn:a.example,turns:a.example", 1);
    ::setenv("PARLEY_TURN_SECRET", secret, 1);
    const auto config = accepted({});
    ::unsetenv("PARLEY_TURN_URL");
    ::unsetenv("PARLEY_TURN_SECRET");
    EXPECT_EQ(config.turn_urls, (std::vector<std::string>{"turn:a.example", "turns:a.example"}));
    EXPECT_EQ(config.turn_secret, secret);
}

TEST(ConfigRelays, RefuseAnAddressOfTheWrongKindInASentenceThatRepeatsIt) {
    for (const auto& [flag, value] :
         std::initializer_list<std::pair<const char*, const char*>>{{"--stun-url", "turn:a.example"},
                                                                    {"--stun-url", "stun.a.example"},
                                                                    {"--turn-url", "stun:a.example"},
                                                                    {"--turn-url", "turn:a.example:99999"},
                                                                    {"--turn-url", "turns:a.example?transport=udp"}}) {
        const std::string text = refused({flag, value, "--turn-secret", secret});
        EXPECT_NE(text.find(value), std::string::npos) << text;
    }
}

TEST(ConfigRelays, RefuseMoreThanFourInAll) {
    const std::string text =
        refused({"--stun-url", "stun:a.example", "--stun-url", "stun:b.example", "--turn-url", "turn:a.example",
                 "--turn-url", "turn:b.example", "--turn-url", "turn:c.example", "--turn-secret", secret});
    EXPECT_NE(text.find("four"), std::string::npos) << text;
}

TEST(ConfigRelays, RefuseRelaysWithoutASecretAndASecretWithoutRelays) {
    EXPECT_NE(refused({"--turn-url", "turn:a.example"}).find("--turn-secret"), std::string::npos);
    EXPECT_NE(refused({"--turn-secret", secret}).find("--turn-url"), std::string::npos);
    EXPECT_NE(refused({"--turn-secret-file", "/a/file"}).find("--turn-url"), std::string::npos);
}

TEST(ConfigRelays, RefuseTwoSecretsAndAShortOne) {
    const std::string both =
        refused({"--turn-url", "turn:a.example", "--turn-secret", secret, "--turn-secret-file", "/a/file"});
    EXPECT_NE(both.find("not both"), std::string::npos) << both;
    const std::string brief = refused({"--turn-url", "turn:a.example", "--turn-secret", "fifteen letters"});
    EXPECT_NE(brief.find("16"), std::string::npos) << brief;
    EXPECT_EQ(brief.find("fifteen letters"), std::string::npos) << brief;
}

}  // namespace
}  // namespace parley
