#include "net/websocket_handshake.hpp"

#include <gtest/gtest.h>

namespace parley::net {
namespace {

constexpr std::string_view example_key = "dGhlIHNhbXBsZSBub25jZQ==";

TEST(WebSocketHandshakeTest, ProvesWhatTheExampleOfRfc6455Proves) {
    EXPECT_EQ(handshake_proof(example_key), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
}

TEST(WebSocketHandshakeTest, NamesASubprotocolOnlyWhenThereIsOne) {
    constexpr std::string_view beginning =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n";
    EXPECT_EQ(accept_handshake(example_key, ""), std::string(beginning) + "\r\n");
    EXPECT_EQ(accept_handshake(example_key, "parley.v1"),
              std::string(beginning) + "Sec-WebSocket-Protocol: parley.v1\r\n\r\n");
}

TEST(WebSocketHandshakeTest, TakesOnlyKeysOfSixteenBytes) {
    EXPECT_TRUE(is_handshake_key(example_key));
    for (const char* const bad :
         {"", "==", "dGhlIHNhbXBsZSBub25jZQ=", "dGhlIHNhbXBsZSBub25jZQ===", "dGhlIHNhbXBsZSBub25jZQAA",
          "dGhlIHNhbXBsZSBub25j\r\n==", "dGhlIHNhbXBsZSBub25j_Q=="}) {
        EXPECT_FALSE(is_handshake_key(bad)) << bad;
    }
}

}  // namespace
}  // namespace parley::net
