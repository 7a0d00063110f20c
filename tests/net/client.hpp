#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "protocol/messages.hpp"

/// Plain clients for tests. Every call ends within a few seconds, with a failed test when nothing came.
namespace parley::net {

struct Answer {
    unsigned status = 0;
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;
};

/// One request on a connection of its own. `request` is the head without its last empty line, `\r\n` between lines.
Answer request(std::uint16_t port, const std::string& head);
Answer get(std::uint16_t port, const std::string& target, const std::string& more_headers = "");

/// A frame as a client must send it (RFC 6455 section 5.2), with any first byte and a text of less than 126 bytes.
std::string masked_frame(unsigned char first, const std::string& text);

class SocketClient {
public:
    explicit SocketClient(std::uint16_t port);
    ~SocketClient();

    /// Before it connects: the system takes only a few kilobytes for it that it has not read.
    void take_little_at_once();
    /// Only connects, for what is to be sent by `send_bytes`.
    void connect();
    /// The status of the answer: 101 when the socket is open.
    unsigned open(const std::string& origin = "", const std::string& subprotocol = "parley.v1");

    void send_text(const std::string& text);
    void send_binary(const std::string& bytes);
    void send(const protocol::ClientMessage& message);
    /// As it is, below the WebSocket. What the server does not take any more is lost.
    void send_bytes(const std::string& bytes);
    /// In frames of at most so many bytes.
    void send_in_fragments(const std::string& text, std::size_t size_max);

    protocol::ServerMessage receive();
    template <class Message>
    Message expect() {
        protocol::ServerMessage message = receive();
        auto* const wanted = std::get_if<Message>(&message);
        if (wanted != nullptr) return std::move(*wanted);
        fail_for_another_message(message);
        return {};
    }

    /// Reads to the end and says what the socket was closed with; 1006 when it just ended.
    std::uint16_t wait_for_close();
    void close(std::uint16_t code);
    /// Ends the connection without a word, as a network does.
    void cut();
    /// Everything that came below the WebSocket, up to the end.
    std::string read_bytes_to_the_end();

private:
    static void fail_for_another_message(const protocol::ServerMessage& message);

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace parley::net
