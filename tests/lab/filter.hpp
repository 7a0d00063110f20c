#pragma once

#include <cstdint>
#include <set>

#include "tests/lab/frame.hpp"

namespace parley::lab {

/// What the firewall of a port lets through: rules of one direction, which hold for the answers too. ARP, and all else
/// that is neither UDP nor TCP, passes unless its address is silent.
struct Filter {
    /// Seen from whoever sits at the port.
    enum class Direction { Outward, Inward };
    enum class Rule {
        All,         ///< everything passes
        NoUdp,       ///< TCP passes
        OnlyListed,  ///< UDP and TCP pass to and from the services in `services`
    };
    struct Service {
        Transport transport;
        std::uint16_t port;
        auto operator<=>(const Service&) const = default;
    };

    Rule rule = Rule::All;
    std::set<Service> services{};        ///< somewhere else, by the port that they are asked at
    std::set<InternetAddress> silent{};  ///< nothing goes there or comes from there

    [[nodiscard]] bool lets_through(const Frame& frame, Direction direction) const;
};

}  // namespace parley::lab
