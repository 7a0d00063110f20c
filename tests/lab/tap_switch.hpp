#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/lab/network.hpp"
#include "tests/lab/tap_device.hpp"

namespace parley::lab {

/// A Network whose ports are TapDevices, on the machine's monotonic clock.
class TapSwitch {
public:
    /// One device for each name, in the same order.
    TapSwitch(const std::vector<std::string>& port_names, std::vector<TapDevice> devices, std::uint64_t seed);

    enum class Wake { Network, Other };
    /// Passes on what there is to pass on, after waiting for it for at most `limit_us`, or until `other` (an open file,
    /// or -1 for none) can be read or was closed: that is Wake::Other.
    Wake run_once(int other, TimeUs limit_us);

    /// See Network::obey.
    std::string obey(std::string_view order) { return network_.obey(now(), order); }

private:
    static TimeUs now();
    void deliver();

    Network network_;
    std::vector<TapDevice> devices_;
};

}  // namespace parley::lab
