#pragma once

#include <string>
#include <string_view>

#include "protocol/messages.hpp"
#include "protocol/result.hpp"

/// JSON text (RFC 8259) to messages and back. Nothing is thrown; unknown members are ignored, unknown types refused.
namespace parley::protocol {

/// Why a frame was refused: `BadMessage` or `TooLarge`, with a sentence that names the member at fault.
struct DecodeError {
    ErrorCode code = ErrorCode::BadMessage;
    std::string message;
};

Result<ClientMessage, DecodeError> decode_client(std::string_view text);
Result<ServerMessage, DecodeError> decode_server(std::string_view text);

std::string encode(const ClientMessage& message);
std::string encode(const ServerMessage& message);

}  // namespace parley::protocol
