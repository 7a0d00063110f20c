#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace parley {

/// An opaque identifier that cannot be mistaken for another kind of identifier.
template <class Tag>
struct Id {
    std::string value;

    Id() = default;
    explicit Id(std::string text) : value(std::move(text)) {}
    [[nodiscard]] bool empty() const { return value.empty(); }
    friend auto operator<=>(const Id&, const Id&) = default;
};

/// A room: `xxxx-xxxx-xxxx` in Crockford base32, or the name of a named room.
using RoomId = Id<struct RoomTag>;
/// A participant: 26 characters of lowercase base32 (RFC 4648), the same on every server and after a reload.
using PeerId = Id<struct PeerTag>;
/// One joined stay of a peer on the server; a new one is made whenever a join does not resume.
using SessionId = Id<struct SessionTag>;
/// One load of the page: 16 random bytes, base64url. A reload is the same peer with another run.
using RunId = Id<struct RunTag>;

}  // namespace parley

template <class Tag>
struct std::hash<parley::Id<Tag>> {
    std::size_t operator()(const parley::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.value); }
};
