#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::lab {

/// An Ethernet II frame without its check sequence.
using Frame = std::vector<std::uint8_t>;

/// The addresses of Ethernet and of IPv4 as numbers, the first byte highest.
using HardwareAddress = std::uint64_t;
using InternetAddress = std::uint32_t;

enum class Transport { Udp, Tcp };

/// What a filter looks at in an IPv4 packet (RFC 791).
struct PacketView {
    InternetAddress source = 0;
    InternetAddress destination = 0;
    /// Of UDP and TCP; nothing for other protocols, and for all but the first fragment of a packet.
    struct Ports {
        Transport transport;
        std::uint16_t source;
        std::uint16_t destination;
    };
    std::optional<Ports> ports;
};

/// Nothing when the frame is too short to have one.
std::optional<HardwareAddress> destination_of(const Frame& frame);

/// Nothing for everything that is not a whole IPv4 header in an Ethernet frame, such as ARP.
std::optional<PacketView> packet_in(const Frame& frame);

/// Of four decimal numbers with dots between them, as people write them.
std::optional<InternetAddress> internet_address(std::string_view text);

}  // namespace parley::lab
