#include "auth/grant.hpp"

#include <gtest/gtest.h>

#include <string>

#include "protocol/limits.hpp"

namespace parley::auth {
namespace {

using protocol::Role;

const Bytes secret = bytes_of("thirty-two bytes that nobody has");
const RoomId room("32jx-wbw4-b1hs");
const PeerId peer("yyt3l4w2ikmwd6ln7odv3hmojb");
constexpr std::int64_t now_ms = 1'764'000'000'000;
constexpr std::int64_t expires_at_ms = now_ms + grant_lifetime_ms;

std::string host_grant() { return make_grant(secret, room, peer, Role::Host, expires_at_ms); }

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    EXPECT_NE(at, std::string::npos) << text;
    return text.replace(at, what.size(), with);
}

TEST(Grant, GivesBackTheRoleThatItWasMadeFor) {
    EXPECT_EQ(check_grant(secret, room, peer, host_grant(), now_ms), Role::Host);
    const std::string participant = make_grant(secret, room, peer, Role::Participant, expires_at_ms);
    EXPECT_EQ(check_grant(secret, room, peer, participant, now_ms), Role::Participant);
}

// Worked out with another implementation (Python's hmac).
TEST(Grant, IsSpelledTheSameByEveryServer) {
    EXPECT_EQ(host_grant(), "host.1766592000000.DeqrKf1Ch2dOKZ12D2j6l5LoZw2AwoVRUMnXBPd1e2E");
}

TEST(Grant, FitsItsBoundWithTheLongestRole) {
    const RoomId longest(std::string(limits::room_name_max_characters, 'a'));
    const std::string grant = make_grant(secret, longest, peer, Role::Participant, expires_at_ms);
    EXPECT_LE(grant.size(), limits::grant_max_characters);
}

TEST(Grant, IsNothingInAnotherRoom) {
    EXPECT_EQ(check_grant(secret, RoomId("yj9m-r6rb-cz9f"), peer, host_grant(), now_ms), std::nullopt);
}

TEST(Grant, IsNothingInAnotherPeersHands) {
    EXPECT_EQ(check_grant(secret, room, PeerId("dsicrenukmtsbikhnnmpnm6pn5"), host_grant(), now_ms), std::nullopt);
}

TEST(Grant, DoesNotConfuseWhereARoomEndsAndAPeerBegins) {
    const std::string grant = make_grant(secret, RoomId("weekly-standup"), PeerId("ab"), Role::Host, expires_at_ms);
    EXPECT_EQ(check_grant(secret, RoomId("weekly-standupa"), PeerId("b"), grant, now_ms), std::nullopt);
}

TEST(Grant, RefusesARoleThatWasChanged) {
    const std::string participant = make_grant(secret, room, peer, Role::Participant, expires_at_ms);
    EXPECT_EQ(check_grant(secret, room, peer, replaced(participant, "participant", "host"), now_ms), std::nullopt);
}

TEST(Grant, RefusesAnExpiryThatWasChanged) {
    const std::string longer = replaced(host_grant(), std::to_string(expires_at_ms), std::to_string(expires_at_ms + 1));
    EXPECT_EQ(check_grant(secret, room, peer, longer, now_ms), std::nullopt);
}

TEST(Grant, EndsAtItsExpiry) {
    EXPECT_EQ(check_grant(secret, room, peer, host_grant(), expires_at_ms - 1), Role::Host);
    EXPECT_EQ(check_grant(secret, room, peer, host_grant(), expires_at_ms), std::nullopt);
}

TEST(Grant, RefusesAnotherServersSecret) {
    const Bytes other = bytes_of("thirty-two bytes of someone else");
    EXPECT_EQ(check_grant(other, room, peer, host_grant(), now_ms), std::nullopt);
}

TEST(Grant, RefusesAProofWithOneBitChanged) {
    std::string grant = host_grant();
    grant[grant.size() - 5] = grant[grant.size() - 5] == 'A' ? 'B' : 'A';
    EXPECT_EQ(check_grant(secret, room, peer, grant, now_ms), std::nullopt);
}

TEST(Grant, RefusesGarbage) {
    const std::string grant = host_grant();
    for (const std::string& text : {std::string(), std::string("."), std::string("host"), std::string("host.."),
                                    grant + "x", grant.substr(1), grant.substr(0, grant.size() - 1), grant + ".",
                                    std::string(limits::grant_max_characters, '.'), std::string(64, '\0')}) {
        EXPECT_EQ(check_grant(secret, room, peer, text, now_ms), std::nullopt) << text;
    }
}

}  // namespace
}  // namespace parley::auth
