#include "tests/world/journal.hpp"

#include <array>
#include <cstdio>

namespace parley::world {

void Journal::write(TimeMs now, std::string_view who, std::string_view what, const std::string& detail) const {
    constexpr TimeMs ms_per_second = 1'000;
    std::array<char, 64> stamp{};
    std::snprintf(stamp.data(), stamp.size(), "%6lld.%03lld  %-6.*s  ", static_cast<long long>(now / ms_per_second),
                  static_cast<long long>(now % ms_per_second), static_cast<int>(who.size()), who.data());
    on_line(std::string(stamp.data()) + std::string(what) + ' ' + detail);
}

}  // namespace parley::world
