#pragma once

#include <string>
#include <vector>

#include "net/deadlines.hpp"
#include "net/executor.hpp"
#include "net/places.hpp"
#include "net/site.hpp"
#include "net/switchboard.hpp"
#include "net/timeouts.hpp"
#include "net/websocket_buffers.hpp"

namespace parley::net {

/// What every connection shares. Outlives them all, as `deadlines` and `sockets` outlive even what the end of the
/// server leaves of them.
struct Services {
    const Site& site;
    Switchboard& switchboard;
    Deadlines& deadlines;
    Places& sockets;  ///< those of them that are WebSockets
    std::vector<std::string> allowed_origins;
    Timeouts timeouts;
    WebSocketBuffers& websocket_buffers;
};

/// One connection of HTTP/1.1 (RFC 9112), until it closes or becomes a WebSocket at `/signal`, which then lives on.
/// Either holds the place.
Awaitable<void> serve_http(Socket socket, Places::Place place, const Services& services);

}  // namespace parley::net
