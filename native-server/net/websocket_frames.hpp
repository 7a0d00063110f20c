#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// The frames of a WebSocket (RFC 6455 section 5) without a socket. No extension is spoken.
namespace parley::net {

enum class Opcode : std::uint8_t { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// A Close without a code is reported as this, which is never sent (RFC 6455 section 7.4.1).
inline constexpr std::uint16_t close_code_missing = 1005;

/// What came from a client.
struct Incoming {
    enum class Kind {
        Nothing,  ///< more bytes are needed
        Text,     ///< a whole message, valid UTF-8
        Binary,   ///< a whole message
        Ping,     ///< to be answered by a Pong with the same payload
        Pong,
        Close,
        TooLarge,  ///< a message over the bound; this and all later messages are skipped, control frames are not
        Failure,   ///< not what RFC 6455 allows; all that follows is skipped
    };
    Kind kind = Kind::Nothing;
    std::string_view payload{};  ///< of Text, Binary, Ping and Pong, until the next call
    std::uint16_t code = 0;      ///< of Close: what the client says; of Failure: what to close with
};

/// Reads what a client sends. Memory is taken only for what is unfinished at the end of the bytes, never more than
/// came.
class FrameReader {
public:
    explicit FrameReader(std::size_t message_max) : message_max_(message_max) {}

    /// Takes from the front of `bytes`, which go on where the last ones ended, and unmasks them in place. To be called
    /// again until it says Nothing, when it has taken them all.
    Incoming next(std::span<char>& bytes);

    /// After a Close or a Failure: nothing more can come.
    [[nodiscard]] bool has_ended() const { return skipping_ == Skipping::Everything; }

private:
    static constexpr std::size_t head_max = 14;
    static constexpr std::size_t control_payload_max = 125;
    enum class Skipping { Nothing, Messages, Everything };

    [[nodiscard]] bool take_head(std::span<char>& bytes);
    [[nodiscard]] bool take_head_up_to(std::size_t size, std::span<char>& bytes);
    [[nodiscard]] bool is_start_allowed() const;
    [[nodiscard]] Incoming begin_payload();
    [[nodiscard]] Incoming take_data(std::string_view part);
    [[nodiscard]] Incoming take_control(std::string_view part);
    [[nodiscard]] Incoming finish_message(std::string_view payload);
    [[nodiscard]] Incoming finish_control(std::string_view payload);
    [[nodiscard]] Incoming finish_close(std::string_view payload);
    [[nodiscard]] Incoming fail(std::uint16_t code);
    void unmask(std::span<char> part);

    [[nodiscard]] Opcode opcode() const { return static_cast<Opcode>(head_[0] & 0x0F); }
    [[nodiscard]] bool is_final() const { return (head_[0] & 0x80) != 0; }
    [[nodiscard]] bool is_control() const { return (head_[0] & 0x08) != 0; }

    std::size_t message_max_;
    std::string message_;     ///< what came of an unfinished message
    std::string control_;     ///< what came of an unfinished control frame, which may interrupt a message
    std::uint64_t left_ = 0;  ///< of the payload
    std::array<std::uint8_t, head_max> head_{};
    std::array<char, 4> mask_{};  ///< turned to where the payload goes on
    std::uint8_t head_taken_ = 0;
    bool in_payload_ = false;
    Opcode message_opcode_ = Opcode::Continuation;  ///< Continuation: no message has begun
    Skipping skipping_ = Skipping::Nothing;
};

/// Puts frames of a server together, one after the other in the same memory: whole messages, not masked.
class FrameWriter {
public:
    /// What is appended to this becomes the payload of the next frame.
    std::string& begin();

    /// The frame. Valid until the next `begin`.
    [[nodiscard]] std::string_view finish(Opcode opcode);

    /// A Close that says `code`, or nothing for `close_code_missing`. Valid until the next `begin`.
    [[nodiscard]] std::string_view close(std::uint16_t code);

private:
    std::string bytes_;
};

}  // namespace parley::net
