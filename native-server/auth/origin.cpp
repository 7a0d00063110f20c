#include "auth/origin.hpp"

#include <algorithm>
#include <optional>

namespace parley::auth {
namespace {

constexpr std::size_t host_max_characters = 255;
constexpr std::size_t port_max_characters = 5;

char lower(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

bool equal_ignoring_case(std::string_view left, std::string_view right) {
    return std::ranges::equal(left, right, {}, lower, lower);
}

bool is_digit(char character) { return character >= '0' && character <= '9'; }
bool is_hex_or_colon(char character) {
    const char low = lower(character);
    return is_digit(low) || (low >= 'a' && low <= 'f') || low == ':' || low == '.';
}
bool is_name_character(char character) {
    const char low = lower(character);
    return is_digit(low) || (low >= 'a' && low <= 'z') || low == '-' || low == '.' || low == '_';
}

bool is_port_suffix(std::string_view text) {
    if (text.empty()) return true;
    return text.front() == ':' && text.size() > 1 && text.size() <= port_max_characters + 1 &&
           std::ranges::all_of(text.substr(1), is_digit);
}

std::optional<std::string_view> host_of_origin(std::string_view origin) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (equal_ignoring_case(origin.substr(0, scheme.size()), scheme)) return origin.substr(scheme.size());
    }
    return std::nullopt;
}

}  // namespace

bool is_valid_host(std::string_view host) {
    if (host.empty() || host.size() > host_max_characters) return false;
    if (host.front() == '[') {
        const std::size_t end = host.find(']');
        return end != std::string_view::npos && end > 1 &&
               std::ranges::all_of(host.substr(1, end - 1), is_hex_or_colon) && is_port_suffix(host.substr(end + 1));
    }
    const std::size_t end = std::min(host.find(':'), host.size());
    return end > 0 && std::ranges::all_of(host.substr(0, end), is_name_character) && is_port_suffix(host.substr(end));
}

bool is_valid_origin(std::string_view origin) {
    const auto host = host_of_origin(origin);
    return host && is_valid_host(*host);
}

bool is_allowed_origin(std::string_view origin, std::string_view host, std::span<const std::string> allowed) {
    if (origin.empty()) return true;
    const auto origin_host = host_of_origin(origin);
    if (!origin_host || !is_valid_host(*origin_host)) return false;
    if (equal_ignoring_case(*origin_host, host)) return true;
    return std::ranges::any_of(allowed, [&](const std::string& one) { return equal_ignoring_case(one, origin); });
}

}  // namespace parley::auth
