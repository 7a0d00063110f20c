#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "protocol/limits.hpp"

namespace parley {

/// How the server was asked to run, by flags or else by environment variables.
struct Config {
    std::string address;
    std::uint16_t port = 0;     ///< 0: the system picks one
    std::string assets_folder;  ///< empty: the page in the binary
    std::vector<std::string> allowed_origins;
    std::size_t people_per_room = limits::people_per_room_default;
    std::int64_t messages_per_second = 100;      ///< from one client, in the long run
    std::int64_t bytes_per_second = 256 * 1024;  ///< likewise
    std::string secret;                          ///< empty: the one in `secret_file`
    std::string secret_file;
    std::vector<std::string> stun_urls;  ///< RFC 7064
    std::vector<std::string> turn_urls;  ///< RFC 7065; with a secret, or a file of it
    std::string turn_secret;
    std::string turn_secret_file;
};

/// There is nothing to run: `text` is for standard output when `status` is 0, else for standard error.
struct Exit {
    int status = 0;
    std::string text;
};

std::variant<Config, Exit> read_config(int argument_count, const char* const* arguments);

}  // namespace parley
