#include "tests/net/reading_config.hpp"

namespace parley {
namespace {

TEST(ConfigFlags, ListenOnThisMachineAloneUnlessToldOtherwise) {
    const auto config = accepted({});
    EXPECT_EQ(config.address, "127.0.0.1");
    EXPECT_EQ(config.port, 8080);
    EXPECT_EQ(config.people_per_room, 12U);
    EXPECT_EQ(config.messages_per_second, 100);
    EXPECT_EQ(config.bytes_per_second, 256 * 1024);
    EXPECT_TRUE(config.secret.empty());
    EXPECT_TRUE(config.assets_folder.empty());
    EXPECT_TRUE(config.allowed_origins.empty());
}

TEST(ConfigFlags, TakeAnAddressOfEitherKind) {
    EXPECT_EQ(accepted({"--listen", "0.0.0.0:0"}).address, "0.0.0.0");
    EXPECT_EQ(accepted({"--listen", "[::1]:9000"}).address, "::1");
    EXPECT_EQ(accepted({"--listen", "[::1]:9000"}).port, 9000);
}

TEST(ConfigFlags, TakeSeveralOrigins) {
    const auto config = accepted({"--allow-origin", "https://a.example", "--allow-origin", "https://b.example"});
    EXPECT_EQ(config.allowed_origins, (std::vector<std::string>{"https://a.example", "https://b.example"}));
}

TEST(ConfigFlags, RefuseBadValuesInASentenceThatRepeatsThem) {
    for (const auto& [flag, value] :
         std::initializer_list<std::pair<const char*, const char*>>{{"--listen", "8080"},
                                                                    {"--listen", "localhost"},
                                                                    {"--listen", "127.0.0.1:65536"},
                                                                    {"--listen", "::1:80"},
                                                                    {"--listen", "[127.0.0.1]:80"},
                                                                    {"--listen", "127.0.0.1:"},
                                                                    {"--assets", "/no/such/folder"},
                                                                    {"--allow-origin", "*"},
                                                                    {"--max-people", "1"},
                                                                    {"--max-people", "101"},
                                                                    {"--max-people", "many"},
                                                                    {"--message-rate", "0"},
                                                                    {"--byte-rate", "1"}}) {
        const std::string text = refused({flag, value});
        EXPECT_NE(text.find(value), std::string::npos) << text;
    }
}

TEST(ConfigFlags, TakeASecretAndRefuseAShortOneWithoutRepeatingIt) {
    EXPECT_EQ(accepted({"--secret", "sixteen letters!"}).secret, "sixteen letters!");
    EXPECT_EQ(refused({"--secret", "fifteen letters"}).find("fifteen letters"), std::string::npos);
}

TEST(ConfigFlags, TakeTheRatesThatAClientMayHave) {
    EXPECT_EQ(accepted({"--message-rate", "5000"}).messages_per_second, 5'000);
    EXPECT_EQ(accepted({"--byte-rate", "1000000"}).bytes_per_second, 1'000'000);
}

TEST(ConfigFlags, RefuseAFlagThatDoesNotExist) { refused({"--frobnicate"}); }

TEST(ConfigFlags, AnswerHelpAndVersion) {
    const auto help = read({"--help"});
    EXPECT_EQ(std::get<Exit>(help).status, 0);
    EXPECT_NE(std::get<Exit>(help).text.find("--listen"), std::string::npos);
    const auto version = read({"--version"});
    EXPECT_EQ(std::get<Exit>(version).status, 0);
    EXPECT_TRUE(std::get<Exit>(version).text.starts_with("parley-server "));
}

TEST(ConfigEnvironment, IsUsedWhereNoFlagIsGiven) {
    ::setenv("PARLEY_LISTEN", "127.0.0.1:1234", 1);
    EXPECT_EQ(accepted({}).port, 1234);
    EXPECT_EQ(accepted({"--listen", "127.0.0.1:80"}).port, 80);
    ::setenv("PARLEY_LISTEN", "nonsense", 1);
    refused({});
    ::unsetenv("PARLEY_LISTEN");
}

}  // namespace
}  // namespace parley
