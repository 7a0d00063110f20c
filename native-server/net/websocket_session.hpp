#pragma once

#include <boost/system/error_code.hpp>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "net/deadlines.hpp"
#include "net/executor.hpp"
#include "net/http_session.hpp"
#include "net/outbox.hpp"
#include "net/switchboard.hpp"
#include "net/timeouts.hpp"
#include "net/websocket_buffers.hpp"

namespace parley::net {

/// One WebSocket (RFC 6455) of the subprotocol `parley.v1`, from the upgrade to the close. Waiting for its socket keeps
/// it alive. It reads and writes without waiting; what the socket does not take at once waits in the outbox.
class WebSocketSession final : public Outlet, public std::enable_shared_from_this<WebSocketSession> {
public:
    WebSocketSession(Socket socket, Places::Place place, const Services& services);

    enum class Subprotocol { Ours, None };

    /// `answer` accepts the handshake; `early` is what came behind the request.
    void start(std::string_view answer, Subprotocol subprotocol, std::span<char> early);

    void deliver(const hub::output::Frame& frame) override;
    void close(std::uint16_t code) override;

private:
    using Failure = boost::system::error_code;

    void wait_to_read();
    void read();
    void take(std::span<char> bytes);
    void take(const Incoming& incoming);
    void take_message(const Incoming& message);
    void note_sign_of_life();
    void fail(std::uint16_t code);
    void end(std::uint16_t code);
    void send(std::string_view bytes);
    void wait_to_write();
    void write_rest();
    void finish_closing();
    void give_up_on_slow_consumer();
    void time_is_over();
    void close_socket();

    Socket socket_;
    Places::Place connection_place_;
    Places::Place socket_place_;
    Switchboard& switchboard_;
    const Timeouts& timeouts_;
    WebSocketBuffers& buffers_;
    Deadline deadline_;
    hub::ConnectionId connection_;
    FrameReader reader_{limits::frame_max};
    Outbox outbox_;
    std::size_t front_sent_ = 0;  ///< of the outbox
    /// What `deadline_` is set for.
    enum class Stage { Join, Talk, AnswerPing, Close } stage_ = Stage::Join;
    /// Our Close: said once everything before it is sent.
    enum class Closing { No, Wanted, Said } closing_ = Closing::No;
    std::uint16_t closing_with_ = 0;
};

}  // namespace parley::net
