#include "relay/url.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/ip/address_v6.hpp>
#include <charconv>
#include <system_error>

namespace parley::relay {
namespace {

constexpr std::size_t host_max_characters = 253;  // RFC 1035 section 2.3.4, as text
constexpr std::uint16_t plain_port = 3478;
constexpr std::uint16_t tls_port = 5349;
constexpr std::string_view transport_key = "?transport=";

struct Scheme {
    std::string_view text;
    Url::Service service;
    enum class Security { Plain, Tls } security;
};
constexpr std::array schemes{
    Scheme{"stun:", Url::Service::Stun, Scheme::Security::Plain},
    Scheme{"stuns:", Url::Service::Stun, Scheme::Security::Tls},
    Scheme{"turn:", Url::Service::Turn, Scheme::Security::Plain},
    Scheme{"turns:", Url::Service::Turn, Scheme::Security::Tls},
};

std::optional<Url::Transport> transport_of(const Scheme& scheme, std::string_view query) {
    const bool is_tls = scheme.security == Scheme::Security::Tls;
    if (query.empty()) return is_tls ? Url::Transport::Tls : Url::Transport::Udp;
    if (scheme.service == Url::Service::Stun || !query.starts_with(transport_key)) return std::nullopt;
    const std::string_view word = query.substr(transport_key.size());
    if (word == "tcp") return is_tls ? Url::Transport::Tls : Url::Transport::Tcp;
    if (word == "udp" && !is_tls) return Url::Transport::Udp;
    return std::nullopt;
}

std::optional<std::uint16_t> parse_port(std::string_view text) {
    std::uint16_t port = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (port == 0 || failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return port;
}

bool is_name_or_address(std::string_view host) {
    const auto is_plain = [](char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
               (character >= '0' && character <= '9') || character == '-' || character == '_';
    };
    for (std::string_view rest = host;;) {
        const std::size_t end = std::min(rest.find('.'), rest.size());
        const std::string_view label = rest.substr(0, end);
        if (label.empty() || !std::ranges::all_of(label, is_plain)) return false;
        if (end == rest.size()) return host.size() <= host_max_characters;
        rest.remove_prefix(end + 1);
    }
}

bool is_ipv6(const std::string& host) {
    boost::system::error_code failure;
    const auto address = boost::asio::ip::make_address_v6(host, failure);
    return !failure && address.scope_id() == 0;
}

// Leaves in `text` what follows the host.
std::optional<std::string> take_host(std::string_view& text) {
    const bool is_bracketed = text.starts_with('[');
    const std::size_t end = is_bracketed ? text.find(']') : std::min(text.find(':'), text.size());
    if (end == std::string_view::npos) return std::nullopt;
    std::string host(is_bracketed ? text.substr(1, end - 1) : text.substr(0, end));
    text.remove_prefix(is_bracketed ? end + 1 : end);
    if (is_bracketed ? is_ipv6(host) : is_name_or_address(host)) return host;
    return std::nullopt;
}

}  // namespace

std::optional<Url> parse_url(std::string_view text) {
    const auto* const scheme =
        std::ranges::find_if(schemes, [&](const Scheme& one) { return text.starts_with(one.text); });
    if (scheme == schemes.end()) return std::nullopt;
    text.remove_prefix(scheme->text.size());
    const std::size_t query = std::min(text.find('?'), text.size());
    const auto transport = transport_of(*scheme, text.substr(query));
    text = text.substr(0, query);
    auto host = take_host(text);
    if (!transport || !host) return std::nullopt;
    std::optional<std::uint16_t> port = scheme->security == Scheme::Security::Tls ? tls_port : plain_port;
    if (!text.empty()) port = text.starts_with(':') ? parse_port(text.substr(1)) : std::nullopt;
    if (!port) return std::nullopt;
    return Url{.service = scheme->service, .transport = *transport, .host = *std::move(host), .port = *port};
}

}  // namespace parley::relay
