#include "net/websocket_handshake.hpp"

#include <openssl/sha.h>

#include <algorithm>
#include <array>

#include "auth/digest.hpp"

namespace parley::net {
namespace {

constexpr std::string_view accept_guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
constexpr std::size_t key_digits = 22;
constexpr std::string_view key_padding = "==";

bool is_base64_digit(char character) {
    return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z') ||
           (character >= '0' && character <= '9') || character == '+' || character == '/';
}

}  // namespace

bool is_handshake_key(std::string_view key) {
    return key.size() == key_digits + key_padding.size() && key.ends_with(key_padding) &&
           std::ranges::all_of(key.substr(0, key_digits), is_base64_digit);
}

std::string handshake_proof(std::string_view key) {
    std::string text(key);
    text += accept_guid;
    std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
    SHA1(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
    return auth::encode_base64(digest);
}

std::string accept_handshake(std::string_view key, std::string_view subprotocol) {
    std::string answer =
        "HTTP/1.1 101 Switching Protocols\r\n"
        "Upgrade: websocket\r\n"
        "Connection: Upgrade\r\n"
        "Sec-WebSocket-Accept: ";
    answer += handshake_proof(key);
    if (!subprotocol.empty()) answer.append("\r\nSec-WebSocket-Protocol: ").append(subprotocol);
    return answer += "\r\n\r\n";
}

}  // namespace parley::net
