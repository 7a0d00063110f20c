#include "net/send_reader.hpp"

#define SIMDJSON_EXCEPTIONS 0
#include <simdjson.h>

#include <array>
#include <cstring>
#include <string>
#include <utility>

#include "protocol/frames.hpp"
#include "protocol/limits.hpp"

namespace parley::net {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::uint64_t sequence_max = (std::uint64_t{1} << 53) - 1;

// The members of a `send` as they were found. A member that comes twice, is unknown or of another type than it should
// be makes `add` say no.
class Members {
public:
    bool add(ondemand::field& field) {
        const ondemand::raw_json_string key = field.key();
        if (key.unsafe_is_equal("body")) return add_string(field.value(), body_);
        if (key.unsafe_is_equal("n")) return add_number(field.value());
        if (key.unsafe_is_equal("to")) return add_string(field.value(), to_);
        if (key.unsafe_is_equal("type")) return add_string(field.value(), type_);
        if (key.unsafe_is_equal("keep")) return add_flag(field.value());
        return false;
    }

    [[nodiscard]] std::optional<hub::input::Relay> relay(std::int64_t at_ms) const {
        constexpr std::size_t quotes = 2;
        if (type_ != "\"send\"" || n_ < 1 || n_ > sequence_max || body_.empty()) return std::nullopt;
        if (!to_.empty() && to_.size() - quotes > limits::id_max_characters) return std::nullopt;
        const bool keep = keep_.value_or(false);
        if (keep && (!to_.empty() || body_.size() - quotes > limits::kept_body_max)) return std::nullopt;
        hub::input::Relay relay{.n = n_, .to = std::nullopt, .body = std::string(body_), .at_ms = at_ms};
        if (!to_.empty()) relay.to = PeerId(std::string(to_.substr(1, to_.size() - quotes)));
        if (keep) relay.keep = hub::input::Relay::Keep::ForLaterJoiners;
        return relay;
    }

private:
    // With its quotes; so an empty view means that there is none.
    static bool add_string(ondemand::value value, std::string_view& token) {
        ondemand::raw_json_string text;
        if (!token.empty() || value.get_raw_json_string().get(text) != simdjson::SUCCESS) return false;
        // There are no escapes in the frame, and the first pass found every string closed.
        const char* const start = text.raw();
        token = {start - 1, static_cast<std::size_t>(std::strchr(start, '"') - start) + 2};
        return true;
    }

    bool add_number(ondemand::value value) { return n_ == 0 && value.get_uint64().get(n_) == simdjson::SUCCESS; }

    bool add_flag(ondemand::value value) {
        bool flag = false;
        if (keep_ || value.get_bool().get(flag) != simdjson::SUCCESS) return false;
        keep_ = flag;
        return true;
    }

    std::string_view type_;
    std::string_view to_;
    std::string_view body_;
    std::uint64_t n_ = 0;
    std::optional<bool> keep_;
};

}  // namespace

hub::input::Relay relay_of(protocol::Send send, std::int64_t at_ms) {
    using Keep = hub::input::Relay::Keep;
    return {.n = send.n,
            .to = std::move(send.to),
            .body = protocol::to_json_string(send.body),
            .keep = send.keep ? Keep::ForLaterJoiners : Keep::No,
            .at_ms = at_ms};
}

struct SendReader::State {
    ondemand::parser parser;
    // The parser looks at more than there is, so that it needs no bounds checks.
    std::array<char, limits::send_frame_max + simdjson::SIMDJSON_PADDING> padded{};
};

SendReader::SendReader() : state_(std::make_unique<State>()) {}
SendReader::~SendReader() = default;

std::optional<hub::input::Relay> SendReader::read(std::string_view frame, std::int64_t at_ms) {
    if (frame.size() > limits::send_frame_max || frame.find('\\') != std::string_view::npos) return std::nullopt;
    auto& padded = state_->padded;
    std::memcpy(padded.data(), frame.data(), frame.size());
    std::memset(padded.data() + frame.size(), 0, simdjson::SIMDJSON_PADDING);
    ondemand::document document;
    ondemand::object object;
    if (state_->parser.iterate(padded.data(), frame.size(), padded.size()).get(document) != simdjson::SUCCESS ||
        document.get_object().get(object) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    Members members;
    for (auto member : object) {
        ondemand::field field;
        if (std::move(member).get(field) != simdjson::SUCCESS || !members.add(field)) return std::nullopt;
    }
    // Out of bounds means that nothing follows the object.
    if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) return std::nullopt;
    return members.relay(at_ms);
}

}  // namespace parley::net
