#pragma once

#include <sys/epoll.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parley::bench {

/// As much of a WebSocket (RFC 6455) as a load needs: whole text frames, both ways, on a socket that does not block.
/// Any failure ends the program with a sentence: a load that goes on beside a broken socket measures nothing.
class WebSocketClient {
public:
    /// Connects and upgrades, and waits for both.
    WebSocketClient(int epoll, std::uint32_t number, std::uint16_t port);
    ~WebSocketClient();
    WebSocketClient(const WebSocketClient&) = delete;
    WebSocketClient& operator=(const WebSocketClient&) = delete;

    void send_text(std::string_view text);

    /// To be called when epoll says that something came; then `next_frame` until it gives nothing.
    void read();
    /// A text, valid until `read`. Control frames are passed over.
    std::optional<std::string_view> next_frame();

    /// To be called when epoll says that there is room.
    void write_rest();

private:
    void upgrade(std::uint16_t port);
    void watch(std::uint32_t events, int operation);

    int epoll_;
    int socket_ = -1;
    std::uint32_t number_;
    std::string incoming_;
    std::size_t taken_ = 0;
    std::string rest_;
};

[[noreturn]] void fail(std::string_view sentence);

}  // namespace parley::bench
