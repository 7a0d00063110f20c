#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "auth/digest.hpp"

/// Messages of STUN (RFC 8489), as far as asking a relay (TURN, RFC 8656) for an allocation takes. Numbers are
/// big-endian on the wire.
namespace parley::relay {

using auth::Bytes;

using TransactionId = std::array<std::uint8_t, 12>;

enum class Method : std::uint16_t { Binding = 0x001, Allocate = 0x003, Refresh = 0x004 };
enum class Kind : std::uint16_t { Request = 0x000, Indication = 0x010, Success = 0x100, Error = 0x110 };

enum class Attribute : std::uint16_t {
    Username = 0x0006,
    MessageIntegrity = 0x0008,
    ErrorCode = 0x0009,
    Lifetime = 0x000d,
    Realm = 0x0014,
    Nonce = 0x0015,
    RequestedTransport = 0x0019,
    Fingerprint = 0x8028,
};

inline constexpr std::size_t header_size = 20;
/// Larger than what a server of ours would have to say.
inline constexpr std::size_t message_max = 2048;

/// The key of a long-term credential (RFC 8489 section 9.2.2): MD5 of `username:realm:password`. None of them is
/// prepared by OpaqueString: ours have nothing in them that it would change.
std::vector<std::uint8_t> long_term_key(std::string_view username, std::string_view realm, std::string_view password);

/// Writes one message, attribute by attribute.
class MessageWriter {
public:
    MessageWriter(Kind kind, Method method, const TransactionId& transaction);

    void add(Attribute attribute, Bytes value);
    void add(Attribute attribute, std::string_view value) { add(attribute, auth::bytes_of(value)); }
    void add(Attribute attribute, std::uint32_t value);
    /// MESSAGE-INTEGRITY over everything before it (RFC 8489 section 14.5).
    void add_integrity(Bytes key);
    /// FINGERPRINT (RFC 8489 section 14.7); comes last.
    void add_fingerprint();

    [[nodiscard]] Bytes bytes() const { return bytes_; }

private:
    /// As if so many bytes of attributes followed the header.
    void set_length(std::size_t size);

    std::vector<std::uint8_t> bytes_;
};

/// A message that was received. It views the bytes that it was read from.
class Message {
public:
    /// Nothing for what is no whole, well-formed message.
    static std::optional<Message> read(Bytes bytes);

    /// How many bytes follow this header over a stream (RFC 8489 section 6.2.2). Nothing when it is none.
    static std::optional<std::size_t> length_after(Bytes header);

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] Method method() const;
    [[nodiscard]] bool answers(const TransactionId& transaction) const;
    /// The first of its kind.
    [[nodiscard]] std::optional<Bytes> find(Attribute attribute) const;
    /// 300 to 699 (RFC 8489 section 14.8).
    [[nodiscard]] std::optional<int> error_code() const;
    /// Whether it was made by somebody who has the key, and is as it was made.
    [[nodiscard]] bool has_integrity(Bytes key) const;
    [[nodiscard]] bool has_fingerprint() const;

private:
    explicit Message(Bytes bytes) : bytes_(bytes) {}
    /// Where an attribute begins.
    [[nodiscard]] std::optional<std::size_t> place_of(Attribute attribute) const;

    Bytes bytes_;
};

}  // namespace parley::relay
