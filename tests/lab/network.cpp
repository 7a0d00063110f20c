#include "tests/lab/network.hpp"

#include <algorithm>
#include <utility>

#include "tests/lab/order.hpp"

namespace parley::lab {

Network::Network(const std::vector<std::string>& port_names, std::uint64_t seed) {
    for (const auto& name : port_names) {
        const std::uint64_t first = seed + ports_.size() * 2;
        ports_.push_back({.name = name, .to_switch = Line(first), .from_switch = Line(first + 1)});
    }
}

Line& Network::line(Stage stage, std::size_t port) {
    return stage == Stage::ToSwitch ? ports_[port].to_switch : ports_[port].from_switch;
}

void Network::arrive(TimeUs now, std::size_t port, Frame frame) {
    if (!ports_[port].filter.lets_through(frame, Filter::Direction::Outward)) return;
    enter(now, Stage::ToSwitch, port, std::move(frame));
}

void Network::enter(TimeUs now, Stage stage, std::size_t port, Frame frame) {
    const auto due = line(stage, port).carry(now, frame.size());
    if (due) flights_.push({*due, flights_begun_++, stage, port, std::move(frame)});
}

// To whom it is addressed; to everybody else when that is nobody here, as a broadcast is.
void Network::forward(TimeUs now, std::size_t from, Frame frame) {
    const auto destination = destination_of(frame);
    if (!destination) return;
    const HardwareAddress to = *destination - hardware_address(0);
    const bool known = *destination >= hardware_address(0) && to < ports_.size();
    for (std::size_t port = 0; port < ports_.size(); ++port) {
        if (port == from || (known && port != to)) continue;
        if (!ports_[port].filter.lets_through(frame, Filter::Direction::Inward)) continue;
        enter(now, Stage::FromSwitch, port, frame);
    }
}

std::optional<Network::Delivery> Network::poll(TimeUs now) {
    while (!flights_.empty() && flights_.top().due <= now) {
        Flight flight = flights_.top();
        flights_.pop();
        if (line(flight.stage, flight.port).properties().cut) continue;
        if (flight.stage == Stage::FromSwitch) return Delivery{flight.port, std::move(flight.frame)};
        // The moment at which it came, not the one at which somebody looked: a late look delays nothing twice.
        forward(flight.due, flight.port, std::move(flight.frame));
    }
    return std::nullopt;
}

std::optional<TimeUs> Network::deadline() const {
    if (flights_.empty()) return std::nullopt;
    return flights_.top().due;
}

std::string Network::obey(TimeUs now, std::string_view order) {
    const std::string_view name = take_word(order);
    const auto port = std::ranges::find(ports_, name, &Port::name);
    if (port == ports_.end()) return "error: there is no port '" + std::string(name) + "'";
    PortSettings settings{port->to_switch.properties(), port->from_switch.properties(), port->filter};
    if (const auto problem = apply(order, settings)) return "error: " + *problem;
    port->to_switch.change(now, settings.outward);
    port->from_switch.change(now, settings.inward);
    port->filter = settings.filter;
    return "ok";
}

}  // namespace parley::lab
