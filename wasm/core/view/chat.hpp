#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/handles.hpp"
#include "protocol/ids.hpp"

/// The chat with its files.
namespace parley::core {

/// A file in the chat: one's own on its way to others, or somebody else's.
struct FileView {
    enum class State : std::uint8_t {
        Waiting,  ///< nothing has moved yet
        Asking,   ///< theirs, and larger than what is taken unasked: this person decides
        Moving,
        Complete,     ///< theirs: it is here, whole; one's own: whoever took it has it
        Declined,     ///< by whom it was for, or by this person
        Cancelled,    ///< by whom it is from
        NoRoom,       ///< where it was to be received
        Damaged,      ///< what arrived is not what was sent
        Lost,         ///< whoever had to be there for it has left
        Failed,       ///< it can't be read or written any more
        Undelivered,  ///< theirs: nothing more of it came, however often it was asked for; one's own: it was not taken
    };
    std::string name;
    std::string media_type;
    std::uint64_t size = 0;   ///< bytes
    std::uint64_t moved = 0;  ///< bytes; of several receivers the sum, and so is `to_move`
    std::uint64_t to_move = 0;
    State state = State::Waiting;
    int receivers = 1;
    int complete = 0;     ///< receivers who have it
    IncomingId received;  ///< of somebody else's: what the platform keeps it as
    SourceId source;      ///< of one's own
    enum class Saved : std::uint8_t { No, Yes } saved = Saved::No;
    friend bool operator==(const FileView&, const FileView&) = default;
};

/// One message of the chat.
struct ChatLine {
    enum class Delivery {
        Waiting,  ///< nobody else has it yet: the server is away and no connection carries it
        Sent,
        Undelivered,  ///< whom it was for has left without a word that it came
    };
    enum class Audience : std::uint8_t { Everyone, OnlyYouTwo };
    std::uint64_t id = 0;  ///< rises
    std::string name;      ///< of who wrote it
    bool you = false;
    std::string text;
    std::uint16_t minute = 0;  ///< of the day it was written at, by this person's clock: 0 to 1439
    Delivery delivery = Delivery::Sent;
    std::int64_t day = 0;  ///< that it was written on, by this person's clock, since 1970-01-01
    Audience audience = Audience::Everyone;
    std::string to;                ///< the name of whom an own private one is for
    std::optional<FileView> file;  ///< it is a file, and has no text
    friend bool operator==(const ChatLine&, const ChatLine&) = default;
};

struct ChatView {
    bool open = false;
    std::uint32_t unread = 0;
    /// Oldest first; never null in `Call`. Another pointer whenever a line changed.
    std::shared_ptr<const std::vector<ChatLine>> lines;
    /// Whom the next message and the next file are for. Who has left is still named, so that what was meant for one
    /// never goes to all.
    struct Addressee {
        PeerId peer;
        std::string name;
        enum class Presence : std::uint8_t { Here, Gone } presence = Presence::Here;
        friend bool operator==(const Addressee&, const Addressee&) = default;
    };
    std::optional<Addressee> to;  ///< nothing: everyone
    std::int64_t today = 0;       ///< as ChatLine::day
    std::string draft;            ///< what was being written in this room when the page was loaded, or left last
    friend bool operator==(const ChatView&, const ChatView&) = default;
};

}  // namespace parley::core
