#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parley::relay {

/// Where a STUN server or a relay is (RFC 7064, RFC 7065) and how it is talked to.
struct Url {
    enum class Service { Stun, Turn } service = Service::Stun;
    enum class Transport { Udp, Tcp, Tls } transport = Transport::Udp;
    std::string host;  ///< a name or an address; IPv6 without its brackets
    std::uint16_t port = 0;
};

/// Nothing for what is no such URL, and for what no browser speaks: TLS over UDP.
std::optional<Url> parse_url(std::string_view text);

}  // namespace parley::relay
