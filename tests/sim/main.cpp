#include <gtest/gtest.h>

#include <charconv>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

#include "tests/sim/campaign.hpp"

// sim_tests                                            the simulator's own tests, with the flags of GoogleTest
// sim_tests --schedules N [--first-seed S] [--threads T]   so many schedules, from that seed on
// sim_tests --seed S [--trace]                         one schedule, with everything that happens in it

namespace {

std::optional<std::uint64_t> number_after(const std::vector<std::string_view>& flags, std::string_view name) {
    for (std::size_t index = 0; index + 1 < flags.size(); ++index) {
        if (flags[index] != name) continue;
        const std::string_view text = flags[index + 1];
        std::uint64_t value = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc()) return value;
    }
    return std::nullopt;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string_view> flags(argv + 1, argv + argc);
    if (const auto seed = number_after(flags, "--seed")) {
        if (flags.back() == "--trace") return parley::sim::trace(*seed);
        return parley::sim::run({.first_seed = *seed});
    }
    if (const auto schedules = number_after(flags, "--schedules")) {
        return parley::sim::run({.first_seed = number_after(flags, "--first-seed").value_or(1),
                                 .schedules = *schedules,
                                 .threads = static_cast<unsigned>(number_after(flags, "--threads").value_or(1))});
    }
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
