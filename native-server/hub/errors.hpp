#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "protocol/messages.hpp"

/// How the hub words a refusal. Private to this folder.
namespace parley::hub {

inline protocol::Error refusal(ErrorCode code, std::string message,
                               std::optional<std::int64_t> retry_after_ms = std::nullopt) {
    return {.code = code, .message = std::move(message), .n = std::nullopt, .retry_after_ms = retry_after_ms};
}

}  // namespace parley::hub
