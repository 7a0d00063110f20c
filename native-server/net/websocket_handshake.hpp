#pragma once

#include <string>
#include <string_view>

/// The opening handshake of a WebSocket (RFC 6455 section 4.2).
namespace parley::net {

inline constexpr std::string_view websocket_version = "13";

/// Whether this is the base64 of 16 bytes, as a `Sec-WebSocket-Key` must be.
bool is_handshake_key(std::string_view key);

/// What proves that the handshake was understood: `Sec-WebSocket-Accept`.
std::string handshake_proof(std::string_view key);

/// The whole answer that accepts. An empty subprotocol: none of those that the client offers.
std::string accept_handshake(std::string_view key, std::string_view subprotocol);

}  // namespace parley::net
