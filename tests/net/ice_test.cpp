#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "tests/net/meeting.hpp"

namespace parley::net {
namespace {

using namespace protocol;

constexpr const char* turn_secret = "shared with the relays";
constexpr std::int64_t lifetime_ms = 3'600'000;

ServerSettings with_ice(std::vector<std::string> stun_urls, std::vector<std::string> turn_urls) {
    ServerSettings settings = quick_settings();
    settings.ice = {.stun_urls = std::move(stun_urls), .turn_urls = std::move(turn_urls), .turn_secret = turn_secret};
    if (!settings.ice.turn_urls.empty()) settings.hub.ice_lifetime_ms = lifetime_ms;
    return settings;
}

ServerSettings renewing_after(std::int64_t delay_ms) {
    ServerSettings settings = with_ice({}, {"turn:127.0.0.1:1"});
    settings.hub.ice_lifetime_ms = 2 * delay_ms;
    return settings;
}

std::int64_t expiry_s(const IceServer& server) { return std::stoll(server.username.value_or("0")); }

void expect_good_credential(const IceServer& server) {
    const std::string username = server.username.value_or("");
    const std::string user = username.substr(username.find(':') + 1);
    EXPECT_EQ(auth::make_relay_credential(auth::bytes_of(turn_secret), user, expiry_s(server)).password,
              server.credential);
}

class Ice : public Meeting {
protected:
    Ice() : Meeting(with_ice({"stun:127.0.0.1:1"}, {"turn:127.0.0.1:1", "turns:127.0.0.1:2"})) {}
};

TEST_F(Ice, IsGivenToWhoeverJoinsWithCredentialsForAnHour) {
    const auto now_s =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    const auto joined = enter(ann, 1);
    EXPECT_EQ(joined.ice_ttl_ms, lifetime_ms);
    ASSERT_EQ(joined.ice_servers.size(), 2U);
    EXPECT_EQ(joined.ice_servers[0].urls, (std::vector<std::string>{"stun:127.0.0.1:1"}));
    EXPECT_FALSE(joined.ice_servers[0].credential);
    EXPECT_EQ(joined.ice_servers[1].urls, (std::vector<std::string>{"turn:127.0.0.1:1", "turns:127.0.0.1:2"}));
    EXPECT_GE(expiry_s(joined.ice_servers[1]), now_s + lifetime_ms / 1000);
    expect_good_credential(joined.ice_servers[1]);
}

TEST_F(Ice, KnowsNobodyByNameOrId) {
    const auto joined = enter(ann, 1);
    const std::string username = joined.ice_servers.at(1).username.value_or("");
    for (const std::string& id : {joined.peer.value, joined.session.value}) {
        EXPECT_EQ(username.find(id), std::string::npos);
    }
}

TEST_F(Ice, IsGivenAgainToWhoResumes) {
    const auto first = enter(ann, 1);
    ann.cut();
    SocketClient again(server.port());
    auto join = valid_join(1);
    join.resume = Resume{.session = first.session, .got = 0};
    const auto resumed = enter(again, join);
    EXPECT_TRUE(resumed.resumed);
    ASSERT_EQ(resumed.ice_servers.size(), 2U);
    expect_good_credential(resumed.ice_servers[1]);
}

class RenewedIce : public Meeting {
protected:
    RenewedIce() : Meeting(renewing_after(20)) {}
};

TEST_F(RenewedIce, ComesByItselfWithANumber) {
    enter(ann, 1);
    for (const Sequence s : {1U, 2U}) {
        const auto renewed = next<IceChanged>(ann);
        EXPECT_EQ(renewed.s, s);
        EXPECT_EQ(renewed.ice_ttl_ms, 40);
        expect_good_credential(renewed.ice_servers.at(0));
    }
}

TEST(Services, AreSaidBeforeAnybodyJoins) {
    for (const auto& [settings, said] :
         {std::pair{with_ice({}, {}), R"({"stun":false,"turn":false})"},
          std::pair{with_ice({"stun:127.0.0.1:1"}, {}), R"({"stun":true,"turn":false})"},
          std::pair{with_ice({}, {"turn:127.0.0.1:1"}), R"({"stun":true,"turn":true})"}}) {
        RunningServer server(settings);
        const auto answer = get(server.port(), "/api/services");
        EXPECT_EQ(answer.status, 200U);
        EXPECT_EQ(answer.headers.at("content-type"), "application/json");
        EXPECT_EQ(answer.headers.at("cache-control"), "no-store");
        EXPECT_EQ(answer.body, said);
    }
}

TEST(Services, NameNoServerAndNoCredential) {
    RunningServer server(with_ice({"stun:127.0.0.1:1"}, {"turn:127.0.0.1:1"}));
    EXPECT_EQ(get(server.port(), "/api/services").body.find("127.0.0.1"), std::string::npos);
}

}  // namespace
}  // namespace parley::net
