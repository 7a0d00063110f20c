#include "auth/identity.hpp"

#include <gtest/gtest.h>

#include <string>

#include "protocol/base64url.hpp"

namespace parley::auth {
namespace {

// Worked out with another implementation (Python's hashlib and hmac). The access of the first is
// HKDF-SHA-256 of the key 00 01 ... 0f with the info "parley.v1 access", of the second of sixteen times ff.
constexpr const char* access_text = "i4oR6y5gQHzEdc7dG_qM-Cwo3MEAMZ7LjKTSBxPEADU";
constexpr const char* room_text = "32jx-wbw4-b1hs";
constexpr const char* room_key_text = "HdaNcg5N77DTk_XixAsdkzbVlRU0sJg5vRJuX-yuH5M";
constexpr const char* other_access_text = "f-xrFYFnfJNtIsrStEraV72UcM57RKDHuLw4vyP0Ujs";
constexpr const char* other_room_text = "yj9m-r6rb-cz9f";
constexpr const char* secret_text = "AAMGCQwPEhUYGx4hJCcqLTAzNjk8P0JFSEtOUVRXWl0";
constexpr const char* sign_text =
    "BAAFCg8UGR4jKC0yNzxBRktQVVpfZGluc3h9goeMkZaboKWqr7S5vsPIzdLX3OHm6_D1-v8ECQ4TGB0iJywxNjs";
constexpr const char* peer_text = "yyt3l4w2ikmwd6ln7odv3hmojb";

protocol::Join good_join() {
    return {.room = RoomId(room_text),
            .access = access_text,
            .secret = secret_text,
            .sign = sign_text,
            .presence = "sealed",
            .grant = std::nullopt,
            .resume = std::nullopt};
}

ErrorCode refused(const protocol::Join& join) {
    const auto result = verify(join);
    EXPECT_FALSE(result.ok());
    return result.ok() ? ErrorCode::Internal : result.error().code;
}

TEST(Identity, DerivesTheRoomFromTheAccess) {
    EXPECT_EQ(room_for_access(*decode_base64url(access_text)), RoomId(room_text));
    EXPECT_EQ(room_for_access(*decode_base64url(other_access_text)), RoomId(other_room_text));
}

TEST(Identity, DerivesThePeerFromItsKeys) {
    EXPECT_EQ(peer_for_keys(*decode_base64url(secret_text), *decode_base64url(sign_text)), PeerId(peer_text));
    const auto secret = decode_base64url("BwoNEBMWGRwfIiUoKy4xNDc6PUBDRklMT1JVWFteYWQ");
    const auto sign =
        decode_base64url("BAcMERYbICUqLzQ5PkNITVJXXGFma3B1en-EiY6TmJ2ip6yxtrvAxcrP1Nne4-jt8vf8AQYLEBUaHyQpLjM4PUI");
    EXPECT_EQ(peer_for_keys(*secret, *sign), PeerId("dsicrenukmtsbikhnnmpnm6pn5"));
}

TEST(Identity, TellsDerivedRoomsFromNamedOnes) {
    EXPECT_EQ(kind_of(RoomId(room_text)), RoomKind::Derived);
    EXPECT_EQ(kind_of(RoomId("weekly-standup")), RoomKind::Named);
    EXPECT_EQ(kind_of(RoomId("32jx-wbw4-b1hu")), RoomKind::Named) << "u is no digit of Crockford's";
    EXPECT_EQ(kind_of(RoomId("0123456789")), RoomKind::Named);
    EXPECT_EQ(kind_of(RoomId(std::string(64, 'a'))), RoomKind::Named);
}

TEST(Identity, RefusesRoomNamesOutsideTheGrammar) {
    for (const std::string& name :
         {std::string(), std::string("too-short"), std::string(65, 'a'), std::string("Upper-Case-Name"),
          std::string("with space in"), std::string("dots.and/slashes"), std::string("na\xc3\xafve-room-x")}) {
        EXPECT_EQ(kind_of(RoomId(name)), RoomKind::Invalid) << name;
    }
}

TEST(Identity, AcceptsAJoinWhoseClaimsHold) {
    const auto result = verify(good_join());
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result.value().room, RoomId(room_text));
    EXPECT_EQ(result.value().room_key, room_key_text);
    EXPECT_EQ(result.value().peer, PeerId(peer_text));
    EXPECT_EQ(result.value().presence, "sealed");
}

TEST(Identity, RefusesAnAccessThatDoesNotOpenTheRoom) {
    auto join = good_join();
    join.access = other_access_text;
    EXPECT_EQ(refused(join), ErrorCode::WrongKey);
}

TEST(Identity, RefusesADerivedRoomWithoutAccess) {
    auto join = good_join();
    join.access.reset();
    EXPECT_EQ(refused(join), ErrorCode::WrongKey);
}

TEST(Identity, AcceptsANamedRoomWithOrWithoutAccess) {
    auto join = good_join();
    join.room = RoomId("weekly-standup");
    EXPECT_EQ(verify(join).value().room_key, room_key_text);
    join.access.reset();
    EXPECT_EQ(verify(join).value().room_key, "");
}

TEST(Identity, RefusesAMalformedAccess) {
    for (const char* access : {"", "AAAA", "not base64url!"}) {
        auto join = good_join();
        join.access = access;
        EXPECT_EQ(refused(join), ErrorCode::BadMessage);
    }
}

TEST(Identity, RefusesASecretOfTheWrongLength) {
    auto join = good_join();
    join.secret = "AAAA";
    EXPECT_EQ(refused(join), ErrorCode::BadMessage);
}

TEST(Identity, RefusesASignThatIsNoUncompressedPoint) {
    auto join = good_join();
    join.sign = secret_text;
    EXPECT_EQ(refused(join), ErrorCode::BadMessage);
    join.sign = sign_text;
    join.sign[0] = 'A' + 4;
    EXPECT_EQ(refused(join), ErrorCode::BadMessage);
}

}  // namespace
}  // namespace parley::auth
