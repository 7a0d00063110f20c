#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/codec.hpp"
#include "protocol/limits.hpp"

/// What the two halves of the codec share. Private to this folder: nothing else sees the JSON library.
namespace parley::protocol {

using Json = nlohmann::json;

/// Reads the members of one object. The first fault is kept and every later read gives a default, so that a decoder is
/// a plain list of members and the fault is looked at once, at the end.
class MemberReader {
public:
    explicit MemberReader(const Json& object) : object_(object) {}

    std::string text(const char* name, std::size_t size_max = limits::frame_max);
    std::optional<std::string> optional_text(const char* name, std::size_t size_max = limits::frame_max);
    /// A list of strings.
    std::vector<std::string> texts(const char* name);
    PeerId peer(const char* name);
    std::optional<PeerId> optional_peer(const char* name);
    /// A message number: a whole number that JavaScript too holds exactly. `first` is the least that is accepted.
    Sequence sequence(const char* name, Sequence first = 1);
    std::optional<Sequence> optional_sequence(const char* name);
    std::int64_t duration_ms(const char* name);
    std::optional<std::int64_t> optional_duration_ms(const char* name);
    /// False when absent.
    bool flag(const char* name);
    [[nodiscard]] bool holds(const char* name) const { return find(name) != nullptr; }
    /// Null, and a fault, when the member is not an array or not an object.
    const Json* array(const char* name);
    const Json* object(const char* name);

    void fail(const char* name, const char* what);
    void fail_too_large(const char* name, std::size_t size_max);
    /// Takes over the fault of a reader of a nested object.
    void adopt(const MemberReader& nested);
    [[nodiscard]] const std::optional<DecodeError>& fault() const { return fault_; }

private:
    const Json* find(const char* name) const;
    const Json* require(const char* name);

    const Json& object_;
    std::optional<DecodeError> fault_;
};

/// One row of a decoder table: the `type` on the wire and the function that reads the rest of the object.
template <class Message>
struct Decoder {
    std::string_view type;
    Message (*read)(MemberReader& member);
};

/// Text to a JSON object, or why not: too large, too deep, no valid JSON or UTF-8, no object.
Result<Json, DecodeError> parse_object(std::string_view text);

/// JSON to text. Invalid UTF-8 is replaced, never thrown over.
std::string to_json_text(const Json& object);

template <class Message>
Result<Message, DecodeError> decode_with(std::span<const Decoder<Message>> decoders, std::string_view text) {
    auto parsed = parse_object(text);
    if (!parsed) return parsed.error();
    MemberReader member(parsed.value());
    const std::string type = member.text("type");
    for (const auto& decoder : decoders) {
        if (decoder.type != type) continue;
        Message message = decoder.read(member);
        if (member.fault()) return *member.fault();
        return message;
    }
    return DecodeError{ErrorCode::BadMessage, "the message type is unknown"};
}

}  // namespace parley::protocol
