#include "core/sdp.hpp"

#include <algorithm>

namespace parley::core {
namespace {

constexpr std::string_view attribute = "a=fingerprint:";

char lower(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

// The hash's name and the digits are spelled in either case.
bool equal(std::string_view left, std::string_view right) { return std::ranges::equal(left, right, {}, lower, lower); }

}  // namespace

bool names_only_fingerprint(std::string_view sdp, std::string_view fingerprint) {
    bool named = false;
    while (!sdp.empty()) {
        const std::size_t end = std::min(sdp.find('\n'), sdp.size());
        std::string_view line = sdp.substr(0, end);
        sdp.remove_prefix(std::min(end + 1, sdp.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!line.starts_with(attribute)) continue;
        if (!equal(line.substr(attribute.size()), fingerprint)) return false;
        named = true;
    }
    return named;
}

}  // namespace parley::core
