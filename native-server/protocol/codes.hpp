#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace parley {

/// Why the server refused something. The text on the wire (`to_text`) is stable and for programs.
enum class ErrorCode {
    BadMessage,
    TooLarge,
    JoinTimeout,
    Unauthorised,
    WrongKey,
    Locked,
    Denied,
    Removed,
    RoomFull,
    RoomEnded,
    NotHost,
    NotAllowed,
    RateLimited,
    Replaced,
    SlowConsumer,
    Draining,
    Internal,
};

std::string_view to_text(ErrorCode code);
std::optional<ErrorCode> error_code_from(std::string_view text);

/// WebSocket close codes (RFC 6455 section 7.4). 44xx are ours.
namespace close_code {
inline constexpr std::uint16_t normal = 1000;
inline constexpr std::uint16_t going_away = 1001;
inline constexpr std::uint16_t abnormal = 1006;
inline constexpr std::uint16_t internal_error = 1011;
inline constexpr std::uint16_t service_restart = 1012;
inline constexpr std::uint16_t bad_message = 4400;
inline constexpr std::uint16_t unauthorised = 4401;
inline constexpr std::uint16_t refused = 4403;
inline constexpr std::uint16_t join_timeout = 4408;
inline constexpr std::uint16_t replaced = 4409;
inline constexpr std::uint16_t room_ended = 4410;
inline constexpr std::uint16_t too_large = 4413;
inline constexpr std::uint16_t rate_limited = 4429;
inline constexpr std::uint16_t slow_consumer = 4430;
}  // namespace close_code

/// The code that a socket is closed with after `code` was said to it as a final error.
std::uint16_t close_code_for(ErrorCode code);

/// Whether a client may try again after this close code; final ones mean that a person must decide.
bool is_final_close(std::uint16_t code);

}  // namespace parley
