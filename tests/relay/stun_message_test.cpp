#include "relay/stun_message.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace parley::relay {
namespace {

using Octets = std::vector<std::uint8_t>;

Octets octets(std::string_view hex) {
    Octets bytes;
    for (std::size_t at = 0; at + 1 < hex.size(); at += 2) {
        bytes.push_back(static_cast<std::uint8_t>(std::stoi(std::string(hex.substr(at, 2)), nullptr, 16)));
    }
    return bytes;
}

// RFC 5769 sections 2.1, 2.2 and 2.4.
const Octets sample_request = octets(
    "000100582112a442b7e7a701bc34d686fa87dfae802200105354554e207465737420636c69656e74"
    "002400046e0001ff80290008932ff9b151263b36000600096576746a3a68367659202020"
    "000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a280280004e57a3bcf");
const Octets sample_response = octets(
    "0101003c2112a442b7e7a701bc34d686fa87dfae8022000b7465737420766563746f7220002000080001a147e112a643"
    "000800142b91f599fd9e90c38c7489f92af9ba53f06be7d780280004c07d4c96");
const Octets sample_long_term = octets(
    "000100602112a44278ad3433c6ad72c029da412e00060012e3839ee38388e383aae38383e382afe382b90000"
    "0015001c662f2f3439396b39353464364f4c33346f4c39465354767936347341"
    "0014000b6578616d706c652e6f72670000080014f67024656dd64a3e02b8e0712e85c9a28ca89666");
constexpr std::string_view short_term_password = "VOkJxbRl1RmTxUk/WvJxBt";
constexpr TransactionId transaction{0x78, 0xad, 0x34, 0x33, 0xc6, 0xad, 0x72, 0xc0, 0x29, 0xda, 0x41, 0x2e};

Message valid(const Octets& bytes) {
    const auto message = Message::read(bytes);
    EXPECT_TRUE(message);
    return message ? *message : *Message::read(sample_request);
}

Octets with(Octets bytes, std::size_t at, std::uint8_t value) {
    bytes.at(at) = value;
    return bytes;
}

Octets error_with(Octets code) {
    MessageWriter writer(Kind::Error, Method::Allocate, transaction);
    writer.add(Attribute::ErrorCode, Bytes(code));
    return {writer.bytes().begin(), writer.bytes().end()};
}

TEST(StunMessage, IsReadAsTheSamplesOfTheStandard) {
    const Message request = valid(sample_request);
    EXPECT_EQ(request.kind(), Kind::Request);
    EXPECT_EQ(request.method(), Method::Binding);
    const Bytes username = request.find(Attribute::Username).value();
    EXPECT_EQ(std::string(username.begin(), username.end()), "evtj:h6vY");
    EXPECT_FALSE(request.find(Attribute::Nonce));
    EXPECT_FALSE(request.answers(transaction));
    EXPECT_EQ(valid(sample_response).kind(), Kind::Success);
    EXPECT_TRUE(valid(sample_long_term).answers(transaction));
}

TEST(StunMessage, ProvesThatItsMakerHasTheKey) {
    const Bytes key = auth::bytes_of(short_term_password);
    EXPECT_TRUE(valid(sample_request).has_integrity(key));
    EXPECT_TRUE(valid(sample_response).has_integrity(key));
    EXPECT_FALSE(valid(sample_request).has_integrity(auth::bytes_of("another")));
    EXPECT_FALSE(valid(with(sample_request, 8, 0)).has_integrity(key));
    EXPECT_FALSE(valid(error_with({0, 0, 4, 1})).has_integrity(key));
}

TEST(StunMessage, TakesALongTermCredentialForAKey) {
    EXPECT_TRUE(valid(sample_long_term).has_integrity(long_term_key("マトリックス", "example.org", "TheMatrIX")));
    EXPECT_FALSE(valid(sample_long_term).has_integrity(long_term_key("マトリックス", "example.com", "TheMatrIX")));
}

TEST(StunMessage, ShowsByItsFingerprintThatItIsStun) {
    EXPECT_TRUE(valid(sample_request).has_fingerprint());
    EXPECT_TRUE(valid(sample_response).has_fingerprint());
    EXPECT_FALSE(valid(with(sample_response, sample_response.size() - 1, 0)).has_fingerprint());
    EXPECT_FALSE(valid(sample_long_term).has_fingerprint());
}

TEST(StunMessage, IsWrittenAsTheSampleOfTheStandard) {
    MessageWriter writer(Kind::Request, Method::Binding, transaction);
    writer.add(Attribute::Username, "マトリックス");
    writer.add(Attribute::Nonce, "f//499k954d6OL34oL9FSTvy64sA");
    writer.add(Attribute::Realm, "example.org");
    writer.add_integrity(long_term_key("マトリックス", "example.org", "TheMatrIX"));
    EXPECT_EQ(Octets(writer.bytes().begin(), writer.bytes().end()), sample_long_term);
}

TEST(StunMessage, IsWrittenWithAFingerprintThatHolds) {
    MessageWriter writer(Kind::Request, Method::Refresh, transaction);
    writer.add(Attribute::Lifetime, std::uint32_t{600});
    writer.add_fingerprint();
    const Octets bytes(writer.bytes().begin(), writer.bytes().end());
    EXPECT_TRUE(valid(bytes).has_fingerprint());
    EXPECT_EQ(valid(bytes).method(), Method::Refresh);
    const Bytes lifetime = valid(bytes).find(Attribute::Lifetime).value();
    EXPECT_EQ(Octets(lifetime.begin(), lifetime.end()), (Octets{0, 0, 2, 88}));
}

TEST(StunMessage, SaysItsErrorByNumber) {
    EXPECT_EQ(valid(error_with({0, 0, 4, 1})).error_code(), 401);
    EXPECT_EQ(valid(error_with({0, 0, 4, 38, 'o', 'h', ' ', ' '})).error_code(), 438);
    EXPECT_EQ(valid(error_with({0, 0, 4})).error_code(), std::nullopt);
    EXPECT_EQ(valid(error_with({0, 0, 2, 0})).error_code(), std::nullopt);
    EXPECT_EQ(valid(error_with({0, 0, 4, 100})).error_code(), std::nullopt);
    EXPECT_EQ(valid(sample_request).error_code(), std::nullopt);
}

TEST(StunMessage, IsNothingWhenItIsNotWholeOrNotStun) {
    for (std::size_t size = 0; size < sample_response.size(); ++size) {
        EXPECT_FALSE(Message::read(Octets(sample_response.begin(), sample_response.begin() + static_cast<int>(size))));
    }
    Octets longer = sample_response;
    longer.resize(longer.size() + 4);
    EXPECT_FALSE(Message::read(longer));
    EXPECT_FALSE(Message::read(with(sample_response, 0, 0x41)));
    EXPECT_FALSE(Message::read(with(sample_response, 4, 0)));
    EXPECT_FALSE(Message::read(with(sample_response, 3, 0x3b)));
}

TEST(StunMessage, IsNothingWhenAnAttributeReachesOutOfIt) {
    const std::size_t last_length = sample_response.size() - 5;
    EXPECT_FALSE(Message::read(with(sample_response, last_length, 5)));
    EXPECT_FALSE(Message::read(with(sample_response, last_length - 1, 0xff)));
}

TEST(StunMessage, SaysInItsHeaderHowMuchFollows) {
    EXPECT_EQ(Message::length_after(Bytes(sample_response).first(header_size)), 0x3cU);
    EXPECT_EQ(Message::length_after(Bytes(sample_response).first(header_size - 1)), std::nullopt);
    EXPECT_EQ(Message::length_after(Bytes(with(sample_response, 2, 0x08)).first(header_size)), std::nullopt);
}

}  // namespace
}  // namespace parley::relay
