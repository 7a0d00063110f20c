#include "relay/stun_message.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <boost/crc.hpp>
#include <cstdlib>
#include <string>

namespace parley::relay {
namespace {

constexpr std::array<std::uint8_t, 4> magic_cookie{0x21, 0x12, 0xa4, 0x42};
constexpr std::size_t cookie_at = 4;
constexpr std::size_t transaction_at = 8;
constexpr std::size_t attribute_head_size = 4;
constexpr std::size_t integrity_size = std::tuple_size_v<auth::Sha1Code>;
constexpr std::size_t fingerprint_size = 4;
constexpr std::uint32_t fingerprint_mask = 0x5354554e;
constexpr std::uint16_t kind_bits = 0x0110;
constexpr std::uint16_t not_stun_bits = 0xc000;

constexpr std::size_t padded(std::size_t size) { return (size + 3) / 4 * 4; }

std::uint16_t read_16(Bytes bytes, std::size_t at) {
    return static_cast<std::uint16_t>((bytes[at] << 8) | bytes[at + 1]);
}

void append_16(std::vector<std::uint8_t>& bytes, std::size_t value) {
    bytes.push_back(static_cast<std::uint8_t>(value >> 8));
    bytes.push_back(static_cast<std::uint8_t>(value));
}

std::array<std::uint8_t, 4> bytes_of_32(std::uint32_t value) {
    return {static_cast<std::uint8_t>(value >> 24), static_cast<std::uint8_t>(value >> 16),
            static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value)};
}

std::array<std::uint8_t, 4> fingerprint_of(Bytes bytes) {
    boost::crc_32_type checksum;
    checksum.process_bytes(bytes.data(), bytes.size());
    return bytes_of_32(checksum.checksum() ^ fingerprint_mask);
}

bool is_equal(Bytes left, Bytes right) {
    return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace

std::vector<std::uint8_t> long_term_key(std::string_view username, std::string_view realm, std::string_view password) {
    std::string text(username);
    text.append(":").append(realm).append(":").append(password);
    std::vector<std::uint8_t> key(EVP_MAX_MD_SIZE);
    unsigned size = 0;
    if (EVP_Digest(text.data(), text.size(), key.data(), &size, EVP_md5(), nullptr) != 1) std::abort();
    key.resize(size);
    return key;
}

MessageWriter::MessageWriter(Kind kind, Method method, const TransactionId& transaction) {
    append_16(bytes_, static_cast<std::size_t>(kind) | static_cast<std::size_t>(method));
    append_16(bytes_, 0);
    bytes_.insert(bytes_.end(), magic_cookie.begin(), magic_cookie.end());
    bytes_.insert(bytes_.end(), transaction.begin(), transaction.end());
}

void MessageWriter::add(Attribute attribute, Bytes value) {
    append_16(bytes_, static_cast<std::size_t>(attribute));
    append_16(bytes_, value.size());
    bytes_.insert(bytes_.end(), value.begin(), value.end());
    bytes_.resize(padded(bytes_.size()));
    set_length(bytes_.size() - header_size);
}

void MessageWriter::add(Attribute attribute, std::uint32_t value) { add(attribute, Bytes(bytes_of_32(value))); }

void MessageWriter::add_integrity(Bytes key) {
    set_length(bytes_.size() - header_size + attribute_head_size + integrity_size);
    add(Attribute::MessageIntegrity, Bytes(auth::hmac_sha1(key, bytes_)));
}

void MessageWriter::add_fingerprint() {
    set_length(bytes_.size() - header_size + attribute_head_size + fingerprint_size);
    add(Attribute::Fingerprint, Bytes(fingerprint_of(bytes_)));
}

void MessageWriter::set_length(std::size_t size) {
    bytes_[2] = static_cast<std::uint8_t>(size >> 8);
    bytes_[3] = static_cast<std::uint8_t>(size);
}

std::optional<std::size_t> Message::length_after(Bytes header) {
    if (header.size() < header_size || (read_16(header, 0) & not_stun_bits) != 0) return std::nullopt;
    if (!std::ranges::equal(header.subspan(cookie_at, magic_cookie.size()), magic_cookie)) return std::nullopt;
    const std::size_t length = read_16(header, 2);
    if (length % 4 != 0 || header_size + length > message_max) return std::nullopt;
    return length;
}

std::optional<Message> Message::read(Bytes bytes) {
    const auto length = length_after(bytes);
    if (!length || bytes.size() != header_size + *length) return std::nullopt;
    for (std::size_t at = header_size; at < bytes.size();) {
        // There is room for a head: all that was passed over and the whole are multiples of its size.
        at += attribute_head_size + padded(read_16(bytes, at + 2));
        if (at > bytes.size()) return std::nullopt;
    }
    return Message(bytes);
}

Kind Message::kind() const { return static_cast<Kind>(read_16(bytes_, 0) & kind_bits); }

Method Message::method() const { return static_cast<Method>(read_16(bytes_, 0) & ~kind_bits); }

bool Message::answers(const TransactionId& transaction) const {
    return std::ranges::equal(bytes_.subspan(transaction_at, transaction.size()), transaction);
}

std::optional<std::size_t> Message::place_of(Attribute attribute) const {
    for (std::size_t at = header_size; at < bytes_.size();
         at += attribute_head_size + padded(read_16(bytes_, at + 2))) {
        if (read_16(bytes_, at) == static_cast<std::uint16_t>(attribute)) return at;
    }
    return std::nullopt;
}

std::optional<Bytes> Message::find(Attribute attribute) const {
    const auto at = place_of(attribute);
    if (!at) return std::nullopt;
    return bytes_.subspan(*at + attribute_head_size, read_16(bytes_, *at + 2));
}

std::optional<int> Message::error_code() const {
    const auto value = find(Attribute::ErrorCode);
    if (!value || value->size() < 4) return std::nullopt;
    const int code = ((*value)[2] & 7) * 100 + (*value)[3];
    if (code < 300 || code > 699 || (*value)[3] > 99) return std::nullopt;
    return code;
}

// What comes behind it was added later: it is over the message as if that ended with it.
bool Message::has_integrity(Bytes key) const {
    const auto at = place_of(Attribute::MessageIntegrity);
    if (!at) return false;
    std::vector<std::uint8_t> covered(bytes_.begin(), bytes_.begin() + static_cast<std::ptrdiff_t>(*at));
    const std::size_t length = *at - header_size + attribute_head_size + integrity_size;
    covered[2] = static_cast<std::uint8_t>(length >> 8);
    covered[3] = static_cast<std::uint8_t>(length);
    return is_equal(*find(Attribute::MessageIntegrity), auth::hmac_sha1(key, covered));
}

bool Message::has_fingerprint() const {
    const auto at = place_of(Attribute::Fingerprint);
    if (!at || *at + attribute_head_size + fingerprint_size != bytes_.size()) return false;
    return is_equal(*find(Attribute::Fingerprint), fingerprint_of(bytes_.first(*at)));
}

}  // namespace parley::relay
