// lab_switch SEED NAME=NAMESPACE...
//
// Joins network namespaces by an Ethernet switch: in each NAMESPACE (a file that it is bound to) it makes the interface
// NAME. Says "ready", then reads orders from its input, one a line, and answers each with a line. Ends with its input.

#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tests/lab/tap_switch.hpp"

namespace {

using namespace parley::lab;

constexpr TimeUs idle_us = 1'000'000;

int fail(const std::string& what) {
    std::cerr << "lab_switch: " << what << '\n';
    return 1;
}

/// Obeys every whole line of `text` and leaves what follows.
void obey_lines(TapSwitch& lab, std::string& text) {
    for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n')) {
        std::cout << lab.obey(std::string_view(text).substr(0, end)) << std::endl;
        text.erase(0, end + 1);
    }
}

/// What is there to be read from the input; false at its end.
bool read_more(std::string& text) {
    std::array<char, 4096> buffer{};
    const auto size = read(STDIN_FILENO, buffer.data(), buffer.size());
    if (size > 0) text.append(buffer.data(), static_cast<std::size_t>(size));
    return size > 0 || (size < 0 && errno == EAGAIN);
}

}  // namespace

int main(int count, char** values) {
    const std::span arguments(values, static_cast<std::size_t>(count));
    if (arguments.size() < 3) return fail("say a seed, and NAME=NAMESPACE for each port");
    const std::string_view seed_text = arguments[1];
    std::uint64_t seed = 0;
    std::from_chars(seed_text.data(), seed_text.data() + seed_text.size(), seed);
    std::vector<std::string> names;
    std::vector<TapDevice> devices;
    for (const std::string argument : arguments.subspan(2)) {
        const auto equals = argument.find('=');
        if (equals == std::string::npos) return fail("'" + argument + "' is not NAME=NAMESPACE");
        names.push_back(argument.substr(0, equals));
        if (!enter_namespace(argument.substr(equals + 1))) return fail(argument + ": " + std::strerror(errno));
        auto device = TapDevice::open(names.back(), hardware_address(devices.size()));
        if (!device) return fail("no interface " + names.back() + ": " + std::strerror(errno));
        devices.push_back(std::move(*device));
    }
    TapSwitch lab(names, std::move(devices), seed);
    std::cout << "ready" << std::endl;
    std::string orders;
    for (bool open = true; open;) {
        open = lab.run_once(STDIN_FILENO, idle_us) == TapSwitch::Wake::Other ? read_more(orders) : open;
        obey_lines(lab, orders);
    }
    return 0;
}
