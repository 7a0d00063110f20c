#include "tests/lab/tap_switch.hpp"

#include <poll.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <utility>

namespace parley::lab {

namespace {

constexpr TimeUs us_per_s = 1'000'000;
constexpr TimeUs ns_per_us = 1000;

timespec timespec_of(TimeUs duration_us) {
    return {.tv_sec = duration_us / us_per_s, .tv_nsec = duration_us % us_per_s * ns_per_us};
}

}  // namespace

TapSwitch::TapSwitch(const std::vector<std::string>& port_names, std::vector<TapDevice> devices, std::uint64_t seed)
    : network_(port_names, seed), devices_(std::move(devices)) {}

TimeUs TapSwitch::now() {
    using std::chrono::microseconds;
    return std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void TapSwitch::deliver() {
    while (const auto delivery = network_.poll(now())) devices_[delivery->port].send(delivery->frame);
}

TapSwitch::Wake TapSwitch::run_once(int other, TimeUs limit_us) {
    std::vector<pollfd> watched = {{.fd = other, .events = POLLIN, .revents = 0}};
    for (const auto& device : devices_) watched.push_back({.fd = device.descriptor(), .events = POLLIN, .revents = 0});
    TimeUs wait_us = limit_us;
    if (const auto deadline = network_.deadline()) wait_us = std::clamp<TimeUs>(*deadline - now(), 0, limit_us);
    const timespec wait = timespec_of(wait_us);
    ppoll(watched.data(), watched.size(), &wait, nullptr);
    for (std::size_t port = 0; port < devices_.size(); ++port) {
        if ((watched[port + 1].revents & POLLIN) == 0) continue;
        while (auto frame = devices_[port].receive()) network_.arrive(now(), port, std::move(*frame));
    }
    deliver();
    return watched.front().revents != 0 ? Wake::Other : Wake::Network;
}

}  // namespace parley::lab
