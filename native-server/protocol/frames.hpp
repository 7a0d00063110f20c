#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/messages.hpp"

/// What the server writes without building a message first. What several receive is encoded once, up to the number that
/// only its receiver gives it; what is passed on is spliced in as the JSON text that it came as.
namespace parley::protocol {

/// The last member of a message that is encoded up to its number.
inline constexpr std::string_view number_key = R"("s":)";

/// A numbered message without its number, whatever its `s`. Anything else is a programmer's error.
std::string encode_up_to_number(const ServerMessage& numbered);

enum class Audience { One, Everyone };

/// A `message` without its number. `body` is a JSON string with its quotes, which is not looked at; `from` an id that
/// `peer_id_from` made, which needs no escapes.
std::string relay_up_to_number(const PeerId& from, std::string_view body, Audience audience);

/// The frame, once its number is known.
std::string finish_frame(std::string_view up_to_number, Sequence s);
/// The same for who has it up to its number already.
void append_number(std::string& frame, Sequence s);

/// A text as a JSON string, with its quotes. Invalid UTF-8 is replaced.
std::string to_json_string(std::string_view text);

/// An entry of `peers`.
std::string encode(const PeerEntry& entry);
/// An entry of `kept`. `from` and `body` as in `relay_up_to_number`.
std::string encode_kept(const PeerId& from, std::string_view body, std::int64_t at_ms);

/// Cuts a list of encoded entries into frames of the type, each within `limits::frame_max`: `peers` or `kept`.
class ListFrames {
public:
    explicit ListFrames(std::string_view type);

    /// An entry that no frame could hold is a programmer's error: what a client may send is bounded so that none is.
    void add(std::string_view entry);

    /// All frames, at least one; `more` is false in the last alone.
    [[nodiscard]] std::vector<std::string> finish() &&;

private:
    void cut(std::string_view ending);

    std::string head_;
    std::string frame_;
    std::vector<std::string> frames_;
};

}  // namespace parley::protocol
