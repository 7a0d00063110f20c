#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "protocol/ids.hpp"

/// The meeting's link: `<origin>/r/<room>#<key>`.
namespace parley::core {

/// What a link or code names. The key alone is enough: the room is derived from it.
struct MeetingReference {
    std::string key;             ///< base64url of 16 bytes, checked
    std::optional<RoomId> room;  ///< what the text claims; must equal what the key gives
};

/// Reads the path and fragment of an address. Nothing: it is no meeting's, or it was cut off.
std::optional<MeetingReference> read_address(std::string_view path, std::string_view fragment);

/// Reads what a person typed or pasted: a whole link of any host, `room#key`, or the key alone.
std::optional<MeetingReference> read_typed(std::string_view text);

/// `/r/<room>#<key>`.
std::string meeting_path(const RoomId& room, std::string_view key);

}  // namespace parley::core
