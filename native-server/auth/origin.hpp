#pragma once

#include <span>
#include <string>
#include <string_view>

/// Which web pages may talk to this server.
namespace parley::auth {

/// `Host` of a request (RFC 9110 section 7.2): a name, an IPv4 or bracketed IPv6 address, with an optional port.
/// Only such a host may be repeated in a header of an answer.
bool is_valid_host(std::string_view host);

/// `http://` or `https://`, a valid host and nothing after it (RFC 6454 section 6.2).
bool is_valid_origin(std::string_view origin);

/// Whether a page of `origin` may open a socket: it was served by the same host, or is one of `allowed`.
/// An empty `origin` is allowed: browsers always send one, and for other programs the check would prove nothing.
bool is_allowed_origin(std::string_view origin, std::string_view host, std::span<const std::string> allowed);

}  // namespace parley::auth
