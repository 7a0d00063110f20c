#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <queue>
#include <string>
#include <string_view>
#include <vector>

#include "tests/lab/filter.hpp"
#include "tests/lab/frame.hpp"
#include "tests/lab/line.hpp"

namespace parley::lab {

/// The hardware address that whoever sits at the port of this index must have (locally administered, IEEE 802).
constexpr HardwareAddress hardware_address(std::size_t port) { return 0x020000000000 + port + 1; }

/// An Ethernet switch whose ports each have a line to it and a line from it, and a firewall. It does no input or
/// output: frames and orders go in, frames come out when they are due, and time is handed in.
class Network {
public:
    struct Delivery {
        std::size_t port;
        Frame frame;
    };

    Network(const std::vector<std::string>& port_names, std::uint64_t seed);

    /// Whoever sits at `port` sent `frame`.
    void arrive(TimeUs now, std::size_t port, Frame frame);
    /// What to hand to a port now; call until there is nothing.
    std::optional<Delivery> poll(TimeUs now);
    /// When to poll again, unless something arrives before.
    [[nodiscard]] std::optional<TimeUs> deadline() const;

    /// Carries out one line of the language that README.md describes. Gives "ok", or "error: " and why.
    std::string obey(TimeUs now, std::string_view order);

private:
    enum class Stage { ToSwitch, FromSwitch };
    struct Port {
        std::string name;
        Line to_switch;
        Line from_switch;
        Filter filter{};
    };
    /// A frame on a line.
    struct Flight {
        TimeUs due;
        std::uint64_t number;  ///< so that what is due at the same moment keeps its order
        Stage stage;
        std::size_t port;
        Frame frame;
        bool operator>(const Flight& other) const { return due != other.due ? due > other.due : number > other.number; }
    };

    void enter(TimeUs now, Stage stage, std::size_t port, Frame frame);
    void forward(TimeUs now, std::size_t from, Frame frame);
    Line& line(Stage stage, std::size_t port);

    std::vector<Port> ports_;
    std::priority_queue<Flight, std::vector<Flight>, std::greater<>> flights_;
    std::uint64_t flights_begun_ = 0;
};

}  // namespace parley::lab
