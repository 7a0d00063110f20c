#include "auth/ice.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace parley::auth {
namespace {

constexpr const char* secret = "north-wind-and-the-sun";
const SessionId session("session-1");
constexpr std::int64_t expires_at_ms = 1'764'003'600'999;

IceOffer offer() {
    return {.stun_urls = {"stun:stun.example.org"},
            .turn_urls = {"turn:turn.example.org", "turns:turn.example.org"},
            .turn_secret = secret};
}

// Worked out with another implementation (Python's hmac), as are those below.
TEST(RelayCredential, IsWhatARelayWithTheSameSecretWorksOut) {
    const auto credential = make_relay_credential(bytes_of(secret), "opaque", 1'764'003'600);
    EXPECT_EQ(credential.username, "1764003600:opaque");
    EXPECT_EQ(credential.password, "lSKKmuaWwsYtTI7MQ+dDA/g3baM=");
}

TEST(RelayCredential, IsAnotherForAnotherSecretUserOrTime) {
    const auto credential = make_relay_credential(bytes_of(secret), "opaque", 1'764'003'600);
    EXPECT_NE(make_relay_credential(bytes_of("another"), "opaque", 1'764'003'600).password, credential.password);
    EXPECT_NE(make_relay_credential(bytes_of(secret), "other", 1'764'003'600).password, credential.password);
    EXPECT_NE(make_relay_credential(bytes_of(secret), "opaque", 1'764'003'601).password, credential.password);
}

TEST(IceServers, AreStunWithoutCredentialsAndRelaysWithThem) {
    const auto servers = ice_servers_for(offer(), session, expires_at_ms);
    ASSERT_EQ(servers.size(), 2U);
    EXPECT_EQ(servers[0].urls, offer().stun_urls);
    EXPECT_FALSE(servers[0].username);
    EXPECT_FALSE(servers[0].credential);
    EXPECT_EQ(servers[1].urls, offer().turn_urls);
    EXPECT_EQ(servers[1].username, "1764003600:ZTzEJIuTj60STzEx");
    EXPECT_EQ(servers[1].credential, "e+9Rk22rTkIUnhAnh2QcS6tkDvE=");
}

TEST(IceServers, NameTheSessionToRelaysByTheSameHashEachTime) {
    const auto user_of = [](const SessionId& of, std::int64_t at_ms) {
        const std::string username = ice_servers_for(offer(), of, at_ms)[1].username.value_or("");
        return username.substr(username.find(':'));
    };
    EXPECT_EQ(user_of(session, expires_at_ms), user_of(session, expires_at_ms + 1'000'000));
    EXPECT_NE(user_of(session, expires_at_ms), user_of(SessionId("session-2"), expires_at_ms));
    EXPECT_EQ(user_of(session, expires_at_ms).find(session.value), std::string::npos);
}

TEST(IceServers, AreNoneWhereNothingIsOffered) { EXPECT_TRUE(ice_servers_for({}, session, expires_at_ms).empty()); }

TEST(IceServers, AreOfOneKindWhereOnlyThatIsOffered) {
    auto stun_alone = offer();
    stun_alone.turn_urls.clear();
    EXPECT_FALSE(ice_servers_for(stun_alone, session, expires_at_ms).at(0).username);
    auto turn_alone = offer();
    turn_alone.stun_urls.clear();
    EXPECT_EQ(ice_servers_for(turn_alone, session, expires_at_ms).at(0).urls, offer().turn_urls);
}

}  // namespace
}  // namespace parley::auth
