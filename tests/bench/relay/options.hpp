#pragma once

#include <sys/types.h>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace parley::bench {

/// What is spoken: the whole of Parley's protocol, or only `join` and `send` to a relay that does nothing else.
enum class Subject { Parley, Bare };

struct Options {
    Subject subject = Subject::Parley;
    std::uint16_t port = 0;
    pid_t server_process = 0;
    std::size_t connections = 1'000;
    std::size_t in_flight = 64;
    std::size_t body_size = 600;
    std::int64_t warm_up_ms = 1'000;
    std::int64_t measure_ms = 5'000;
};

/// From `name=value` words; nothing when one of them is not understood.
std::optional<Options> read_options(int argument_count, char** arguments);

}  // namespace parley::bench
