#pragma once

#include <cstdint>
#include <string>
#include <variant>

/// What one peer says to one other that must arrive once and in its order: private chat, and what is said of files.
namespace parley::protocol {

/// Chat for one person. At most `limits::chat_text_max` bytes of UTF-8.
struct PrivateChat {
    std::string text;
    std::int64_t at_ms = 0;  ///< since the Unix epoch, by the sender's clock
};

/// A file that the receiver may have. `file` is how the sender's page numbers it, the same for everyone it is offered
/// to; all later letters about it repeat that number.
struct FileOffer {
    enum class Audience : std::uint8_t { Everyone, OnlyYou };
    std::uint32_t file = 0;
    std::string name;        ///< as the sender's machine has it: not to be trusted
    std::string media_type;  ///< the same
    std::uint64_t size = 0;  ///< bytes
    std::int64_t at_ms = 0;  ///< as in PrivateChat
    Audience audience = Audience::Everyone;
};
/// From the receiver: send the bytes from here on. Said again when a connection was lost meanwhile.
struct FileWish {
    std::uint32_t file = 0;
    std::uint64_t from = 0;  ///< bytes that are there already
};
/// From the sender: these were all.
struct FileEnd {
    std::uint32_t file = 0;
    std::string digest;  ///< base64url of SHA-256 over the SHA-256 of each mebibyte
};
/// From the sender: there will be no more.
struct FileWithdrawn {
    std::uint32_t file = 0;
};
/// From the receiver: what became of it. There is nothing more to send.
struct FileOutcome {
    /// Lost: the receiver left the call, or took the sender for gone, before all of it was there.
    enum class Verdict : std::uint8_t { Whole, Declined, NoRoom, Damaged, Failed, Lost };
    std::uint32_t file = 0;
    Verdict verdict = Verdict::Whole;
};

/// Of a later version: received, and passed over.
struct UnknownContent {};

using LetterContent =
    std::variant<PrivateChat, FileOffer, FileWish, FileEnd, FileWithdrawn, FileOutcome, UnknownContent>;

/// Said again until the receiver has said that it came.
struct Letter {
    std::uint64_t number = 0;  ///< 1, 2, 3 ... from the sender's run to that peer
    std::uint64_t first = 0;   ///< what has a smaller number is there already, or given up: it is not waited for
    LetterContent content;
};
/// Of the receiver's letters the sender has all up to this number (wire: `received`).
struct Receipt {
    std::uint64_t number = 0;
};

}  // namespace parley::protocol
