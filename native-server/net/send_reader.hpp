#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "hub/events.hpp"
#include "protocol/messages.hpp"

namespace parley::net {

/// The same `send`, whose body becomes a JSON string again. `at_ms` counts from the Unix epoch.
hub::input::Relay relay_of(protocol::Send send, std::int64_t at_ms);

/// Reads the one frame that is frequent, a `send`, without building anything but what the hub wants: the body stays the
/// text that came. What it reads the codec would read the same; whatever is in the least unusual it leaves to the
/// codec.
class SendReader {
public:
    SendReader();
    ~SendReader();

    /// Nothing: ask the codec.
    std::optional<hub::input::Relay> read(std::string_view frame, std::int64_t at_ms);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace parley::net
