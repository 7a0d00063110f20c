#include "tests/lab/filter.hpp"

namespace parley::lab {

bool Filter::lets_through(const Frame& frame, Direction direction) const {
    const auto packet = packet_in(frame);
    if (!packet) return true;
    const bool outward = direction == Direction::Outward;
    if (silent.contains(outward ? packet->destination : packet->source)) return false;
    if (!packet->ports) return true;
    switch (rule) {
        case Rule::All:
            return true;
        case Rule::NoUdp:
            return packet->ports->transport != Transport::Udp;
        case Rule::OnlyListed:
            break;
    }
    const std::uint16_t service_port = outward ? packet->ports->destination : packet->ports->source;
    return services.contains({packet->ports->transport, service_port});
}

}  // namespace parley::lab
