#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "protocol/limits.hpp"
#include "protocol/peer_messages.hpp"

namespace parley::protocol {
namespace {

const std::string identity = R"({"sign":"K","secret_hash":"H","certificate_fingerprint":"sha-256 AB","signature":"G"})";

Presence sample(std::string name) {
    return {.run = RunId("r"),
            .identity = {.sign = "K", .secret_hash = "H", .certificate_fingerprint = "sha-256 AB", .signature = "G"},
            .name = std::move(name),
            .microphone = true,
            .camera = false,
            .screen = true,
            .hand = 3,
            .recording = true};
}

TEST(PresenceCodec, ReadsWhatItWrote) {
    const Presence presence = sample("Zo\xc3\xab \xf0\x9f\x90\xb8 \"\\\n");
    const auto result = decode_presence(encode(presence));
    ASSERT_TRUE(result.ok()) << result.error().message;
    EXPECT_EQ(result.value(), presence);
}

TEST(PresenceCodec, TakesSilenceAboutADeviceForOff) {
    const auto result = decode_presence(R"({"run":"r","name":"","identity":)" + identity + "}");
    ASSERT_TRUE(result.ok()) << result.error().message;
    EXPECT_FALSE(result.value().microphone);
    EXPECT_FALSE(result.value().camera);
    EXPECT_FALSE(result.value().screen);
    EXPECT_FALSE(result.value().recording);
}

TEST(PresenceCodec, TakesSilenceAboutAHandForALoweredOne) {
    const auto result = decode_presence(R"({"run":"r","name":"","identity":)" + identity + "}");
    ASSERT_TRUE(result.ok()) << result.error().message;
    EXPECT_EQ(result.value().hand, 0U);
}

TEST(PresenceCodec, LeavesRoomForTheNextHand) {
    const auto hand_of = [](const std::string& number) {
        const auto result =
            decode_presence(R"({"run":"r","name":"","hand":)" + number + R"(,"identity":)" + identity + "}");
        return result.ok() ? std::optional(result.value().hand) : std::nullopt;
    };
    EXPECT_EQ(hand_of("7"), 7U);
    EXPECT_EQ(hand_of("9007199254740991"), limits::hand_max);
    for (const char* number : {"-1", "1.5", "true", "\"1\"", "9007199254740992"})
        EXPECT_FALSE(hand_of(number)) << number;
}

TEST(PresenceCodec, IgnoresMembersThatItDoesNotKnow) {
    EXPECT_TRUE(decode_presence(R"({"run":"r","name":"n","wave":true,"identity":)" + identity + "}").ok());
}

TEST(PresenceCodec, RefusesWhatIsNoPresence) {
    for (const char* members : {R"("name":"n")", R"("run":"r")", R"("run":1,"name":"n")",
                                R"("run":"r","name":"n","camera":1)", R"("run":"r","name":"n","screen":"yes")"}) {
        EXPECT_FALSE(decode_presence("{" + std::string(members) + R"(,"identity":)" + identity + "}").ok()) << members;
    }
    for (const char* text : {"null", "", "{}", "[]"}) EXPECT_FALSE(decode_presence(text).ok()) << text;
}

TEST(PresenceCodec, RefusesAnIdentityThatLacksAnything) {
    EXPECT_FALSE(decode_presence(R"({"run":"r","name":"n"})").ok());
    EXPECT_FALSE(decode_presence(R"({"run":"r","name":"n","identity":"K"})").ok());
    for (const std::string member : {R"("sign":"K",)", R"("secret_hash":"H",)",
                                     R"("certificate_fingerprint":"sha-256 AB",)", R"(,"signature":"G")"}) {
        std::string lacking = identity;
        lacking.erase(lacking.find(member), member.size());
        EXPECT_FALSE(decode_presence(R"({"run":"r","name":"n","identity":)" + lacking + "}").ok()) << member;
    }
}

TEST(PresenceCodec, ReplacesTextThatIsNotUtf8InsteadOfFailing) {
    const auto result = decode_presence(encode(sample("a\xff")));
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result.value().name, "a\xef\xbf\xbd");
}

TEST(Identity, SignsItsRunKeysAndCertificate) {
    EXPECT_EQ(identity_statement(RunId("r"), sample("n").identity), "parley.v1 identity|r|K|H|sha-256 AB");
}

}  // namespace
}  // namespace parley::protocol
