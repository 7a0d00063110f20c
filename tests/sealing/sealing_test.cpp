#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>

#include "protocol/base64url.hpp"
#include "protocol/sealed.hpp"
#include "tests/sealing/json.hpp"

namespace parley::reference {
namespace {

using nlohmann::json;

const json& vectors() {
    static const json all = json::parse(std::ifstream(PARLEY_SEALING_VECTORS));
    return all;
}

std::string plaintext_of(const json& vector) {
    std::string text;
    for (int round = 0; round < vector.at("repeat").get<int>(); ++round) text += vector.at("text").get<std::string>();
    return text;
}

protocol::SealContext context_of(const json& vector) {
    return {.kind = vector.at("kind") == "presence" ? protocol::SealKind::Presence : protocol::SealKind::Message,
            .from = PeerId(vector.at("from")),
            .to = PeerId(vector.at("to")),
            .run = RunId(vector.at("run"))};
}

TEST(SealingReference, FindsTheRoomAndTheAccessOfAKey) {
    for (const json& vector : vectors().at("rooms")) {
        const Room room = room_of(from_base64url(vector.at("key").get<std::string>()).value());
        EXPECT_EQ(room.id, vector.at("room"));
        EXPECT_EQ(room.access, vector.at("access"));
    }
}

TEST(SealingReference, OpensWhatIsRight) {
    for (const json& vector : vectors().at("opened")) {
        SCOPED_TRACE(vector.at("title").get<std::string>());
        EXPECT_EQ(open(stream_in(vector), counter_in(vector), vector.at("sealed").get<std::string>()),
                  plaintext_of(vector));
    }
}

TEST(SealingReference, SealsToTheSameLetters) {
    for (const json& vector : vectors().at("opened")) {
        SCOPED_TRACE(vector.at("title").get<std::string>());
        // There are many ways to deflate a text.
        if (packing_in(vector) == Packing::Deflated) continue;
        EXPECT_EQ(seal(stream_in(vector), counter_in(vector), Packing::Plain, plaintext_of(vector)),
                  vector.at("sealed"));
    }
}

TEST(SealingReference, OpensWhatItDeflated) {
    const json vector = vectors().at("opened").at(0);
    const std::string text = "again and again and again and again";
    const std::string sealed = seal(stream_in(vector), 7, Packing::Deflated, text);
    EXPECT_EQ(open(stream_in(vector), 7, sealed), text);
}

TEST(SealingReference, RefusesWhatIsWrong) {
    for (const json& vector : vectors().at("refused")) {
        EXPECT_EQ(open(stream_in(vector), counter_in(vector), vector.at("sealed").get<std::string>()), std::nullopt)
            << vector.at("title");
    }
}

TEST(SealingReference, BelievesWhoIsGenuine) {
    for (const json& vector : vectors().at("genuine")) EXPECT_TRUE(is_genuine(claim_in(vector))) << vector.at("title");
}

TEST(SealingReference, DoesNotBelieveWhoIsForged) {
    for (const json& vector : vectors().at("forged")) EXPECT_FALSE(is_genuine(claim_in(vector))) << vector.at("title");
}

TEST(SealedString, TakesApartWhatAnotherImplementationPutTogether) {
    for (const json& vector : vectors().at("opened")) {
        SCOPED_TRACE(vector.at("title").get<std::string>());
        const auto parts = protocol::decode_sealed(vector.at("sealed").get<std::string>());
        ASSERT_TRUE(parts);
        EXPECT_EQ(parts->run.value, vector.at("run"));
        EXPECT_EQ(parts->counter, counter_in(vector));
        EXPECT_EQ(protocol::encode_sealed(*parts), vector.at("sealed"));
    }
}

TEST(SealedString, IsNoneOfAnotherVersionOrWithoutARoomForItsTag) {
    for (const std::string title : {"A flipped bit of the version", "Cut off inside the tag", "Padding", "Nothing"}) {
        const auto& refused = vectors().at("refused");
        const auto found = std::ranges::find_if(refused, [&](const json& one) { return one.at("title") == title; });
        ASSERT_NE(found, refused.end()) << title;
        EXPECT_FALSE(protocol::decode_sealed(found->at("sealed").get<std::string>())) << title;
    }
}

TEST(SealInfo, NamesKindSenderReceiverAndRun) {
    const auto& opened = vectors().at("opened");
    const json& to_everyone = opened.at(0);
    const json& to_one = opened.at(1);
    const std::string run = to_one.at("run");
    EXPECT_EQ(protocol::seal_info(context_of(to_everyone)),
              "parley.v1 seal|message|" + to_everyone.at("from").get<std::string>() + "|*|" + run);
    EXPECT_EQ(protocol::seal_info(context_of(to_one)), "parley.v1 seal|message|" +
                                                           to_one.at("from").get<std::string>() + "|" +
                                                           to_one.at("to").get<std::string>() + "|" + run);
}

TEST(SealNonce, HasItsCounterAtTheEndHighestByteFirst) {
    const std::array<std::uint8_t, 12> expected{0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8};
    EXPECT_EQ(protocol::seal_nonce(0x0102030405060708), expected);
}

}  // namespace
}  // namespace parley::reference
