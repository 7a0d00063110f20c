#include "tests/lab/frame.hpp"

#include <charconv>
#include <cstddef>

namespace parley::lab {

namespace {

constexpr std::size_t ethernet_header_bytes = 14;
constexpr std::size_t smallest_internet_header_bytes = 20;
constexpr std::size_t port_bytes = 4;
constexpr std::uint16_t ethertype_ipv4 = 0x0800;
constexpr std::uint16_t fragment_offset_mask = 0x1fff;
constexpr std::uint8_t protocol_tcp = 6;
constexpr std::uint8_t protocol_udp = 17;

/// A big-endian number; the caller has seen to it that it is there.
std::uint64_t number_at(const Frame& frame, std::size_t at, std::size_t size_bytes) {
    std::uint64_t value = 0;
    for (std::size_t index = 0; index < size_bytes; ++index) value = value << 8U | frame[at + index];
    return value;
}

}  // namespace

std::optional<HardwareAddress> destination_of(const Frame& frame) {
    if (frame.size() < ethernet_header_bytes) return std::nullopt;
    return number_at(frame, 0, 6);
}

std::optional<PacketView> packet_in(const Frame& frame) {
    if (frame.size() < ethernet_header_bytes + smallest_internet_header_bytes) return std::nullopt;
    if (number_at(frame, 12, 2) != ethertype_ipv4) return std::nullopt;
    const std::size_t start = ethernet_header_bytes;
    PacketView packet{.source = static_cast<InternetAddress>(number_at(frame, start + 12, 4)),
                      .destination = static_cast<InternetAddress>(number_at(frame, start + 16, 4)),
                      .ports = std::nullopt};
    const std::size_t body = start + static_cast<std::size_t>(frame[start] & 0x0fU) * 4;
    const bool first_fragment = (number_at(frame, start + 6, 2) & fragment_offset_mask) == 0;
    const std::uint8_t protocol = frame[start + 9];
    const bool has_ports = protocol == protocol_tcp || protocol == protocol_udp;
    if (has_ports && first_fragment && frame.size() >= body + port_bytes) {
        packet.ports = {.transport = protocol == protocol_tcp ? Transport::Tcp : Transport::Udp,
                        .source = static_cast<std::uint16_t>(number_at(frame, body, 2)),
                        .destination = static_cast<std::uint16_t>(number_at(frame, body + 2, 2))};
    }
    return packet;
}

std::optional<InternetAddress> internet_address(std::string_view text) {
    InternetAddress address = 0;
    for (int part = 0; part < 4; ++part) {
        std::uint8_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc()) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        address = address << 8U | value;
        if (part == 3) break;
        if (!text.starts_with('.')) return std::nullopt;
        text.remove_prefix(1);
    }
    if (!text.empty()) return std::nullopt;
    return address;
}

}  // namespace parley::lab
