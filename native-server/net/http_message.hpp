#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// HTTP without a socket, so that what is answered can be worked out and tested apart from how it is sent.
namespace parley::net {

enum class Method { Get, Head, Other };

/// What is looked at in a request (RFC 9110). Views are valid for as long as the request is.
struct HttpRequest {
    Method method = Method::Get;
    std::string_view target;  ///< path and query, as received
    std::string_view host;
    std::string_view accept_encoding;
    std::string_view if_none_match;
};

struct HttpResponse {
    unsigned status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string_view body;                     ///< for HEAD too; who sends it leaves it out
    std::shared_ptr<const std::string> owner;  ///< keeps `body` alive when nothing else does
};

}  // namespace parley::net
