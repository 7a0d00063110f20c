#include "core/link.hpp"

#include <algorithm>

namespace parley::core {
namespace {

constexpr std::string_view room_prefix = "/r/";
constexpr std::size_t key_characters = 22;  // 16 bytes in base64url

bool is_key(std::string_view text) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    // 16 bytes leave four bits of the last character unused: they are zero in A, Q, g and w.
    return text.size() == key_characters && std::all_of(text.begin(), text.end(), allowed) &&
           std::string_view("AQgw").find(text.back()) != std::string_view::npos;
}

/// As the server spells it: a room's letters may have been made large on their way.
std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

std::string_view trimmed(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace

std::optional<MeetingReference> read_address(std::string_view path, std::string_view fragment) {
    if (path.substr(0, room_prefix.size()) != room_prefix || !is_key(fragment)) return std::nullopt;
    std::string_view room = path.substr(room_prefix.size());
    room = room.substr(0, room.find('?'));
    while (!room.empty() && room.back() == '/') room.remove_suffix(1);
    if (room.empty() || room.find('/') != std::string_view::npos) return std::nullopt;
    return MeetingReference{std::string(fragment), RoomId(lower(room))};
}

std::optional<MeetingReference> read_typed(std::string_view text) {
    text = trimmed(text);
    const auto hash = text.find('#');
    if (hash == std::string_view::npos) {
        if (!is_key(text)) return std::nullopt;
        return MeetingReference{std::string(text), std::nullopt};
    }
    const std::string_view key = text.substr(hash + 1);
    const std::string_view place = text.substr(0, hash);
    const auto prefix = place.rfind(room_prefix);
    if (prefix != std::string_view::npos) return read_address(place.substr(prefix), key);
    return read_address(std::string(room_prefix) + std::string(place), key);
}

std::string meeting_path(const RoomId& room, std::string_view key) {
    return std::string(room_prefix) + room.value + "#" + std::string(key);
}

}  // namespace parley::core
