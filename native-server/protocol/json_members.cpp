#include "protocol/json_members.hpp"

#include <algorithm>

namespace parley::protocol {
namespace {

// ECMA-262 Number.MAX_SAFE_INTEGER: beyond it a browser would round.
constexpr std::uint64_t whole_number_max = (std::uint64_t{1} << 53) - 1;

// Brackets are counted before a tree is built, so that a deep frame costs one pass and no memory.
bool is_nested_too_deeply(std::string_view text) {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t index = 0; index < text.size(); ++index) {
        const char character = text[index];
        if (in_string && character == '\\') {
            ++index;
        } else if (character == '"') {
            in_string = !in_string;
        } else if (!in_string && (character == '{' || character == '[')) {
            if (++depth > limits::json_depth_max) return true;
        } else if (!in_string && (character == '}' || character == ']')) {
            depth -= std::min<std::size_t>(depth, 1);
        }
    }
    return false;
}

}  // namespace

const Json* MemberReader::find(const char* name) const {
    const auto found = object_.find(name);
    return found == object_.end() ? nullptr : &*found;
}

const Json* MemberReader::require(const char* name) {
    const Json* const value = find(name);
    if (value == nullptr) fail(name, "is missing");
    return value;
}

void MemberReader::fail(const char* name, const char* what) {
    if (fault_) return;
    fault_ = DecodeError{ErrorCode::BadMessage, std::string("`") + name + "` " + what};
}

void MemberReader::fail_too_large(const char* name, std::size_t size_max) {
    if (fault_) return;
    fault_ = DecodeError{ErrorCode::TooLarge,
                         std::string("`") + name + "` is longer than " + std::to_string(size_max) + " bytes"};
}

void MemberReader::adopt(const MemberReader& nested) {
    if (!fault_) fault_ = nested.fault_;
}

std::string MemberReader::text(const char* name, std::size_t size_max) {
    const Json* const value = require(name);
    if (value == nullptr) return {};
    if (!value->is_string()) {
        fail(name, "is not a string");
        return {};
    }
    const auto& content = value->get_ref<const std::string&>();
    if (content.size() <= size_max) return content;
    fail_too_large(name, size_max);
    return {};
}

std::optional<std::string> MemberReader::optional_text(const char* name, std::size_t size_max) {
    if (!holds(name)) return std::nullopt;
    return text(name, size_max);
}

std::vector<std::string> MemberReader::texts(const char* name) {
    std::vector<std::string> found;
    const Json* const list = array(name);
    if (list == nullptr) return found;
    for (const Json& entry : *list) {
        if (!entry.is_string()) {
            fail(name, "holds something else than strings");
            break;
        }
        found.push_back(entry.get_ref<const std::string&>());
    }
    return found;
}

PeerId MemberReader::peer(const char* name) { return PeerId(text(name, limits::id_max_characters)); }

std::optional<PeerId> MemberReader::optional_peer(const char* name) {
    if (!holds(name)) return std::nullopt;
    return peer(name);
}

Sequence MemberReader::sequence(const char* name, Sequence first) {
    const Json* const value = require(name);
    if (value == nullptr) return 0;
    if (!value->is_number_unsigned()) {
        fail(name, "is not a whole number");
        return 0;
    }
    const auto number = value->get<Sequence>();
    if (number >= first && number <= whole_number_max) return number;
    fail(name, "is out of range");
    return 0;
}

std::optional<Sequence> MemberReader::optional_sequence(const char* name) {
    if (!holds(name)) return std::nullopt;
    return sequence(name);
}

std::int64_t MemberReader::duration_ms(const char* name) { return static_cast<std::int64_t>(sequence(name, 0)); }

std::optional<std::int64_t> MemberReader::optional_duration_ms(const char* name) {
    if (!holds(name)) return std::nullopt;
    return duration_ms(name);
}

bool MemberReader::flag(const char* name) {
    const Json* const value = find(name);
    if (value == nullptr) return false;
    if (!value->is_boolean()) {
        fail(name, "is neither true nor false");
        return false;
    }
    return value->get<bool>();
}

const Json* MemberReader::array(const char* name) {
    const Json* const value = require(name);
    if (value == nullptr || value->is_array()) return value;
    fail(name, "is not a list");
    return nullptr;
}

const Json* MemberReader::object(const char* name) {
    const Json* const value = require(name);
    if (value == nullptr || value->is_object()) return value;
    fail(name, "is not an object");
    return nullptr;
}

Result<Json, DecodeError> parse_object(std::string_view text) {
    if (text.size() > limits::frame_max) return DecodeError{ErrorCode::TooLarge, "the frame is larger than 64 KiB"};
    if (is_nested_too_deeply(text)) return DecodeError{ErrorCode::BadMessage, "the frame is nested too deeply"};
    Json parsed = Json::parse(text, nullptr, false);
    if (parsed.is_discarded()) return DecodeError{ErrorCode::BadMessage, "the frame is not valid JSON in UTF-8"};
    if (!parsed.is_object()) return DecodeError{ErrorCode::BadMessage, "the frame is not a JSON object"};
    return parsed;
}

std::string to_json_text(const Json& object) { return object.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace parley::protocol
