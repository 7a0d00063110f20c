#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "protocol/messages.hpp"

namespace parley::hub {

/// An encoded message up to its number, or a whole one; shared by all who receive it.
using Text = std::shared_ptr<const std::string>;

inline Text share(std::string text) { return std::make_shared<const std::string>(std::move(text)); }

/// Whose presence a text shows (`Peer::presence_of`), so that a newer one can take its place. 0: it is none.
using PresenceOf = std::uint64_t;

/// What a session was told and its client has not acknowledged, to be told again when the session goes on. It holds at
/// most `limits::outbox_messages_max` messages and `limits::outbox_bytes_max` bytes, and takes no memory while empty.
class Unacknowledged {
public:
    struct Entry {
        Text text;
        PresenceOf presence_of = 0;
    };

    /// Whether one more message, however large, might not fit.
    [[nodiscard]] bool is_full() const;

    /// Holds the next message and says its number. Not to be called when full.
    protocol::Sequence add(Text text, PresenceOf presence_of);

    /// Puts a newer presence in the place of one with a number above `after`. False: there is none, or no space.
    bool replace(protocol::Sequence after, PresenceOf presence_of, const Text& text);

    /// The client has everything up to `got`, which is at most `sent()`. Less than it said before changes nothing.
    void acknowledge(protocol::Sequence got);

    [[nodiscard]] protocol::Sequence sent() const { return acknowledged_ + entries().size(); }
    [[nodiscard]] protocol::Sequence acknowledged() const { return acknowledged_; }

    /// What is held, from the number after `acknowledged()` on.
    [[nodiscard]] std::span<const Entry> entries() const { return std::span(entries_).subspan(first_); }

private:
    std::vector<Entry> entries_;
    std::size_t first_ = 0;  ///< before it are leftovers, removed many at once
    std::size_t bytes_ = 0;
    protocol::Sequence acknowledged_ = 0;
};

}  // namespace parley::hub
