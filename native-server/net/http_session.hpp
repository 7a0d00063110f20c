#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <string>
#include <vector>

#include "net/site.hpp"
#include "net/switchboard.hpp"
#include "net/timeouts.hpp"

namespace parley::net {

/// What every connection shares. Outlives them all.
struct Services {
    const Site& site;
    Switchboard& switchboard;
    std::vector<std::string> allowed_origins;
    Timeouts timeouts;
};

/// One connection of HTTP/1.1 (RFC 9112), until it closes or becomes a WebSocket at `/signal`, which is then run here.
boost::asio::awaitable<void> serve_http(boost::asio::ip::tcp::socket socket, const Services& services);

}  // namespace parley::net
